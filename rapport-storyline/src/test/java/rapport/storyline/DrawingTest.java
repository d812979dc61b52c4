package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.Time;

class DrawingTest {

    private static final int LEADS = 12; // so few that terms grow too common, and cells too large, in a small record
    private static final int MOST = 8;

    private static final List<String> PLACES =
            List.of("Tolm", "Zenda", "Hofbau", "Strelsau", "Almadine", "Onhava", "Streltsi", "Modena");
    private static final List<String> THINGS = List.of(
            "customs house",
            "old quay",
            "ferry",
            "grain store",
            "bridge",
            "signal tower",
            "barracks",
            "mill",
            "archive");
    private static final List<String> SIDES = List.of("rur", "gra", "kra", "rur.army");

    private final long seed = Long.getLong("rapport.seed", System.nanoTime());

    @RepeatedTest(10)
    void reports_one_by_one_give_what_all_at_once_give_in_any_order() {
        Random random = new Random(seed);
        List<Coded> reports = reports(random, 60);
        Drawing drawing = drawing();
        for (Coded report : reports) drawing.add(report);
        Collections.shuffle(reports, random);
        Drawing another = drawing();
        for (int from = 0; from < reports.size(); from += 20) another.add(reports.subList(from, from + 20));
        Collections.shuffle(reports, random);

        assertThat(drawing.together())
                .as("repeat with -Drapport.seed=%d", seed)
                .isEqualTo(rebuilt(reports))
                .isEqualTo(another.together());
    }

    @RepeatedTest(10)
    void reports_that_go_or_give_way_leave_no_trace() {
        Random random = new Random(seed);
        List<Coded> reports = reports(random, 60);
        List<Coded> others = reports(random, 60); // with the same ids
        Drawing drawing = drawing();
        drawing.add(reports);
        List<Coded> left = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            switch (random.nextInt(3)) {
                case 0 -> drawing.remove(reports.get(i).document().id());
                case 1 -> {
                    drawing.add(others.get(i));
                    left.add(others.get(i));
                }
                default -> left.add(reports.get(i));
            }
        }

