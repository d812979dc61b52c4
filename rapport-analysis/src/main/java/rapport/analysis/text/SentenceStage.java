package rapport.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Paragraphs;
import rapport.analysis.Stage;
import rapport.record.Span;

/**
 * Splits the text into sentences. Needs no other layer; leaves out what is furniture, if that layer is there.
 *
 * <p>A sentence ends with its paragraph, or at a full stop, question mark, exclamation mark or ellipsis with the quotation
 * marks and brackets that close after it, if what follows can open a sentence. The stop of a title, an initial or an
 * abbreviation does not end it, unless what follows could not stand in the same sentence. A quotation of several sentences is
 * broken at each of them. Stretches without a letter or digit ("* * *") are no sentences. A sentence of more than {@value
 * #LONG} characters is cut at a clause mark, or else between words, and in no case exceeds {@value #LONGEST}.
 *
 * <p>Known miss: an abbreviation at the end of a sentence before a name ("... in the U.S. Rassendyll left."); a missing space
 * after a full stop; a sentence that begins with a small letter.
 *
 * <p>Threads: keeps no state. Time is linear in the length of the text.
 */
public final class SentenceStage implements Stage {

    /** In 840 news articles no sentence was found beyond this that was not a list or a page without full stops. */
    private static final int LONG = 1000;

    private static final int LONGEST = 1500;

    private static final int SHORTEST_PART = 400;

    private static final int LONGEST_HEADLINE = 200;

    /** No word before a full stop is looked at beyond this. */
    private static final int LONGEST_WORD = 30;

    private static final Set<String> SPEECH =
            Set.of("said", "says", "asked", "asks", "told", "added", "wrote", "replied");

