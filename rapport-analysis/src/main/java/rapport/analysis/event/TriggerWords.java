package rapport.analysis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Span;

/**
 * The words of a trigger and of its sentence, small letters, in the order of the text; marks are none.
 *
 * @param words of the sentence, as far as they stand within {@link #REACH} of the trigger
 * @param first number of the trigger's first word
 * @param end number after its last; the same as {@code first} if it has none
 */
record TriggerWords(List<String> words, int first, int end) {

    /** Words that count as near, on either side. */
    static final int NEAR = 4;

    /** Characters on either side; only a sentence that is none is longer. */
    private static final int REACH = 1_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    TriggerWords {
        words = List.copyOf(words);
    }

    static List<String> wordsOf(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    static TriggerWords of(String text, Span sentence, Span trigger) {
        List<String> words = new ArrayList<>();
        int first = 0;
        int end = 0;
        Matcher word = WORD.matcher(text)
                .region(
                        Math.max(sentence.start(), trigger.start() - REACH),
                        Math.min(sentence.end(), trigger.end() + REACH));
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
            if (word.end() <= trigger.start()) first = words.size();
            if (word.start() < trigger.end()) end = words.size();
        }
        return new TriggerWords(words, first, end);
    }

    /** The trigger with what stands near it. */
    List<String> near() {
        return words.subList(Math.max(0, first - NEAR), Math.min(words.size(), end + NEAR));
    }
}
