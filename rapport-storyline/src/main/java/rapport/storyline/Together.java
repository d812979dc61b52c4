package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapport.actor.Hierarchy;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Storyline;
import rapport.record.Time;

/**
 * What all reports say together. The same reports give the same, in whatever order they come.
 *
 * @param events by day, those without one last; then by id
 * @param storylines by their first day; then by id
 * @param ledger lines by the day on which they were opened; then by id
 * @param originals of a document that is a copy, the one from which it comes; ids
 */
public record Together(
        List<Event> events, List<Storyline> storylines, List<Commitment> ledger, Map<String, String> originals) {

    /** Of no reports. */
    public static final Together EMPTY = new Together(List.of(), List.of(), List.of(), Map.of());

    private static final Comparator<Optional<LocalDate>> KNOWN_FIRST =
            Comparator.comparing(day -> day.orElse(LocalDate.MAX));
    private static final Comparator<Event> EVENTS = Comparator.comparing(
                    (Event event) -> event.when().first().or(() -> event.when().last()), KNOWN_FIRST)
            .thenComparing(Event::id);

    public Together {
        events = List.copyOf(events);
        storylines = List.copyOf(storylines);
        ledger = List.copyOf(ledger);
        originals = Collections.unmodifiableMap(new TreeMap<>(originals));
    }

    /** With the actors as the reports name them. */
    public static Together of(Collection<Coded> reports) {
        return of(reports, Reviewed.NOTHING);
    }

    /** @param reviewed what reviewers say of which event mentions tell one event */
    public static Together of(Collection<Coded> reports, Reviewed reviewed) {
        Hierarchy hierarchy = Hierarchy.of(reports.stream().flatMap(coded -> coded.actors().stream()));
        Map<String, Coded> byDocument = new HashMap<>();
        reports.forEach(coded -> byDocument.put(coded.document().id(), coded));
        List<Document> all = reports.stream().map(Coded::document).toList();
        Wording wording = new Wording();
        Identity identity = new Identity(all, hierarchy, wording, reviewed);
        Copies copies = new Copies(all, wording);
        Voices voices = new Voices(byDocument, hierarchy, copies);
        Events events = new Events(voices);
        List<Event> joined = new ArrayList<>();
        Map<String, List<Event>> eventsOf = new HashMap<>();
        List<Telling> tellings = reports.stream()
                .flatMap(coded -> coded.eventMentions().stream())
                .map(Telling::of)
                .toList();
        for (Identity.Chain chain : identity.chains(tellings)) {
            Event event = events.event(chain);
            joined.add(event);
            chain.tellings().stream()
                    .map(Telling::document)
                    .distinct()
                    .forEach(id ->
                            eventsOf.computeIfAbsent(id, d -> new ArrayList<>()).add(event));
        }
        joined.sort(EVENTS);
        List<Storyline> storylines = identity.storylines().stream()
                .map(documents -> storyline(documents, eventsOf))
                .sorted(Comparator.comparing(Storyline::first, KNOWN_FIRST).thenComparing(Storyline::id))
                .toList();
        Stream<Commitment> lines = identity.storylines().stream()
                .flatMap(documents -> lines(oldestFirst(documents), byDocument, voices, identity));
        return new Together(joined, storylines, Ledger.sorted(lines), copies.originals());
    }

    private static List<Document> oldestFirst(List<Document> documents) {
        return documents.stream()
                .sorted(Comparator.comparing((Document d) -> d.published().first(), KNOWN_FIRST)
                        .thenComparing(Document::id))
                .toList();
    }

    private static Stream<Commitment> lines(
            List<Document> ordered, Map<String, Coded> byDocument, Voices voices, Identity identity) {
        List<EventMention> inOrder = new ArrayList<>();
        for (Document document : ordered) {
            Coded coded = byDocument.get(document.id());
            if (coded != null) inOrder.addAll(coded.eventMentions());
        }
        Optional<LocalDate> last = ordered.stream()
                .flatMap(document -> document.published().last().stream())
                .max(Comparator.naturalOrder());
        return new Ledger(voices, identity, inOrder, last).lines().stream();
    }

    private static Storyline storyline(List<Document> documents, Map<String, List<Event>> eventsOf) {
        List<Document> ordered = oldestFirst(documents);
        List<Event> events = ordered.stream()
                .flatMap(document -> eventsOf.getOrDefault(document.id(), List.of()).stream())
                .distinct()
                .sorted(EVENTS)
                .toList();
        List<LocalDate> days = Stream.concat(
                        ordered.stream().map(Document::published),
                        events.stream().map(Event::when))
                .flatMap(Together::ends)
                .sorted()
                .toList();
        return new Storyline(
                Ids.of('l', documents.get(0).id()),
                ordered.stream()
                        .flatMap(document -> document.title().stream())
                        .findFirst()
                        .orElse(ordered.get(0).path()),
                ordered.stream().map(Document::id).toList(),
                events.stream().map(Event::id).toList(),
                days.stream().findFirst(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1)));
    }

    private static Stream<LocalDate> ends(Time time) {
        return Stream.concat(time.first().stream(), time.last().stream());
    }
}
