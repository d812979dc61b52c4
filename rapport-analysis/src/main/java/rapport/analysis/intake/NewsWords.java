package rapport.analysis.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words by which outlets, sections and the lines around a report are known.
 *
 * <p>Source: the usual words of English-language news pages, written down from general knowledge.
 */
final class NewsWords {

    /** The last word of what newspapers, agencies and broadcasters call themselves. */
    private static final Set<String> OUTLET = words("agency agencies bulletin broadcasting chronicle courier daily"
            + " desk dispatch echo examiner express gazette globe guardian herald independent inquirer journal mail media"
            + " messenger mirror monitor network news newspaper newspapers newswire observer online post press radio record"
            + " register reporter review sentinel service standard star sun telegraph television times today tribune tv voice"
            + " weekly wire world afp ap reuters upi bbc cnn dpa anadolu xinhua tass interfax");

    private static final Set<String> SECTION =
            words("news world national nation international regional region local politics political"
                    + " business economy economics markets opinion opinions editorial editorials comment commentary analysis analyses"
                    + " explainer feature features report reports special exclusive breaking update updates live latest top stories story"
                    + " headlines home front page asia africa europe america americas oceania pacific atlantic arctic mediterranean caribbean"
                    + " middle east west north south eastern western northern southern central southeast southwest northeast northwest"
                    + " gulf balkans security defence defense diplomacy military war conflict conflicts terrorism law justice crime"
                    + " foreign affairs policy environment climate energy health science technology culture society sport sports letters"
                    + " perspective perspectives views view interview interviews abstract full text summary focus"
                    + " briefing brief briefs newsletter press release releases statement statements");

    private static final Set<String> LINK = words("the of & and in");

    private static final Set<String> FUNCTION =
            words("correspondent correspondents reporter reporters editor editors staff writer"
                    + " writers bureau desk contributor analyst columnist");

    private static final Set<String> OF_FUNCTION =
            words("our special foreign diplomatic political senior national chief monitoring web"
                    + " news security defence defense business economic deputy managing own");

    private static final Set<String> PARTICLE =
            words("de la van von der den bin bint ibn al el ul ur di da du le dos das y zu ter ten");

    /** Capitalised words that no person is called. */
    private static final Set<String> NO_NAME =
            words("the a an in on at by of to from for with and or but as is are was were be no not"
                    + " after before over under new this that these those monday tuesday wednesday thursday friday saturday sunday"
                    + " january february march april june july august september october november december today yesterday tomorrow"
                    + " its his her their our your it he she they we you i how why what when where who will");

    private static final List<String> BOILERPLATE_OPENINGS = List.of(
            "read more",
            "read also",
            "also read",
            "read next",
            "read:",
            "see also",
            "more on this",
            "more from",
            "more stories",
            "related:",
            "related articles",
            "related stories",
            "related topics",
            "related news",
            "recommended",
            "most read",
            "most popular",
            "trending",
            "sign up",
            "sign in",
            "log in",
            "subscribe",
            "already a subscriber",
            "newsletter",
            "get our",
            "get the latest",
            "join our",
            "join us on",
            "follow us",
            "follow our",
            "share this",
            "share on",
            "share via",
            "share:",
            "share",
            "tweet",
            "click here",
            "tap here",
            "download our",
            "download the app",
            "advertisement",
            "advertising",
            "story continues below",
            "article continues below",
            "continue reading",
            "we use cookies",
            "this site uses cookies",
            "this website uses cookies",
            "by continuing to use",
            "accept all",
            "cookie",
            "privacy policy",
            "terms of",
            "copyright",
            "©",
            "(c) ",
            "all rights reserved",
            "photo:",
            "photo by",
            "photograph:",
            "image:",
            "image source",
            "picture:",
            "credit:",
            "listen to this",
            "watch:",
            "watch live",
            "video:",
            "print this",
            "email this",
            "comments",
            "leave a comment",
            "post a comment",
            "tags:",
            "topics:",
            "filed under",
            "support our journalism",
            "donate");

    private static final List<String> CREDIT_OPENINGS = List.of(
            "(reporting by",
            "reporting by",
            "(additional reporting",
            "additional reporting",
            "(writing by",
            "writing by",
            "(editing by",
            "editing by",
            "(with input",
            "with input",
            "(with agencies",
            "(with reporting",
            "with reporting by",
            "(this story has",
            "this story has been",
            "this article was originally",
            "this article first",
            "originally published");

    /** A sentence longer than this is hardly an invitation to subscribe. */
    private static final int LONGEST_BOILERPLATE = 200;

    private NewsWords() {}

    /** "Strelsau Courier", "Graustark Press Agency"; not "the press". */
    static boolean isOutlet(String phrase) {
        String stripped = phrase.strip();
        String[] parts = stripped.split(" +");
        if (stripped.isEmpty() || parts.length > 6 || !Character.isUpperCase(stripped.codePointAt(0))) return false;
        for (String part : parts) if (!LINK.contains(part) && Character.isLowerCase(part.codePointAt(0))) return false;
        if (isFunction(stripped)) return false;
        String last = parts[parts.length - 1];
        if (parts.length == 1 && !last.equals(last.toUpperCase(Locale.ROOT)) && !last.equals("Reuters")) return false;
        return OUTLET.contains(last.toLowerCase(Locale.ROOT));
    }

    /** "SOUTH ASIA", "World News", "Opinion". */
    static boolean isSection(String phrase) {
        String small = phrase.strip().toLowerCase(Locale.ROOT);
        if (small.endsWith(".")) small = small.substring(0, small.length() - 1);
        String[] parts = small.split("[ \u00a0/>|,]+");
        if (parts.length == 0 || parts.length > 5) return false;
        int sections = 0;
        for (String part : parts) {
            if (SECTION.contains(part)) sections++;
            else if (!LINK.contains(part)) return false;
        }
        return sections > 0;
    }

    /** "Our Correspondent", "Foreign Editor", "Staff". */
    static boolean isFunction(String phrase) {
        int functions = 0;
        for (String word : phrase.strip().toLowerCase(Locale.ROOT).split(" +")) {
            if (FUNCTION.contains(word)) functions++;
            else if (!OF_FUNCTION.contains(word)) return false;
        }
        return functions > 0;
    }

    /** A word that can stand in the name of a person: with a capital, or in a script without them, or a particle. */
    static boolean isNamePart(String word) {
        if (PARTICLE.contains(word)) return true;
        int first = word.codePointAt(0);
        if (!Character.isLetter(first) || Character.isLowerCase(first)) return false;
        if (NO_NAME.contains(word.toLowerCase(Locale.ROOT))) return false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c)
                    && !Character.isSurrogate(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && "'’.-‑".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Invitations, advertising, credits and rights: lines about the page. */
    static boolean isBoilerplate(String line) {
        if (line.length() > LONGEST_BOILERPLATE) return false;
        String small = line.strip().toLowerCase(Locale.ROOT);
        for (String opening : CREDIT_OPENINGS) if (small.startsWith(opening)) return true;
        for (String opening : BOILERPLATE_OPENINGS) if (opensAlone(small, opening)) return true;
        return false;
    }

    /** A word alone ("share") must be the whole line, or prose that begins with it would go. */
    private static boolean opensAlone(String small, String opening) {
        if (!small.startsWith(opening)) return false;
        boolean isWord = opening.chars().allMatch(Character::isLetter);
        return isWord ? small.length() - opening.length() <= 1 : true;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")).stream().distinct().toList());
    }
}
