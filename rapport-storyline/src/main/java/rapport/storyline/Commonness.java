package rapport.storyline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.Stemmer;

/**
 * How common a term is: in how many of the record's documents it stands, and in how many passages of news at large. The latter
 * count little, so that they matter only while the record is small.
 *
 * <p>Where it is from: {@code words.tsv}, counted over the training part of the own corpus.
 */
final class Commonness {

    /** For how many documents the passages of news at large count. */
    private static final double AT_LARGE = 50;

    private static final Map<String, Double> SHARES = shares();

    private final Map<String, Integer> documents = new HashMap<>();
    private int count;

    void add(Set<String> terms) {
        count++;
        for (String term : terms) documents.merge(term, 1, Integer::sum);
    }

    int documents(String term) {
        return documents.getOrDefault(term, 0);
    }

    /** Inverse document frequency: 0 for what stands everywhere, higher the rarer. */
    double rarity(String term) {
        double common = documents(term) + AT_LARGE * SHARES.getOrDefault(term, 0.0);
        return Math.log((count + AT_LARGE + 1) / Math.max(common, 1));
    }

    private static Map<String, Double> shares() {
        Map<String, Double> shares = new HashMap<>();
        Stemmer stemmer = Wording.stemmer();
        try (InputStream in = Commonness.class.getResourceAsStream("words.tsv")) {
            if (in == null) throw new IllegalStateException("the program was built without words.tsv");
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> shares.merge(
                            stemmer.stem(cells[0]).toString(),
                            Double.parseDouble(cells[1]),
                            (a, b) -> Math.min(1, a + b)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading words.tsv", e);
        }
        return Map.copyOf(shares);
    }
}
