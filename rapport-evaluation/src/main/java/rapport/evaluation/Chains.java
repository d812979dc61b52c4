package rapport.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The measures of coreference: what is put together against what belongs together. Both sides hold the same members.
 *
 * <p>Source: MUC: Vilain et al. (1995); B-cubed: Bagga and Baldwin (1998); CEAF-e with phi 4: Luo (2005). CoNLL F1 is the mean
 * of the three (Pradhan et al. 2012).
 */
final class Chains {

    /** Precision, recall and F1. */
    record Score(double precision, double recall) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private Chains() {}

    /**
     * Sums from which the measures follow. Tallies of members that have no group in common can be added up.
     *
     * @param goldLinks links that hold the gold groups together
     * @param goldKept those of them that the found groups keep
     * @param phi of the best one-to-one assignment of groups
     */
    record Tally(
            double goldLinks,
            double goldKept,
            double foundLinks,
            double foundKept,
            double precision,
            double recall,
            double members,
            double phi,
            double goldGroups,
            double foundGroups) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    goldLinks + other.goldLinks,
                    goldKept + other.goldKept,
                    foundLinks + other.foundLinks,
                    foundKept + other.foundKept,
                    precision + other.precision,
                    recall + other.recall,
                    members + other.members,
                    phi + other.phi,
                    goldGroups + other.goldGroups,
                    foundGroups + other.foundGroups);
        }

        Score muc() {
            return new Score(share(foundKept, foundLinks), share(goldKept, goldLinks));
        }

        Score bCubed() {
            return new Score(share(precision, members), share(recall, members));
        }

        Score ceafE() {
            return new Score(share(phi, foundGroups), share(phi, goldGroups));
        }

        double conll() {
            return (muc().f1() + bCubed().f1() + ceafE().f1()) / 3;
        }

        private static double share(double part, double whole) {
            return whole == 0 ? 0 : part / whole;
        }
    }

    static Tally tally(List<Set<String>> gold, List<Set<String>> found) {
        Map<String, Integer> inGold = where(gold);
        Map<String, Integer> inFound = where(found);
        double precision = 0;
        double recall = 0;
        for (Map.Entry<String, Integer> member : inGold.entrySet()) {
            Set<String> right = gold.get(member.getValue());
            Set<String> put = found.get(inFound.getOrDefault(member.getKey(), -1));
            double both = both(right, put);
            precision += both / put.size();
            recall += both / right.size();
        }
        return new Tally(
                links(gold),
                links(gold) - cut(gold, inFound),
                links(found),
                links(found) - cut(found, inGold),
                precision,
                recall,
                inGold.size(),
                phi(gold, found, inFound),
                gold.size(),
                found.size());
    }

    private static int links(List<Set<String>> groups) {
        return groups.stream().mapToInt(group -> group.size() - 1).sum();
    }

    /** Links of the groups that the others do not keep. */
    private static int cut(List<Set<String>> groups, Map<String, Integer> others) {
        int cut = 0;
        for (Set<String> group : groups) {
            Set<Integer> parts = new HashSet<>();
            for (String member : group) parts.add(others.getOrDefault(member, -1));
            cut += parts.size() - 1;
        }
        return cut;
    }

    private static double phi(List<Set<String>> gold, List<Set<String>> found, Map<String, Integer> inFound) {
        if (gold.isEmpty() || found.isEmpty()) return 0;
        boolean turned = gold.size() > found.size();
        int rows = Math.min(gold.size(), found.size());
        int columns = Math.max(gold.size(), found.size());
        double[][] cost = new double[rows][columns];
        for (int g = 0; g < gold.size(); g++) {
            Set<Integer> touched = new HashSet<>();
            for (String member : gold.get(g)) touched.add(inFound.getOrDefault(member, -1));
            for (int f : touched) {
                double phi = 2
                        * both(gold.get(g), found.get(f))
                        / (gold.get(g).size() + found.get(f).size());
                cost[turned ? f : g][turned ? g : f] = -phi;
            }
        }
        return -leastCost(cost);
    }

    /**
     * The least sum of one cost a row, no column twice. At least as many columns as rows.
     *
     * <p>Source: Kuhn's Hungarian method with potentials, as in Jonker and Volgenant (1987); cube of the rows.
     */
    static double leastCost(double[][] cost) {
        int rows = cost.length;
        int columns = cost[0].length;
        double[] ofRow = new double[rows + 1];
        double[] ofColumn = new double[columns + 1];
        int[] rowAt = new int[columns + 1];
        int[] from = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowAt[0] = row;
            int column = 0;
            double[] least = new double[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[columns + 1];
            do {
                used[column] = true;
                int at = rowAt[column];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int c = 1; c <= columns; c++) {
                    if (used[c]) continue;
                    double reduced = cost[at - 1][c - 1] - ofRow[at] - ofColumn[c];
                    if (reduced < least[c]) {
                        least[c] = reduced;
                        from[c] = column;
                    }
                    if (least[c] < delta) {
                        delta = least[c];
                        next = c;
                    }
                }
                for (int c = 0; c <= columns; c++) {
                    if (used[c]) {
                        ofRow[rowAt[c]] += delta;
                        ofColumn[c] -= delta;
                    } else {
                        least[c] -= delta;
                    }
                }
                column = next;
            } while (rowAt[column] != 0);
            do {
                int before = from[column];
                rowAt[column] = rowAt[before];
                column = before;
            } while (column != 0);
        }
        double sum = 0;
        for (int c = 1; c <= columns; c++) if (rowAt[c] > 0) sum += cost[rowAt[c] - 1][c - 1];
        return sum;
    }

    private static double both(Set<String> a, Set<String> b) {
        Set<String> smaller = a.size() < b.size() ? a : b;
        Set<String> larger = smaller == a ? b : a;
        return smaller.stream().filter(larger::contains).count();
    }

    private static Map<String, Integer> where(List<Set<String>> groups) {
        Map<String, Integer> where = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) for (String member : groups.get(i)) where.put(member, i);
        return where;
    }

    /** The groups without these members; what is left empty is left out. */
    static List<Set<String>> keep(List<Set<String>> groups, Set<String> members) {
        List<Set<String>> kept = new ArrayList<>();
        for (Set<String> group : groups) {
            Set<String> left = new HashSet<>(group);
            left.retainAll(members);
            if (!left.isEmpty()) kept.add(left);
        }
        return kept;
    }
}
