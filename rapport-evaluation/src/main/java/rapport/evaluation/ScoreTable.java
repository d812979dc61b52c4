package rapport.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Figures of several measures over the same documents: each goes into the table as a line, and is handed back as what
 * stands for it in the tree.
 *
 * @param <D> what was counted in one document; documents are drawn for the interval
 */
final class ScoreTable<D> {

    private final List<D> documents;
    private final List<String> lines = new ArrayList<>();

    ScoreTable(String title, List<D> documents) {
        this.documents = documents;
        lines.add(title);
        lines.add(String.format(
                Locale.ROOT, "%-24s %9s %7s %7s %17s %6s", "", "precision", "recall", "F1", "95 % interval", "cases"));
    }

    /** Adds a line. */
    Map<String, Object> add(String name, Function<D, Counts> counts) {
        Counts all = sum(documents, counts);
        Interval interval = Interval.of(documents, drawn -> sum(drawn, counts).f1());
        lines.add(String.format(
                Locale.ROOT,
                "%-24s %9.3f %7.3f %7.3f     %.3f - %.3f %6.0f",
                name,
                all.precision(),
                all.recall(),
                all.f1(),
                interval.low(),
                interval.high(),
                all.gold()));
        Map<String, Object> map = all.toMap();
        map.put("interval", interval.toList());
        return map;
    }

    private static <D> Counts sum(List<D> documents, Function<D, Counts> counts) {
        return documents.stream().map(counts).reduce(Counts.NONE, Counts::plus);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
