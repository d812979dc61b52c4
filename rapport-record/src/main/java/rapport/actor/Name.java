package rapport.actor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name cut into words, so that two ways of writing it can be compared: without "the", full stops of acronyms, accents,
 * and differences of apostrophe, hyphen and space. A possessive "'s" is a word of its own.
 *
 * @param words as written, apart from these
 */
record Name(List<String> words) {

    private static final int SHORT = 4; // letters; a name this short must stand as written

    static Name of(String written) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = plain(written);
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (c == '\'' && isPossessive(plain, i)) {
                close(word, words);
                words.add("'s");
                if (i + 1 < plain.length() && Character.toLowerCase(plain.charAt(i + 1)) == 's') i++;
            } else if (Character.isLetterOrDigit(c) || c == '.' && isInside(plain, i)) {
                word.append(c);
            } else if (c != '\'' && c != '.') {
                close(word, words);
                if (c == '&') words.add("and");
                if (c == '+') words.add("plus");
            }
        }
        if (words.size() > 1 && words.get(0).equalsIgnoreCase("the")) words.remove(0);
        return new Name(List.copyOf(words));
    }

    /** One key for all ways of writing it; upper and lower case are the same here, and told apart by {@link #isWrittenAs}. */
    String key() {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Name part(int from, int to) {
        return new Name(words.subList(from, to));
    }

    /** Without a possessive at the end. */
    Name withoutPossessive() {
        int last = words.size() - 1;
        return last > 0 && words.get(last).equals("'s") ? part(0, last) : this;
    }

    /**
     * Whether words of a text, equal but for upper and lower case, can be this name. Acronyms and short names count as
     * written; a name with capitals needs one in the text.
     */
    boolean isWrittenAs(Name text) {
        if (words.size() != text.words.size()) return false;
        if (words.size() == 1 && letters(words.get(0)) <= SHORT) {
            return words.get(0).equals(text.words.get(0)) || isShouted(words.get(0), text.words.get(0));
        }
        boolean capital = false;
        boolean capitalInText = false;
        for (int i = 0; i < words.size(); i++) {
            String mine = words.get(i);
            String theirs = text.words.get(i);
            if (isAcronym(mine) && !mine.equals(theirs)) return false;
            capital |= Character.isUpperCase(mine.charAt(0));
            capitalInText |= Character.isUpperCase(theirs.charAt(0));
        }
        return !capital || capitalInText;
    }

    /** "IRAN" for "Iran", as headlines have it; never "IS" for "Is": two letters are too few. */
    private static boolean isShouted(String mine, String theirs) {
        return mine.length() == SHORT && !isAcronym(mine) && theirs.equals(mine.toUpperCase(Locale.ROOT));
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1
                && word.length() <= 6
                && word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    private static long letters(String word) {
        return word.chars().filter(Character::isLetter).count();
    }

    private static void close(StringBuilder word, List<String> words) {
        if (word.length() == 0) return;
        String closed = word.toString();
        words.add(isStopped(closed) ? closed.replace(".", "") : closed);
        word.setLength(0);
    }

    /** "U.S" of "U.S.": single letters between full stops. */
    private static boolean isStopped(String word) {
        for (int i = 1; i < word.length(); i += 2) if (word.charAt(i) != '.') return false;
        return word.length() > 1;
    }

    /** A full stop between two letters, as in "U.S"; "p.m" too, which does no harm. */
    private static boolean isInside(String plain, int i) {
        return i > 0
                && i + 1 < plain.length()
                && Character.isLetter(plain.charAt(i - 1))
                && Character.isLetter(plain.charAt(i + 1));
    }

    private static boolean isPossessive(String plain, int i) {
        if (i == 0 || !Character.isLetterOrDigit(plain.charAt(i - 1)) && plain.charAt(i - 1) != '.') return false;
        boolean endsHere = i + 1 == plain.length() || !Character.isLetterOrDigit(plain.charAt(i + 1));
        if (endsHere) return Character.toLowerCase(plain.charAt(i - 1)) == 's';
        boolean s = Character.toLowerCase(plain.charAt(i + 1)) == 's';
        return s && (i + 2 == plain.length() || !Character.isLetterOrDigit(plain.charAt(i + 2)));
    }

    private static String plain(String written) {
        boolean ascii = true;
        for (int i = 0; i < written.length() && ascii; i++) ascii = written.charAt(i) < 128;
        if (ascii) return written;
        String unmarked = Normalizer.normalize(written, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(unmarked.length());
        for (int i = 0; i < unmarked.length(); i++) {
            char c = unmarked.charAt(i);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) continue;
            switch (c) {
                case '\u2018', '\u2019', '\u02BC', '\u02BB', '\u02BF', '\u02BE', '\u00B4', '\u2032', '`' ->
                    plain.append('\'');
                case '\u0131' -> plain.append('i');
                case '\u00F8' -> plain.append('o');
                case '\u00D8' -> plain.append('O');
                case '\u0142' -> plain.append('l');
                case '\u0141' -> plain.append('L');
                case '\u0111' -> plain.append('d');
                case '\u0110' -> plain.append('D');
                case '\u00DF' -> plain.append("ss");
                case '\u00E6' -> plain.append("ae");
                case '\u00C6' -> plain.append("Ae");
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }
}
