package rapport.analysis;

import java.util.ArrayList;
import java.util.List;
import rapport.record.Span;

/**
 * The paragraphs of a text: its lines, where lines that were only wrapped at a width are put together again.
 *
 * <p>A text counts as wrapped if nearly all its lines are short, most of those with a line below look wrapped, and some lines
 * begin with a small letter. Then a line end is a wrap if the next line begins with a small letter, or if its first word would not have
 * fitted on this line. An empty line always ends a paragraph, and so does an indented one.
 *
 * <p>Known miss: a title with no empty line after it, as wide as the wrapped text below it, becomes part of its first
 * paragraph.
 */
public final class Paragraphs {

    /** Mail and typewritten text is wrapped at 60 to 80 characters; nobody wraps wider than this. */
    private static final int WIDEST_WRAP = 100;

    /** No page is wrapped more narrowly. */
    private static final int NARROWEST_WRAP = 40;

    /** In wrapped English some 75 in 100 lines go on with a small letter, in unwrapped text hardly any; few are enough. */
    private static final double SMALL_LETTERS_IF_WRAPPED = 0.15;

    /** Line ends that look like wraps, of those with a line below. */
    private static final double WRAPS_IF_WRAPPED = 0.6;

    private static final double SHORT_LINES_IF_WRAPPED = 0.9;

    private Paragraphs() {}

    /** In order, without white space at their ends, none empty; line ends inside are wraps. */
    public static List<Span> of(String text) {
        List<Span> lines = lines(text);
        int width = wrapWidth(text, lines);
        List<Span> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            if (i > 0 && isWrap(text, lines.get(i - 1), line, width)) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, paragraphs.get(last).to(line));
            } else {
                paragraphs.add(line);
            }
        }
        return List.copyOf(paragraphs);
    }

    /** Whether lines are ended by this character. */
    public static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** White space of any kind, no-break spaces included. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\ufeff';
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isLineEnd(text.charAt(i))) {
                int from = start;
                int to = i;
                while (from < to && isSpace(text.charAt(from))) from++;
                while (to > from && isSpace(text.charAt(to - 1))) to--;
                if (from < to) lines.add(new Span(from, to));
                start = i + 1;
            }
        }
        return lines;
    }

    /** The width that the text is wrapped at; 0 if it is not wrapped. */
    private static int wrapWidth(String text, List<Span> lines) {
        List<Span> shortLines = new ArrayList<>();
        List<Span> followed = new ArrayList<>();
        List<Span> followers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > WIDEST_WRAP) continue;
            shortLines.add(lines.get(i));
            boolean isLong = lines.get(i).length() >= NARROWEST_WRAP; // shorter ones are names and labels
            if (isLong && i + 1 < lines.size() && areNeighbors(text, lines.get(i), lines.get(i + 1))) {
                followed.add(lines.get(i));
                followers.add(lines.get(i + 1));
            }
        }
        if (followed.isEmpty() || shortLines.size() < SHORT_LINES_IF_WRAPPED * lines.size()) return 0;
        int[] lengths = followed.stream().mapToInt(Span::length).sorted().toArray();
        int width = lengths[(int) (0.9 * (lengths.length - 1))]; // a single long line, as of a url, is not the width
        int small = 0;
        int wraps = 0;
        for (int i = 0; i < followed.size(); i++) {
            if (beginsSmall(text, followers.get(i))) small++;
            if (isWrap(text, followed.get(i), followers.get(i), width)) wraps++;
        }
        boolean isWrapped =
                small >= SMALL_LETTERS_IF_WRAPPED * followed.size() && wraps >= WRAPS_IF_WRAPPED * followed.size();
        return isWrapped ? width : 0;
    }

    private static boolean isWrap(String text, Span line, Span next, int width) {
        if (width == 0 || line.length() > WIDEST_WRAP || !areNeighbors(text, line, next)) return false;
        if (beginsSmall(text, next)) return 4 * line.length() >= width;
        return line.length() + 1 + firstWordLength(text, next) > width;
    }

    /** No empty line between them, and the second is not indented. */
    private static boolean areNeighbors(String text, Span line, Span next) {
        int ends = 0;
        int indent = 0;
        for (int i = line.end(); i < next.start(); i++) {
            char c = text.charAt(i);
            if (isLineEnd(c)) {
                boolean isSecondHalf = c == '\n' && text.charAt(i - 1) == '\r';
                if (!isSecondHalf && ++ends > 1) return false;
                indent = 0;
            } else {
                indent++;
            }
        }
        return indent < 2 || indent <= indentOf(text, line);
    }

    private static int indentOf(String text, Span line) {
        int i = line.start();
        while (i > 0 && !isLineEnd(text.charAt(i - 1))) i--;
        return line.start() - i;
    }

    private static boolean beginsSmall(String text, Span line) {
        return Character.isLowerCase(text.codePointAt(line.start()));
    }

    private static int firstWordLength(String text, Span line) {
        int end = line.start();
        while (end < line.end() && !isSpace(text.charAt(end))) end++;
        return end - line.start();
    }
}
