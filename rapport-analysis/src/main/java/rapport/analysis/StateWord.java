package rapport.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.actor.ActorDictionary;
import rapport.record.Span;

/**
 * A word that a text has for a state: its name, its adjective, its people or its capital.
 *
 * @param span without "the" and without a possessive
 * @param state its id
 * @param isShouted in capitals, which the word does not have elsewhere
 */
public record StateWord(Span span, String state, Sort sort, boolean isShouted) {

    /** How words stand for a state. */
    public enum Sort {
        NAME,
        ADJECTIVE,
        PEOPLE,
        CAPITAL
    }

    private static final int SHOUTED = 4; // letters from which a name in capitals is not taken for an acronym

    private static final Pattern NEXT = Pattern.compile(" ([\\p{L}\\p{N}]+)");

    /** A word after "Chinese" that shows it to be a people: no noun that it could belong to. */
    private static final Set<String> NO_NOUN = Set.of(
            "and", "or", "who", "said", "say", "says", "were", "are", "is", "was", "had", "have", "has", "would",
            "will", "could", "may", "in", "from", "to", "of", "on", "with", "at", "by", "for", "as", "but", "did", "do",
            "not");

    /** @param span words that mean the state in one way or another */
    public static StateWord of(String text, Span span, String state, ActorDictionary dictionary) {
        String words = span.in(text);
        return new StateWord(
                span,
                state,
                sort(text, span, state, dictionary),
                words.length() >= SHOUTED
                        && words.equals(words.toUpperCase(Locale.ROOT))
                        && dictionary
                                .find(state)
                                .filter(actor -> actor.names().contains(words))
                                .isEmpty());
    }

    /** "Chinese" is a people if no noun comes after it. */
    private static Sort sort(String text, Span span, String state, ActorDictionary dictionary) {
        String words = span.in(text);
        if (dictionary.named(words).contains(state)) return Sort.NAME;
        if (dictionary.withMetonym(words).contains(state)) return Sort.CAPITAL;
        List<String> demonyms = dictionary.demonyms(state);
        boolean isAdjective = words.equalsIgnoreCase(demonyms.get(0));
        if (!isAdjective) return isPlural(words) ? Sort.PEOPLE : Sort.ADJECTIVE;
        boolean isBoth = demonyms.stream().noneMatch(form -> isPlural(form) && !form.equals(demonyms.get(0)));
        return isBoth && !isBeforeWord(text, span) ? Sort.PEOPLE : Sort.ADJECTIVE;
    }

    /** "Ruritanians" and not "Ruritanian". */
    public static boolean isPlural(String demonym) {
        return demonym.endsWith("s") || demonym.endsWith("S");
    }

    /** Whether a word follows that can be a noun. */
    public static boolean isBeforeWord(String text, Span span) {
        Matcher next = NEXT.matcher(text).region(span.end(), text.length());
        return next.lookingAt() && !NO_NOUN.contains(next.group(1));
    }
}