        assertThat(drawing.together()).as("repeat with -Drapport.seed=%d", seed).isEqualTo(rebuilt(left));
    }

    @RepeatedTest(10)
    void what_reviewers_said_before_leaves_no_trace() {
        Random random = new Random(seed);
        List<Coded> reports = reports(random, 60);
        Drawing drawing = drawing();
        for (int from = 0; from < reports.size(); from += 20) {
            drawing.add(reports.subList(from, from + 20));
            drawing.review(reviewed(random));
        }
        Reviewed last = reviewed(random);
        drawing.review(last);
        assertThat(drawing.together()).as("repeat with -Drapport.seed=%d", seed).isEqualTo(rebuilt(reports, last));

        drawing.review(Reviewed.NOTHING);
        assertThat(drawing.together())
                .as("repeat with -Drapport.seed=%d", seed)
                .isEqualTo(rebuilt(reports, Reviewed.NOTHING));
    }

    @RepeatedTest(10)
    void settings_before_leave_no_trace() {
        Random random = new Random(seed);
        List<Coded> reports = reports(random, 60);
        Drawing drawing = drawing();
        for (int from = 0; from < reports.size(); from += 20) {
            drawing.add(reports.subList(from, from + 20));
            drawing.set(settings(random));
        }
        Settings last = settings(random);
        drawing.set(last);
        assertThat(drawing.together())
                .as("repeat with -Drapport.seed=%d", seed)
                .isEqualTo(rebuilt(reports, last, reviewed(new Random(seed))));

        drawing.set(Settings.USUAL);
        assertThat(drawing.together()).as("repeat with -Drapport.seed=%d", seed).isEqualTo(rebuilt(reports));
    }

    private static Settings settings(Random random) {
        return Settings.USUAL
                .with(Setting.CHANCE, random.nextDouble())
                .with(Setting.WORDING, random.nextDouble())
                .with(Setting.DAYS, random.nextInt(30))
                .with(Setting.STORYLINE, random.nextDouble() / 10)
                .with(Setting.COPY, 0.5 + random.nextDouble() / 2);
    }

    @Test
    void the_same_said_again_changes_nothing() {
        Drawing drawing = drawing();
        drawing.add(reports(new Random(seed), 60));

        assertThat(drawing.review(reviewed(new Random(seed)))).isEqualTo(new Drawing.Change(0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_report_of_something_else_leaves_the_rest_as_it_is() {
        Drawing drawing = new Drawing(Watch.NONE, Settings.USUAL, Reviewed.NOTHING);
        drawing.add(List.of(
                Reports.told("1", "Ruritanian gunners shelled the customs house at Tolm.", "shelled", "rur", "gra"),
                Reports.told("2", "The customs house at Tolm was shelled by gunners.", "shelled", "rur", "gra")));

        Drawing.Change change = drawing.add(
                Reports.told("3", "Kravonian dockers attacked ferries off Almadine.", "attacked", "kra", "gra"));

        assertThat(change.reports()).isEqualTo(1);
        assertThat(change.written()).isEqualTo(2); // an event and its storyline
        assertThat(change.removed()).isZero();
    }

    @Test
    void one_more_report_of_an_event_changes_its_rows_alone() {
        Drawing drawing = new Drawing(Watch.NONE, Settings.USUAL, Reviewed.NOTHING);
        drawing.add(List.of(
                Reports.told("1", "Ruritanian gunners shelled the customs house at Tolm.", "shelled", "rur", "gra"),
                Reports.told("3", "Kravonian dockers attacked ferries off Almadine.", "attacked", "kra", "gra")));

        Drawing.Change change = drawing.add(
                Reports.told("2", "The customs house at Tolm was shelled by gunners.", "shelled", "rur", "gra"));

        assertThat(change.reports()).isEqualTo(2);
        assertThat(change.written()).isEqualTo(2);
        assertThat(drawing.together().events()).hasSize(2);
    }

    private Drawing drawing() {
        return drawing(reviewed(new Random(seed)));
    }

    private static Drawing drawing(Reviewed reviewed) {
        return drawing(Settings.USUAL, reviewed);
    }

    private static Drawing drawing(Settings settings, Reviewed reviewed) {
        return new Drawing(Watch.NONE, settings, reviewed, new Neighbours(LEADS), MOST);
    }

    private Together rebuilt(List<Coded> reports) {
        return rebuilt(reports, reviewed(new Random(seed)));
    }

    private static Together rebuilt(List<Coded> reports, Reviewed reviewed) {
        return rebuilt(reports, Settings.USUAL, reviewed);
    }

    private static Together rebuilt(List<Coded> reports, Settings settings, Reviewed reviewed) {
        Drawing drawing = drawing(settings, reviewed);
        drawing.add(reports);
        return drawing.together();
    }

    private static Reviewed reviewed(Random random) {
        return new Reviewed(pairs(random), pairs(random));
    }

    private static Set<Reviewed.Pair> pairs(Random random) {
        return random.ints(5, 0, 60)
                .mapToObj(i -> new Reviewed.Pair("e" + i, "e" + (i + 1 + random.nextInt(50)) % 60))
                .collect(Collectors.toSet());
    }

    /** Some without a day of their own. */
    private static Time published(Random random) {
        return random.nextInt(4) == 0
                ? Time.UNKNOWN
                : Time.stated(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(40)));
    }

    private static List<Coded> reports(Random random, int count) {
        List<Coded> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String place = PLACES.get(random.nextInt(PLACES.size()));
            String thing = THINGS.get(random.nextInt(THINGS.size()));
            String other = THINGS.get(random.nextInt(THINGS.size()));
            String sentence =
                    "Gunners shelled the " + thing + " of " + place + " beside the " + other + " in the night.";
            Modality modality = Modality.values()[random.nextInt(Modality.values().length)];
            Coded report = Reports.coded(
                    String.valueOf(i),
                    sentence,
                    "shelled",
                    SIDES.get(random.nextInt(SIDES.size())),
                    SIDES.get(random.nextInt(SIDES.size())),
                    random.nextBoolean() ? Optional.of("gra") : Optional.empty(),
                    modality,
                    Optional.empty());
            reports.add(Together.at(report, published(random)));
        }
        return reports;
    }
}
