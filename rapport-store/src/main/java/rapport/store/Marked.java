package rapport.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Span;

/** Turns what a reader types into a question for the index, and the index's marks into spans of the text. */
final class Marked {

    /** Noncharacters of Unicode: allowed in a string, meant for no text. */
    static final String OPEN = "\uFDD0";

    static final String CLOSE = "\uFDD1";

    /** Code units shown on each side of the first match, before a word is cut; about a line on either side. */
    private static final int MARGIN = 80;

    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?(\\*?)|([^\\s\"]+?)(\\*?)(?=[\\s\"]|$)");

    private Marked() {}

    /** Each word or "phrase" quoted, so that none is read as the index's own language; empty if there is none. */
    static String expression(String words) {
        List<String> terms = new ArrayList<>();
        Matcher term = TERM.matcher(words.replace('\0', ' '));
        while (term.find()) {
            boolean phrase = term.group(1) != null;
            String text = phrase ? term.group(1) : term.group(3);
            String star = phrase ? term.group(2) : term.group(4);
            // the index refuses a term without a letter or digit, or finds nothing for it
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) terms.add('"' + text + '"' + star);
        }
        return String.join(" AND ", terms);
    }

    static Hit hit(String document, String text, String marked) {
        List<Span> matches = new ArrayList<>();
        StringBuilder plain = new StringBuilder(text.length());
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == OPEN.charAt(0)) start = plain.length();
            else if (c != CLOSE.charAt(0)) plain.append(c);
            else if (plain.length() > start) matches.add(new Span(start, plain.length()));
        }
        // A text that holds the marks itself: the document is found, its matches cannot be told.
        if (!text.contentEquals(plain)) matches.clear();
        return new Hit(document, matches, snippet(text, matches.isEmpty() ? new Span(0, 1) : matches.get(0)));
    }

    private static Span snippet(String text, Span match) {
        int start = Math.max(0, match.start() - MARGIN);
        int end = Math.min(text.length(), match.end() + MARGIN);
        if (start > 0) while (start < match.start() && !Character.isWhitespace(text.charAt(start - 1))) start++;
        if (end < text.length()) while (end > match.end() && !Character.isWhitespace(text.charAt(end))) end--;
        return Span.ofStripped(text, start, end).orElse(match);
    }
}
