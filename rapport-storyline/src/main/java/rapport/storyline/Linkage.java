package rapport.storyline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Groups by average linkage: the two groups whose members are most alike on average are joined, until none is alike enough.
 * Pairs that nobody has likened are not alike at all. The order in which pairs come makes no difference.
 *
 * <p>Cost: of n log n for n likened pairs.
 *
 * <p>Source: Sokal and Michener, A statistical method for evaluating systematic relationships (1958).
 */
final class Linkage {

    /** Whether two groups may be joined that are alike enough. */
    interface Consent {
        Consent ALWAYS = (a, b, likeness) -> true;

        boolean given(List<Integer> a, List<Integer> b, double likeness);
    }

    private record Candidate(double likeness, int a, int b, int sizes) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble((Candidate c) -> -c.likeness)
                .thenComparingInt(Candidate::a)
                .thenComparingInt(Candidate::b);
    }

    private final List<Map<Integer, Double>> sums = new ArrayList<>();
    private final List<List<Integer>> groups = new ArrayList<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST_FIRST);

    /** @param size members, from 0 on */
    Linkage(int size) {
        for (int i = 0; i < size; i++) {
            sums.add(new TreeMap<>());
            groups.add(new ArrayList<>(List.of(i)));
        }
    }

    /** Likens two members; below 0 keeps them, and what they are joined with, apart. */
    void liken(int a, int b, double likeness) {
        sums.get(a).put(b, likeness);
        sums.get(b).put(a, likeness);
    }

    /** @return the groups, each in order of its members, by their first */
    List<List<Integer>> groups(double least, Consent consent) {
        for (int a = 0; a < sums.size(); a++) {
            for (int b : sums.get(a).keySet()) if (a < b) offer(a, b, least);
        }
        for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
            int a = best.a;
            int b = best.b;
            if (groups.get(a).size() + groups.get(b).size() != best.sizes
                    || groups.get(a).isEmpty()
                    || groups.get(b).isEmpty()) continue; // one of them has been joined since
            if (!consent.given(groups.get(a), groups.get(b), best.likeness)) continue;
            join(a, b, least);
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> group : groups) {
            if (!group.isEmpty()) all.add(group.stream().sorted().toList());
        }
        all.sort(Comparator.comparing(group -> group.get(0)));
        return all;
    }

    private void join(int a, int b, double least) {
        groups.get(a).addAll(groups.get(b));
        groups.set(b, new ArrayList<>());
        sums.get(a).remove(b);
        sums.get(b).forEach((other, sum) -> {
            if (other == a) return;
            sums.get(a).merge(other, sum, Double::sum);
            sums.get(other).remove(b);
            sums.get(other).put(a, sums.get(a).get(other));
        });
        sums.set(b, new TreeMap<>());
        for (int other : sums.get(a).keySet()) offer(Math.min(a, other), Math.max(a, other), least);
    }

    private void offer(int a, int b, double least) {
        int sizeA = groups.get(a).size();
        int sizeB = groups.get(b).size();
        double likeness = sums.get(a).getOrDefault(b, 0.0) / ((double) sizeA * sizeB);
        if (likeness >= least) queue.add(new Candidate(likeness, a, b, sizeA + sizeB));
    }
}
