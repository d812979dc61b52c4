package rapport.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.store.Snapshot;

/** The actors of a record, and what belongs to whom. */
final class Sides {

    private final Map<String, Actor> actors = new TreeMap<>();
    private final Map<String, String> same = new TreeMap<>(); // whom reviewers take for whom

    private Sides() {}

    static Sides of(Snapshot snapshot) {
        Sides sides = new Sides();
        try (Stream<Actor> actors = snapshot.actors()) {
            actors.forEach(actor -> sides.actors.put(actor.id(), actor));
        }
        sides.same.putAll(snapshot.sameActors());
        return sides;
    }

    /**
     * Ids of an actor and of all that belong to it.
     *
     * @throws Refused if nobody, or more than one, is called so
     */
    Set<String> require(String idOrName) {
        String id = same.getOrDefault(idOrName, idOrName);
        List<Actor> called = actors.containsKey(id)
                ? List.of(actors.get(id))
                : actors.values().stream()
                        .filter(actor -> isCalled(actor, idOrName))
                        .toList();
        if (called.size() != 1) {
            String found = called.isEmpty()
                    ? "nobody in the record is called \"" + idOrName + "\""
                    : "\"" + idOrName + "\" may be "
                            + String.join(" or ", called.stream().map(Actor::id).toList());
            throw new Refused(found + ", expected the id or name of one actor. \"rapport show actors\" lists them.");
        }
        Set<String> side = new LinkedHashSet<>(Set.of(called.get(0).id()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Actor actor : actors.values()) {
                boolean belongs = actor.partOf().stream().anyMatch(part -> side.contains(part.actor()))
                        || actor.offices().stream().anyMatch(office -> side.contains(office.of()));
                if (belongs && side.add(actor.id())) grows = true;
            }
        }
        return side;
    }

    private static boolean isCalled(Actor actor, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(actor.name()), actor.names().stream())
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted));
    }
}
