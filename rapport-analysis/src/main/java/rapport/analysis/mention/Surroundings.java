package rapport.analysis.mention;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.actor.ActorDictionary;
import rapport.record.Span;

/**
 * What stands beside a name: whether the words there make it a place, or a part of a larger name.
 *
 * <p>Source: counted on coded passages: of 118 states and capitals after "in", two were mentions (a possessive apart).
 */
final class Surroundings {

    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "into",
            "inside",
            "near",
            "across",
            "throughout",
            "outside",
            "entering",
            "around",
            "within",
            "leaving",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "downtown",
            "upper",
            "lower",
            "mainland",
            "northwest",
            "northeast",
            "southwest",
            "southeast",
            "north-west",
            "north-east",
            "south-west",
            "south-east",
            "rural");

    /** Before a locative they make a party of it: "confidence in Strelsau". */
    private static final Set<String> CONFIDING = Set.of(
            "confidence",
            "trust",
            "faith",
            "belief",
            "mistrust",
            "distrust",
            "concern",
            "concerns",
            "alarm",
            "anger",
            "fear",
            "fears",
            "outrage",
            "unease",
            "relief",
            "doubts",
            "suspicion",
            "dismay",
            "worry",
            "worries");

    /** Land that belongs to somebody, and is not he: of some 370 such nouns in the corpus nine are coded as a mention. */
    private static final Pattern OWNED_LAND = Pattern.compile(
            "(?:[Tt]he )?\\p{Lu}[\\p{L}-]+ (?:soil|territor(?:y|ies)|airspace|borders?|interior|waters|hinterland)");

    /** Nouns that a state's or capital's name before them makes a place. */
    private static final Set<String> LAND = Set.of(
            "airport",
            "soil",
            "territory",
            "border",
            "borders",
            "frontier",
            "coast",
            "airspace",
            "waters",
            "province",
            "region",
            "district",
            "city",
            "town",
            "village",
            "street",
            "streets",
            "market",
            "valley",
            "river",
            "lake",
            "suburb",
            "hotel",
            "time",
            "stock",
            "summit",
            "ocean",
            "sea",
            "peninsula",
            "conference",
            "talks",
            "marathon",
            "international",
            "university",
            "post",
            "times",
            "state",
            "accords",
            "accord",
            "agreement",
            "pigs",
            "school");

    private static final Pattern BEFORE = Pattern.compile("([\\p{L}\\p{M}.'’-]+) +(?:[Tt]he +)?$");
    private static final Pattern TWO_BEFORE = Pattern.compile("([\\p{L}'’-]+) +[\\p{L}'’-]+ +(?:[Tt]he +)?$");
    private static final Pattern AFTER = Pattern.compile("^(?: +|-)([\\p{L}\\p{M}'’-]+)");
    private static final Pattern COMMA_AFTER = Pattern.compile("^, +([\\p{Lu}][\\p{L}'’. -]*?)(?=[,.;:!?]|$)");
    private static final Pattern COMMA_BEFORE = Pattern.compile("([\\p{Lu}][\\p{L}'’-]+), +$");

    private static final Pattern LISTED =
            Pattern.compile("\\b(?:in|near|into|across) +\\p{Lu}[\\p{L}'’-]+ +(?:and|or) +$");

    private static final Pattern GOING = Pattern.compile(
            "\\b(?:flew|fly|flies|flying|travell?ed|travell?ing|travels|went"
                    + "|came|drove|fled|sailed|moved|flight|flights|train|bus|road|deported|en route) +(?:back +)?to +$");

    /** Names that a state of the world shares with a state or town of the United States, and words that tell the latter. */
    private static final Pattern AMERICAN = Pattern.compile("\\b(Atlanta|Savannah|Augusta|Alabama|Florida|Tennessee"
            + "|South Carolina|North Carolina|Texas|Ohio|Michigan|Wisconsin|Nevada|Arizona|Pennsylvania|Virginia"
            + "|Mississippi|Louisiana|California|New York|Illinois|Missouri|Oregon|Fulton County|Republicans?|Democrats?"
            + "|Kemp|Raffensperger|Warnock|Ossoff|Trump|Biden|GOP|electoral votes|Georgia's governor|US Senate"
            + "|U\\.S\\. Senate)\\b");

    private static final Pattern GEORGIAN = Pattern.compile("\\b(Tbilisi|Georgians?|Abkhaz\\w*|South Ossetia\\w*|Batumi"
            + "|Russian?|Moscow|Armenia|Azerbaijan|Caucasus|Kobakhidze|Garibashvili|Saakashvili|Ivanishvili|Zourabichvili"
            + "|Kavelashvili|NATO|EU|European Union|Brussels)\\b");
    private static final Pattern GEORGIANS = Pattern.compile("\\bGeorgians?\\b");

    private final String text;
    private final ActorDictionary dictionary;
    private final Map<Span, Boolean> titleCased = new HashMap<>(); // a sentence can have thousands of names

    Surroundings(String text, ActorDictionary dictionary) {
        this.text = text;
        this.dictionary = dictionary;
    }

    /** "The Ruritanian interior". */
    static boolean isLand(String words) {
        return OWNED_LAND.matcher(words).matches();
    }

    /** "in Strelsau", "northern Ruritania", "Strelsau airport": only said where. A possessive is not: "in Strelsau's view". */
    boolean isPlaceOnly(Span name) {
        String after = text.substring(name.end(), Math.min(text.length(), name.end() + 40));
        if (after.startsWith("'s") || after.startsWith("’s")) return false;
        Optional<String> next = word(AFTER, after).map(w -> w.toLowerCase(Locale.ROOT));
        if (next.filter(LAND::contains).isPresent()) return true;
        String before = before(name);
        Optional<String> previous = word(BEFORE, before).map(w -> w.toLowerCase(Locale.ROOT));
        if (previous.filter(LOCATIVE::contains).isEmpty())
            return isListedPlace(name) || GOING.matcher(before).find();
        return word(TWO_BEFORE, before)
                .filter(w -> CONFIDING.contains(w.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    /** "in Strelsau and Zenda": the second is as much a place as the first. */
    private boolean isListedPlace(Span name) {
        return LISTED.matcher(before(name)).find();
    }

    /** A capitalised neighbour that makes one larger name with it: "Michael Jordan", "Niger State", "Lake Chad". */
    boolean isPartOfLargerName(Span name, Span sentence) {
        if (text.startsWith("+", name.end())) return true; // "OPEC+" is not OPEC
        if (titleCased.computeIfAbsent(sentence, this::isTitleCased)) return false;
        // a mention that begins with the closing mark of one sentence may end in the next
        int end = Math.max(name.end(), Math.min(sentence.end(), name.end() + 60));
        String after = text.substring(name.end(), end);
        Optional<String> next = word(AFTER, after).filter(w -> after.charAt(0) != '-');
        if (next.filter(w -> isCapitalised(w) && !makesPhrase(w, after)).isPresent()) return true;
        String before = text.substring(Math.max(sentence.start(), name.start() - 60), name.start());
        Optional<String> previous = word(BEFORE, before)
                .filter(w -> !before.toLowerCase(Locale.ROOT).matches("(?s).*\\bthe\\s+$"));
        return previous.filter(w -> isCapitalised(w) && !isFirstWord(before, w) && !standsAlone(w))
                        .isPresent()
                || previous.filter(w -> isCapitalised(w) && isFirstWord(before, w) && isGivenName(w))
                        .isPresent();
    }

    /** "Georgia" that is the American one, "Lebanon, Pennsylvania". */
    boolean isAmericanPlace(Span name) {
        String words = name.in(text);
        String after = text.substring(name.end(), Math.min(text.length(), name.end() + 40));
        Matcher comma = COMMA_AFTER.matcher(after);
        if (comma.find() && AMERICAN.matcher(comma.group(1)).matches()) return true;
        Matcher town = COMMA_BEFORE.matcher(before(name));
        if (town.find() && AMERICAN.matcher(town.group(1)).matches()) return true;
        if (!words.equals("Georgia")) return false;
        return AMERICAN.matcher(text).find()
                        && !(GEORGIANS.matcher(text).find() || text.contains("Tbilisi"))
                        && !GEORGIAN.matcher(text.replace("Georgia", ""))
                                .results()
                                .findAny()
                                .isPresent()
                || AMERICAN.matcher(sentencePart(name)).find()
                        && !GEORGIAN.matcher(sentencePart(name)).find();
    }

    private String sentencePart(Span name) {
        return text.substring(Math.max(0, name.start() - 80), Math.min(text.length(), name.end() + 80));
    }

    /** Whether a word after a name goes with it without being part of it: a title or a body, as in "Ruritania President". */
    private boolean makesPhrase(String word, String after) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (Vocabulary.ROLES.contains(lower) || Vocabulary.HONORIFICS.contains(lower)) return true;
        if (Vocabulary.ORGANISATIONS.contains(lower) && !lower.equals("state")) return true;
        if (!dictionary.titled(word).isEmpty() || !dictionary.bareBodies(word).isEmpty()) return true;
        Matcher two = Pattern.compile("^ +([\\p{L}'’-]+ +[\\p{L}'’-]+)").matcher(after);
        return two.find()
                && (!dictionary.titled(two.group(1)).isEmpty()
                        || !dictionary.bareBodies(two.group(1)).isEmpty());
    }

    private boolean standsAlone(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace(".", "");
        return Vocabulary.ROLES.contains(lower)
                || Vocabulary.HONORIFICS.contains(lower)
                || !dictionary.titled(word).isEmpty()
                || !dictionary.withDemonym(word).isEmpty()
                || !dictionary.named(word).isEmpty();
    }

    /**
     * At the head of a sentence every word has a capital, so only words that are never a name's neighbour there are let
     * through: short ones, and verbs and adverbs by their ends.
     */
    private static boolean isGivenName(String word) {
        return !Vocabulary.DETERMINERS.contains(word.toLowerCase(Locale.ROOT))
                && !word.matches(
                        "(?i)(two|three|four|five|six|should|were|would|could|may|might|must|do|have|had|the|but|and|as|if|when|while|after|before|since|for|from|by|with|both|so|yet|or|to|on|at|of"
                                + "|in|under|over|like|unlike|between|because|although|though|that|whether|why|how|what|where|once|until"
                                + "|even|only|now|then|today|meanwhile|instead|still|also|will|can|does|did|has|is|was|are|not|nor|against"
                                + "|without|despite|amid|among|across|around|about|here|there|live|update|analysis|exclusive|breaking|opinion"
                                + "|watch|poor|rich|modern|neighbouring|neighboring|\\w+ing|\\w+ly|\\w+ed)");
    }

    private static boolean isFirstWord(String before, String word) {
        return before.stripTrailing().length() == word.length()
                || before.stripTrailing().matches("(?s).*[.!?“\"‘:]\\s*\\S+");
    }

    private static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    /** A headline in which nearly every long word has a capital says nothing by its capitals. */
    private boolean isTitleCased(Span sentence) {
        int longWords = 0;
        int capitals = 0;
        for (String word : sentence.in(text).split("[^\\p{L}]+")) {
            if (word.length() < 5) continue;
            longWords++;
            if (isCapitalised(word)) capitals++;
        }
        return longWords > 3 && capitals * 10 >= longWords * 9;
    }

    private String before(Span name) {
        return text.substring(Math.max(0, name.start() - 80), name.start());
    }

    private static Optional<String> word(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
