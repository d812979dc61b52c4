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
 * @param placed days of documents that do not tell theirs, with what they follow from; by id
 */
public record Together(
        List<Event> events,
        List<Storyline> storylines,
        List<Commitment> ledger,
        Map<String, String> originals,
        Map<String, Time> placed) {

    /** Of no reports. */
    public static final Together EMPTY = new Together(List.of(), List.of(), List.of(), Map.of(), Map.of());

    private static final Comparator<Optional<LocalDate>> KNOWN_FIRST =
            Comparator.comparing(day -> day.orElse(LocalDate.MAX));
    private static final Comparator<Storyline> STORYLINES =
            Comparator.comparing(Storyline::first, KNOWN_FIRST).thenComparing(Storyline::id);
    private static final Comparator<Event> EVENTS = Comparator.comparing(
                    (Event event) -> event.when().earliest(), KNOWN_FIRST)
            .thenComparing(Event::id);

    public Together {
        events = List.copyOf(events);
        storylines = List.copyOf(storylines);
        ledger = List.copyOf(ledger);
        originals = Collections.unmodifiableMap(new TreeMap<>(originals));
        placed = Collections.unmodifiableMap(new TreeMap<>(placed));
    }

    /** With its day, or the days in which it was placed. */
    public Document dated(Document document) {
        Time time = placed.get(document.id());
        return time == null ? document : document.publishedAt(time);
    }

    /** The same reports, with these of their events alone. */
    public Together only(Collection<Event> some) {
        return new Together(List.copyOf(some), storylines, ledger, originals, placed);
    }

    /** With the actors as the reports name them. To keep it up as reports come and go, use a {@link Drawing}. */
    public static Together of(Collection<Coded> reports) {
        return of(reports, Settings.USUAL, Reviewed.NOTHING);
    }

    /** @param reviewed what reviewers say of which event mentions tell one event */
    public static Together of(Collection<Coded> reports, Settings settings, Reviewed reviewed) {
        Drawing drawing = new Drawing(Watch.NONE, settings, reviewed);
        drawing.add(reports);
        return drawing.together();
    }

    /** What parts say that have no report in common. */
    static Together of(Stream<Together> parts) {
        List<Event> events = new ArrayList<>();
        List<Storyline> storylines = new ArrayList<>();
        List<Commitment> ledger = new ArrayList<>();
        Map<String, String> originals = new HashMap<>();
        Map<String, Time> placed = new HashMap<>();
        parts.forEach(part -> {
            events.addAll(part.events);
            storylines.addAll(part.storylines);
            ledger.addAll(part.ledger);
            originals.putAll(part.originals);
            placed.putAll(part.placed);
        });
        events.sort(EVENTS);
        storylines.sort(STORYLINES);
        return new Together(events, storylines, Ledger.sorted(ledger.stream()), originals, placed);
    }

    /**
     * What the reports of one cell say together. Of the rest of the record it takes only one day.
     *
     * @param earliest of the days on which the record's reports were published
     */
    static Together within(
            Collection<Coded> cell,
            Optional<LocalDate> earliest,
            Settings settings,
            Reviewed reviewed,
            Wording wording,
            Watch watch) {
        List<Coded> reports = cell.stream()
                .sorted(Comparator.comparing(coded -> coded.document().id()))
                .toList();
        Hierarchy hierarchy = Hierarchy.of(reports.stream().flatMap(coded -> coded.actors().stream()));
        Map<String, Coded> byDocument = new HashMap<>();
        reports.forEach(coded -> byDocument.put(coded.document().id(), coded));
        watch.begins(Watch.Stage.STORYLINES);
        Identity identity =
                new Identity(reports.stream().map(Coded::document).toList(), hierarchy, wording, settings, reviewed);
        watch.begins(Watch.Stage.IDENTITY);
        List<Identity.Chain> chains = identity.chains(reports.stream()
                .flatMap(coded -> coded.eventMentions().stream())
                .map(Telling::of)
                .toList());
        watch.compared(identity.compared());
        watch.begins(Watch.Stage.CHRONOLOGY);
        Map<String, Time> placed = new Chronology(byDocument, identity, chains).placed();
        placed.forEach((id, time) -> byDocument.computeIfPresent(id, (i, coded) -> at(coded, time)));
        watch.begins(Watch.Stage.COPIES);
        List<Document> all = byDocument.values().stream().map(Coded::document).toList();
        Copies copies = new Copies(all, wording, settings.of(Setting.COPY));
        Map<String, String> originals = copies.originals();
        Voices voices = new Voices(byDocument, hierarchy, copies);
        watch.begins(Watch.Stage.EVENTS);
        Events events = new Events(voices);
        List<Event> joined = new ArrayList<>();
        Map<String, List<Event>> eventsOf = new HashMap<>();
        for (Identity.Chain chain : chains) {
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
                .map(documents -> storyline(oldestFirst(documents, byDocument, earliest), eventsOf, earliest))
                .sorted(STORYLINES)
                .toList();
        watch.begins(Watch.Stage.LEDGER);
        Stream<Commitment> lines = identity.storylines().stream()
                .flatMap(
                        documents -> lines(oldestFirst(documents, byDocument, earliest), byDocument, voices, identity));
        return new Together(joined, storylines, Ledger.sorted(lines), originals, placed);
    }

    static Coded at(Coded coded, Time published) {
        return new Coded(
                coded.document().publishedAt(published),
                coded.mentions(),
                coded.statements(),
                coded.eventMentions(),
                coded.actors(),
                coded.discards());
    }

    /** As they are dated; one in an interval by its first day. */
    private static List<Document> oldestFirst(
            List<Document> documents, Map<String, Coded> byDocument, Optional<LocalDate> earliest) {
        return documents.stream()
                .map(document -> {
                    Coded coded = byDocument.get(document.id());
                    return coded == null ? document : coded.document();
                })
                .sorted(Comparator.comparing((Document d) -> Chronology.standIn(d.published(), earliest), KNOWN_FIRST)
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

    private static Storyline storyline(
            List<Document> ordered, Map<String, List<Event>> eventsOf, Optional<LocalDate> earliest) {
        Map<String, Optional<LocalDate>> days = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (Document document : ordered) {
            for (Event event : eventsOf.getOrDefault(document.id(), List.of())) {
                boolean isNew = days.putIfAbsent(
                                event.id(),
                                event.when().earliest().or(() -> Chronology.standIn(document.published(), earliest)))
                        == null;
                if (isNew) events.add(event);
            }
        }
        events.sort(Comparator.comparing((Event event) -> days.getOrDefault(event.id(), Optional.empty()), KNOWN_FIRST)
                .thenComparing(Event::id));
        List<LocalDate> ends = Stream.concat(
                        ordered.stream()
                                .flatMap(document -> Chronology.standIn(document.published(), earliest).stream()),
                        events.stream().map(Event::when).flatMap(Together::ends))
                .sorted()
                .toList();
        return new Storyline(
                Ids.of(
                        'l',
                        ordered.stream()
                                .map(Document::id)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                ordered.stream()
                        .flatMap(document -> document.title().stream())
                        .findFirst()
                        .orElse(ordered.get(0).path()),
                ordered.stream().map(Document::id).toList(),
                events.stream().map(Event::id).toList(),
                ends.stream().findFirst(),
                ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1)));
    }

    private static Stream<LocalDate> ends(Time time) {
        return Stream.concat(time.first().stream(), time.last().stream());
    }
}
