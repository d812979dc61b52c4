package rapport.analysis.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Stage;
import rapport.analysis.StateWord;
import rapport.analysis.place.Gazetteer.Entry;
import rapport.analysis.place.Gazetteer.Match;
import rapport.ontology.PlacePrecision;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Span;

/**
 * Finds the places that sentences name as such, and says in which country each lies and how precise it is.
 *
 * <p>The smallest place named together counts: "in Zenda, Ruritania" and "in Zenda in northern Ruritania" are one place, and
 * the larger tells which Zenda. A name of several places is that one whose country is named beside it, else in its sentence,
 * else in the text; if none is, or several are, its country is empty. Of a place that the file does not have its name is known, and the country
 * and the precision if they are told anywhere in the text.
 *
 * <p>Uncertainty: coordinates are to one decimal of a degree, some 10 km. Source: the file {@code places.tsv}, recalled.
 *
 * <p>Of 319 names that the file does not have and that are found in GeoVirus 278 are those of places there; most of the others are
 * hospitals and schools, which it leaves out.
 *
 * <p>Known miss: places told without a word of place before them ("Zenda was shelled").
 */
public final class PlaceStage implements Stage {

    private static final Set<String> PREPOSITIONS = listed("""
            in at near inside outside across around throughout within along off through into onto beyond beneath above below
            visited visiting toured entered entering reached leaving crossed
            """);

    /** Before "to" and "from": without going, they stand before an actor ("assurances from Strelsau"). */
    private static final Set<String> GOING = listed("""
            visit visits trip trips travel traveled travelled travels travelling traveling went go goes going
            gone flew fly flying flight flights fled flee fleeing came come moved move drove return returned
            returning journey withdraw withdrew withdrawn withdrawal retreat retreated pulled road highway way
            route ferry bus train convoy deployed deploy deployment evacuated expelled deported crossed walked
            marched advanced border flown headed escaped relocated brought taken smuggled towed diverted transferred
            delivered dispatched extradited shipped sailed sailing
            """);

    private static final int GOING_REACH = 6; // words between "visit" and "to": "visit by the foreign minister to"

    /** Acts on a place. A state on which they are done is no place but a side. */
    private static final Set<String> TAKING = listed("""
            capture captures captured capturing recapture recaptured recapturing retake retook retaken retaking liberate liberated
            liberating occupy occupied occupying invade invaded invading besiege besieged besieging shell shelled shelling bomb
            bombed bombing bombard bombarded storm stormed storming seize seized seizing overrun overran raid raided raiding
            reopen reopened reopening closed blockaded sealed shut
            """);

    /** The same before "of" and "on". */
    private static final Set<String> TAKEN = listed("""
            capture recapture liberation occupation invasion siege shelling bombing bombardment storming seizure raid raids
            attack attacks assault offensive strike strikes airstrike airstrikes fall battle march evacuation bombings
            """);

    /** Acts that are called by the place in which they were done: "the Zenda bombing". */
    private static final Set<String> DONE_THERE = listed("""
            attack attacks bombing bombings shooting shootings massacre massacres terror terrorist raid raids summit talks meeting
            conference protest protests riot riots siege rally rallies negotiations assault killings blast blasts explosion
            """);

    private static final Set<String> DIRECTIONS = listed("""
            north south east west northeast northwest southeast southwest outskirts suburbs suburb streets
            center centre side coast city town village province region district capital port island islands
            well mouth banks gates parts area areas border shores part gulf governorate peninsula enclave territory outside
            neighborhood neighbourhood strip
            """);

    /** What may stand between a preposition and a name. */
    private static final Set<String> MODIFIERS = listed("""
            the northern southern eastern western central northeastern northwestern southeastern southwestern
            north south east west upper lower downtown neighboring neighbouring nearby restive occupied mainland
            greater rural coastal besieged and remote mountainous far capital city town village province region
            district port island of both war-torn rebel-held volatile troubled militancy-hit disputed much all
            """);

    private static final int MOST_MODIFIERS = 5;

    private static final Set<String> KINDS_BEHIND = listed("""
            province district city region governorate county oblast valley peninsula strait airport prefecture
            state town village island islands tribal
            """);

    /** With a capital behind a name, these leave it the name of the place. */
    private static final Set<String> CAPITAL_BEHIND = listed("""
            province district city region governorate county oblast valley peninsula airport state university
            hospital square international monday tuesday wednesday thursday friday saturday sunday prime
            president foreign defense interior minister
            """);

    private static final Set<String> LIST_MARKS = Set.of(", ", " and ", ", and ", " or ");

