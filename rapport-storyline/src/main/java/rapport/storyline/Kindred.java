package rapport.storyline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.stemmer.Stemmer;

/**
 * Words that can tell of the same kind of event, such as "murder", "kill" and "slay".
 *
 * <p>Where it is from: {@code kindred.txt}, written by hand from what words mean. Known misses: a word of several meanings has the kin of
 * all ("charge"); words of more than one part have none.
 */
final class Kindred {

    private static final Map<String, Set<Integer>> FAMILIES = families();

    private Kindred() {}

    /** The families, as numbers, of a trigger's words. */
    static Set<Integer> families(Collection<String> stems) {
        Set<Integer> families = new TreeSet<>();
        stems.forEach(stem -> families.addAll(FAMILIES.getOrDefault(stem, Set.of())));
        return families;
    }

    private static Map<String, Set<Integer>> families() {
        Map<String, Set<Integer>> families = new HashMap<>();
        Stemmer stemmer = Wording.stemmer();
        try (InputStream in = Kindred.class.getResourceAsStream("kindred.txt")) {
            if (in == null) throw new IllegalStateException("the program was built without kindred.txt");
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            for (int family = 0; family < lines.size(); family++) {
                for (String word : lines.get(family).split(" ")) {
                    families.computeIfAbsent(stemmer.stem(word).toString(), stem -> new TreeSet<>())
                            .add(family);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading kindred.txt", e);
        }
        return Map.copyOf(families);
    }
}
