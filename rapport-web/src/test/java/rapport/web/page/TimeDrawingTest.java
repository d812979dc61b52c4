package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.ontology.Basis;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.record.Event;
import rapport.record.Span;
import rapport.record.Time;

class TimeDrawingTest {

    private static final Query ALL = Query.of("/timeline");

    private static Event event(EventType type, Time when, boolean isTold) {
        return new Event(
                "v1",
                type,
                List.of(),
                List.of(),
                List.of("rur"),
                List.of("gra"),
                when,
                Optional.empty(),
                Modality.OCCURRED,
                isTold,
                List.of("e1"),
                1,
                List.of(),
                1,
                List.of(),
                List.of(),
                List.of());
    }

    private static Event told(String day) {
        return event(EventType.COERCE, Time.stated(LocalDate.parse(day)), true);
    }

    /** The day of the first report. */
    private static Optional<LocalDate> reported(Event event) {
        return event.eventType() == EventType.AID ? Optional.empty() : Optional.of(LocalDate.of(2024, 5, 7));
    }

    private static List<String> periods(TimeDrawing drawing) {
        return drawing.columns().stream().map(TimeDrawing.Column::period).toList();
    }

    @Test
    void days_are_drawn_one_by_one_months_and_years_together() {
        assertThat(periods(TimeDrawing.of(
                        List.of(told("2024-05-03"), told("2024-05-05")), ALL, TimeDrawingTest::reported)))
                .containsExactly("2024-05-03", "2024-05-05");
        assertThat(periods(TimeDrawing.of(
                        List.of(told("2024-05-03"), told("2024-05-31"), told("2025-01-01")),
                        ALL,
                        TimeDrawingTest::reported)))
                .containsExactly("2024-05", "2025-01");
        TimeDrawing years =
                TimeDrawing.of(List.of(told("1934-05-03"), told("2025-01-01")), ALL, TimeDrawingTest::reported);
        assertThat(periods(years)).containsExactly("1934", "2025");
        assertThat(years.columns().get(0).address()).isEqualTo("/timeline?from=1934-01-01&until=1934-12-31");
    }

    @Test
    void counts_by_class_what_is_told_apart_from_what_is_only_claimed() {
        TimeDrawing drawing = TimeDrawing.of(
                List.of(
                        told("2024-05-03"),
                        event(EventType.AGREE, Time.stated(LocalDate.of(2024, 5, 3)), true),
                        event(EventType.ASSAULT, Time.stated(LocalDate.of(2024, 5, 3)), false),
                        event(EventType.ASSAULT, Time.UNKNOWN, false)),
                ALL,
                event -> Optional.empty());

        TimeDrawing.Column column = drawing.columns().get(0);
        assertThat(column.description())
                .isEqualTo(
                        "2024-05-03: 2 told (1 verbal cooperation, 1 material conflict), 1 only claimed (1 material conflict)");
        assertThat(column.bars())
                .extracting(Curve.Bar::style)
                .containsExactly("verbal-cooperation", "material-conflict", "material-conflict claimed");
        assertThat(column.bars().get(0).y()).isLessThan(drawing.toldAxis());
        assertThat(column.bars().get(1).y()).isEqualTo(drawing.toldAxis());
        assertThat(column.bars().get(2).y()).isEqualTo(drawing.claimedAxis());
        assertThat(drawing.undated()).isEqualTo(1);
        assertThat(drawing.description()).contains("2 events told and 1 only claimed", "most in 2024-05-03 (3)");
    }

    @Test
    void a_column_keeps_the_other_filters_and_stays_within_the_days_that_are_asked_for() {
        Query query = Query.of(
                "/timeline",
                Map.of(
                        "class", List.of("conflict"),
                        "page", List.of("2"),
                        "from", List.of("2024-05-02"),
                        "until", List.of("2024-12-20")));
        Time april = Time.of(LocalDate.of(2024, 4, 28), LocalDate.of(2024, 5, 4), Basis.STATED, new Span(0, 1));

        TimeDrawing drawing = TimeDrawing.of(
                List.of(event(EventType.COERCE, april, true), told("2024-12-01")), query, TimeDrawingTest::reported);

        assertThat(drawing.columns())
                .extracting(TimeDrawing.Column::address)
                .containsExactly(
                        "/timeline?class=conflict&from=2024-05-02&until=2024-05-31",
                        "/timeline?class=conflict&from=2024-12-01&until=2024-12-20");
    }

    @Test
    void without_a_day_nothing_is_drawn_and_what_is_too_early_is_counted() {
        assertThat(TimeDrawing.of(List.of(event(EventType.AID, Time.UNKNOWN, true)), ALL, TimeDrawingTest::reported))
                .matches(drawing -> drawing.columns().isEmpty() && drawing.undated() == 1);

        TimeDrawing drawing =
                TimeDrawing.of(List.of(told("1812-09-07"), told("2024-05-03")), ALL, TimeDrawingTest::reported);

        assertThat(periods(drawing)).containsExactly("2024");
        assertThat(drawing.leftOut()).isEqualTo(1);
    }

    @Test
    void what_tells_no_day_stands_lighter_on_that_of_the_first_report_and_leads_nowhere() {
        TimeDrawing drawing = TimeDrawing.of(
                List.of(told("2024-05-03"), event(EventType.COERCE, Time.UNKNOWN, true)),
                ALL,
                TimeDrawingTest::reported);

        assertThat(periods(drawing)).containsExactly("2024-05-03", "2024-05-07");
        assertThat(drawing.columns()).extracting(TimeDrawing.Column::leads).containsExactly(true, false);
        assertThat(drawing.columns().get(1).bars())
                .extracting(Curve.Bar::style)
                .containsExactly("material-conflict undated");
        assertThat(drawing.columns().get(1).description()).endsWith(", 1 of them without a day");
    }

    /** Whatever is drawn stays in the drawing. */
    @Test
    void many_events_make_no_higher_drawing() {
        List<Event> many = IntStream.range(0, 3000)
                .mapToObj(i -> told("2024-05-0" + (1 + i % 9)))
                .toList();

        TimeDrawing drawing = TimeDrawing.of(many, ALL, TimeDrawingTest::reported);

        assertThat(drawing.height()).isLessThan(300);
        drawing.columns()
                .forEach(column -> column.bars().forEach(bar -> {
                    assertThat(bar.y()).isBetween(0.0, (double) drawing.height());
                    assertThat(bar.y() + bar.height()).isLessThanOrEqualTo(drawing.height() - 16);
                    assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(TimeDrawing.WIDTH);
                }));
    }
}
