package rapport.analysis.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rapport.record.Span;

/**
 * The words, numbers and marks of one sentence, by number from 0. Beyond either end stand empty words, so that a look at a
 * neighbour needs no check.
 *
 * <p>A run of letters is a word; a run of digits with its grouping commas and decimal point is a word; so are a mark alone
 * and an apostrophe with the letters behind it: "Monday's" is two words, "3-5" three.
 */
final class Words {

    /** @param joined it follows the word before without a space */
    private record Word(int start, int end, String text, String small, boolean joined) {}

    private static final Word NONE = new Word(0, 0, "", "", false);

    private final List<Word> words = new ArrayList<>();

    Words(String text, Span sentence) {
        int at = sentence.start();
        int before = -1;
        while (at < sentence.end()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
                continue;
            }
            int end = endOfWord(text, at, sentence.end());
            String word = text.substring(at, end).replace('’', '\'');
            words.add(new Word(at, end, word, word.toLowerCase(Locale.ROOT), at == before));
            at = end;
            before = end;
        }
    }

    /** The words of a list, which stand with white space between them. */
    static Set<String> listed(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private static int endOfWord(String text, int start, int limit) {
        char c = text.charAt(start);
        int at = start + 1;
        if (isDigit(c)) {
            while (at < limit) {
                boolean inside = isDigit(text.charAt(at))
                        || text.charAt(at) == ',' && isGroup(text, at + 1, limit)
                        || text.charAt(at) == '.' && at + 1 < limit && isDigit(text.charAt(at + 1));
                if (!inside) break;
                at++;
            }
        } else if (Character.isLetter(c) || isApostrophe(c)) {
            while (at < limit && isInWord(text.charAt(at))) at++;
        } else if (Character.isHighSurrogate(c) && at < limit && Character.isLowSurrogate(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isInWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Three digits and no fourth: what a grouping comma stands before. */
    private static boolean isGroup(String text, int start, int limit) {
        if (start + 3 > limit) return false;
        for (int i = start; i < start + 3; i++) if (!isDigit(text.charAt(i))) return false;
        return start + 3 == limit || !isDigit(text.charAt(start + 3));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int size() {
        return words.size();
    }

    private Word at(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : NONE;
    }

    /** As it stands, but with a straight apostrophe. */
    String text(int index) {
        return at(index).text;
    }

    /** In small letters. */
    String small(int index) {
        return at(index).small;
    }

    boolean is(int index, String small) {
        return at(index).small.equals(small);
    }

    boolean isAny(int index, Set<String> small) {
        return small.contains(at(index).small);
    }

    /** Whether these words stand here in a row; they are given in one string, with spaces. */
    boolean areAt(int index, String phrase) {
        int i = index;
        int start = 0;
        while (start <= phrase.length()) {
            int space = phrase.indexOf(' ', start);
            int end = space < 0 ? phrase.length() : space;
            String small = at(i++).small;
            if (small.length() != end - start || !phrase.startsWith(small, start)) return false;
            start = end + 1;
        }
        return true;
    }

    /** It follows the word before without a space. */
    boolean isJoined(int index) {
        return at(index).joined;
    }

    boolean isNumber(int index) {
        String text = at(index).text;
        return !text.isEmpty() && isDigit(text.charAt(0));
    }

    boolean isLetters(int index) {
        String text = at(index).text;
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    boolean isCapital(int index) {
        String text = at(index).text;
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    boolean isSmallLetters(int index) {
        return isLetters(index) && !isCapital(index);
    }

    /** A hyphen or a dash of the kinds that stand in ranges. */
    boolean isHyphen(int index) {
        String text = at(index).text;
        return text.length() == 1 && "-‐‑‒–".indexOf(text.charAt(0)) >= 0;
    }

    /** A whole number without commas, of one to four digits; -1 if it is none. */
    int plainNumber(int index) {
        String text = at(index).text;
        if (!isNumber(index) || text.length() > 4) return -1;
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) return -1;
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }

    /** From a word to the one before {@code end}. */
    Span span(int first, int end) {
        return new Span(at(first).start, at(end - 1).end);
    }
}
