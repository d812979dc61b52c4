package rapport.analysis.time;

import java.util.Set;

/**
 * Whether a sentence looks back or ahead where it names a time: the nearest verb before it decides ("said on Monday that talks
 * will begin on Friday"), or the first behind it if it opens the sentence.
 *
 * <p>Known miss: the present tense of headlines ("President visits Strelsau on Monday") says nothing here, and counts as
 * unclear.
 */
enum Direction {
    PAST,
    FUTURE,
    UNCLEAR;

    /** So far a verb is looked for; a sentence without an end costs no more than this at each expression. */
    private static final int REACH = 30;

    private static final Set<String> AHEAD = Words.listed("""
            will shall 'll won would could can may might should must cannot due set scheduled slated expected
            plan plans planned planning intends intend hopes poised upcoming forthcoming ahead going expires
            deadline ultimatum begins starts opens convenes arrives pending
            """);

    /** What says nothing about its own time: it may follow "will be" as well as "was". */
    private static final Set<String> BE = Set.of("be", "being");

    private static final Set<String> BACK = Words.listed("""
            was were had did been said told met held made took came went began fell rose left saw gave got found
            became brought sent spoke struck hit shot fought won lost led fled broke flew drove wrote ran sought
            bought sold thought knew felt kept built paid taken given seen done known shown drawn thrown blown
            withdrew withdrawn swore sworn chose chosen hid grew threw stood understood overthrew undertook
            underwent since ago put overran laid lay sank sunk caught taught dealt burnt born spent meant heard
            shut dug swept bore beat beaten bid forbade retook mistook rode woke arose stole stolen hung stuck
            slew slain wounded killed
            """);

    private static final Set<String> NO_VERB_IN_ED = Words.listed("""
            united need indeed speed feed seed deed breed exceed proceed succeed bed red armed so-called alleged
            hundred kindred sacred embed unmanned sled shed
            """);

    /** Who does this looks ahead, if what he does it to stands behind a "to": "agreed to withdraw by 1 May". */
    private static final Set<String> COMMITS = Words.listed("""
            agreed pledged promised vowed urged asked told ordered invited demanded called warned threatened
            gave given had has have decided wanted required offered
            """);

    /** Of the expression from word {@code first} to the one before {@code end}. */
    static Direction of(Words words, int first, int end, Bound bound) {
        boolean isLimit = bound == Bound.UNTIL || bound == Bound.BEFORE;
        boolean afterTo = false;
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !isBreak(words, i); i--) {
            Direction direction = ofVerb(words, i);
            if (direction == PAST && COMMITS.contains(words.small(i))) {
                boolean isOrder = words.isAny(i, Set.of("demanded", "gave", "given", "ordered", "warned", "required"));
                if (afterTo || isLimit && isOrder) return isLimit ? FUTURE : UNCLEAR;
            }
            if (direction != UNCLEAR) return direction;
            afterTo = afterTo || words.is(i, "to") && words.isSmallLetters(i + 1) && !isNounPhrase(words, i + 1);
        }
        for (int i = end; i < Math.min(words.size(), end + REACH) && !isBreak(words, i); i++) {
            Direction direction = ofVerb(words, i);
            if (direction != UNCLEAR) return direction;
        }
        return isLimit ? FUTURE : UNCLEAR;
    }

    private static boolean isBreak(Words words, int index) {
        return words.is(index, ";");
    }

    private static Direction ofVerb(Words words, int index) {
        String small = words.small(index);
        if (words.isCapital(index) && index > 0) return UNCLEAR; // a name: "May", "Will"
        if (AHEAD.contains(small)) return isAhead(words, index) ? FUTURE : UNCLEAR;
        if (isBeTo(words, index)) return FUTURE;
        if (words.isAny(index, Set.of("has", "have", "'ve"))) return isPerfect(words, index) ? PAST : UNCLEAR;
        boolean back =
                BACK.contains(small) || small.length() > 3 && small.endsWith("ed") && !NO_VERB_IN_ED.contains(small);
        if (!back) return UNCLEAR;
        return followsBe(words, index) || isAdjective(words, index) ? UNCLEAR : PAST;
    }

    /** "has agreed", not "has a plan". */
    private static boolean isPerfect(Words words, int index) {
        int next = index + 1;
        while (next < index + 3
                && (words.small(next).endsWith("ly") || words.isAny(next, Set.of("not", "also", "n't", "since"))))
            next++;
        return BACK.contains(words.small(next)) || words.small(next).endsWith("ed");
    }

    private static boolean isAhead(Words words, int index) {
        if (words.is(index, "won")) return words.is(index + 1, "'t");
        if (words.is(index, "set")) return words.is(index + 1, "to") || words.is(index + 1, "for");
        if (words.is(index, "due")) return !words.is(index + 1, "to") || !isNounPhrase(words, index + 2);
        if (words.is(index, "going")) return words.is(index + 1, "to");
        boolean wouldHave = (words.is(index, "would") || words.is(index, "could") || words.is(index, "might"))
                && words.is(index + 1, "have");
        return !wouldHave;
    }

    /** "due to the rain" is a cause, "due to meet" a plan. */
    private static boolean isNounPhrase(Words words, int index) {
        return words.isCapital(index) || words.isAny(index, Set.of("the", "a", "an", "its", "his", "their", "her"));
    }

    /** "is to visit", "are to meet". */
    private static boolean isBeTo(Words words, int index) {
        return (words.is(index, "is") || words.is(index, "are")) && words.is(index + 1, "to");
    }

    /** "will be held", "will have left": the participle leaves it to the verb before. */
    private static boolean followsBe(Words words, int index) {
        int before = index - 1;
        if (words.small(before).endsWith("ly") || words.is(before, "not")) before--;
        return words.isAny(before, BE) || words.is(before, "have") && words.isAny(before - 1, Set.of("will", "shall"));
    }

    /** "the planned visit", "the wounded man": no verb of the sentence. */
    private static boolean isAdjective(Words words, int index) {
        return words.small(index).endsWith("ed")
                && words.isAny(index - 1, Set.of("the", "a", "an", "its", "his", "her", "their", "of"))
                && words.isSmallLetters(index + 1);
    }
}
