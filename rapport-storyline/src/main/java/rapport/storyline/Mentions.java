package rapport.storyline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import rapport.actor.Hierarchy;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.record.Time;
import rapport.record.Version;

/** From event mentions that tell one event to the event: what they agree on, and where they differ. */
final class Mentions {

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

    private final Map<String, Coded> documents;
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, String> documentOf = new HashMap<>();
    private final Hierarchy hierarchy;

    Mentions(Map<String, Coded> documents, Hierarchy hierarchy) {
        this.documents = documents;
        this.hierarchy = hierarchy;
        for (Coded coded : documents.values()) {
            coded.statements().forEach(statement -> statements.put(statement.id(), statement));
            coded.eventMentions()
                    .forEach(mention ->
                            documentOf.put(mention.id(), coded.document().id()));
        }
    }

    String document(String eventMention) {
        return documentOf.getOrDefault(eventMention, "");
    }

    /**
     * Who says that an event took place, in one mention.
     *
     * @param key the same for one who is the same: an outlet, an actor at its topmost, or words of a text
     * @param source empty if the report says so itself
     * @param self whether it is one of those who act
     * @param recipient whether it is one of those acted on
     */
    record Voice(String key, Optional<String> source, boolean isSelf, boolean isRecipient) {
        boolean isReport() {
            return key.startsWith("outlet ");
        }
    }

