package rapport.storyline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Join;

/**
 * What reviewers have decided on which event mentions tell one event. It counts before what the program makes of their words: two
 * that are split never stand in one event, two that are joined always do, even across storylines. Where joins lead from one to
 * another that is split from it, the split holds, and none of these joins.
 *
 * <p>Cost: of the joined pairs and the events that they touch.
 */
public record Reviewed(Set<Pair> joined, Set<Pair> split) {

    /** The rule of a join that a reviewer made. */
    public static final String RULE = "review";

    public static final Reviewed NOTHING = new Reviewed(Set.of(), Set.of());

    /** Ids of two event mentions, in no order. */
    public record Pair(String first, String second) implements Comparable<Pair> {

        public Pair {
            if (first.compareTo(second) > 0) {
                String earlier = second;
                second = first;
                first = earlier;
            }
        }

        @Override
        public int compareTo(Pair other) {
            int byFirst = first.compareTo(other.first);
            return byFirst != 0 ? byFirst : second.compareTo(other.second);
        }
    }

    public Reviewed {
        joined = Collections.unmodifiableSortedSet(new TreeSet<>(joined));
        split = Collections.unmodifiableSortedSet(new TreeSet<>(split));
    }

    boolean isJoined(String one, String other) {
        return joined.contains(new Pair(one, other));
    }

    boolean isSplit(String one, String other) {
        return split.contains(new Pair(one, other));
    }

    /** Ids of event mentions of which the two say different things. */
    Set<String> differing(Reviewed other) {
        Stream<Pair> gone = Stream.concat(without(joined, other.joined), without(split, other.split));
        Stream<Pair> come = Stream.concat(without(other.joined, joined), without(other.split, split));
        return Stream.concat(gone, come)
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Pair> without(Set<Pair> pairs, Set<Pair> those) {
        return pairs.stream().filter(pair -> !those.contains(pair));
    }

    /** Of each event mention that is joined, with which others. */
    Map<String, Set<String>> partners() {
        Map<String, Set<String>> partners = new HashMap<>();
        for (Pair pair : joined) {
            partners.computeIfAbsent(pair.first(), id -> new TreeSet<>()).add(pair.second());
            partners.computeIfAbsent(pair.second(), id -> new TreeSet<>()).add(pair.first());
        }
        return partners;
    }

    /** The chains with those together that are joined here. */
    List<Identity.Chain> together(List<Identity.Chain> chains) {
        if (joined.isEmpty()) return chains;
        Map<String, Identity.Chain> chainOf = new HashMap<>();
        for (Identity.Chain chain : chains) {
            for (Telling telling : chain.tellings()) chainOf.put(telling.id(), chain);
        }
        List<Identity.Chain> all = new ArrayList<>(chains);
        for (Pair pair : joined) {
            Identity.Chain one = chainOf.get(pair.first());
            Identity.Chain other = chainOf.get(pair.second());
            if (one == null || other == null) continue; // of a report that is not among these
            Set<String> members = members(pair);
            if (members.stream().anyMatch(m -> isSplitFromAny(m, members))) continue;
            List<Identity.Chain> made = one.equals(other) ? List.of(confirmed(one, pair)) : joined(one, other, pair);
            all.removeIf(chain -> chain.equals(one) || chain.equals(other));
            all.addAll(made);
            for (Identity.Chain chain : made) {
                for (Telling telling : chain.tellings()) chainOf.put(telling.id(), chain);
            }
        }
        return all;
    }

    /** Both chains in one; whoever a reviewer has split from one of the pair's side stays behind. */
    private List<Identity.Chain> joined(Identity.Chain one, Identity.Chain other, Pair pair) {
        Set<String> kept = new LinkedHashSet<>(members(pair));
        List<Telling> together = new ArrayList<>();
        List<Telling> behind = new ArrayList<>();
        for (Identity.Chain chain : List.of(one, other)) {
            for (Telling telling : chain.tellings()) {
                boolean stays = !kept.contains(telling.id()) && isSplitFromAny(telling.id(), kept);
                if (!stays) kept.add(telling.id());
                (stays ? behind : together).add(telling);
            }
        }
        List<Join> joins = new ArrayList<>();
        for (Identity.Chain chain : List.of(one, other)) joins.addAll(among(chain.joins(), together));
        joins.add(new Join(pair.second(), pair.first(), RULE, 1));
        List<Identity.Chain> made = new ArrayList<>();
        made.add(new Identity.Chain(together, joins));
        for (Identity.Chain chain : List.of(one, other)) {
            List<Telling> left =
                    behind.stream().filter(chain.tellings()::contains).toList();
            if (!left.isEmpty()) made.add(new Identity.Chain(left, among(chain.joins(), left)));
        }
        return made;
    }

    /** The program had joined the two, or both with others: the reviewer's join takes the place of its own. */
    private static Identity.Chain confirmed(Identity.Chain chain, Pair pair) {
        List<Join> joins = new ArrayList<>(chain.joins());
        joins.removeIf(join -> new Pair(join.first(), join.second()).equals(pair));
        joins.add(new Join(pair.second(), pair.first(), RULE, 1));
        return new Identity.Chain(chain.tellings(), joins);
    }

    private static List<Join> among(List<Join> joins, Collection<Telling> tellings) {
        Set<String> ids = new TreeSet<>();
        tellings.forEach(telling -> ids.add(telling.id()));
        return joins.stream()
                .filter(join -> ids.contains(join.first()) && ids.contains(join.second()))
                .toList();
    }

    /** All that joins lead to from this pair. */
    private Set<String> members(Pair pair) {
        Set<String> members = new TreeSet<>(Set.of(pair.first(), pair.second()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Pair next : joined) {
                if (members.contains(next.first()) && members.add(next.second())) grows = true;
                if (members.contains(next.second()) && members.add(next.first())) grows = true;
            }
        }
        return members;
    }

    private boolean isSplitFromAny(String id, Set<String> others) {
        return others.stream().anyMatch(other -> isSplit(id, other));
    }
}
