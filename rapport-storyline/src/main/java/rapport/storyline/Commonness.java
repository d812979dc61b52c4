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
import java.util.stream.Collectors;
import opennlp.tools.stemmer.Stemmer;

/**
 * How common a term is: in how many of the documents that are looked at together it stands, and in how many passages of news at large.
 * Beside many documents the latter count little; alone, they do not change with the next document (decision 0011).
 *
 * <p>Where it is from: {@code words.tsv}, counted over the training part of the own corpus.
 */
final class Commonness {

    /** For how many documents the passages of news at large count. */
    private static final double AT_LARGE = 50;

    /** The share of a word that the list does not hold: it lists those of 5 passages or more in 2,738. */
    private static final double RAREST = 0.0009;

    private static final Map<String, Double> SHARES = shares();
    private static final double MOST_RARE = -Math.log(RAREST);
    private static final Map<String, Double> RARITIES = SHARES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, share -> -Math.log(Math.max(RAREST, share.getValue()))));

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

    /** From its share in news at large alone; a pair of words is as rare as what the list does not hold. */
    static double rarityAtLarge(String term) {
        return RARITIES.getOrDefault(term, MOST_RARE);
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
