package rapport.analysis.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Span;

/**
 * How far the words of a day, a place or a number stand from an act of their sentence: what is nearest has them. Words and clauses part them, and
 * what is told of an act seldom stands before it: in "shelled the town on Sunday, killing four" Sunday is that of "shelled".
 *
 * <p>Unit: none; by the logarithm of the words between, one more for each mark and each word that parts clauses.
 *
 * <p>Source: weights of a conditional logit over days and places that are coded in {@code corpus}, in sentences of several acts, rounded. Of 1,528 days 94
 * in 100 go to the act that has them in the coding (by the characters between alone: 81), of 2,053 places 94 (86), of 813 numbers 94 (92).
 *
 * <p>Cost: of a sentence's length once, then of two look-ups. Threads: any.
 */
final class Nearness {

    private static final Pattern PARTING = Pattern.compile(
            "(?i)[;—–]|[,:](?!\\d)|\\b(?:and|but|or|while|after|before|when|as|which|who|that|because)\\b");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");

    private static final Pattern OF_THING =
            Pattern.compile("(?i)(?:\\b(?:the|a|an|this|that|his|her|its|their|our)|['’]s) $");

    private static final int LONGEST_ARTICLE = " their ".length();

    private static final Pattern POSSESSIVE = Pattern.compile("[’']s\\b");

    /** "Thursday's raid". */
    private static final double OWNED = 4;

    /** Of a day or a place that stands before its act. */
    static final double BEFORE_ACT = 1.5;

    /** Of a number: it is oftener the subject of what is done to those whom it counts. */
    static final double NUMBER_BEFORE_ACT = 0.5;

    private final String text;
    private final int start;
    private final int[] words; // that begin before a character, counted from the sentence's first
    private final int[] partings;

    Nearness(String text, Span sentence) {
        this.text = text;
        this.start = sentence.start();
        this.words = counts(WORD, sentence);
        this.partings = counts(PARTING, sentence);
    }

    private int[] counts(Pattern pattern, Span sentence) {
        int[] counts = new int[sentence.length() + 1];
        Matcher matcher = pattern.matcher(text).region(sentence.start(), sentence.end());
        while (matcher.find()) counts[matcher.start() - start + 1]++;
        for (int i = 1; i < counts.length; i++) counts[i] += counts[i - 1];
        return counts;
    }

    /**
     * Whether words can tell of an act: "the 2014 law" tells when no other act was done, "the 2014 attack" does. Of 17 such years that stand before no
     * coded act 2 were coded as the day of one, of 2 before one both.
     */
    boolean canTell(Span told, Span act) {
        boolean isOfThing = YEAR.matcher(told.in(text)).matches()
                && OF_THING.matcher(text)
                        .region(Math.max(start, told.start() - LONGEST_ARTICLE), told.start())
                        .useTransparentBounds(true)
                        .find()
                && told.end() + 1 < start + words.length - 1
                && text.charAt(told.end()) == ' '
                && Character.isLowerCase(text.charAt(told.end() + 1));
        return !isOfThing || act.start() > told.end() && between(words, told.end() + 1, act.start()) <= 1;
    }

    /**
     * Those that begin between two spans of the sentence.
     *
     * @param told words that tell of an act
     * @param beforeAct what it counts if they stand before it
     */
    double distance(Span told, Span act, double beforeAct) {
        boolean isBefore = told.start() < act.start();
        int from = isBefore ? told.end() : act.end();
        int to = Math.max(from, isBefore ? act.start() : told.start());
        double distance = Math.log1p(between(words, from, to)) + between(partings, from, to);
        if (!isBefore) return distance;
        boolean isOwned = POSSESSIVE.matcher(text).region(from, text.length()).lookingAt();
        return distance + beforeAct - (isOwned ? OWNED : 0);
    }

    private int between(int[] counts, int from, int to) {
        return counts[to - start] - counts[from - start];
    }
}
