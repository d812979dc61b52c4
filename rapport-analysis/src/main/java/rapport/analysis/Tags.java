package rapport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;

/**
 * Runs of words that a layer of begin/inside scores marks: the best path by Viterbi, in which no run begins with "inside".
 *
 * <p>A cost on beginning a new run right after an inside word keeps runs whole; a bias on "outside" trades recall for
 * precision. Both are settings of the stage that asks, chosen on a part of the training data kept aside.
 */
public final class Tags {

    /** A run of words with its label ("name" of "B-name") and the geometric mean of its words' chances. */
    public record Run(Words words, String label, double score) {}

    /**
     * @param split cost of beginning a run right after another, as a log chance
     * @param outside added to the log chance of "outside"
     */
    public record Settings(double split, double outside) {
        public static final Settings PLAIN = new Settings(0, 0);
    }

    private Tags() {}

    public static List<Run> of(Reading reading, WordLayer layer, Settings settings) {
        float[][] scores = reading.scores(layer);
        List<String> classes = reading.classes(layer);
        int words = scores.length;
        if (words == 0) return List.of();
        int labels = classes.size();
        double[][] chances = new double[words][];
        for (int word = 0; word < words; word++) {
            chances[word] = Logits.logSoftmax(scores[word]);
        }
        double[] best = new double[labels];
        int[][] from = new int[words][labels];
        for (int label = 0; label < labels; label++) {
            best[label] = isInside(classes, label) ? Double.NEGATIVE_INFINITY : chance(chances[0], label, settings);
        }
        for (int word = 1; word < words; word++) {
            double[] next = new double[labels];
            for (int label = 0; label < labels; label++) {
                double top = Double.NEGATIVE_INFINITY;
                for (int before = 0; before < labels; before++) {
                    double score = best[before] + step(classes, before, label, settings);
                    if (score > top) {
                        top = score;
                        from[word][label] = before;
                    }
                }
                next[label] = top + chance(chances[word], label, settings);
            }
            best = next;
        }
        int[] path = new int[words];
        path[words - 1] = Logits.argmax(best);
        for (int word = words - 1; word > 0; word--) path[word - 1] = from[word][path[word]];
        return runs(path, classes, chances);
    }

    /** Given words as a run, whatever the path marks there: as sure as the surest of them is of being in any. */
    public static Run likeliest(Reading reading, WordLayer layer, Words words) {
        double outside = 1;
        int label = 1;
        for (int word = words.first(); word < words.end(); word++) {
            double[] chances = Logits.logSoftmax(reading.scores(layer)[word]);
            if (Math.exp(chances[0]) < outside) {
                outside = Math.exp(chances[0]);
                label = 1 + Logits.argmax(Arrays.copyOfRange(chances, 1, chances.length));
            }
        }
        return new Run(words, reading.classes(layer).get(label).substring(2), 1 - outside);
    }

    private static double chance(double[] chances, int label, Settings settings) {
        return chances[label] + (label == 0 ? settings.outside() : 0);
    }

    private static double step(List<String> classes, int before, int label, Settings settings) {
        if (isInside(classes, label)) {
            // "inside" follows the "begin" beside it in the table, or itself
            return before == label || before == label - 1 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return label > 0 && before > 0 ? -settings.split() : 0;
    }

    private static boolean isInside(List<String> classes, int label) {
        return classes.get(label).startsWith("I-");
    }

    private static List<Run> runs(int[] path, List<String> classes, double[][] chances) {
        List<Run> runs = new ArrayList<>();
        int word = 0;
        while (word < path.length) {
            if (path[word] == 0) {
                word++;
                continue;
            }
            int first = word;
            double sum = chances[word][path[word]];
            word++;
            while (word < path.length && isInside(classes, path[word])) {
                sum += chances[word][path[word]];
                word++;
            }
            runs.add(new Run(
                    new Words(first, word), classes.get(path[first]).substring(2), Math.exp(sum / (word - first))));
        }
        return runs;
    }
}
