package rapport.web.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.storyline.Period;

/** How do two sides stand with each other over time, and which events carry the curve? */
public record DyadPage(
        Edition edition,
        Query query,
        Edition.Side one,
        Edition.Side other,
        Curve toward,
        Curve back,
        Rows<Event> events) {

    /** What events can be chosen by. */
    static final String[] FILTERS = {"class", "modality", "attribution", "outlet", "from", "until"};

    public static DyadPage of(Edition edition, Query query) {
        String[] allowed = Stream.concat(Stream.of("one", "other", "by"), Arrays.stream(FILTERS))
                .toArray(String[]::new);
        query.allow(allowed);
        Edition.Side one = edition.side(query.require("one"));
        Edition.Side other = edition.side(query.require("other"));
        List<Event> events = filter(edition, query, edition.between(one, other));
        Period unit = unit(query);
        return new DyadPage(
                edition,
                query,
                one,
                other,
                curve(edition, one, other, unit, events),
                curve(edition, other, one, unit, events),
                Rows.of(events, query));
    }

    static Curve curve(Edition edition, Edition.Side one, Edition.Side other, Period unit, List<Event> events) {
        Series series = edition.series(one, other, unit, events);
        String title = Labels.isolated(one.actor().name()) + " towards "
                + Labels.isolated(other.actor().name()) + ", by " + unit.name().toLowerCase(Locale.ROOT);
        return Curve.of(title, series, edition);
    }

    static Period unit(Query query) {
        return query.oneOf("by", "day", "week", "month", "quarter")
                .map(code -> Period.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Period.MONTH);
    }

    /** Those that the query's {@link #FILTERS} let through. An event without a day is in no stretch of days. */
    static List<Event> filter(Edition edition, Query query, List<Event> events) {
        Optional<String> quad = query.oneOf("class", "verbal", "material", "cooperation", "conflict");
        Optional<Modality> modality = query.code("modality", Modality.class);
        Optional<String> attribution = query.oneOf("attribution", "told", "claimed");
        Optional<String> outlet = query.text("outlet");
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> until = query.day("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw Declined.badQuestion("\"until\": found " + until.get() + ", expected " + from.get()
                    + " or later, the day of \"from\". Change the address.");
        }
        List<Predicate<Event>> asked = new ArrayList<>(); // what is not asked for costs nothing
        quad.ifPresent(part -> asked.add(event -> words(event).contains(part)));
        modality.ifPresent(m -> asked.add(event -> event.modality() == m));
        attribution.ifPresent(a -> asked.add(event -> event.told() == a.equals("told")));
        from.ifPresent(day -> asked.add(
                event -> event.when().latest().filter(d -> !d.isBefore(day)).isPresent()));
        until.ifPresent(day -> asked.add(
                event -> event.when().earliest().filter(d -> !d.isAfter(day)).isPresent()));
        outlet.ifPresent(name -> asked.add(event -> isToldBy(edition, event, name)));
        return all(events, asked);
    }

    /** Those for which all of these hold. */
    static List<Event> all(List<Event> events, List<Predicate<Event>> asked) {
        return asked.isEmpty()
                ? events
                : events.stream()
                        .filter(asked.stream().reduce(event -> true, Predicate::and))
                        .toList();
    }

    private static List<String> words(Event event) {
        QuadClass quad = event.eventType().quadClass();
        return List.of(Labels.of(quad).split(" "));
    }

    private static boolean isToldBy(Edition edition, Event event, String outlet) {
        return event.eventMentions().stream()
                .map(id -> edition.document(edition.mention(id).document()).outlet())
                .anyMatch(found -> found.equals(Optional.of(outlet)));
    }

    /** The address that shows the events of one period alone. */
    public String within(Dyad point) {
        LocalDate start = start(point);
        LocalDate end = switch (point.unit()) {
            case "day" -> start;
            case "week" -> start.plusDays(6);
            case "month" -> start.plusMonths(1).minusDays(1);
            default -> start.plusMonths(3).minusDays(1);
        };
        return Query.address(
                query.path(),
                "one",
                query.given("one"),
                "other",
                query.given("other"),
                "by",
                point.unit(),
                "from",
                start.toString(),
                "until",
                end.toString());
    }

    private static LocalDate start(Dyad point) {
        String period = point.period();
        return switch (point.unit()) {
            case "day" -> LocalDate.parse(period);
            case "week" -> LocalDate.parse(period + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            case "month" -> YearMonth.parse(period).atDay(1);
            default -> {
                String[] parts = period.split("-Q");
                yield LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]) * 3 - 2, 1);
            }
        };
    }
}
