package rapport.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.ontology.ActorKind;
import rapport.record.Actor;
import rapport.record.Actor.Membership;
import rapport.record.Days;

/**
 * What is part of what, and when.
 *
 * @param find the actor with an id, if it is known
 */
public record Hierarchy(Function<String, Optional<Actor>> find) {

    /** Of these actors; of several with one id the first counts. */
    public static Hierarchy of(Stream<Actor> actors) {
        Map<String, Actor> byId = new HashMap<>();
        actors.forEach(actor -> byId.putIfAbsent(actor.id(), actor));
        return new Hierarchy(id -> Optional.ofNullable(byId.get(id)));
    }

    /**
     * What it is part of throughout these days, then what that is part of, up to the last; itself if it is part of nothing.
     * With days unknown only what always holds counts, and of a person who has held offices of one state alone that state.
     */
    public String topmost(String id, Days days) {
        String top = id;
        Set<String> seen = new HashSet<>();
        while (seen.add(top)) {
            Optional<String> above = find.apply(top)
                    .flatMap(actor -> actor.partOf().stream()
                            .filter(membership -> membership.days().covers(days))
                            .map(Membership::actor)
                            .findFirst());
            if (above.isEmpty())
                return days.equals(Days.ALWAYS) ? servedAlone(top).orElse(top) : top;
            top = above.get();
        }
        return top;
    }

    private Optional<String> servedAlone(String person) {
        Set<String> tops = find.apply(person).stream()
                .filter(actor -> actor.kind() == ActorKind.PERSON)
                .flatMap(actor -> actor.partOf().stream())
                .map(Membership::actor)
                .filter(above -> find.apply(above)
                        .filter(whole -> whole.kind() == ActorKind.PERSON)
                        .isEmpty())
                .map(above -> topmost(above, Days.ALWAYS))
                .collect(Collectors.toSet());
        return tops.size() == 1 ? tops.stream().findFirst() : Optional.empty();
    }

    /** Whether the one is part of the other, directly or not, on some of these days. */
    public boolean isWithin(String id, String whole, Days days) {
        return isWithin(id, whole, days, new HashSet<>());
    }

    private boolean isWithin(String id, String whole, Days days, Set<String> seen) {
        if (id.equals(whole)) return true;
        if (!seen.add(id)) return false;
        return find.apply(id).stream()
                .flatMap(actor -> actor.partOf().stream())
                .anyMatch(m -> m.days().overlaps(days) && isWithin(m.actor(), whole, days, seen));
    }
}
