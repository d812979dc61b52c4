package rapport.analysis;

import java.util.List;
import rapport.record.Span;

/**
 * Brackets and quotation marks that belong together, when a span holds one of them and its partner stands just outside.
 *
 * <p>Known miss: an apostrophe is never taken for a quotation mark, so words in single quotes are left as they are.
 */
public final class Marks {

    private record Pair(String opening, String closing) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("(", ")"),
            new Pair("[", "]"),
            new Pair("“", "”"),
            new Pair("„", "“"),
            new Pair("«", "»"),
            new Pair("``", "''"),
            new Pair("\"", "\""));

    private static final int LONGEST_PARAGRAPH = 10_000;

    private Marks() {}

    /** The span with the partner of a mark that opens or closes in it, if that stands right beside it. */
    public static Span closed(String text, Span span) {
        Span whole = span;
        for (Pair pair : PAIRS) whole = closed(text, whole, pair);
        return whole;
    }

    /** The span without commas and other stops at its end. */
    public static Span withoutStop(String text, Span span) {
        int end = span.end();
        while (end - 1 > span.start() && ",;:".indexOf(text.charAt(end - 1)) >= 0) end--;
        return new Span(span.start(), end);
    }

    /**
     * Whether a quotation that opened in the same paragraph is still open at this place. Straight and curly marks are often mixed.
     * Deep in an endless paragraph nobody can say, and it is not.
     */
    public static boolean isQuoted(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        if (at - start > LONGEST_PARAGRAPH) return false;
        String before = text.substring(start, at).replaceAll("[“”„]|''|``", "\"");
        return count(before, "\"") % 2 == 1 || count(before, "«") > count(before, "»");
    }

    private static Span closed(String text, Span span, Pair pair) {
        String words = span.in(text);
        boolean isOpen = pair.opening().equals(pair.closing())
                ? count(words, pair.opening()) % 2 == 1 && words.startsWith(pair.opening())
                : count(words, pair.opening()) > count(words, pair.closing());
        boolean isClosed = pair.opening().equals(pair.closing())
                ? count(words, pair.opening()) % 2 == 1 && words.endsWith(pair.closing())
                : count(words, pair.closing()) > count(words, pair.opening());
        // in text cut into tokens a space stands between
        int after = text.startsWith(" ", span.end()) ? span.end() + 1 : span.end();
        if (isOpen && text.startsWith(pair.closing(), after)) {
            return new Span(span.start(), after + pair.closing().length());
        }
        int space = span.start() > 0 && text.charAt(span.start() - 1) == ' ' ? 1 : 0;
        int before = span.start() - space - pair.opening().length();
        if (isClosed && before >= 0 && text.startsWith(pair.opening(), before)) return new Span(before, span.end());
        return span;
    }

    private static int count(String words, String mark) {
        int count = 0;
        for (int at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + mark.length())) count++;
        return count;
    }
}
