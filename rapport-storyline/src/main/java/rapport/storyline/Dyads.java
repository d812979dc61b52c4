package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rapport.actor.Hierarchy;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.Ids;

/**
 * What one did to another over time. Only what occurred or is ongoing counts, each event once; a mutual event counts in each
 * direction. An event lies in the period of its first day; one without a day in that of the first report that tells it, and is
 * counted as undated; one without either is left out.
 *
 * <p>Threads: any.
 */
public final class Dyads {

    private final List<Event> events;
    private final Hierarchy hierarchy;
    private final Map<String, LocalDate> firstTold = new HashMap<>();
    private final List<LocalDate> published = new ArrayList<>();

    public Dyads(Collection<Coded> reports, Together together) {
        events = together.events();
        hierarchy = Hierarchy.of(reports.stream().flatMap(coded -> coded.actors().stream()));
        for (Coded coded : reports) {
            Optional<LocalDate> day = day(coded.document());
            day.ifPresent(published::add);
            coded.eventMentions().forEach(mention -> day.ifPresent(d -> firstTold.put(mention.id(), d)));
        }
    }

    private static Optional<LocalDate> day(Document document) {
        return document.published().first().or(() -> document.published().last());
    }

    /**
     * @param actor all ids that count as the one who acts, such as a state with its bodies
     * @param actorId by which the series names it
     * @return one for each period from the first to the last in which something happened; empty if nothing did
     */
    public List<Dyad> series(
            Set<String> actor, String actorId, Set<String> recipient, String recipientId, Period unit) {
        TreeMap<LocalDate, List<Event>> byPeriod = new TreeMap<>();
        for (Event event : events) {
            if (!counts(event) || !acts(event, actor, recipient)) continue;
            when(event)
                    .ifPresent(day -> byPeriod.computeIfAbsent(unit.start(day), start -> new ArrayList<>())
                            .add(event));
        }
        if (byPeriod.isEmpty()) return List.of();
        Map<LocalDate, Integer> read = new HashMap<>();
        published.forEach(day -> read.merge(unit.start(day), 1, Integer::sum));
        List<Dyad> series = new ArrayList<>();
        LocalDate last = byPeriod.lastKey();
        for (LocalDate start = byPeriod.firstKey(); !start.isAfter(last); start = unit.next(start)) {
            series.add(dyad(
                    actorId,
                    recipientId,
                    actor.size() > 1 || recipient.size() > 1,
                    unit,
                    start,
                    byPeriod.getOrDefault(start, List.of()),
                    read.getOrDefault(start, 0)));
        }
        return series;
    }

    /** Between all that did something to each other, each at its topmost with what belongs to it. */
    public List<Dyad> all(Period unit) {
        Map<String, Set<String>> parts = new TreeMap<>();
        Map<String, Set<String>> pairs = new TreeMap<>();
        for (Event event : events) {
            if (!counts(event)) continue;
            Set<String> actors = tops(event.actors(), event, parts);
            Set<String> recipients = event.recipients().isEmpty() ? actors : tops(event.recipients(), event, parts);
            for (String actor : actors) {
                for (String recipient : recipients) {
                    if (!actor.equals(recipient))
                        pairs.computeIfAbsent(actor, a -> new TreeSet<>()).add(recipient);
                }
            }
        }
        List<Dyad> all = new ArrayList<>();
        pairs.forEach((actor, recipients) -> {
            for (String recipient : recipients) {
                all.addAll(series(
                        parts.getOrDefault(actor, Set.of()),
                        actor,
                        parts.getOrDefault(recipient, Set.of()),
                        recipient,
                        unit));
            }
        });
        return all;
    }

    private Set<String> tops(List<String> actors, Event event, Map<String, Set<String>> parts) {
        Set<String> tops = new TreeSet<>();
        for (String actor : actors) {
            String top = hierarchy.topmost(actor, event.when().days());
            tops.add(top);
            parts.computeIfAbsent(top, t -> new TreeSet<>(Set.of(t))).add(actor);
        }
        return tops;
    }

    private static boolean counts(Event event) {
        return event.modality() == Modality.OCCURRED || event.modality() == Modality.ONGOING;
    }

    private static boolean acts(Event event, Set<String> actor, Set<String> recipient) {
        boolean byActor = event.actors().stream().anyMatch(actor::contains);
        boolean mutual = event.recipients().isEmpty() && event.actors().stream().anyMatch(recipient::contains);
        return byActor && (mutual || event.recipients().stream().anyMatch(recipient::contains));
    }

    private Optional<LocalDate> when(Event event) {
        return event.when().first().or(() -> event.when().last()).or(() -> earliestReport(event));
    }

    private Optional<LocalDate> earliestReport(Event event) {
        return event.eventMentions().stream()
                .flatMap(id -> Optional.ofNullable(firstTold.get(id)).stream())
                .min(LocalDate::compareTo);
    }

    private static Dyad dyad(
            String actor, String recipient, boolean parts, Period unit, LocalDate start, List<Event> events, int read) {
        List<Event> told = events.stream().filter(Event::told).toList();
        List<Event> claimed = events.stream().filter(event -> !event.told()).toList();
        OptionalDouble mean =
                told.stream().mapToDouble(event -> event.eventType().score()).average();
        return new Dyad(
                Ids.of('y', actor, recipient, parts, unit.code(), unit.name(start)),
                actor,
                recipient,
                parts,
                unit.code(),
                unit.name(start),
                counts(told),
                counts(claimed),
                mean,
                told.stream().mapToDouble(event -> event.eventType().score()).sum(),
                (int) events.stream().filter(event -> event.when().isUnknown()).count(),
                read,
                events.stream().map(Event::id).toList());
    }

    private static Dyad.Counts counts(List<Event> events) {
        Map<QuadClass, Integer> counts = new EnumMap<>(QuadClass.class);
        events.forEach(event -> counts.merge(event.eventType().quadClass(), 1, Integer::sum));
        return new Dyad.Counts(
                counts.getOrDefault(QuadClass.VERBAL_COOPERATION, 0),
                counts.getOrDefault(QuadClass.MATERIAL_COOPERATION, 0),
                counts.getOrDefault(QuadClass.VERBAL_CONFLICT, 0),
                counts.getOrDefault(QuadClass.MATERIAL_CONFLICT, 0));
    }
}