    @Override
    public Set<Layer<?>> needs() {
        return Set.of();
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.SENTENCES);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        String text = annotated.text();
        List<Span> furniture = annotated.has(Layer.FURNITURE) ? annotated.get(Layer.FURNITURE) : List.of();
        List<Span> sentences = new ArrayList<>();
        int next = 0;
        for (Span paragraph : Paragraphs.of(text)) {
            int start = paragraph.start();
            while (next < furniture.size() && furniture.get(next).start() < paragraph.end()) {
                Span left = furniture.get(next);
                split(text, start, Math.max(start, Math.min(left.start(), paragraph.end())), sentences);
                start = Math.max(start, left.end());
                if (left.end() > paragraph.end()) break; // it reaches into the next paragraph
                next++;
            }
            if (start < paragraph.end()) split(text, start, paragraph.end(), sentences);
        }
        return annotated.with(Layer.SENTENCES, sentences);
    }

    private static void split(String text, int start, int end, List<Span> sentences) {
        int from = start;
        int i = start;
        while (i < end) {
            if (!isStop(text.charAt(i))) {
                i++;
                continue;
            }
            int stop = i;
            while (i < end && isStop(text.charAt(i))) i++;
            int closed = i;
            while (closed < end && isCloser(text.charAt(closed))) closed++;
            closed = detachedCloser(text, closed, end);
            if (new Stop(text, start, end, stop, i, closed).endsSentence()) {
                add(text, from, closed, sentences);
                from = closed;
            }
            i = closed;
        }
        add(text, from, end, sentences);
    }

    /** Text that was cut into tokens has a space before the mark that closes a quotation: "they left . \'\' He". */
    private static int detachedCloser(String text, int closed, int end) {
        int i = closed;
        while (i < end && Paragraphs.isSpace(text.charAt(i))) i++;
        int after = text.startsWith("\'\'", i) ? i + 2 : text.startsWith("”", i) ? i + 1 : end + 1;
        boolean isDetached = after <= end && (after == end || Paragraphs.isSpace(text.charAt(after)));
        return isDetached ? after : closed;
    }

    /** A run of stops with the marks that close after it, and what stands around it. */
    private record Stop(String text, int first, int last, int start, int end, int closed) {

        boolean endsSentence() {
            char mark = text.charAt(start);
            if (isForeignStop(text.charAt(end - 1))) return true;
            int next = skipSpaces(closed);
            if (next == last) return true;
            boolean isAfterQuotation = closed > end && isQuotationMark(text.charAt(closed - 1));
            if (next == closed) { // no space: "4.5", "example.org", but also “It is done.”The envoy left.
                return isAfterQuotation
                        && Character.isUpperCase(text.codePointAt(next))
                        && text.charAt(closed - 1) == '”';
            }
            int word = skipOpeners(next);
            if (word == last) return true;
            int c = text.codePointAt(word);
            if (Character.isLowerCase(c) || isGoingOn(c)) return false;
            if (mark != '.') return !isAfterQuotation || !isSpokenBy(word);
            if (end - start > 1) return true;
            return dotEndsSentence(next, word, isAfterQuotation);
        }

        private boolean dotEndsSentence(int next, int word, boolean isAfterQuotation) {
            String before = wordBefore();
            String after = wordAt(word);
            boolean isAnotherInitial = after.length() == 1 && word + 1 < last && text.charAt(word + 1) == '.';
            boolean opens = Abbreviations.opensSentence(after) && !isAnotherInitial;
            boolean isQuoted = word > next; // a quotation or bracket opens
            if (isInitial(before)) return opens || isAfterQuotation;
            if (isListNumber(before)) return false;
            boolean isBeforeNumber = Character.isDigit(text.codePointAt(word));
            return switch (Abbreviations.kindOf(before, isBeforeNumber)) {
                case NONE -> true;
                case BEFORE_NAME, BEFORE_NUMBER -> false;
                case EITHER ->
                    isAfterQuotation || isQuoted && isQuotationMark(text.charAt(next)) || opens && !isInHeadline();
                case CLOCK -> !isBeforeNumber && !Abbreviations.goesOnAfterClock(after);
            };
        }

        /** "J." in "J. R. Roe", also "J.R."; but "I." is the pronoun after a small word. */
        private boolean isInitial(String before) {
            if (before.length() != 1 || !Character.isUpperCase(before.charAt(0))) return false;
            if (!before.equals("I")) return true;
            int i = start - 2;
            while (i > first && Paragraphs.isSpace(text.charAt(i))) i--;
            while (i > first && start - i < LONGEST_WORD && Character.isLetter(text.charAt(i - 1))) i--;
            return i < first || !Character.isLowerCase(text.charAt(i));
        }

        /** "U.S. And Ruritania Sign Pact": in a line where longer words all have capitals, a capital opens nothing. */
        private boolean isInHeadline() {
            if (last - first > LONGEST_HEADLINE) return false;
            for (int i = first; i < last; i++) {
                boolean beginsWord = i == first || !isWordPart(text.charAt(i - 1));
                if (beginsWord
                        && Character.isLowerCase(text.charAt(i))
                        && wordAt(i).length() > 3) return false;
            }
            return true;
        }

        /** "1." at the beginning of a line. */
        private boolean isListNumber(String before) {
            if (before.isEmpty() || before.length() > 2 || !before.chars().allMatch(Character::isDigit)) return false;
            return start - before.length() == first;
        }

        /** After “Will it hold?” come up to four words of a name and a verb of speech that closes the sentence. */
        private boolean isSpokenBy(int from) {
            int i = from;
            for (int words = 0; words < 5 && i < last; words++) {
                String word = wordAt(i);
                if (word.isEmpty()) return false;
                i += word.length();
                boolean isClosed = i == last || ",.:".indexOf(text.charAt(i)) >= 0;
                if (SPEECH.contains(word)) return words > 0 && isClosed;
                if (isClosed && (i == last || text.charAt(i) != '.')) return false;
                if (i < last && text.charAt(i) == '.') i++;
                i = skipSpaces(i);
            }
            return false;
        }

        private String wordBefore() {
            int i = start;
            while (i > first && start - i < LONGEST_WORD && isWordPart(text.charAt(i - 1))) i--;
            return text.substring(i, start);
        }

        private String wordAt(int from) {
            int i = from;
            while (i < last && i - from < LONGEST_WORD && isWordPart(text.charAt(i)) && text.charAt(i) != '.') i++;
            return text.substring(from, i);
        }

        private int skipSpaces(int i) {
            while (i < last && Paragraphs.isSpace(text.charAt(i))) i++;
            return i;
        }

        private int skipOpeners(int i) {
            while (i < last && isOpener(text.charAt(i))) i++;
            return i;
        }

        private static boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '\'' || c == '’' || c == '-' || c == '‑';
        }
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '?' || c == '!' || c == '…' || isForeignStop(c);
    }

    /** Full stops and question marks of other scripts, which need no space after them. */
    private static boolean isForeignStop(char c) {
        return c == '。' || c == '！' || c == '？' || c == '؟' || c == '۔' || c == '।';
    }

    /** What goes on with the sentence before it, as in "etc., and" or "4 p.m. - 5 p.m.". */
    private static boolean isGoingOn(int c) {
        return c == ',' || c == ';' || c == ':' || c == '.' || c == '-' || c == '–' || c == '—';
    }

    private static boolean isQuotationMark(char c) {
        return c == '"' || c == '\'' || c == '“' || c == '”' || c == '‘' || c == '’' || c == '«' || c == '»' || c == '„'
                || c == '`';
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == '”' || c == '’' || c == '»' || c == ')' || c == ']' || c == '}';
    }

    private static boolean isOpener(char c) {
        return isQuotationMark(c) || c == '(' || c == '[' || c == '{' || c == '¿' || c == '¡';
    }

    /** Adds the stretch without space at its ends, cut if it is long. */
    private static void add(String text, int start, int end, List<Span> sentences) {
        while (start < end && Paragraphs.isSpace(text.charAt(start))) start++;
        while (end > start && Paragraphs.isSpace(text.charAt(end - 1))) end--;
        while (end - start > LONG) {
            int cut = cut(text, start, Math.min(end, start + LONGEST));
            addPart(text, start, cut, sentences);
            start = cut;
            while (start < end && Paragraphs.isSpace(text.charAt(start))) start++;
        }
        addPart(text, start, end, sentences);
    }

    private static void addPart(String text, int start, int end, List<Span> sentences) {
        while (end > start && Paragraphs.isSpace(text.charAt(end - 1))) end--;
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                sentences.add(new Span(start, end));
                return;
            }
        }
    }

    /** After the last semicolon, colon or dash in reach, or else comma, or else word. */
    private static int cut(String text, int start, int end) {
        int best = -1;
        int bestRank = 0;
        for (int i = Math.min(end, start + LONG) - 1; i > start + SHORTEST_PART; i--) {
            if (!Paragraphs.isSpace(text.charAt(i))) continue;
            int rank = rank(text.charAt(i - 1));
            if (rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        if (best >= 0) return best;
        for (int i = start + SHORTEST_PART; i > start; i--) {
            if (Paragraphs.isSpace(text.charAt(i))) return i;
        }
        for (int i = start + LONG; i < end; i++) {
            if (Paragraphs.isSpace(text.charAt(i))) return i;
        }
        boolean isInPair = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return isInPair ? end - 1 : end;
    }

    private static int rank(char c) {
        if (c == ';' || c == ':' || c == '—' || c == '–') return 3;
        return c == ',' ? 2 : 1;
    }
}
