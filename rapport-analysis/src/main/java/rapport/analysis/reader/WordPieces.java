package rapport.analysis.reader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.record.Span;

/**
 * Cuts sentences into words and words into the pieces of an uncased BERT vocabulary, and keeps the case that this loses.
 *
 * <p>Source: WordPiece as in BERT (Devlin and others, 2019); the training code has the same in {@code training/pieces.py}, and a
 * test holds both to one list of cases.
 *
 * <p>Threads: may be shared.
 */
final class WordPieces {

    private static final int CLS = 101;
    private static final int SEP = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100; // BERT's own limit: a longer word is unknown

    /** How a word is written; the position in this list is what the model is given. */
    enum Case {
        LOWER,
        CAPITAL,
        CAPITALS,
        MIXED,
        NUMBER,
        SIGN,
        BREAK,
        OTHER
    }

    /** Sentences as the model takes them. {@code first} holds the position of each word's first piece. */
    record Pieces(long[] ids, long[] cases, long[] first, List<Span> words) {}

    private final Map<String, Integer> ids = new HashMap<>();

    WordPieces(List<String> vocabulary) {
        for (int i = 0; i < vocabulary.size(); i++) ids.put(vocabulary.get(i), i);
    }

    /**
     * The pieces of some sentences of a text, in order, with a break wherever a line ends between two of them.
     *
     * @param standIns what is read in the place of some words, by where those begin
     */
    Pieces read(String text, List<Span> sentences, Map<Integer, StandIns.StandIn> standIns) {
        Builder builder = new Builder();
        builder.add(CLS, Case.OTHER);
        int last = -1;
        for (Span sentence : sentences) {
            if (last >= 0 && text.substring(last, sentence.start()).indexOf('\n') >= 0) builder.add(SEP, Case.BREAK);
            int replaced = sentence.start(); // up to here
            for (Span word : words(text, sentence)) {
                if (word.start() < replaced) continue;
                StandIns.StandIn other = standIns.get(word.start());
                Span whole = other == null ? word : other.span();
                String words = other == null ? word.in(text) : other.words();
                builder.add(whole, split(words), caseOf(words));
                replaced = whole.end();
            }
            last = sentence.end();
        }
        builder.add(SEP, Case.OTHER);
        return builder.build();
    }

    /** Words and signs: a sign is a word of its own, and so is an ideograph. */
    static List<Span> words(String text, Span sentence) {
        List<Span> found = new ArrayList<>();
        int start = -1;
        int at = sentence.start();
        while (at < sentence.end()) {
            int c = text.codePointAt(at);
            int next = Math.min(at + Character.charCount(c), sentence.end());
            boolean single = isSign(c) || isIdeograph(c);
            if (!single && !isSpace(c)) {
                if (start < 0) start = at;
                at = next;
                continue;
            }
            if (start >= 0) found.add(new Span(start, at));
            start = -1;
            if (single) {
                boolean doubled = next < sentence.end()
                        && (text.startsWith("``", at) || text.startsWith("''", at)); // quotation marks of typed text
                found.add(new Span(at, doubled ? at + 2 : next));
                at = doubled ? at + 2 : next;
            } else {
                at = next;
            }
        }
        if (start >= 0) found.add(new Span(start, sentence.end()));
        return found;
    }

    static Case caseOf(String word) {
        int[] letters = word.codePoints().filter(Character::isLetter).toArray();
        if (letters.length == 0) {
            return word.codePoints().anyMatch(Character::isDigit) ? Case.NUMBER : Case.SIGN;
        }
        long capitals = Arrays.stream(letters).filter(Character::isUpperCase).count();
        if (capitals == 0) return Case.LOWER;
        if (capitals == letters.length) return letters.length > 1 ? Case.CAPITALS : Case.CAPITAL;
        return capitals == 1 && Character.isUpperCase(letters[0]) ? Case.CAPITAL : Case.MIXED;
    }

    /** Ids of one word's pieces: the longest that fit, from the left; unknown as a whole if one does not. */
    private List<Integer> split(String word) {
        String folded = word.equals("``") || word.equals("''") ? "\"" : fold(word);
        if (folded.isEmpty()) return List.of();
        if (folded.codePointCount(0, folded.length()) > LONGEST_WORD) return List.of(UNKNOWN);
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < folded.length()) {
            int end = folded.length();
            Integer id = null;
            while (end > start) {
                id = ids.get((start > 0 ? "##" : "") + folded.substring(start, end));
                if (id != null) break;
                end = folded.offsetByCodePoints(end, -1);
            }
            if (id == null) return List.of(UNKNOWN);
            pieces.add(id);
            start = end;
        }
        return pieces;
    }

    private static String fold(String word) {
        String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSpace(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isSign(int c) {
        if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) return true;
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2FA1F
                || c >= 0xF900 && c <= 0xFAFF;
    }

    private static final class Builder {
        private final List<Integer> pieces = new ArrayList<>();
        private final List<Case> cases = new ArrayList<>();
        private final List<Integer> first = new ArrayList<>();
        private final List<Span> words = new ArrayList<>();

        void add(int id, Case writing) {
            pieces.add(id);
            cases.add(writing);
        }

        void add(Span word, List<Integer> itsPieces, Case writing) {
            if (itsPieces.isEmpty()) return; // nothing is left of it: a lone accent
            words.add(word);
            first.add(pieces.size());
            for (int id : itsPieces) add(id, writing);
        }

        Pieces build() {
            return new Pieces(
                    pieces.stream().mapToLong(Integer::longValue).toArray(),
                    cases.stream().mapToLong(Case::ordinal).toArray(),
                    first.stream().mapToLong(Integer::longValue).toArray(),
                    List.copyOf(words));
        }
    }
}
