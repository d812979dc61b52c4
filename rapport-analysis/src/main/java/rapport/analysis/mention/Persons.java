package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.record.Actor;
import rapport.record.Days;

/**
 * Which person a name with its titles means: one of the dictionary, one of the document, or a new one.
 *
 * <p>Known miss: a family name without a full name in the document is linked only to one who leads a state of the text on that
 * day.
 */
final class Persons {

    private static final List<String> LEADERS = List.of("president", "prime-minister", "monarch", "supreme-leader");

    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Meanings meanings;
    private final PersonNames personNames;
    private final Affiliations affiliations;
    private final Bodies bodies;

    Persons(Cast cast, Meanings meanings, PersonNames personNames, Affiliations affiliations, Bodies bodies) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.meanings = meanings;
        this.personNames = personNames;
        this.affiliations = affiliations;
        this.bodies = bodies;
    }

    /** @param title all words around the name that say what he or she is; blank if there are none */
    List<String> person(List<String> written, String title) {
        List<String> name =
                written.stream().filter(word -> !Phrase.isInitial(word)).toList();
        if (name.isEmpty()) name = written;
        Set<String> keys = personNames.titleKeys(title);
        Optional<String> whole = affiliations.find(title);
        boolean isFormer = PersonNames.isFormer(title);
        Optional<Gender> gender = Gender.ofTitle(title);
        Optional<Optional<String>> found = name.size() > 1
                ? byFullName(written, name, keys, whole)
                : byFamilyName(name, keys, whole, isFormer, !title.isBlank(), gender);
        if (found.isPresent()) {
            found.get().ifPresent(id -> {
                gender.ifPresent(said -> cast.isSaid(id, said));
                if (written.size() > 1) cast.hear(written, id, keys);
            });
            return found.get().stream().toList();
        }
        Optional<String> partOf = bodies.find(whole, keys);
        String id = cast.person(written, partOf, !title.isBlank());
        gender.ifPresent(said -> cast.isSaid(id, said));
        if (name.size() > 1) cast.hear(name, id, keys);
        return List.of(id);
    }

    /** A person of the dictionary has been named in full, so that the family name will do from now on. */
    void named(String bare, String id) {
        List<String> name = Phrase.words(Phrase.withoutPossessive(bare));
        if (name.size() > 1) cast.hear(name, id, Set.of());
    }

    /** Outer empty: not heard of. Inner empty: heard of, but nobody can say which of several. */
    private Optional<Optional<String>> byFullName(
            List<String> written, List<String> name, Set<String> keys, Optional<String> whole) {
        Set<String> known = new TreeSet<>();
        for (List<String> form : List.of(written, name)) {
            dictionary.named(String.join(" ", form)).stream()
                    .filter(id -> cast.kind(id) == ActorKind.PERSON)
                    .forEach(known::add);
        }
        boolean isNamed = !known.isEmpty();
        whole.map(cast::topmost).ifPresent(top -> known.removeIf(id -> !isOf(id, top)));
        if (known.size() > 1) known.removeIf(id -> !holds(id, keys, cast.days()));
        if (known.size() == 1) return Optional.of(known.stream().findFirst());
        if (isNamed && whole.isEmpty()) return Optional.of(Optional.empty());
        if (isNamed) return Optional.empty(); // the same name, of another state: another person
        Optional<Cast.Person> heardOf = cast.personNamed(name);
        if (heardOf.isPresent() && !isContrary(heardOf.get().id(), whole)) {
            boolean addsOffice = bodies.find(whole, keys).isPresent()
                    && cast.actor(heardOf.get().id())
                            .filter(actor -> actor.partOf().isEmpty())
                            .isPresent();
            return addsOffice
                    ? Optional.empty()
                    : Optional.of(Optional.of(heardOf.get().id()));
        }
        Set<String> longer = ids(cast.peopleEndingWith(name));
        if (longer.isEmpty()) longer = ids(shorter(name));
        return longer.size() == 1 ? Optional.of(longer.stream().findFirst()) : Optional.empty();
    }

    /** "Ken Lind" and "Kenneth Lind" in one document. */
    private List<Cast.Person> shorter(List<String> name) {
        return cast.peopleEndingWith(name.subList(1, name.size())).stream()
                .filter(person -> person.name().size() == name.size()
                        && Gender.isShortForm(person.name().get(0), name.get(0)))
                .toList();
    }

    private Optional<Optional<String>> byFamilyName(
            List<String> name,
            Set<String> keys,
            Optional<String> whole,
            boolean isFormer,
            boolean hasTitle,
            Optional<Gender> gender) {
        List<Cast.Person> all = cast.peopleEndingWith(name).stream()
                .filter(person -> agrees(person.id(), gender))
                .toList();
        List<Cast.Person> heardOf =
                all.stream().filter(person -> !isContrary(person.id(), whole)).toList();
        if (ids(heardOf).size() > 1 && !keys.isEmpty()) {
            heardOf = heardOf.stream()
                    .filter(person ->
                            person.titles().stream().anyMatch(keys::contains) || holds(person.id(), keys, cast.days()))
                    .toList();
        }
        List<String> called = new ArrayList<>(name);
        gender.ifPresent(said -> called.add(0, said.name()));
        Optional<String> one = cast.goesBy(called, ids(heardOf));
        if (one.isPresent()) return Optional.of(one);
        if (!all.isEmpty()) return Optional.of(Optional.empty());
        Optional<Optional<String>> known = knownByFamilyName(name.get(0), keys, whole, isFormer, gender);
        if (known.isPresent()) return known;
        Set<String> byGivenName = hasTitle ? ids(cast.peopleBeginningWith(name.get(0))) : Set.of();
        return byGivenName.size() == 1 ? Optional.of(byGivenName.stream().findFirst()) : Optional.empty();
    }

    /** Whom a family name means without a title and without a full name in the document. */
    Optional<Optional<String>> knownByFamilyName(String name) {
        return knownByFamilyName(name, Set.of(), Optional.empty(), false, Optional.empty());
    }

    private Optional<Optional<String>> knownByFamilyName(
            String name, Set<String> keys, Optional<String> whole, boolean isFormer, Optional<Gender> gender) {
        Set<String> called = new TreeSet<>(dictionary.peopleCalled(name));
        Set<String> exact = new TreeSet<>();
        dictionary.named(name).stream()
                .filter(id -> cast.kind(id) == ActorKind.PERSON)
                .forEach(exact::add);
        called.addAll(exact);
        called.removeIf(id -> !agrees(id, gender));
        whole.map(cast::topmost).ifPresent(top -> called.removeIf(id -> !isOf(id, top)));
        if (called.isEmpty()) return Optional.empty();
        if (!keys.isEmpty()) {
            Days days = isFormer ? new Days(Optional.empty(), cast.days().until()) : cast.days();
            Set<String> holders = new TreeSet<>(called);
            holders.removeIf(id -> !holds(id, keys, days));
            if (holders.size() == 1) return Optional.of(holders.stream().findFirst());
            if (holders.size() > 1) {
                holders.removeIf(id -> !cast.present().contains(meanings.stateOf(id)));
                return Optional.of(holders.size() == 1 ? holders.stream().findFirst() : Optional.empty());
            }
            return Optional.empty();
        }
        called.removeIf(id -> !exact.contains(id)
                && !(cast.isDayKnown() && isLeader(id) && cast.present().contains(meanings.stateOf(id))));
        if (called.isEmpty()) return Optional.empty();
        return Optional.of(called.size() == 1 ? called.stream().findFirst() : Optional.empty());
    }

    /** Whether a known person belongs, or has belonged, to the state or group that a title personNames. */
    private boolean isOf(String person, String whole) {
        return cast.isWithin(person, whole)
                || cast.actor(person)
                        .flatMap(Actor::country)
                        .map(Phrase::lower)
                        .filter(whole::equals)
                        .isPresent()
                || cast.kind(whole) != ActorKind.STATE
                        && meanings.stateOf(person).equals(meanings.stateOf(whole));
    }

    private boolean agrees(String person, Optional<Gender> gender) {
        return gender.isEmpty() || cast.agrees(person, gender.get());
    }

    private boolean isContrary(String person, Optional<String> whole) {
        return whole.map(cast::topmost)
                .filter(top -> cast.kind(top) == ActorKind.STATE)
                .filter(top -> {
                    String own = cast.topmost(person);
                    return !own.equals(person) && cast.kind(own) == ActorKind.STATE && !isOf(person, top);
                })
                .isPresent();
    }

    /** Whether words for these offices can mean someone: who is known has held one, or the text says so; of others nobody can tell. */
    boolean mayHaveHeld(String person, Set<String> keys) {
        return keys.isEmpty()
                || dictionary.find(person).isEmpty()
                || holds(person, keys, Days.ALWAYS)
                || cast.people().stream()
                        .anyMatch(heard -> heard.id().equals(person) && !Collections.disjoint(heard.titles(), keys));
    }

    /** Those named in the document who held one of these offices before its day and hold none now. */
    Set<String> formerHolders(Set<String> keys) {
        Set<String> holders = ids(cast.people());
        holders.removeIf(
                id -> !holds(id, keys, new Days(Optional.empty(), cast.days().until()))
                        || cast.isDayKnown() && holds(id, keys, cast.days()));
        return holders;
    }

    private boolean holds(String person, Set<String> keys, Days days) {
        return dictionary.offices(person, days).stream()
                .anyMatch(office -> keys.stream()
                        .anyMatch(key -> office.of().equals(key) || office.of().endsWith("." + key)));
    }

    boolean isLeader(String person) {
        return holds(person, new TreeSet<>(LEADERS), cast.days());
    }

    static Set<String> ids(Collection<Cast.Person> people) {
        Set<String> ids = new TreeSet<>();
        people.forEach(person -> ids.add(person.id()));
        return ids;
    }
}
