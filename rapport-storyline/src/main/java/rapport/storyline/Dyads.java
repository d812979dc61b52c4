package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.actor.Hierarchy;
import rapport.ontology.QuadClass;
import rapport.record.Coded;
import rapport.record.Days;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.Ids;

/**
 * What one did to another over time. What a {@link Selection} takes counts, each event once; a mutual event counts in each
 * direction. An event lies in the period of its first day; one without a day in that of the first report that tells it, and is
 * counted as undated; one without either is left out.
 *
 * <p>Threads: any.
 */
public final class Dyads {

    private final List<Event> events;
    private final Hierarchy hierarchy;
    private final Map<String, Event> byId = new HashMap<>();
    private final Map<String, LocalDate> reported =
            new HashMap<>(); // of events without a day, when the first report tells them
    private final Map<String, String> outlets = new HashMap<>(); // of event mentions
    private final TreeMap<LocalDate, Integer> published = new TreeMap<>(); // how many reports of a day

    public Dyads(Collection<Coded> reports, Together together) {
        events = together.events();
        events.forEach(event -> byId.put(event.id(), event));
        hierarchy = Hierarchy.of(reports.stream().flatMap(coded -> coded.actors().stream()));
        Optional<LocalDate> earliest =
                Chronology.earliest(reports.stream().map(Coded::document).toList());
        Map<String, LocalDate> told = new HashMap<>(); // of event mentions
        for (Coded coded : reports) {
            Optional<LocalDate> day =
                    Chronology.standIn(together.dated(coded.document()).published(), earliest);
            day.ifPresent(d -> published.merge(d, 1, Integer::sum));
            coded.document()
                    .outlet()
                    .ifPresent(outlet -> coded.eventMentions().forEach(mention -> outlets.put(mention.id(), outlet)));
            coded.eventMentions().forEach(mention -> day.ifPresent(d -> told.put(mention.id(), d)));
        }
        for (Event event : events) {
            if (event.when().earliest().isPresent()) continue;
            event.eventMentions().stream()
                    .flatMap(id -> Optional.ofNullable(told.get(id)).stream())
                    .min(LocalDate::compareTo)
                    .ifPresent(day -> reported.put(event.id(), day));
        }
    }

    /**
     * @param actor all ids that count as the one who acts, such as a state with its bodies
     * @param actorId by which the series names it
     * @param selection what counts
     * @return one for each period from the first to the last in which something happened; empty if nothing did
     */
    public List<Dyad> series(
            Set<String> actor,
            String actorId,
            Set<String> recipient,
            String recipientId,
            Period unit,
            Selection selection) {
        return series(events, actor, actorId, recipient, recipientId, unit, selection);
    }

    /** The same of some events alone. Cost: of these, not of the whole record. */
    public List<Dyad> series(
            Collection<Event> of,
            Set<String> actor,
            String actorId,
            Set<String> recipient,
            String recipientId,
            Period unit,
            Selection selection) {
        List<Event> taken = of.stream()
                .filter(event -> acts(event, actor, recipient) && takes(selection, event))
                .toList();
        return series(taken, actorId, recipientId, actor.size() > 1 || recipient.size() > 1, unit, read(unit));
    }

    /** How many reports were published in a period, by its first day. */
    private Map<LocalDate, Integer> read(Period unit) {
        Map<LocalDate, Integer> read = new HashMap<>();
        published.forEach((day, reports) -> read.merge(unit.start(day), reports, Integer::sum));
        return read;
    }

    private List<Dyad> series(
            List<Event> of, String actor, String recipient, boolean parts, Period unit, Map<LocalDate, Integer> read) {
        TreeMap<LocalDate, List<Event>> byPeriod = new TreeMap<>();
        for (Event event : of) {
            day(event)
                    .ifPresent(day -> byPeriod.computeIfAbsent(unit.start(day), start -> new ArrayList<>())
                            .add(event));
        }
        if (byPeriod.isEmpty()) return List.of();
        List<Dyad> series = new ArrayList<>();
        LocalDate last = byPeriod.lastKey();
        for (LocalDate start = byPeriod.firstKey(); !start.isAfter(last); start = unit.next(start)) {
            series.add(dyad(
                    actor,
                    recipient,
                    parts,
                    unit,
                    start,
                    byPeriod.getOrDefault(start, List.of()),
                    read.getOrDefault(start, 0)));
        }
        return series;
    }

    /** Where the mean of what is told in a period can lie; empty if nothing is. */
    public Optional<Band> band(Dyad dyad) {
        return Band.of(told(dyad).map(Event::goldstein).toList());
    }

    /** Where a series turns, earliest first. */
    public List<TurningPoint> turningPoints(List<Dyad> series) {
        double[] sums = series.stream().mapToDouble(Dyad::goldsteinSum).toArray();
        List<Integer> bounds = new ArrayList<>(TurningPoint.starts(sums));
        bounds.add(0, 0);
        bounds.add(sums.length);
        List<TurningPoint> points = new ArrayList<>();
        for (int i = 1; i < bounds.size() - 1; i++) {
            int start = bounds.get(i);
            double before = TurningPoint.mean(sums, bounds.get(i - 1), start);
            double after = TurningPoint.mean(sums, start, bounds.get(i + 1));
            points.add(new TurningPoint(
                    series.get(start).period(),
                    before,
                    after,
                    turning(series, start, bounds.get(i + 1), after > before)));
        }
        return points;
    }

