package rapport.storyline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.PlacePrecision;
import rapport.record.Days;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Time;
import rapport.record.Version;

/** From event mentions that tell one event to the event: what they agree on, and where they differ. */
final class Events {

    /** Of several told modalities the first counts. */
    private static final List<Modality> FIRST = List.of(
            Modality.OCCURRED,
            Modality.ONGOING,
            Modality.PROMISED,
            Modality.PLANNED,
            Modality.DEMANDED,
            Modality.HYPOTHETICAL,
            Modality.DENIED);

    private static final int SOURCES = 2; // independent ones that make a claim told

    private final Voices voices;

    Events(Voices voices) {
        this.voices = voices;
    }

    Event event(Identity.Chain chain) {
        List<EventMention> mentions = chain.tellings().stream()
                .map(telling -> telling.mention().orElseThrow())
                .sorted(Comparator.comparing(
                                (EventMention m) -> voices.published(m).orElse(LocalDate.MAX))
                        .thenComparing(EventMention::id))
                .toList();
        List<EventMention> affirmed =
                mentions.stream().filter(m -> m.modality() != Modality.DENIED).toList();
        Set<String> others = new TreeSet<>(); // neither those who act nor those acted on
        for (EventMention mention : affirmed) {
            Voices.Voice voice = voices.voice(mention);
            if (voice.isSource() && !voice.isSelf() && !voice.isRecipient()) others.add(voice.key());
        }
        List<EventMention> told = affirmed.stream()
                .filter(m -> others.size() >= SOURCES
                        || voices.voice(m).isReport()
                        || voices.voice(m).isSelf())
                .toList();
        Set<String> independent = new TreeSet<>();
        Set<String> outlets = new TreeSet<>();
        for (EventMention mention : affirmed) {
            outlets.add(voices.outlet(mention));
            Voices.Voice voice = voices.voice(mention);
            if (voice.isReport() || voice.isSource()) independent.add(voice.key());
        }
        EventType type = mentions.get(0).eventType(); // only a reviewer joins other types
        return new Event(
                Ids.of(
                        'v',
                        mentions.stream()
                                .map(EventMention::id)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                type,
                union(mentions.stream().filter(m -> m.eventType() == type).toList(), EventMention::modes),
                union(mentions, EventMention::contexts),
                parties(mentions, EventMention::actors),
                parties(mentions, EventMention::recipients),
                when(mentions),
                place(mentions),
                modality(told.isEmpty() ? mentions : told),
                !told.isEmpty(),
                mentions.stream().map(EventMention::id).toList(),
                outlets.size(),
                mentions.stream()
                        .flatMap(m -> voices.voice(m).source().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                independent.size(),
                versions(mentions),
                mentions.stream()
                        .filter(m -> m.modality() == Modality.DENIED)
                        .flatMap(m -> voices.voice(m).source().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                chain.joins());
    }

    private static <T> List<T> union(List<EventMention> mentions, Function<EventMention, List<T>> field) {
        return mentions.stream()
                .flatMap(m -> field.apply(m).stream())
                .distinct()
                .toList();
    }

    /** Those whom the mention that names most has, then those of others whose topmost is new. */
    private List<String> parties(List<EventMention> mentions, Function<EventMention, List<Role>> side) {
        List<EventMention> byNumber = mentions.stream()
                .sorted(Comparator.comparingInt(
                        (EventMention m) -> -voices.tops(side.apply(m), m).size()))
                .toList();
        Set<String> ids = new LinkedHashSet<>();
        Set<String> tops = new TreeSet<>();
        for (EventMention mention : byNumber) {
            Set<String> before = new TreeSet<>(tops);
            for (Role role : side.apply(mention)) {
                role.actor()
                        .filter(actor -> !before.contains(voices.known(actor, mention)))
                        .ifPresent(actor -> {
                            ids.add(actor);
                            tops.add(voices.known(actor, mention));
                        });
            }
        }
        return List.copyOf(ids);
    }

    /** The narrowest; of equal ones the first. Nothing narrower than what contradicts the first is taken. */
    private static Time when(List<EventMention> mentions) {
        List<Time> known = mentions.stream()
                .map(EventMention::when)
                .filter(t -> !t.isUnknown())
                .toList();
        if (known.isEmpty()) return Time.UNKNOWN;
        return known.stream()
                .filter(time -> time.days().overlaps(known.get(0).days()))
                .min(Comparator.comparingLong(Events::length))
                .map(time -> new Time(time.first(), time.last(), time.basis(), time.because(), Optional.empty()))
                .orElseThrow();
    }

    private static long length(Time time) {
        return time.first()
                .flatMap(first -> time.last().map(last -> ChronoUnit.DAYS.between(first, last)))
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<Place> place(List<EventMention> mentions) {
        return mentions.stream()
                .flatMap(m -> m.place().stream())
                .min(Comparator.comparing((Place place) -> place.precision()));
    }

    private static Modality modality(List<EventMention> mentions) {
        return FIRST.stream()
                .filter(modality -> mentions.stream().anyMatch(m -> m.modality() == modality))
                .findFirst()
                .orElseThrow();
    }

    // ---- versions

    /**
     * Where two mentions cannot both be right; an open or a coarser value contradicts nothing. Known miss: who did it, since identity
     * takes acts of different known actors for different events.
     */
    private List<Version> versions(List<EventMention> mentions) {
        List<Version> versions = new ArrayList<>(
                differing("eventType", mentions, m -> Optional.of(m.eventType().name())));
        Stream<Days> days = mentions.stream()
                .map(EventMention::when)
                .filter(t -> !t.isUnknown())
                .map(Time::days);
        if (anyTwo(days, (one, other) -> !one.overlaps(other))) {
            versions.addAll(differing("when", mentions, Events::whenTold));
        }
        Stream<Map.Entry<PlacePrecision, String>> places = mentions.stream()
                .flatMap(m -> m.place().stream())
                .map(place -> Map.entry(place.precision(), place.name()));
        // they differ, so in name; of an area nobody knows how large it is
        if (anyTwo(places, (one, other) -> one.getKey() == other.getKey() && one.getKey() != PlacePrecision.AREA)) {
            versions.addAll(differing("place", mentions, m -> m.place().map(Place::name)));
        }
        versions.addAll(differing(
                "modality",
                mentions,
                m -> Optional.of(m.modality() == Modality.DENIED ? Modality.DENIED.code() : "affirmed")));
        Set<String> counted = new TreeSet<>();
        mentions.forEach(m -> m.quantities().forEach(q -> counted.add(q.of())));
        for (String of : counted) {
            Stream<Bounds> told = mentions.stream()
                    .flatMap(m -> m.quantities().stream())
                    .filter(q -> q.of().equals(of))
                    .map(q -> new Bounds(q.low(), q.high()));
            if (!anyTwo(told, Bounds::contradict)) continue;
            versions.addAll(differing(
                    "quantities",
                    mentions,
                    m -> m.quantities().stream()
                            .filter(q -> q.of().equals(of))
                            .findFirst()
                            .map(Events::bounds)));
        }
        return versions;
    }

    private record Bounds(OptionalLong low, OptionalLong high) {

        boolean contradict(Bounds other) {
            return high.orElse(Long.MAX_VALUE) < other.low.orElse(Long.MIN_VALUE)
                    || other.high.orElse(Long.MAX_VALUE) < low.orElse(Long.MIN_VALUE);
        }
    }

    /** Cost: of the pairs of values that differ, so let them be without what does not matter. */
    private static <T> boolean anyTwo(Stream<T> all, BiPredicate<T, T> relation) {
        List<T> values = all.distinct().toList();
        for (int b = 1; b < values.size(); b++) {
            for (int a = 0; a < b; a++) if (relation.test(values.get(a), values.get(b))) return true;
        }
        return false;
    }

    /** A version for each value, if there are several. */
    private static List<Version> differing(
            String field, Collection<EventMention> mentions, Function<EventMention, Optional<String>> value) {
        Map<String, List<String>> byValue = new TreeMap<>();
        for (EventMention mention : mentions) {
            value.apply(mention)
                    .ifPresent(v ->
                            byValue.computeIfAbsent(v, k -> new ArrayList<>()).add(mention.id()));
        }
        if (byValue.size() < 2) return List.of();
        return byValue.entrySet().stream()
                .map(entry -> new Version(field, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<String> whenTold(EventMention mention) {
        Time when = mention.when();
        if (when.isUnknown()) return Optional.empty();
        return Optional.of(when.day()
                .map(LocalDate::toString)
                .orElseGet(() -> Stream.of(when.first(), when.last())
                        .map(day -> day.map(LocalDate::toString).orElse(""))
                        .collect(Collectors.joining(".."))));
    }

    private static String bounds(Quantity quantity) {
        String low = text(quantity.low());
        String high = text(quantity.high());
        return (low.equals(high) ? low : low + ".." + high) + (quantity.of().isEmpty() ? "" : " " + quantity.of());
    }

    private static String text(OptionalLong bound) {
        return bound.isPresent() ? Long.toString(bound.getAsLong()) : "";
    }
}
