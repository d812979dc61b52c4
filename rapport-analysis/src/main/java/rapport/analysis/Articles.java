package rapport.analysis;

import java.util.Optional;
import java.util.regex.Pattern;
import rapport.record.Span;

/**
 * "A", "an" and "the" before names of states and their adjectives in a text.
 *
 * <p>Threads: immutable.
 */
public final class Articles {

    public static final Pattern ACRONYM = Pattern.compile("(?:\\p{Lu}\\.?){2,6}");

    /** Names of states that want "the"; acronyms of states do so too. */
    private static final Pattern WANTS_ARTICLE =
            Pattern.compile("(?:United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros"
                    + "|Seychelles|Vatican|Holy See|(?:\\w+ )*(?:Republic|Kingdom|State|Union|Commonwealth|Principality|Sultanate)\\b)(?:.*)"
                    + "|.*\\b(?:Islands|Republic|Emirates|Union)");

    private final String text;

    public Articles(String text) {
        this.text = text;
    }

    /** This article right before the words. */
    public Optional<Span> before(Span span, String article) {
        int start = span.start() - article.length() - 1;
        if (start < 0 || text.charAt(span.start() - 1) != ' ') return Optional.empty();
        if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) return Optional.empty();
        Span found = new Span(start, span.start() - 1);
        return Optional.of(found).filter(words -> words.in(text).equalsIgnoreCase(article));
    }

    /** Whether a name of a state stands with "the". */
    public static boolean wantsArticle(String name) {
        return ACRONYM.matcher(name).matches() || WANTS_ARTICLE.matcher(name).matches();
    }

    /** Titles leave articles out. */
    public boolean isInTitle(Span span) {
        int line = text.indexOf('\n');
        return line >= 0 && span.end() <= line;
    }

    public boolean beginsSentence(int at) {
        String before = text.substring(0, at).replaceAll("[\\s“\"‘'(]+$", "");
        return before.isEmpty()
                || ".!?".indexOf(before.charAt(before.length() - 1)) >= 0
                || text.substring(before.length(), at).contains("\n");
    }

    /** By sound: "an Iranian", "a Ukrainian", "a US", "an Uzbek". */
    public static boolean isVowel(String words) {
        if (ACRONYM.matcher(words).matches()) return "AEFHILMNORSX".indexOf(words.charAt(0)) >= 0;
        if (words.matches("(?i)(?:Ukrain|Ugand|Urugua|Unit|Euro).*")) return false;
        return "AEIOUaeiou".indexOf(words.charAt(0)) >= 0;
    }
}