    private List<String> turning(List<Dyad> series, int start, int end, boolean isUp) {
        for (int at = start; at < end; at++) {
            List<String> with = told(series.get(at), isUp);
            if (!with.isEmpty()) return with;
        }
        for (int at = start - 1; at >= 0; at--) {
            List<String> against = told(series.get(at), !isUp);
            if (!against.isEmpty()) return against;
        }
        return List.of();
    }

    private List<String> told(Dyad dyad, boolean isUp) {
        return told(dyad)
                .filter(event -> isUp ? event.goldstein() > 0 : event.goldstein() < 0)
                .map(Event::id)
                .toList();
    }

    private Stream<Event> told(Dyad dyad) {
        return dyad.events().stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .filter(Event::told);
    }

    /** Between all that did something to each other, each at its topmost with what belongs to it. Cost: of the events, not of their pairs. */
    public List<Dyad> all(Period unit) {
        List<Event> done =
                events.stream().filter(event -> takes(Selection.ALL, event)).toList();
        Map<String, Set<String>> parts = new TreeMap<>();
        Map<String, Map<String, List<Event>>> pairs = new TreeMap<>();
        for (Event event : done) {
            Set<String> actors = tops(event.actors(), event, parts);
            Set<String> recipients = event.recipients().isEmpty() ? actors : tops(event.recipients(), event, parts);
            for (String actor : actors) {
                for (String recipient : recipients) {
                    if (!actor.equals(recipient))
                        pairs.computeIfAbsent(actor, a -> new TreeMap<>())
                                .computeIfAbsent(recipient, r -> new ArrayList<>());
                }
            }
        }
        share(done, parts, pairs);
        Map<LocalDate, Integer> read = read(unit);
        List<Dyad> all = new ArrayList<>();
        pairs.forEach((actor, recipients) -> recipients.forEach((recipient, between) -> {
            boolean hasParts = parts.getOrDefault(actor, Set.of()).size() > 1
                    || parts.getOrDefault(recipient, Set.of()).size() > 1;
            all.addAll(series(between, actor, recipient, hasParts, unit, read));
        }));
        return all;
    }

    /** Gives each pair its events: who belongs to another on some days counts with it on all. */
    private static void share(
            List<Event> done, Map<String, Set<String>> parts, Map<String, Map<String, List<Event>>> pairs) {
        Map<String, Set<String>> wholes = new HashMap<>();
        parts.forEach((top, ids) -> ids.forEach(
                id -> wholes.computeIfAbsent(id, i -> new TreeSet<>()).add(top)));
        for (Event event : done) {
            Set<String> actors = wholes(event.actors(), wholes);
            Set<String> recipients = event.recipients().isEmpty() ? actors : wholes(event.recipients(), wholes);
            for (String actor : actors) {
                Map<String, List<Event>> of = pairs.getOrDefault(actor, Map.of());
                for (String recipient : recipients) {
                    List<Event> between = of.get(recipient);
                    if (between != null) between.add(event);
                }
            }
        }
    }

    private static Set<String> wholes(List<String> ids, Map<String, Set<String>> wholes) {
        Set<String> all = new TreeSet<>();
        ids.forEach(id -> all.addAll(wholes.getOrDefault(id, Set.of())));
        return all;
    }

    private Set<String> tops(List<String> actors, Event event, Map<String, Set<String>> parts) {
        Set<String> tops = new TreeSet<>();
        Days days = day(event)
                .map(day -> new Days(Optional.of(day), Optional.of(day)))
                .orElse(Days.ALWAYS);
        for (String actor : actors) {
            String top = hierarchy.topmost(actor, days);
            tops.add(top);
            parts.computeIfAbsent(top, t -> new TreeSet<>(Set.of(t))).add(actor);
        }
        return tops;
    }

    private boolean takes(Selection selection, Event event) {
        return selection.takes(event, selection.outlets().isEmpty() ? Set.of() : tellers(event));
    }

    private Set<String> tellers(Event event) {
        Set<String> tellers = new TreeSet<>();
        event.eventMentions().forEach(id -> Optional.ofNullable(outlets.get(id)).ifPresent(tellers::add));
        return tellers;
    }

    private static boolean acts(Event event, Set<String> actor, Set<String> recipient) {
        if (Collections.disjoint(actor, event.actors())) return false;
        return !Collections.disjoint(recipient, event.recipients().isEmpty() ? event.actors() : event.recipients());
    }

    /** The day that says in which period an event lies; empty if neither it nor a report that tells it has one. */
    public Optional<LocalDate> day(Event event) {
        return event.when().earliest().or(() -> Optional.ofNullable(reported.get(event.id())));
    }

    private static Dyad dyad(
            String actor, String recipient, boolean parts, Period unit, LocalDate start, List<Event> events, int read) {
        List<Event> told = events.stream().filter(Event::told).toList();
        List<Event> claimed = events.stream().filter(event -> !event.told()).toList();
        OptionalDouble mean = told.stream().mapToDouble(Event::goldstein).average();
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
                told.stream().mapToDouble(Event::goldstein).sum(),
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
