package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Actor.Membership;
import rapport.record.Days;
import rapport.record.Ids;

/**
 * Who is in one document: actors of the dictionary and those that the text alone names, with the names that hold inside this
 * document only. Not thread-safe; one for each document.
 */
final class Cast {

    /** An actor that the text alone names. */
    private static final class Provisional {
        private final String id;
        private final String name;
        private ActorKind kind;
        private boolean mayBePerson;
        private Optional<String> partOf = Optional.empty();
        private final Set<String> names = new LinkedHashSet<>();

        Provisional(String id, String name, ActorKind kind) {
            this.id = id;
            this.name = name;
            this.kind = kind;
        }

        Actor actor() {
            return new Actor(
                    id,
                    name,
                    kind,
                    Optional.empty(),
                    List.of(),
                    partOf.map(whole -> new Membership(whole, Days.ALWAYS)).stream()
                            .toList(),
                    List.of(),
                    List.copyOf(names),
                    Optional.empty(),
                    KnownBy.PROVISIONAL);
        }
    }

    /** A full name in the document. {@code titles} are the offices that the text gives it. */
    record Person(List<String> name, String id, Set<String> titles) {}

    private static final String COALITION = "coalition";
    private static final List<String> COALITIONS = List.of(COALITION, "international coalition", "global coalition");

    private final ActorDictionary dictionary;
    private final String document;
    private final Days days;
    private final Map<String, Provisional> provisional = new LinkedHashMap<>();
    private final Map<String, Set<String>> aliases = new TreeMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> goesBy = new TreeMap<>();
    private final Map<String, Gender> genders = new TreeMap<>();
    private final Set<String> speaking = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();
    private Optional<String> home = Optional.empty();

    /** @param days of the document: one day, an interval, or open if unknown */
    Cast(ActorDictionary dictionary, String document, Days days) {
        this.dictionary = dictionary;
        this.document = document;
        this.days = days;
    }

    ActorDictionary dictionary() {
        return dictionary;
    }

    Days days() {
        return days;
    }

    boolean isDayKnown() {
        return days.from().isPresent() && days.until().isPresent();
    }

    // ---- who is there

    Optional<Actor> actor(String id) {
        Provisional own = provisional.get(id);
        return own != null ? Optional.of(own.actor()) : dictionary.find(id);
    }

    ActorKind kind(String id) {
        return actor(id).map(Actor::kind).orElse(ActorKind.OTHER);
    }

    boolean mayBePerson(String id) {
        Provisional own = provisional.get(id);
        return kind(id) == ActorKind.PERSON || own != null && own.mayBePerson || dictionary.isOffice(id);
    }

    String topmost(String id) {
        Provisional own = provisional.get(id);
        if (own != null) return own.partOf.map(this::topmost).orElse(id);
        boolean isEver = kind(id) == ActorKind.PERSON && !isDayKnown(); // then any office that he held
        return dictionary.topmost(id, isEver ? Days.ALWAYS : days);
    }

    /** Whether the one belongs to the other, or did at any time. */
    boolean isWithin(String id, String whole) {
        if (id.equals(whole)) return true;
        Provisional own = provisional.get(id);
        if (own != null)
            return own.partOf.filter(above -> isWithin(above, whole)).isPresent();
        return dictionary.isWithin(id, whole, Days.ALWAYS);
    }

    // ---- provisional actors

    /** Someone without a name ("two farmers"), or a private person: known in this document only. */
    String local(String words, ActorKind kind, Optional<String> partOf) {
        return add(Ids.of('a', document, ActorDictionary.key(words)), words, kind, partOf).id;
    }

    /** A named organisation: the same id in every document. */
    String organisation(String name, ActorKind kind, Optional<String> partOf) {
        return add(Ids.of('a', ActorDictionary.key(name)), name, kind, partOf).id;
    }

    /** A person: with an office or a body the same in every document, otherwise local. */
    String person(List<String> name, Optional<String> partOf, boolean isCertain) {
        String written = String.join(" ", name);
        String id = partOf.map(body -> Ids.of('a', "person", ActorDictionary.key(written), topmost(body)))
                .orElseGet(() -> Ids.of('a', document, ActorDictionary.key(written)));
        add(id, written, isCertain ? ActorKind.PERSON : ActorKind.OTHER, partOf).mayBePerson = true;
        return id;
    }

    private Provisional add(String id, String name, ActorKind kind, Optional<String> partOf) {
        Provisional own = provisional.computeIfAbsent(id, key -> new Provisional(key, name, kind));
        if (own.kind == ActorKind.OTHER) own.kind = kind;
        if (own.partOf.isEmpty()) own.partOf = partOf.filter(whole -> !whole.equals(id));
        return own;
    }

    /** A form of its name in this document; only those of provisional actors are kept. */
    void see(String id, String form) {
        Provisional own = provisional.get(id);
        if (own != null) own.names.add(form);
    }

