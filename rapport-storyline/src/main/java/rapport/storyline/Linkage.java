package rapport.storyline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Groups by average linkage: the two groups whose members are most alike on average are joined, until none is alike enough.
 * The order in which pairs come makes no difference.
 *
 * <p>Cost: for n members memory of their square, and time of it as a rule, of their cube at worst; so let n be bounded.
 *
 * <p>Source: Sokal and Michener, A statistical method for evaluating systematic relationships (1958); that each group knows its likest: Anderberg,
 * Cluster analysis for applications (1973).
 */
final class Linkage {

    /** Whether two groups may be joined that are alike enough. */
    interface Consent {
        Consent ALWAYS = (a, b, likeness) -> true;

        boolean given(List<Integer> a, List<Integer> b, double likeness);
    }

    /** What a pair counts that nobody has likened: nothing, in the average. */
    static final double NOT_ALIKE = 0;

    /** It keeps its members, and what they are joined with, apart. */
    static final double APART = Double.NEGATIVE_INFINITY;

    private static final int NONE = -1;

    private final double[][] sums; // over the pairs between two groups, each group at its first member
    private final List<List<Integer>> groups = new ArrayList<>(); // empty where it has been joined to another
    private final int[] likest; // of a group, among those after it
    private final BitSet[] refused; // at the lesser of two groups

    /**
     * @param size members, from 0 on
     * @param unlikened what pairs count that are not likened
     */
    Linkage(int size, double unlikened) {
        sums = new double[size][size];
        likest = new int[size];
        refused = new BitSet[size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(sums[i], unlikened);
            groups.add(new ArrayList<>(List.of(i)));
            refused[i] = new BitSet();
        }
    }

    /** Likens two members. */
    void liken(int a, int b, double likeness) {
        sums[a][b] = likeness;
        sums[b][a] = likeness;
    }

    /** @return the groups, each in order of its members, by their first */
    List<List<Integer>> groups(double least, Consent consent) {
        for (int i = 0; i < likest.length; i++) findLikest(i);
        while (true) {
            int a = NONE;
            for (int i = 0; i < likest.length; i++) {
                if (!groups.get(i).isEmpty() && likest[i] != NONE && (a == NONE || average(i) > average(a))) a = i;
            }
            if (a == NONE || average(a) < least) break;
            int b = likest[a];
            if (consent.given(groups.get(a), groups.get(b), average(a))) {
                join(a, b);
            } else {
                refused[a].set(b); // until one of them has grown
                findLikest(a);
            }
        }
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .map(group -> group.stream().sorted().toList())
                .toList();
    }

    /** With the likest of the group. */
    private double average(int group) {
        return average(group, likest[group]);
    }

    private double average(int a, int b) {
        return sums[a][b] / ((double) groups.get(a).size() * groups.get(b).size());
    }

    private void findLikest(int group) {
        likest[group] = NONE;
        for (int other = group + 1; other < likest.length; other++) compare(group, other);
    }

    private void compare(int group, int other) {
        if (groups.get(other).isEmpty() || refused[group].get(other) || sums[group][other] == APART) return;
        if (likest[group] == NONE || average(group, other) > average(group)) likest[group] = other;
    }

    private void join(int a, int b) {
        groups.get(a).addAll(groups.get(b));
        groups.get(b).clear();
        refused[a].clear();
        for (int other = 0; other < likest.length; other++) {
            if (groups.get(other).isEmpty() || other == a) continue;
            sums[a][other] += sums[b][other];
            sums[other][a] = sums[a][other];
            if (other > b) continue;
            if (other < a) refused[other].clear(a);
            if (likest[other] == a || likest[other] == b) findLikest(other);
            else if (other < a) compare(other, a);
        }
        findLikest(a);
    }
}
