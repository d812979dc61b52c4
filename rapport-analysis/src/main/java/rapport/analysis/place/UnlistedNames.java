package rapport.analysis.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.analysis.place.Gazetteer.Entry;
import rapport.analysis.place.Gazetteer.Match;
import rapport.ontology.PlacePrecision;
import rapport.record.Span;

/**
 * Names that no file has and that could be those of places: words with capitals that are no mention of an actor and stand like a name,
 * with nothing behind them that they could tell more of ("in Republican circles").
 *
 * <p>Of such a place a name is known and nothing else; how precise it is only where a word says it ("Zenda Airport", "the village of Zenda").
 *
 * <p>Known misses: names of more than four words, names without a capital, names with a noun behind ("a Zenda street").
 */
final class UnlistedNames {

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’.]{1,40}";

    /** "al-Zenda", "Zenda-Tarl", but not "Zenda-led". */
    private static final String WORD = "(?:(?:al|el|ad|an|ar|as|at|az|ash)-)?" + CAPITALISED + "(?:-" + CAPITALISED
            + "){0,3}" + "(?<=[\\p{L}\\p{M}])(?![\\p{L}\\p{M}]|-\\p{Ll})";

    private static final Pattern NAME =
            Pattern.compile(WORD + "(?: (?:(?:of|de|del|la|el|al|an|da|do) )?" + WORD + "){0,3}");

    private static final Set<String> POINTS = PlaceStage.listed("""
            airport airfield airbase square street road avenue boulevard lane highway hospital dam camp prison jail base bridge
            school college hotel inn university station barracks palace stadium arena mosque church cathedral temple monastery
            mall market crossing park plaza house embassy consulate checkpoint outpost pass tunnel harbour harbor pier refinery
            mine fairgrounds reef
            """);

    private static final Set<String> REGIONS = PlaceStage.listed("""
            province district governorate county region valley peninsula state oblast desert mountains hills island islands
            coast lake river basin plateau strait bay gulf area
            """);

    private static final Pattern SETTLEMENT_BEFORE =
            Pattern.compile("(?i)\\b(?:city|town|township|village|hamlet|suburb|neighbou?rhood|settlement|port) of $");

    private static final int ARTICLE = "the ".length();

    private static final int LONGEST_KIND = "neighbourhood of ".length();

    /** Words behind a name with which it is over; an adverb or a verb is told by its ending. */
    private static final Pattern OVER = Pattern.compile("(?U)^(?:[^\\p{L}\\p{M}\\s'’-]|\\s*$|\\s[^\\p{L}]"
            + "|\\s(?:a|about|after|against|ago|along|also|although|amid|among|an|and|are|as|at|because|before|but|by|can|could|did|during|earlier|early"
            + "|following|for|from|had|has|have|he|her|his|how|if|in|into|is|it|its|last|late|later|like|may|might|more|near|next|not|now|of|on|or|our"
            + "|over|said|says|she|should|since|so|some|than|that|the|their|then|there|these|they|this|those|though|through|throughout|to|today"
            + "|tomorrow|tonight|under|until|was|we|were|when|where|which|while|who|whose|will|with|within|without|would|yesterday|you"
            + "|" + String.join("|", new TreeSet<>(REGIONS)) + "|city|village|town"
            + "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
            + "|\\p{Ll}+(?:ed|ing|ly))\\b)");

    /** "the Ruritanish village", "the Eastern province". */
    private static final Pattern ADJECTIVE = Pattern.compile("\\p{L}+(?:ish|ese|ean|ian|ern)");

    /** What stands behind "in" and the like with a capital, and is no place. */
    private static final Set<String> NO_PLACES = PlaceStage.listed("""
            january february march april may june july august september october november december jan feb mar apr jun jul aug
            sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday ramadan easter christmas lent passover
            thanksgiving spring summer autumn winter day week month year
            english arabic french spanish russian chinese german hebrew persian urdu hindi turkish latin god allah jesus christ
            islam christianity humans humanity facebook twitter youtube instagram internet web
            the a an this that these those his her its our their my i we he she it they who what which
            parliament congress senate house cabinet legislature assembly court council committee commission board
            ministry department agency office bureau authority administration government reserve bank fund company
            inc corp ltd group holdings party union association federation foundation institute society organization
            organisation army navy force forces guard police corps brigade battalion regiment fleet command
            agreement accord treaty pact act law bill amendment constitution resolution charter code operation
            chapter article section part volume phase round page
            debate debates convention summit conference forum games game war league cup championship olympics
            bowl series festival awards tour show primary primaries caucus caucuses
            times post news tribune journal magazine herald gazette guardian telegraph radio television tv press
            ii iii iv one two three north south east west northeast northwest southeast southwest earth heaven hell
            president minister mr mrs ms dr senator governor mayor republican republicans democrat democrats democratic
            """);

    private UnlistedNames() {}

    /**
     * Those of a sentence, in its order.
     *
     * @param actors spans that mention somebody there
     * @param states words for states there: "Ruritanian"
     */
    static List<Match> in(String text, Span sentence, List<Span> actors, List<Span> states) {
        List<Match> found = new ArrayList<>();
        Matcher names = NAME.matcher(text).region(sentence.start(), sentence.end());
        while (names.find()) {
            Span words = new Span(names.start(), names.end());
            boolean beginsWord = words.start() == 0 || !Character.isLetterOrDigit(text.charAt(words.start() - 1));
            // a mention that begins long before has it for a place itself: "farmers in Zenda"
            boolean isTaken =
                    actors.stream().anyMatch(actor -> words.overlaps(actor) && actor.start() >= words.start() - ARTICLE)
                            || states.stream().anyMatch(state -> state.contains(words));
            if (!beginsWord || isTaken || !isName(words.in(text))) continue;
            String behind = wordBehind(text, sentence, words);
            if (!behind.isEmpty() && ADJECTIVE.matcher(words.in(text)).matches()) continue;
            boolean isPoint = POINTS.contains(behind); // "the Zenda bridge"
            Span name = isPoint ? new Span(words.start(), words.end() + 1 + behind.length()) : words;
            if (!isPoint
                    && !OVER.matcher(text).region(words.end(), sentence.end()).lookingAt()) continue;
            PlacePrecision precision = isPoint ? PlacePrecision.POINT : precision(text, sentence, words, behind);
            found.add(new Match(name.start(), name.end(), List.of(Entry.unlisted(name.in(text), precision))));
        }
        return found;
    }

    private static boolean isName(String words) {
        boolean isShouted = words.equals(words.toUpperCase(Locale.ROOT));
        if (isShouted || words.length() < 3 || words.endsWith("'s") || words.endsWith("’s")) return false;
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) if (NO_PLACES.contains(word)) return false;
        return true;
    }

    private static PlacePrecision precision(String text, Span sentence, Span name, String behind) {
        String words = name.in(text).toLowerCase(Locale.ROOT);
        String last = words.substring(words.lastIndexOf(' ') + 1);
        if (POINTS.contains(last)) return PlacePrecision.POINT;
        if (REGIONS.contains(last) || REGIONS.contains(behind)) return PlacePrecision.REGION;
        Matcher before = SETTLEMENT_BEFORE
                .matcher(text)
                .region(Math.max(sentence.start(), name.start() - LONGEST_KIND), name.start())
                .useTransparentBounds(true);
        return before.find() ? PlacePrecision.SETTLEMENT : PlacePrecision.AREA;
    }

    /** In small letters, right behind one space; empty if there is none. */
    private static String wordBehind(String text, Span sentence, Span name) {
        int start = Math.min(name.end() + 1, sentence.end());
        if (start == name.end() || text.charAt(name.end()) != ' ') return "";
        int end = start;
        while (end < sentence.end() && Character.isLetter(text.charAt(end))) end++;
        return text.substring(start, end);
    }
}
