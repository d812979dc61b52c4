package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a noun phrase, cut where names begin and end. */
final class Phrase {

    /** Longest title and longest name that are looked for inside a phrase, in words. */
    static final int LONGEST_NAME = 6;

    private static final Pattern MARKS = Pattern.compile("^[\"“”‘«']+|[\"“”»,.;:]+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.'’‘`\\-‐‑–&]*");
    private static final Pattern CUT = Pattern.compile("[,;:]\\s+|\\s+[–—-]\\s+|\\s*[()\\[\\]]\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("[\\d.,–-]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|dozens|hundreds|thousands|scores|about|around|over|nearly|almost|least|at|some|than|of");

    private Phrase() {}

    static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(phrase);
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    /** Parts between commas, dashes and brackets. */
    static List<String> parts(String phrase) {
        List<String> parts = new ArrayList<>();
        for (String part : CUT.split(phrase)) if (!part.isBlank()) parts.add(part.strip());
        return parts;
    }

    /** Without quotation marks around it and determiners before it. */
    static String bare(String phrase) {
        String stripped = MARKS.matcher(phrase.strip()).replaceAll("").strip();
        String bare = stripped;
        while (true) {
            int space = space(bare);
            if (space < 0 || !Vocabulary.DETERMINERS.contains(lower(bare.substring(0, space)))) break;
            String rest = bare.substring(space).strip();
            if (rest.startsWith("than ")) break; // "more than 60 guards"
            bare = rest;
        }
        return bare.isEmpty() ? stripped : bare;
    }

    /** Without numbers before it: "three Ruritanian soldiers" gives "Ruritanian soldiers". */
    static String unnumbered(String phrase) {
        String rest = phrase;
        while (true) {
            int space = space(rest);
            if (space < 0 || !NUMBER.matcher(lower(rest.substring(0, space))).matches()) return rest;
            rest = rest.substring(space).strip();
        }
    }

    /** "Two", "dozens". */
    static boolean isNumber(String word) {
        return NUMBER.matcher(lower(word)).matches();
    }

    /** Whether it begins with "the" or the like, and so points at something known. */
    static boolean isDefinite(String phrase) {
        return phrase.strip().matches("(?is)(the|this|that|these|those|both|said)\\b.*");
    }

    /** From the first word with a capital to the last; empty if there is none. */
    static String core(String phrase) {
        Matcher matcher = WORD.matcher(phrase);
        int start = -1;
        int end = -1;
        while (matcher.find()) {
            if (!isCapitalised(matcher.group())) continue;
            if (start < 0) start = matcher.start();
            end = matcher.end();
        }
        return start < 0 ? "" : phrase.substring(start, end);
    }

    /** The noun that a description is about, in lower case: the last word before a preposition or relative clause. */
    static String head(String phrase) {
        String head = "";
        for (String word :
                words(parts(phrase).isEmpty() ? phrase : parts(phrase).get(0))) {
            String lower = lower(word);
            if (!head.isEmpty()
                    && lower.matches("of|for|from|in|on|at|with|to|by|who|which|that|whose|near|against|under|inside"
                            + "|behind|led|including|backed|loyal|and|or|about|along|across|between|among")) {
                break;
            }
            if (lower.matches("of") && head.isEmpty()) continue;
            head = lower;
        }
        return withoutPossessive(head);
    }

    static String withoutPossessive(String word) {
        return word.replaceAll("['’]s?$", "");
    }

    static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    static boolean isInitial(String word) {
        return word.matches("\\p{Lu}\\.?") || word.matches("(\\p{Lu}\\.)+");
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static int space(String words) {
        for (int i = 0; i < words.length(); i++) if (Character.isWhitespace(words.charAt(i))) return i;
        return -1;
    }
}
