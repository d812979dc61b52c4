package rapport.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rapport.analysis.Pipeline;
import rapport.evaluation.Gold.Passage;
import rapport.record.Coded;
import rapport.record.Time;
import rapport.storyline.Chronology;
import rapport.storyline.Together;

/**
 * Whether an undated report is put in its place: of each story each report in turn is read as if its day were not known, among
 * the others with theirs. Kendall's tau over the pairs with that report; a pair left open counts 0, and two reports of one day
 * are no pair. The reports of a story are looked at without those of other stories.
 *
 * <p>Source: Kendall, A New Measure of Rank Correlation (Biometrika 1938).
 */
final class DocumentOrder {

    /** The pairs of one hidden report. */
    private record Placed(int right, int wrong, int pairs) {}

    private final Pipeline pipeline;
    private final Map<String, Map<Passage, Coded>> stories = new TreeMap<>();

    DocumentOrder(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    void add(Passage passage, Coded coded) {
        if (passage.day().isEmpty()) return;
        stories.computeIfAbsent(passage.story(), story -> new LinkedHashMap<>()).put(passage, coded);
    }

    /** @return empty if no story has two reports of different days */
    Optional<Report> report() {
        List<Placed> placed = new ArrayList<>();
        for (Map<Passage, Coded> story : stories.values()) {
            boolean isOfOneDay =
                    story.keySet().stream().map(Passage::day).distinct().count() < 2;
            if (!isOfOneDay) story.keySet().forEach(hidden -> placed.add(placed(hidden, story)));
        }
        return placed.isEmpty() ? Optional.empty() : Optional.of(report(placed));
    }

    private Placed placed(Passage hidden, Map<Passage, Coded> story) {
        Coded undated = Pipeline.records(
                pipeline.annotate(PlainText.of(hidden.id(), hidden.outlet(), Time.UNKNOWN, hidden.text())));
        List<Coded> reports = new ArrayList<>();
        story.forEach((passage, coded) -> reports.add(passage.equals(hidden) ? undated : coded));
        Time time = Together.of(reports).dated(undated.document()).published();
        int right = 0;
        int wrong = 0;
        int pairs = 0;
        for (Passage other : story.keySet()) {
            int truth = Integer.signum(
                    hidden.day().orElseThrow().compareTo(other.day().orElseThrow()));
            if (truth == 0) continue;
            pairs++;
            int told = Chronology.order(time, Time.stated(other.day().orElseThrow()));
            if (told == truth) right++;
            else if (told != 0) wrong++;
        }
        return new Placed(right, wrong, pairs);
    }

    private static Report report(List<Placed> placed) {
        int right = placed.stream().mapToInt(Placed::right).sum();
        int wrong = placed.stream().mapToInt(Placed::wrong).sum();
        int pairs = placed.stream().mapToInt(Placed::pairs).sum();
        Interval interval = Interval.of(placed, DocumentOrder::tau);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tau", tau(placed));
        tree.put("interval", interval.toList());
        tree.put("documents", placed.size());
        tree.put("pairs", pairs);
        tree.put("right", right);
        tree.put("wrong", wrong);
        tree.put("open", pairs - right - wrong);
        return new Report(
                tree,
                List.of(String.format(
                        Locale.ROOT,
                        "%-24s %25.3f     %.3f - %.3f %6d   tau; right %d, wrong %d, open %d of the pairs of %d hidden days",
                        "chronology",
                        tau(placed),
                        interval.low(),
                        interval.high(),
                        pairs,
                        right,
                        wrong,
                        pairs - right - wrong,
                        placed.size())));
    }

    private static double tau(List<Placed> placed) {
        int pairs = placed.stream().mapToInt(Placed::pairs).sum();
        return pairs == 0 ? 0 : placed.stream().mapToInt(p -> p.right - p.wrong).sum() / (double) pairs;
    }
}
