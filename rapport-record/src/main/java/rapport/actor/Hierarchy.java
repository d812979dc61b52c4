package rapport.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * What it is part of throughout these days, then what that is part of, up to the last; itself if it is part of nothing. With days unknown only what
     * always holds counts. A person belongs first to the one that all his offices on any of these days lead to, and else to his party or whatever else
     * he is part of.
     */
    public String topmost(String id, Days days) {
        return topmost(id, days, new HashSet<>());
    }

    private String topmost(String id, Days days, Set<String> seen) {
        String top = id;
        while (seen.add(top)) {
            Optional<Actor> actor = find.apply(top);
            Optional<String> served = actor.flatMap(who -> served(who, days, seen));
            if (served.isPresent()) return served.get();
            Optional<String> above = actor.flatMap(who -> who.partOf().stream()
                    .filter(membership -> membership.days().covers(days))
                    .map(Membership::actor)
                    .findFirst());
            if (above.isEmpty()) return top;
            top = above.get();
        }
        return top;
    }

    private Optional<String> served(Actor who, Days days, Set<String> seen) {
        Set<String> tops = who.offices().stream()
                .filter(office -> office.days().overlaps(days))
                .map(office -> topmost(office.of(), days, new HashSet<>(seen)))
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
