package rapport.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.record.Span;

/**
 * The model's scores for one passage: for each word in each word layer, and for each ordered pair of words in each kind of
 * link. Scores are logits; {@link Logits} turns them into chances.
 *
 * <p>Threads: immutable by agreement; nobody writes into the arrays.
 */
public final class Reading {

    /** What the model scores for each word. The written names are those of the model's own table. */
    public enum WordLayer {
        MENTION("mention"),
        INNER_MENTION("innerMention"),
        SOURCE("source"),
        CUE("cue"),
        CONTENT("content"),
        INNER_CONTENT("innerContent"),
        TRIGGER("trigger"),
        TYPE("type"),
        TYPE_OF_ACTOR("typeOfActor"),
        TYPE_OF_RECIPIENT("typeOfRecipient"),
        MODALITY("modality"),
        MODALITY_OF_ACTOR("modalityOfActor"),
        MODALITY_OF_RECIPIENT("modalityOfRecipient"),
        KIND("kind"),
        KIND_OF_CONTENT("kindOfContent"),
        NEGATED("negated"),
        NEGATED_OF_CONTENT("negatedOfContent");

        private final String written;

        WordLayer(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /** What the model scores for an ordered pair of words: from the first to the second. */
    public enum LinkLayer {
        /** From a trigger to who acts. */
        ACTOR("actor"),
        /** From a trigger to who is acted on. */
        RECIPIENT("recipient"),
        /** From a cue to its source. */
        SOURCE_OF("sourceOf"),
        /** From a cue to its content. */
        CONTENT_OF("contentOf"),
        /** From a mention to an earlier one of the same actor. */
        ANTECEDENT("antecedent");

        private final String written;

        LinkLayer(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    private final List<Span> words;
    private final Map<WordLayer, List<String>> classes;
    private final Map<WordLayer, float[][]> scores;
    private final Map<LinkLayer, float[][]> links;

    /**
     * @param words in order, as spans of the document's text
     * @param classes of each layer, in the order of its scores
     * @param scores by layer: word, class
     * @param links by layer: from, to
     */
    public Reading(
            List<Span> words,
            Map<WordLayer, List<String>> classes,
            Map<WordLayer, float[][]> scores,
            Map<LinkLayer, float[][]> links) {
        this.words = List.copyOf(words);
        this.classes = Map.copyOf(classes);
        this.scores = Map.copyOf(scores);
        this.links = Map.copyOf(links);
    }

    public List<Span> words() {
        return words;
    }

    public List<String> classes(WordLayer layer) {
        return find(classes, layer);
    }

    /** Scores of every word in a layer: word, class. */
    public float[][] scores(WordLayer layer) {
        return find(scores, layer);
    }

    /** The words that a span touches, as [first, end) in {@link #words}; empty if it touches none. */
    public Optional<Words> wordsIn(Span span) {
        return Words.touchedBy(span, words);
    }

    /** A run of words, [first, end). */
    public record Words(int first, int end) {

        public int size() {
            return end - first;
        }

        /**
         * From the first word that a span touches to the last; empty if it touches none.
         *
         * @param words in order, none over another
         */
        public static Optional<Words> touchedBy(Span span, List<Span> words) {
            int first = Ordered.countBefore(words, word -> word.end() <= span.start());
            int end = Ordered.countBefore(words, word -> word.start() < span.end());
            return first < end ? Optional.of(new Words(first, end)) : Optional.empty();
        }
    }

    /** The stretch of text from its first word to its last; empty if it has none. */
    public Optional<Span> span() {
        return words.isEmpty() ? Optional.empty() : Optional.of(spanOf(new Words(0, words.size())));
    }

    /** The stretch of text from the first to the last of these words. */
    public Span spanOf(Words run) {
        return words.get(run.first()).to(words.get(run.end() - 1));
    }

    /** The mean over these words of their scores in a layer. */
    public float[] mean(WordLayer layer, Words run) {
        float[][] rows = scores(layer);
        float[] mean = new float[rows[run.first()].length];
        for (int word = run.first(); word < run.end(); word++) {
            for (int c = 0; c < mean.length; c++) mean[c] += rows[word][c] / run.size();
        }
        return mean;
    }

    /** The link's score between two runs: the mean over all their pairs, since links are bilinear. */
    public float link(LinkLayer layer, Words from, Words to) {
        float[][] block = find(links, layer);
        float sum = 0;
        for (int f = from.first(); f < from.end(); f++) {
            for (int t = to.first(); t < to.end(); t++) sum += block[f][t];
        }
        return sum / (from.size() * to.size());
    }

    private static <K, V> V find(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) throw new IllegalArgumentException("this reading has no layer " + key);
        return value;
    }
}
