package rapport.storyline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * For each report the few that are likest to it, found by the terms that weigh most in it. What is found depends on which
 * reports there are, not on the order in which they came.
 *
 * <p>A term that more than {@value #LEADS} reports hold leads from none to another. When one more report makes a term so common, or one
 * less makes it rare again, those that hold it are looked at anew; all others are left as they are.
 *
 * <p>Known misses: reports that share only terms that are common in the record, or that weigh little in one of them; of a text printed by more
 * than {@value #LEADS} outlets most copies.
 *
 * <p>Cost: of a report at most {@value #KEYS} terms times {@value #LEADS} reports. Threads: one at a time.
 */
final class Neighbours {

    static final int KEYS = 48;
    static final int LEADS = 1000;
    static final int NEAREST = 8;
    private static final double LEAST = 0.05; // in cosine: below it two reports have hardly more in common than any two

    /** @param likeness above 0, at most 1 */
    record Near(int report, double likeness) {}

    /** The reports that hold a term, in the order in which they came. */
    private static final class Posting {
        private int[] reports = new int[2];
        private double[] weights = new double[2];
        private int size;

        void add(int report, double weight) {
            if (size == reports.length) {
                reports = Arrays.copyOf(reports, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            reports[size] = report;
            weights[size++] = weight;
        }

        void remove(int report) {
            int at = 0;
            while (reports[at] != report) at++;
            size--;
            System.arraycopy(reports, at + 1, reports, at, size - at);
            System.arraycopy(weights, at + 1, weights, at, size - at);
        }
    }

    private final int leads;
    private final List<String> ids = new ArrayList<>();
    private final List<TermVector> keys = new ArrayList<>();
    private final List<List<Near>> nearest = new ArrayList<>();
    private final Map<Long, Posting> postings = new HashMap<>();
    private final BitSet unsettled = new BitSet();
    private final BitSet added = new BitSet();

    private double[] scores = new double[0]; // of what has been scored; else 0
    private final Comparator<Near> nearestFirst =
            Comparator.comparingDouble((Near near) -> -near.likeness).thenComparing(near -> ids.get(near.report));

    Neighbours() {
        this(LEADS);
    }

    /** @param leads how many reports may hold a term that leads from one to another */
    Neighbours(int leads) {
        this.leads = leads;
    }

    /**
     * Takes in a report. Its neighbours are found by {@link #settle}.
     *
     * @return its number here, counted from 0
     */
    int add(String id, TermVector terms) {
        int report = ids.size();
        TermVector heaviest = terms.heaviest(KEYS);
        ids.add(id);
        keys.add(heaviest);
        nearest.add(List.of());
        for (int i = 0; i < heaviest.size(); i++) {
            Posting posting = postings.computeIfAbsent(heaviest.term(i), term -> new Posting());
            posting.add(report, heaviest.weight(i));
            if (posting.size == leads + 1) unsettle(posting); // it leads nowhere from now on
        }
        unsettled.set(report);
        added.set(report);
        return report;
    }

    void remove(int report) {
        for (int other : score(report)) {
            scores[other] = 0;
            if (nearest.get(other).stream().anyMatch(near -> near.report == report)) unsettled.set(other);
        }
        TermVector terms = keys.get(report);
        for (int i = 0; i < terms.size(); i++) {
            Posting posting = posting(terms.term(i));
            posting.remove(report);
            if (posting.size == leads) unsettle(posting);
            if (posting.size == 0) postings.remove(terms.term(i));
        }
        keys.set(report, TermVector.of(Map.of()));
        nearest.set(report, List.of());
        unsettled.clear(report);
        added.clear(report);
    }

    private void unsettle(Posting posting) {
        for (int i = 0; i < posting.size; i++) unsettled.set(posting.reports[i]);
    }

    private Posting posting(long term) {
        Posting posting = postings.get(term);
        if (posting == null) throw new IllegalStateException("a term without reports");
        return posting;
    }

    /** Finds the neighbours of what has been added, and anew of those that this concerns. @return whose neighbours changed */
    Set<Integer> settle() {
        Set<Integer> changed = new TreeSet<>();
        for (int report = unsettled.nextSetBit(0); report >= 0; report = unsettled.nextSetBit(report + 1)) {
            List<Near> found = new ArrayList<>();
            for (int other : score(report)) {
                double likeness = scores[other];
                scores[other] = 0;
                if (likeness < LEAST) continue;
                found.add(new Near(other, likeness));
                if (added.get(report) && !unsettled.get(other)) offer(other, new Near(report, likeness), changed);
            }
            set(report, found, changed);
        }
        unsettled.clear();
        added.clear();
        return changed;
    }

    private void offer(int report, Near near, Set<Integer> changed) {
        List<Near> before = nearest.get(report);
        if (before.size() == NEAREST && nearestFirst.compare(near, before.get(NEAREST - 1)) > 0) return;
        List<Near> found = new ArrayList<>(before);
        found.add(near);
        set(report, found, changed);
    }

    private void set(int report, List<Near> found, Set<Integer> changed) {
        found.sort(nearestFirst);
        List<Near> kept = List.copyOf(found.subList(0, Math.min(NEAREST, found.size())));
        if (!kept.equals(nearest.set(report, kept)) || added.get(report)) changed.add(report);
    }

    /** Those that share a term that leads; what they share is summed up in {@link #scores}. */
    private List<Integer> score(int report) {
        if (scores.length < ids.size()) scores = new double[2 * ids.size()];
        List<Integer> found = new ArrayList<>();
        TermVector terms = keys.get(report);
        for (int i = 0; i < terms.size(); i++) {
            Posting posting = posting(terms.term(i));
            if (posting.size > leads) continue;
            for (int j = 0; j < posting.size; j++) {
                int other = posting.reports[j];
                if (other == report) continue;
                if (scores[other] == 0) found.add(other);
                scores[other] += terms.weight(i) * posting.weights[j];
            }
        }
        return found;
    }

    /** The likest first; at most {@value #NEAREST}. */
    List<Near> nearest(int report) {
        return nearest.get(report);
    }

    /** How many terms lead to a report. */
    int keys(int report) {
        return keys.get(report).size();
    }
}
