package rapport.web.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapport.actor.Hierarchy;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.store.Snapshot;

/**
 * Actors by id and by name, and what belongs to whom. Who is taken for another by reviewers is found as that other.
 *
 * <p>Threads: immutable.
 */
final class Actors {

    private final Map<String, Actor> actors = new TreeMap<>();
    private final Map<String, Actor> taken = new TreeMap<>(); // for another
    private final Map<String, String> same;
    private final Hierarchy hierarchy;

    Actors(Snapshot snapshot) {
        same = snapshot.sameActors();
        try (Stream<Actor> all = snapshot.actors()) {
            all.forEach(actor -> actors.put(actor.id(), actor));
        }
        same.keySet().forEach(id -> snapshot.actor(id).ifPresent(actor -> taken.put(id, actor)));
        hierarchy = Hierarchy.of(actors.values().stream());
    }

    Collection<Actor> all() {
        return List.copyOf(actors.values());
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
        List<Actor> called = find(idOrName)
                .map(List::of)
                .orElseGet(() -> actors.values().stream()
                        .filter(actor -> isCalled(actor, idOrName))
                        .toList());
        if (called.size() == 1) return called.get(0);
        String found = called.isEmpty()
                ? "found nobody called \"" + idOrName + "\""
                : "found \"" + idOrName + "\", which may be "
                        + String.join(" or ", called.stream().map(Actor::id).toList());
        throw declined.apply(found + ", expected the id or name of one actor. /actors lists them.");
    }

    private static boolean isCalled(Actor actor, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(actor.name()), actor.names().stream())
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** With all that belong to it. */
    Edition.Side side(Actor actor) {
        Set<String> side = new LinkedHashSet<>(Set.of(actor.id()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Actor other : actors.values()) {
                boolean belongs = other.partOf().stream().anyMatch(part -> side.contains(part.actor()))
                        || other.offices().stream().anyMatch(office -> side.contains(office.of()));
                if (belongs && side.add(other.id())) grows = true;
            }
        }
        return new Edition.Side(actor, side);
    }
}
