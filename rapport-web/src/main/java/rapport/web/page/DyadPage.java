package rapport.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.record.Event;
import rapport.storyline.Period;

/**
 * How do two sides stand with each other over time, and which events carry the curve?
 *
 * @param events of the stretch of days that is chosen on the drawings, which themselves show all
 */
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
        String[] allowed = Stream.concat(Stream.of("one", "other", "by", "first", "last"), Arrays.stream(FILTERS))
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
                Rows.of(stretch(edition, query, events), query));
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
        requireOrder("from", from, "until", until);
        List<Predicate<Event>> asked = new ArrayList<>(); // what is not asked for costs nothing
        quad.map(DyadPage::quads)
                .ifPresent(quads ->
                        asked.add(event -> quads.contains(event.eventType().quadClass())));
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

    private static void requireOrder(
            String firstName, Optional<LocalDate> first, String lastName, Optional<LocalDate> last) {
        if (first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get())) return;
        throw Declined.badQuestion("\"" + lastName + "\": found " + last.get() + ", expected " + first.get()
                + " or later, the day of \"" + firstName + "\". Change the address.");
    }

    /** Those in whose name a word stands. */
    private static Set<QuadClass> quads(String word) {
        return Arrays.stream(QuadClass.values())
                .filter(quad -> List.of(Labels.of(quad).split(" ")).contains(word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(QuadClass.class)));
    }

    private static boolean isToldBy(Edition edition, Event event, String outlet) {
        return event.eventMentions().stream()
                .map(id -> edition.document(edition.mention(id).document()).outlet())
                .anyMatch(found -> found.equals(Optional.of(outlet)));
    }

    // ---- a stretch of the drawing

    /**
     * Those that the drawing places in a stretch of days. It may have only a first or only a last day; without either all are in it.
     *
     * @throws Declined if its last day is before its first
     */
    private static List<Event> stretch(Edition edition, Query query, List<Event> events) {
        Optional<LocalDate> first = query.day("first");
        Optional<LocalDate> last = query.day("last");
        requireOrder("first", first, "last", last);
        if (first.isEmpty() && last.isEmpty()) return events;
        return events.stream()
                .filter(event -> edition.day(event)
                        .filter(day -> first.map(d -> !day.isBefore(d)).orElse(true)
                                && last.map(d -> !day.isAfter(d)).orElse(true))
                        .isPresent())
                .toList();
    }

    public boolean isStretch() {
        return query.text("first").or(() -> query.text("last")).isPresent();
    }

    /** Whether a column of a drawing is in the stretch that is chosen. */
    public boolean isChosen(Curve.Point point) {
        return isStretch()
                && query.day("first").map(day -> !point.last().isBefore(day)).orElse(true)
                && query.day("last").map(day -> !point.first().isAfter(day)).orElse(true);
    }

    /** The address that lists the events of one period alone. */
    public String within(Curve.Point point) {
        return query.with(
                Map.of("first", point.first().toString(), "last", point.last().toString()));
    }

    /** The address that lists the events of all days. */
    public String whole() {
        return query.with(Map.of("first", "", "last", ""));
    }
}
