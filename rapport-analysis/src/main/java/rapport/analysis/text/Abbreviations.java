package rapport.analysis.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that are written with a full stop, by what the stop tells about the end of a sentence.
 *
 * <p>Source: the usual abbreviations of English-language agencies and newspapers, written down from general knowledge.
 */
final class Abbreviations {

    /** How a word and the full stop after it go together. */
    enum Kind {
        /** An ordinary word: the stop ends the sentence. */
        NONE,
        /** Stands before a name: "Lt.", "St.". The sentence goes on. */
        BEFORE_NAME,
        /** Stands before a number: "No. 4", "Jan. 5". The sentence goes on if one follows. */
        BEFORE_NUMBER,
        /** May end a sentence or not: "U.S.", "Inc.". */
        EITHER,
        /** A time of day: "a.m.". The sentence goes on before a day or a zone. */
        CLOCK
    }

    private static final Set<String> BEFORE_NAME = words(
            "mr mrs ms mx dr drs prof profs gen gens lt lts col cols sens reps govs maj capt cpt cmdr cdr adm sgt cpl pvt pte"
                    + " spc brig lieut vadm radm adml comdr cdre sqn flt sen rep gov pres rev fr hon st ste ft mt amb sec supt det"
                    + " insp messrs mme mlle msgr engr adv atty asst assoc dep vs viz approx e.g i.e cf");

    private static final Set<String> BEFORE_NUMBER =
            words("no nos vol fig figs art arts secs ch pp p para paras op nr jan feb mar apr"
                    + " jun jul aug sept sep oct nov dec tel ext res");

    private static final Set<String> EITHER =
            words("inc corp ltd co cos jr sr esq bros etc al dept govt govts univ ave blvd rd"
                    + " intl assn ph.d d.c jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga"
                    + " ill ind kan ky la md mich minn mo mont neb nev okla ore mass pa tenn tex va vt wash wis wyo ont que b.c"
                    + " mon tue tues wed thu thurs fri sat sun ret hrs min mins pvt pty plc llc est natl");

    /** Abbreviations that are words as well: they count as such only with a capital, "Col." but not "sat.". */
    private static final Set<String> ONLY_CAPITAL =
            words("mar apr jun sun sat wed fri mon art la del ind ill pa ga ark ore mo mass"
                    + " wash ave fig gen rep gov pres hon det sec ms mt ch min est ret co cos dep adv res ext tel op");

    /**
     * Words that open sentences and hardly ever follow an abbreviation within one. A title such as "President" is none:
     * "U.S. President".
     */
    private static final Set<String> OPENERS =
            words("the a an this that these those he she it they we i you his her its their our my"
                    + " your there here but and or so yet nor if when while where what who why how although though because since"
                    + " after before until unless once as at by for from in into of on over to under with without within during"
                    + " despite amid among between against about also however meanwhile moreover still then thus therefore"
                    + " nevertheless nonetheless no not nobody none nothing neither both all some many most several few each every"
                    + " another other others any one only even earlier later last next now today yesterday according asked"
                    + " officials");

    /** What may follow "a.m." in one sentence. */
    private static final Set<String> AFTER_CLOCK =
            words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu"
                    + " thurs fri sat sun january february march april may june july august september october november december"
                    + " jan feb mar apr jun jul aug sept sep oct nov dec eastern central pacific mountain atlantic greenwich local"
                    + " standard universal");

    private Abbreviations() {}

    /** What the word before a full stop is; it is given without that stop, and without brackets or quotation marks before it. */
    static Kind kindOf(String word, boolean isBeforeNumber) {
        if (word.isEmpty()) return Kind.NONE;
        String small = word.toLowerCase(Locale.ROOT);
        if (small.equals("a.m") || small.equals("p.m")) return Kind.CLOCK;
        boolean isKnown = !ONLY_CAPITAL.contains(small) || Character.isUpperCase(word.charAt(0));
        if (isKnown && BEFORE_NAME.contains(small)) return Kind.BEFORE_NAME;
        if (isKnown && isBeforeNumber && BEFORE_NUMBER.contains(small)) return Kind.BEFORE_NUMBER;
        if (isKnown && EITHER.contains(small)) return Kind.EITHER;
        int hyphen = small.lastIndexOf('-');
        if (hyphen > 0 && BEFORE_NAME.contains(small.substring(hyphen + 1))) return Kind.BEFORE_NAME; // "Maj.-Gen."
        return isDotted(word) ? Kind.EITHER : Kind.NONE;
    }

    /** Whether a capitalised word opens a sentence rather than going on with a name. */
    static boolean opensSentence(String word) {
        return OPENERS.contains(stem(word));
    }

    static boolean goesOnAfterClock(String word) {
        if (AFTER_CLOCK.contains(word.toLowerCase(Locale.ROOT))) return true;
        return word.length() >= 2 && word.length() <= 4 && isCapitals(word); // "GMT"
    }

    /** Letters one by one with stops between: "U.S", "T.T.P", "U.N". */
    static boolean isDotted(String word) {
        if (word.length() < 3 || word.length() % 2 == 0) return false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') return false;
        }
        return true;
    }

    private static boolean isCapitals(String word) {
        return word.chars().allMatch(Character::isUpperCase);
    }

    /** "It's" opens like "it". */
    private static String stem(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        int apostrophe = Math.max(small.indexOf('\''), small.indexOf('’'));
        return apostrophe > 0 ? small.substring(0, apostrophe) : small;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(new HashSet<>(Arrays.asList(words.split(" "))));
    }
}