    Event event(Identity.Chain chain) {
        List<EventMention> mentions = chain.tellings().stream()
                .map(telling -> telling.mention().orElseThrow())
                .sorted(Comparator.comparing((EventMention m) -> day(m)).thenComparing(EventMention::id))
                .toList();
        Map<EventMention, Voice> voices = new LinkedHashMap<>();
        mentions.forEach(mention -> voices.put(mention, voice(mention)));
        List<EventMention> affirmed =
                mentions.stream().filter(m -> m.modality() != Modality.DENIED).toList();
        Set<String> others = new TreeSet<>(); // neither those who act nor those acted on
        for (EventMention mention : affirmed) {
            Voice voice = voice(mention);
            if (!voice.isReport() && !voice.isSelf && !voice.isRecipient) others.add(voice.key);
        }
        List<EventMention> told = affirmed.stream()
                .filter(m -> others.size() >= SOURCES || voice(m).isReport() || voice(m).isSelf)
                .toList();
        Set<String> independent = new TreeSet<>();
        Set<String> outlets = new TreeSet<>();
        Set<String> sentences = new TreeSet<>();
        for (EventMention mention : affirmed) {
            String words = mention.sentence().in(text(mention)).strip();
            if (!sentences.add(words)) continue; // a copy
            outlets.add(outlet(mention));
            independent.add(voice(mention).key);
        }
        return new Event(
                Ids.of(
                        'v',
                        mentions.stream()
                                .map(EventMention::id)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                type(mentions),
                union(mentions, EventMention::modes),
                union(mentions, EventMention::contexts),
                parties(mentions, EventMention::actors),
                parties(mentions, EventMention::recipients),
                when(mentions),
                place(mentions),
                modality(told.isEmpty() ? mentions : told),
                !told.isEmpty(),
                mentions.stream().map(EventMention::id).toList(),
                outlets.size(),
                voices.values().stream()
                        .flatMap(v -> v.source.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                independent.size(),
                versions(mentions),
                mentions.stream()
                        .filter(m -> m.modality() == Modality.DENIED)
                        .flatMap(m -> voice(m).source.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                chain.joins());
    }

    private Document documentOf(EventMention mention) {
        Coded coded = documents.get(mention.document());
        if (coded == null) throw new IllegalStateException("no document " + mention.document());
        return coded.document();
    }

    String text(EventMention mention) {
        return documentOf(mention).text();
    }

    private String outlet(EventMention mention) {
        return documentOf(mention).outlet().orElse(mention.document());
    }

    private LocalDate day(EventMention mention) {
        return published(mention).orElse(LocalDate.MAX);
    }

    Optional<LocalDate> published(EventMention mention) {
        return documentOf(mention).published().first();
    }

    /** In whose content it stands. */
    Optional<Statement> statement(EventMention mention) {
        return mention.attribution().map(statements::get);
    }

    Voice voice(EventMention mention) {
        Optional<Statement> statement = statement(mention);
        if (statement.isEmpty()) return new Voice("outlet " + outlet(mention), Optional.empty(), false, false);
        Optional<Role> source = statement.get().source();
        if (source.isEmpty()) return new Voice("hearsay " + mention.document(), Optional.empty(), false, false);
        Optional<String> actor = source.get().actor();
        if (actor.isEmpty()) {
            String words = source.get().span().in(text(mention));
            return new Voice("words " + mention.document() + " " + words, Optional.empty(), false, false);
        }
        String top = top(actor.get(), mention);
        return new Voice(
                "actor " + top,
                actor,
                tops(mention.actors(), mention).contains(top),
                tops(mention.recipients(), mention).contains(top));
    }

    String top(String actor, EventMention mention) {
        return hierarchy.topmost(actor, documentOf(mention).published().days());
    }

    Set<String> tops(List<Role> roles, EventMention mention) {
        return roles.stream()
                .flatMap(role -> role.actor().stream())
                .map(actor -> top(actor, mention))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That of most mentions; of several, that of the first. */
    private static EventType type(List<EventMention> mentions) {
        Map<EventType, Long> count = mentions.stream()
                .collect(Collectors.groupingBy(EventMention::eventType, LinkedHashMap::new, Collectors.counting()));
        long most = count.values().stream().mapToLong(n -> n).max().orElseThrow();
        return count.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static List<String> union(List<EventMention> mentions, Function<EventMention, List<String>> field) {
        return mentions.stream()
                .flatMap(m -> field.apply(m).stream())
                .distinct()
                .toList();
    }

    /** Those whom the mention that names most has, then those of others whose topmost is new. */
    private List<String> parties(List<EventMention> mentions, Function<EventMention, List<Role>> side) {
        List<EventMention> byNumber = mentions.stream()
                .sorted(Comparator.comparingInt(
                        (EventMention m) -> -tops(side.apply(m), m).size()))
                .toList();
        Set<String> ids = new LinkedHashSet<>();
        Set<String> tops = new TreeSet<>();
        for (EventMention mention : byNumber) {
            Set<String> before = new TreeSet<>(tops);
            for (Role role : side.apply(mention)) {
                role.actor()
                        .filter(actor -> !before.contains(known(actor, mention)))
                        .ifPresent(actor -> {
                            ids.add(actor);
                            tops.add(known(actor, mention));
                        });
            }
        }
        return List.copyOf(ids);
    }

    /** The same for one who is the same in two reports: by id at the topmost, or, for one whom no dictionary knows, by name. */
    private String known(String actor, EventMention mention) {
        String top = top(actor, mention);
        return hierarchy
                .find()
                .apply(top)
                .filter(who -> who.known() == KnownBy.PROVISIONAL)
                .map(who -> who.name().toLowerCase(Locale.ROOT))
                .orElse(top);
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
                .min(Comparator.comparingLong(Mentions::length))
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

    /** Where two mentions cannot both be right; an open or a coarser value contradicts nothing. */
    private List<Version> versions(List<EventMention> mentions) {
        List<Version> versions = new ArrayList<>();
        List<Time> times = mentions.stream()
                .map(EventMention::when)
                .filter(t -> !t.isUnknown())
                .toList();
        if (anyTwo(times, (one, other) -> !one.days().overlaps(other.days()))) {
            versions.addAll(differing("when", mentions, Mentions::whenTold));
        }
        versions.addAll(differing("place", mentions, m -> m.place().map(Place::name)));
        versions.addAll(differing(
                "actors",
                mentions,
                m -> Optional.of(String.join(" + ", actorsOf(m))).filter(actors -> !actors.isEmpty())));
        versions.addAll(differing(
                "modality",
                mentions,
                m -> Optional.of(m.modality() == Modality.DENIED ? Modality.DENIED.code() : "affirmed")));
        Set<String> counted = new TreeSet<>();
        mentions.forEach(m -> m.quantities().forEach(q -> counted.add(q.of())));
        for (String of : counted) {
            List<Quantity> told = mentions.stream()
                    .flatMap(m -> m.quantities().stream())
                    .filter(q -> q.of().equals(of))
                    .toList();
            if (!anyTwo(told, Mentions::contradict)) continue;
            versions.addAll(differing(
                    "quantities",
                    mentions,
                    m -> m.quantities().stream()
                            .filter(q -> q.of().equals(of))
                            .findFirst()
                            .map(Mentions::bounds)));
        }
        return versions;
    }

    private Set<String> actorsOf(EventMention mention) {
        return mention.actors().stream()
                .flatMap(role -> role.actor().stream())
                .map(actor -> known(actor, mention))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean contradict(Quantity one, Quantity other) {
        return one.high().orElse(Long.MAX_VALUE) < other.low().orElse(Long.MIN_VALUE)
                || other.high().orElse(Long.MAX_VALUE) < one.low().orElse(Long.MIN_VALUE);
    }

    private static <T> boolean anyTwo(List<T> values, BiPredicate<T, T> relation) {
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
