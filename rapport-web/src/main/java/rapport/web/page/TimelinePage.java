package rapport.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rapport.ontology.EventType;
import rapport.record.Event;
import rapport.record.Place;

/** What happened, in order, and where? */
public record TimelinePage(
        Edition edition, Query query, Rows<Event> events, TimeDrawing drawing, List<Where> places, int otherPlaces) {

    private static final int PLACES = 200; // more than anybody reads through; their events are on the list

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
        List<Predicate<Event>> asked = new ArrayList<>();
        of.ifPresent(side -> asked.add(side::actsIn));
        to.ifPresent(side ->
                asked.add(event -> side.isActedOnIn(event) || event.recipients().isEmpty() && side.actsIn(event)));
        type.ifPresent(t -> asked.add(event -> event.eventType().name().equals(t)));
        place.ifPresent(name -> asked.add(
                event -> event.place().filter(p -> p.name().equals(name)).isPresent()));
        List<Event> events = DyadPage.all(
                DyadPage.filter(edition, query, some(edition, of.or(() -> to), place, query.text("outlet"))), asked);
        boolean isAll = events == edition.together().events();
        List<Where> places = isAll ? edition.figures().places() : places(events);
        int shown = Math.min(PLACES, places.size());
        return new TimelinePage(
                edition,
                query,
                Rows.of(events, query),
                isAll ? edition.figures().times() : TimeDrawing.of(events, query, edition::day),
                places.subList(0, shown),
                places.size() - shown);
    }

    /** As few as an index can tell from the first of these that is given. */
    private static List<Event> some(
            Edition edition, Optional<Edition.Side> party, Optional<String> place, Optional<String> outlet) {
        return party.map(side -> edition.indexes().parties().about(side.ids()))
                .or(() -> place.map(edition.indexes().places()::about))
                .or(() -> outlet.map(edition.indexes().outlets()::about))
                .orElse(edition.together().events());
    }

    /** Most events first. */
    static List<Where> places(List<Event> events) {
        Map<String, Where> first = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Event event : events) {
            Optional<Place> place = event.place();
            if (place.isEmpty()) continue;
            String name = place.get().name();
            if (counts.merge(name, 1, Integer::sum) == 1) first.put(name, new Where(place.get(), 1));
        }
        return first.values().stream()
                .map(where -> new Where(where.place, counts.getOrDefault(where.place.name(), 0)))
                .sorted(java.util.Comparator.comparingInt((Where where) -> -where.events())
                        .thenComparing(where -> where.place().name()))
                .toList();
    }

    /** Empty if no place has a position. */
    public Optional<PlaceMap> map() {
        return PlaceMap.of(places);
    }
}
