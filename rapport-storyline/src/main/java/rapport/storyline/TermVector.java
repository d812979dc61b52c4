package rapport.storyline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Terms with their weights, of length 1 (vector space model: Salton, Wong and Yang, A vector space model for automatic indexing,
 * 1975). Terms are kept as 64-bit hashes: among ten million terms a chance clash has a probability of about 3 in a million.
 */
final class TermVector {

    private final long[] terms; // ascending, so that every sum over them is taken in the same order
    private final double[] weights;

    private TermVector(long[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** @param weights of each term; a weight of 0 leaves it out */
    static TermVector of(Map<String, Double> weights) {
        long[] terms = new long[weights.size()];
        int size = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            if (entry.getValue() != 0) terms[size++] = number(entry.getKey());
        }
        terms = Arrays.copyOf(terms, size);
        Arrays.sort(terms);
        double[] ordered = new double[size];
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            if (entry.getValue() != 0) ordered[Arrays.binarySearch(terms, number(entry.getKey()))] = entry.getValue();
        }
        double squares = 0;
        for (double weight : ordered) squares += weight * weight;
        double length = Math.sqrt(squares);
        for (int i = 0; i < size; i++) ordered[i] /= length;
        return new TermVector(terms, ordered);
    }

    /** Its heaviest terms, as heavy as they are in it; of equally heavy ones those with the lesser hash. */
    TermVector heaviest(int most) {
        if (terms.length <= most) return this;
        int[] kept = IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i])) // stable, and terms are in order
                .limit(most)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        return new TermVector(
                Arrays.stream(kept).mapToLong(i -> terms[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray());
    }

    /** FNV-1a of 64 bits (Fowler, Noll and Vo) over the UTF-16 code units. */
    static long number(String term) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < term.length(); i++) hash = 0x100000001b3L * (hash ^ term.charAt(i));
        return hash;
    }

    int size() {
        return terms.length;
    }

    long term(int at) {
        return terms[at];
    }

    double weight(int at) {
        return weights[at];
    }

    boolean contains(String term) {
        return Arrays.binarySearch(terms, number(term)) >= 0;
    }

    /** The cosine, from 0 to 1. */
    double cosine(TermVector other) {
        double sum = 0;
        int a = 0;
        int b = 0;
        while (a < terms.length && b < other.terms.length) {
            if (terms[a] == other.terms[b]) sum += weights[a++] * other.weights[b++];
            else if (terms[a] < other.terms[b]) a++;
            else b++;
        }
        return Math.min(1, sum);
    }
}
