package rapport.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.actor.Hierarchy;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.store.Snapshot;

/**
 * Actors by id and by name, and what belongs to whom. Who is taken for another by reviewers is found as that other.
 *
 * <p>Threads: immutable.
 */
final class Actors {

    private final Map<String, Actor> actors = new LinkedHashMap<>(); // by id
    private final Map<String, List<Actor>> belonging = new HashMap<>(); // to one, or holding office of it; by id
    private final Map<String, String> names = new HashMap<>(); // all of one actor, in small letters
    private final Map<String, Actor> taken = new TreeMap<>(); // for another
    private final Map<String, String> same;
    private final Hierarchy hierarchy;

    Actors(Snapshot snapshot) {
        same = snapshot.sameActors();
        try (Stream<Actor> all = snapshot.actors()) {
            all.forEach(this::add);
        }
        same.keySet().forEach(id -> snapshot.actor(id).ifPresent(actor -> taken.put(id, actor)));
        hierarchy = Hierarchy.of(actors.values().stream());
    }

    private void add(Actor actor) {
        actors.put(actor.id(), actor);
        Stream.concat(
                        actor.partOf().stream().map(Actor.Membership::actor),
                        actor.offices().stream().map(Actor.Office::of))
                .distinct()
                .forEach(id ->
                        belonging.computeIfAbsent(id, i -> new ArrayList<>()).add(actor));
        names.put(actor.id(), (actor.name() + "\n" + String.join("\n", actor.names())).toLowerCase(Locale.ROOT));
    }

    /** By id. */
    Collection<Actor> all() {
        return Collections.unmodifiableCollection(actors.values());
    }

    /** Whether these small letters stand in one of its names. */
    boolean isCalledLike(Actor actor, String letters) {
        return names.getOrDefault(actor.id(), "").contains(letters);
    }

    /** Those who belong to one, or held an office of it; by id. */
    List<Actor> belonging(String id) {
        return belonging.getOrDefault(id, List.of());
    }

    /** For whom it is taken at last; itself if for nobody. */
    String same(String id) {
        return same.getOrDefault(id, id);
    }

    /** Those who are taken for this one, by id. */
    List<Actor> takenFor(String id) {
        return taken.values().stream()
                .filter(actor -> same(actor.id()).equals(id))
                .toList();
    }

    Optional<Actor> find(String id) {
        return Optional.ofNullable(actors.get(same(id)));
    }

    /** Described in a text, as "2,000 people" are, and in no list of actors. */
    boolean isProvisional(String id) {
        return find(id).map(actor -> actor.known() == KnownBy.PROVISIONAL).orElse(true);
    }

    /** Of one who is taken for another, his own. */
    String name(String id) {
        return Optional.ofNullable(actors.get(id))
                .or(() -> Optional.ofNullable(taken.get(id)))
                .map(Actor::name)
                .orElse(id);
    }

    String topmost(String id, Days days) {
        return hierarchy.topmost(id, days);
    }

    /** @throws Declined if nobody, or more than one, is called so */
    Actor require(String idOrName) {
        return called(idOrName, Declined::notFound);
    }

    /** The same for what stands in a form. */
    String idOf(String idOrName) {
        return called(idOrName, Declined::badQuestion).id();
    }

    private Actor called(String idOrName, java.util.function.Function<String, Declined> declined) {
        List<Actor> called = find(idOrName).map(List::of).orElseGet(() -> called(idOrName.toLowerCase(Locale.ROOT)));
        if (called.size() == 1) return called.get(0);
        String found = called.isEmpty()
                ? "found nobody called \"" + idOrName + "\""
                : "found \"" + idOrName + "\", which may be "
                        + String.join(" or ", called.stream().map(Actor::id).toList());
        throw declined.apply(found + ", expected the id or name of one actor. /actors lists them.");
    }

    private List<Actor> called(String name) {
        return actors.values().stream()
                .filter(actor -> isCalledLike(actor, name)
                        && List.of(names.getOrDefault(actor.id(), "").split("\n"))
                                .contains(name))
                .toList();
    }

    /** With all that belong to it. */
    Edition.Side side(Actor actor) {
        return new Edition.Side(actor, with(actor.id()));
    }

    /** Its own id, and those of all that belong to it: by id, and from the beginning again for those who belong to a later one. */
    Set<String> with(String id) {
        Set<String> with = new LinkedHashSet<>(Set.of(id));
        TreeSet<String> next = new TreeSet<>();
        belonging(id).forEach(other -> next.add(other.id()));
        String at = "";
        while (!next.isEmpty()) {
            at = Optional.ofNullable(next.higher(at)).orElseGet(next::first);
            next.remove(at);
            if (with.add(at)) belonging(at).forEach(other -> next.add(other.id()));
        }
        return with;
    }
}