    static Set<String> listed(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private final Gazetteer gazetteer;

    public PlaceStage() {
        this(Gazetteer.read());
    }

    PlaceStage(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES, Layer.STATE_WORDS, Layer.MENTIONS);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.PLACES);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        String text = annotated.text();
        List<List<Match>> bySentence = new ArrayList<>();
        Set<String> countries = new HashSet<>();
        List<Span> actors =
                annotated.get(Layer.MENTIONS).stream().map(Mention::span).toList();
        List<Span> states =
                annotated.get(Layer.STATE_WORDS).stream().map(StateWord::span).toList();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            List<Match> matches = matches(text, sentence);
            List<Match> unlisted = UnlistedNames.in(text, sentence, within(sentence, actors), within(sentence, states));
            bySentence.add(withUnlisted(text, sentence, matches, unlisted));
            countries.addAll(countriesNamed(matches));
        }
        List<Place> places = new ArrayList<>();
        List<Span> sentences = annotated.get(Layer.SENTENCES);
        for (int i = 0; i < sentences.size(); i++) {
            Span sentence = sentences.get(i);
            places.addAll(places(text, sentence, bySentence.get(i), countries, within(sentence, actors)));
        }
        return annotated.with(Layer.PLACES, throughout(places));
    }

    /** What a text says once of a place that the file does not have holds in all of it: after "the town of Tolm" each Tolm is one. */
    private List<Place> throughout(List<Place> places) {
        Map<String, PlacePrecision> precisions = new HashMap<>();
        Map<String, Set<String>> countries = new HashMap<>();
        for (Place place : places) {
            precisions.merge(place.name(), place.precision(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            place.country()
                    .ifPresent(country -> countries
                            .computeIfAbsent(place.name(), name -> new TreeSet<>())
                            .add(country));
        }
        return places.stream()
                .map(place -> isListed(place.name())
                        ? place
                        : told(
                                place,
                                precisions.getOrDefault(place.name(), place.precision()),
                                countries.getOrDefault(place.name(), Set.of())))
                .toList();
    }

    private boolean isListed(String name) {
        return gazetteer
                .at(name, 0, name.length())
                .filter(match -> match.end() == name.length())
                .isPresent();
    }

    private static Place told(Place place, PlacePrecision precision, Set<String> countries) {
        return new Place(
                place.span(),
                place.name(),
                countries.size() == 1 ? countries.stream().findFirst() : place.country(),
                place.claimedBy(),
                place.geonameid(),
                place.latitude(),
                place.longitude(),
                place.precision() == PlacePrecision.AREA ? precision : place.precision());
    }

    private static List<Span> within(Span sentence, List<Span> spans) {
        return spans.stream().filter(sentence::overlaps).toList();
    }

    /** All names of the sentence, whatever they stand for there. */
    private List<Match> matches(String text, Span sentence) {
        List<Match> matches = new ArrayList<>();
        int at = sentence.start();
        while (at < sentence.end()) {
            boolean isStart = Character.isLetter(text.charAt(at))
                    && (at == sentence.start() || !Character.isLetterOrDigit(text.charAt(at - 1)));
            Optional<Match> match = isStart ? gazetteer.at(text, at, sentence.end()) : Optional.empty();
            match.ifPresent(matches::add);
            at = match.map(Match::end).orElse(at + 1);
        }
        return matches;
    }

    /** A longer name that the file does not have takes the place of what it is part of: "East Zenda". */
    private static List<Match> withUnlisted(String text, Span sentence, List<Match> matches, List<Match> unlisted) {
        List<Match> all = new ArrayList<>(matches);
        for (Match name : unlisted) {
            List<Match> within = matches.stream()
                    .filter(match -> match.start() < name.end() && name.start() < match.end())
                    .toList();
            if (within.stream().anyMatch(match -> isNameAlone(text, sentence, match))) continue;
            all.removeAll(within);
            all.add(name);
        }
        all.sort(Comparator.comparingInt(Match::start));
        return all;
    }

    /** Only names of one country alone: an unclear name does not explain another. */
    private static Set<String> countriesNamed(List<Match> matches) {
        Set<String> countries = new HashSet<>();
        for (Match match : matches) {
            Entry entry = match.entries().get(0);
            if (match.entries().size() == 1 && entry.precision() == PlacePrecision.COUNTRY) {
                entry.country().ifPresent(countries::add);
            }
        }
        return countries;
    }

    private static List<Place> places(
            String text, Span sentence, List<Match> matches, Set<String> inText, List<Span> actors) {
        List<Place> places = new ArrayList<>();
        Set<String> inSentence = countriesNamed(matches);
        Optional<Match> listed = Optional.empty();
        int i = 0;
        while (i < matches.size()) {
            Match match = matches.get(i);
            int end = endWithKind(text, match.end(), sentence.end());
            boolean hasKind = end > match.end();
            int next = i + 1;
            Set<String> beside = new TreeSet<>();
            while (next < matches.size() && holds(text, sentence, matches.get(next - 1), end, matches.get(next))) {
                matches.get(next).entries().forEach(entry -> entry.country().ifPresent(beside::add));
                end = matches.get(next).end();
                next++;
            }
            boolean isCued = hasKind || next > i + 1;
            boolean isNoSide = isNoSide(match, actors);
            boolean isPlace = isNameAlone(text, sentence, match)
                    && (hasKind
                            || isLedTo(text, sentence, match.start(), isNoSide)
                            || isNoSide && namesAnAct(text, sentence, match)
                            || listed.filter(before -> goesOn(text, before, match))
                                    .isPresent())
                    && (isCued || match.entries().stream().noneMatch(Entry::needsCue));
            listed = isPlace ? Optional.of(match) : Optional.empty();
            if (isPlace) places.add(place(text, match, List.of(beside, inSentence, inText)));
            i = isPlace ? next : i + 1;
        }
        return places;
    }

    /** "in Zenda, Hofbau and Strelsau": places of a kind in a row. */
    private static boolean goesOn(String text, Match before, Match match) {
        return size(before) == size(match)
                && LIST_MARKS.contains(
                        text.substring(before.end(), Math.min(match.start(), before.end() + LONGEST_WORD)));
    }

    private static int endWithKind(String text, int at, int limit) {
        Word word = wordAfter(text, at, limit);
        return KINDS_BEHIND.contains(word.small) && word.start == at + 1 ? word.end : at;
    }

    /** Whether the second name tells what holds the first: ", Ruritania", " in northern Ruritania", ", in Ruritania". */
    private static boolean holds(String text, Span sentence, Match inner, int endOfInner, Match outer) {
        int at = endOfInner;
        boolean comma = at < sentence.end() && text.charAt(at) == ',';
        if (comma) at++;
        Word word = wordAfter(text, at, sentence.end());
        boolean behindIn = word.small.equals("in");
        while (word.start < outer.start() && word.end > word.start) {
            boolean isKnown = MODIFIERS.contains(word.small) && !word.small.equals("and") || word.small.equals("in");
            if (!isKnown) return false;
            word = wordAfter(text, word.end, sentence.end());
        }
        boolean isNext = word.start == outer.start();
        boolean isLarger = size(outer) > size(inner);
        return isNext && isLarger && (comma || behindIn);
    }

    private static int size(Match match) {
        Entry first = match.entries().get(0);
        if (first.isUnlisted()) return 1;
        return switch (first.precision()) {
            case POINT -> 0;
            case SETTLEMENT -> 1;
            case REGION -> 2;
            case COUNTRY -> 3;
            case AREA -> 4;
        };
    }

    /** No part of a longer name: not "Bank of Zenda", "the Zenda Times", "New Zenda". */
    private static boolean isNameAlone(String text, Span sentence, Match match) {
        Word before = wordBefore(text, match.start(), sentence.start());
        boolean touchesBefore = before.end == match.start() - 1;
        boolean isCapitalBefore = touchesBefore
                && before.isCapital(text)
                && before.start > sentence.start()
                && before.small.indexOf('-') < 0
                && !MODIFIERS.contains(before.small)
                && !PREPOSITIONS.contains(before.small)
                && !isDemonym(before.small);
        Word after = wordAfter(text, match.end(), sentence.end());
        boolean isCapitalAfter = after.end > after.start
                && after.start == match.end() + 1
                && after.isCapital(text)
                && !CAPITAL_BEHIND.contains(after.small);
        return !isCapitalBefore && !isCapitalAfter && !isOwner(text, sentence, match.end());
    }

    /** "in Ruritania's constitution" is no place, "near Zenda's airport" is. */
    private static boolean isOwner(String text, Span sentence, int at) {
        boolean isOwner = at + 1 < sentence.end()
                && (text.charAt(at) == '\'' || text.charAt(at) == '’')
                && text.charAt(at + 1) == 's';
        if (!isOwner) return false;
        String owned = wordAfter(text, at + 2, sentence.end()).small;
        return !DIRECTIONS.contains(owned) && !KINDS_BEHIND.contains(owned);
    }

    private static boolean isDemonym(String small) {
        return small.endsWith("an") || small.endsWith("i") || small.endsWith("ish") || small.endsWith("ese");
    }

    /** Something is done to it as a place: it is no state, and no mention of an actor. */
    private static boolean isNoSide(Match match, List<Span> actors) {
        Span span = new Span(match.start(), match.end());
        return match.entries().stream().noneMatch(entry -> entry.precision() == PlacePrecision.COUNTRY)
                && actors.stream().noneMatch(span::overlaps);
    }

    /** "the Zenda bombing". */
    private static boolean namesAnAct(String text, Span sentence, Match match) {
        Word behind = wordAfter(text, match.end(), sentence.end());
        return behind.start == match.end() + 1
                && DONE_THERE.contains(behind.small)
                && match.entries().stream().noneMatch(Entry::isUnlisted);
    }

    /** Words before a name that make it a place. */
    private static boolean isLedTo(String text, Span sentence, int start, boolean isNoSide) {
        int at = start;
        for (int i = 0; i <= MOST_MODIFIERS; i++) {
            Word word = wordBefore(text, at, sentence.start());
            if (word.end == word.start || !isGap(text, word.end, at)) return false;
            if (word.small.equals("to") || word.small.equals("from")) return followsGoing(text, sentence, word.start);
            if (PREPOSITIONS.contains(word.small)) return true;
            if (isNoSide && TAKING.contains(word.small)) return true;
            if (word.small.equals("of") || word.small.equals("on")) {
                Word act = wordBefore(text, word.start, sentence.start());
                if (isNoSide && TAKEN.contains(act.small)) return true;
                if (word.small.equals("of") && DIRECTIONS.contains(act.small)) return true;
            }
            boolean isModifier = MODIFIERS.contains(word.small)
                    || word.isCapital(text) && (isDemonym(word.small) || text.startsWith("s", word.end + 1))
                    || word.small.equals("s")
                    || word.small.indexOf('-') > 0;
            if (!isModifier || word.small.equals("and") && i > 0) return false;
            at = word.start;
        }
        return false;
    }

    /** Only white space, or an apostrophe as in "Ruritania's Zenda", stands between. */
    private static boolean isGap(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\'' && c != '’') return false;
        }
        return true;
    }

    private static boolean followsGoing(String text, Span sentence, int at) {
        int before = at;
        for (int i = 0; i < GOING_REACH; i++) {
            Word word = wordBefore(text, before, sentence.start());
            if (word.end == word.start) return false;
            if (GOING.contains(word.small)) return true;
            before = word.start;
        }
        return false;
    }

    private static Place place(String text, Match match, List<Set<String>> hints) {
        List<Entry> entries = chosen(match.entries(), hints);
        Entry first = entries.get(0);
        Span span = new Span(match.start(), match.end());
        if (entries.size() == 1) {
            boolean isInOne = first.isUnlisted() && hints.get(0).size() == 1; // named beside it
            return new Place(
                    span,
                    first.name(),
                    isInOne ? hints.get(0).stream().findFirst() : first.country(),
                    first.claimedBy(),
                    Optional.empty(),
                    first.latitude(),
                    first.longitude(),
                    first.precision());
        }
        boolean alike = entries.stream().allMatch(entry -> entry.precision() == first.precision());
        return new Place(
                span,
                span.in(text),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                alike ? first.precision() : PlacePrecision.AREA);
    }

    /** Those that the nearest telling hint leaves; all, if none tells. */
    private static List<Entry> chosen(List<Entry> entries, List<Set<String>> hints) {
        if (entries.size() == 1) return entries;
        for (Set<String> countries : hints) {
            List<Entry> left = entries.stream()
                    .filter(entry -> entry.country().filter(countries::contains).isPresent())
                    .toList();
            if (left.size() == 1) return left;
            if (left.size() > 1) return entries;
        }
        return entries;
    }

    /** A word of the text in small letters; empty if there is none. */
    private record Word(int start, int end, String small) {

        boolean isCapital(String text) {
            return Character.isUpperCase(text.charAt(start));
        }
    }

    private static final int LONGEST_WORD = 40; // a longer one is no word that matters here

    private static Word wordAfter(String text, int at, int limit) {
        int start = at;
        while (start < limit
                && (Character.isWhitespace(text.charAt(start)) || Character.isSpaceChar(text.charAt(start)))) start++;
        int end = start;
        while (end < limit && end - start < LONGEST_WORD && isWordPart(text.charAt(end))) end++;
        return new Word(start, end, text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static Word wordBefore(String text, int at, int limit) {
        int end = at;
        while (end > limit && !isWordPart(text.charAt(end - 1)) && isSoft(text.charAt(end - 1))) end--;
        int start = end;
        while (start > limit && end - start < LONGEST_WORD && isWordPart(text.charAt(start - 1))) start--;
        return new Word(start, end, text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '‑';
    }

    private static boolean isSoft(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\'' || c == '’' || c == ',';
    }
}
