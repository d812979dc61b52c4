package rapport.storyline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.Stemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import rapport.record.Document;
import rapport.record.Span;

/**
 * The words of texts, so far as they tell what it is about. A document's words are found once and kept.
 *
 * <p>Threads: one at a time.
 */
final class Wording {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Words that every text has: they tell nothing. */
    private static final Set<String> COMMON = Set.of(
            ("the a an of to in and on at for with by from as that this it its is was were are be been has have had he she his"
                            + " her they their them we you i our said say says will would not but or who which after into over"
                            + " more than about up out also one two new when there if no all so what him can could may then"
                            + " before just year years time day monday tuesday wednesday thursday friday saturday sunday s t")
                    .split(" "));

    private final Stemmer stemmer = stemmer();
    private final Map<String, List<Word>> byDocument = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>(); // of small words

    static Stemmer stemmer() {
        return new SnowballStemmer(SnowballStemmer.ALGORITHM.PORTER);
    }

    /**
     * A word of a text.
     *
     * @param stem in small letters, without its ending
     * @param isName written with a capital where a sentence does not begin
     * @param tells whether it is more than a word that every text has
     */
    record Word(Span span, String stem, boolean isName, boolean isNumber, boolean tells) {}

    /** In the order of its text. */
    List<Word> words(Document document) {
        return byDocument.computeIfAbsent(document.id(), id -> words(document.text()));
    }

    /** Those that lie in a part of it. */
    List<Word> words(Document document, Span part) {
        List<Word> all = words(document);
        return all.subList(firstFrom(all, part.start()), firstFrom(all, part.end()));
    }

    private static int firstFrom(List<Word> words, int position) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).span().start() < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String written = matcher.group();
            String small = written.toLowerCase(Locale.ROOT);
            boolean isNumber = Character.isDigit(written.codePointAt(0));
            boolean isName = Character.isUpperCase(written.codePointAt(0)) && !beginsSentence(text, matcher.start());
            words.add(new Word(
                    new Span(matcher.start(), matcher.end()),
                    isNumber ? small : stem(small),
                    isName,
                    isNumber,
                    !COMMON.contains(small) && (isNumber || small.length() > 1)));
        }
        return words;
    }

    private String stem(String small) {
        return stems.computeIfAbsent(small, word -> stemmer.stem(word).toString());
    }

    /** Lets the documents go that it has kept. */
    void forget() {
        byDocument.clear();
    }

    private static boolean beginsSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && "\"“‘'(".indexOf(text.charAt(before)) >= 0) before--;
        while (before >= 0 && text.charAt(before) == ' ') before--;
        return before < 0 || ".!?:\n".indexOf(text.charAt(before)) >= 0;
    }
}
