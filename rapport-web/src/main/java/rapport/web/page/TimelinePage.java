package rapport.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapport.ontology.EventType;
import rapport.record.Event;
import rapport.record.Place;

/** What happened, in order, and where? */
public record TimelinePage(Edition edition, Query query, Rows<Event> events, List<Where> places) {

    /**
     * A place with what happened there.
     *
     * @param place as the first of them names it
     */
    public record Where(Place place, int events) {}

    public static TimelinePage of(Edition edition, Query query) {
        query.allow(Stream.concat(Stream.of("of", "to", "type", "place"), Arrays.stream(DyadPage.FILTERS))
                .toArray(String[]::new));
        Optional<Edition.Side> of = query.text("of").map(edition::side);
        Optional<Edition.Side> to = query.text("to").map(edition::side);
        Optional<String> type = query.oneOf(
                "type", Arrays.stream(EventType.values()).map(Enum::name).toArray(String[]::new));
        Optional<String> place = query.text("place");
        List<Event> events = DyadPage.filter(edition, query, edition.together().events()).stream()
                .filter(event -> of.map(side -> side.actsIn(event)).orElse(true))
                .filter(event -> to.map(side ->
                                side.isActedOnIn(event) || event.recipients().isEmpty() && side.actsIn(event))
                        .orElse(true))
                .filter(event ->
                        type.map(t -> event.eventType().name().equals(t)).orElse(true))
                .filter(event -> place.map(name ->
                                event.place().filter(p -> p.name().equals(name)).isPresent())
                        .orElse(true))
                .toList();
        return new TimelinePage(edition, query, Rows.of(events, query), places(events));
    }

    /** Most events first. */
    private static List<Where> places(List<Event> events) {
        Map<String, List<Event>> byName = new TreeMap<>();
        events.forEach(event -> event.place()
                .ifPresent(place -> byName.computeIfAbsent(place.name(), name -> new ArrayList<>())
                        .add(event)));
        return byName.values().stream()
                .map(there -> new Where(there.get(0).place().orElseThrow(), there.size()))
                .sorted(java.util.Comparator.comparingInt((Where where) -> -where.events())
                        .thenComparing(where -> where.place().name()))
                .toList();
    }

    /** Places with a position, as a map can show them; empty until a gazetteer is installed. */
    public List<Where> located() {
        return places.stream()
                .filter(where -> where.place().latitude().isPresent()
                        && where.place().longitude().isPresent())
                .toList();
    }
}