    /** A pronoun says that it is a person. */
    void isPerson(String id) {
        Provisional own = provisional.get(id);
        if (own != null && own.mayBePerson) own.kind = ActorKind.PERSON;
    }

    /** A title beside the name tells "he" from "she". */
    void isSaid(String id, Gender gender) {
        genders.put(id, gender);
    }

    /** Whether "he", or "she", can mean this one: by the given name, else by a title; either, if neither tells. */
    boolean agrees(String id, Gender gender) {
        return gender(id).filter(other -> other != gender).isEmpty();
    }

    /** Empty if neither the given name nor a title tells. */
    Optional<Gender> gender(String id) {
        return actor(id)
                .flatMap(actor -> Gender.ofName(Phrase.words(actor.name())))
                .or(() -> Optional.ofNullable(genders.get(id)));
    }

    // ---- names that hold in this document

    void alias(String words, String id) {
        aliases.computeIfAbsent(ActorDictionary.key(words), key -> new TreeSet<>())
                .add(id);
    }

    /** Who has been given this name in the text; several if it was given to several. */
    Set<String> aliased(String words) {
        return aliases.getOrDefault(ActorDictionary.key(words), Set.of());
    }

    /** Hears a full name. Who is known, or has an office, takes the place of who was only named. */
    void hear(List<String> name, String id, Set<String> titles) {
        String key = ActorDictionary.key(String.join(" ", name));
        Person before = people.get(key);
        if (before == null || !isBetterKnown(before.id()) && isBetterKnown(id)) {
            people.put(key, new Person(List.copyOf(name), id, Set.copyOf(titles)));
        }
    }

    private boolean isBetterKnown(String id) {
        Provisional own = provisional.get(id);
        return own == null || own.partOf.isPresent();
    }

    /** All who are named in full. */
    Collection<Person> people() {
        return people.values();
    }

    Optional<Person> personNamed(List<String> name) {
        return Optional.ofNullable(people.get(ActorDictionary.key(String.join(" ", name))));
    }

    /** Those whose full name in this document ends with these words. */
    List<Person> peopleEndingWith(List<String> words) {
        String end = ActorDictionary.key(String.join(" ", words));
        List<Person> found = new ArrayList<>();
        for (Map.Entry<String, Person> entry : people.entrySet()) {
            if (entry.getKey().endsWith(" " + end)) found.add(entry.getValue());
        }
        return found;
    }

    /**
     * Whom a family name means in this document: the only one who has it, or of several the one who went by it before another was named
     * in full. Others are then named in full again and again ("her husband, Bill").
     */
    Optional<String> goesBy(List<String> name, Set<String> ids) {
        String key = ActorDictionary.key(String.join(" ", name));
        if (ids.size() == 1) {
            String only = ids.iterator().next();
            goesBy.putIfAbsent(key, only);
            return Optional.of(only);
        }
        return Optional.ofNullable(goesBy.get(key)).filter(ids::contains);
    }

    /** Those whose full name in this document begins with this word. */
    List<Person> peopleBeginningWith(String word) {
        String start = ActorDictionary.key(word) + " ";
        return people.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .map(Map.Entry::getValue)
                .toList();
    }

    // ---- states in play

    /** A state or union that the text names, in whatever way. A coalition is "the coalition", "the international coalition" from then on. */
    void isPresent(String state) {
        present.add(state);
        boolean isCoalition = kind(state) == ActorKind.IGO
                && actor(state).map(Actor::names).orElse(List.of()).stream()
                        .anyMatch(name -> ActorDictionary.key(name).endsWith(" " + COALITION));
        if (isCoalition) COALITIONS.forEach(name -> alias(name, state));
    }

    Set<String> present() {
        return present;
    }

    /** Of those that the text names, the states. */
    Set<String> states() {
        Set<String> states = new TreeSet<>(present);
        states.removeIf(id -> kind(id) != ActorKind.STATE);
        return states;
    }

    /** A state one of whose bodies or officials the text names. */
    void speaks(String id) {
        ActorKind kind = kind(id);
        if (kind != ActorKind.GOVERNMENT_BODY && kind != ActorKind.MILITARY && kind != ActorKind.PERSON) return;
        String top = topmost(id);
        if (kind(top) == ActorKind.STATE) speaking.add(top);
    }

    Set<String> speaking() {
        return speaking;
    }

    /** Whether the text speaks of someone by one word that the dictionary does not have: that may be a state. */
    boolean hasUnknownLand() {
        return provisional.values().stream()
                .anyMatch(own -> own.kind == ActorKind.OTHER
                        && !own.mayBePerson
                        && !own.name.isEmpty()
                        && Character.isUpperCase(own.name.charAt(0))
                        && !own.name.contains(" "));
    }

    /** The state from which the report comes, by its dateline or outlet. */
    void isFrom(String state) {
        home = Optional.of(state);
    }

    Optional<String> home() {
        return home;
    }
}
