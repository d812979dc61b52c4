package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Logits;
import rapport.analysis.Marks;
import rapport.analysis.Named;
import rapport.analysis.Ordered;
import rapport.analysis.Reading;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.analysis.Stage;
import rapport.analysis.Tags;
import rapport.ontology.ActorKind;
import rapport.ontology.Code;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Actor.Membership;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.Mention;
import rapport.record.Span;

/**
 * Finds words that stand for someone, and links them to actors of the dictionary, to provisional ones, or to nobody.
 *
 * <p>The reader marks the mentions and their forms; names of the dictionary that it passed over are added where it was in
 * doubt, or where they are unmistakable. {@link Layer#ACTORS} holds every actor that a mention names, and what these are part
 * of, so that no membership points nowhere.
 *
 * <p>Known miss: words that were not read (an overlong sentence) have no mentions. Links of pronouns end with the passage.
 */
public final class MentionStage implements Stage {

    /** As for the other spans that the reader marks. */
    private static final Tags.Settings SETTINGS = new Tags.Settings(1.0, 0.0);

    /** Chance of being a mention from which a state's or group's name that lost by a little is one after all. */
    private static final double IN_DOUBT = 0.25;

    /** " (FMLN)" after a name. */
    private static final Pattern ACRONYM = Pattern.compile(" \\(\\p{Lu}[\\p{Lu}\\p{N}.&-]{1,9}\\)");

    /** "militants who", "people of whom it has": cut off before the clause. */
    private static final Pattern RELATIVE = Pattern.compile(
            "(?<=[\\p{L}\\p{N}]),?( (of|with|from|to|for|by|in|on|at|under))? (who|whom|whose|which)\\b.*$|(?<=[\\p{L}\\p{N}]),? (that|where)$",
            Pattern.DOTALL);

    /** "at", before a mention that begins with "least 12". */
    private static final Pattern HEDGE =
            Pattern.compile("(?i)\\b(?:at (?=(?:least|most) )|(?:more|fewer|less) (?=than ))$");

    private static final int LONGEST_HEDGE = "fewer ".length();

    /** "a crowd in", "seven of", "the left (": what opens words that the reader left out. */
    private static final Pattern OPEN_END = Pattern.compile(
            "(?: (?:a|an|the|of|in|on|at|by|for|from|to|with|and|or|over|under|near|against|between|into|after|before|throughout|[(\\[–—-]))+$");

    /** "some" before a mention that begins with "of the families". */
    private static final Pattern SOME_OF = Pattern.compile(
            "(?i)(?<![\\p{L}-])(?:some|most|many|all|both|several|few|none|half|one|two|three|each|any|members?) $");

    private static final int LONGEST_SOME = "-several ".length();

    /** "U.S.", which is several words to the reader. */
    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}.])(?:\\p{Lu}\\.){2,}");

    private static final int LONGEST_LETTERS = "U.S.S.R.".length();

    private static final Pattern BARE = Pattern.compile("(?i)(a|an|the|initial|only|various|\\W+|\\d[\\d.,]*)");

    /** What is done, with or without how often: "one strike", and "two" of "two strikes". */
    private static final String STRIKES =
            "(?:air ?)?strikes?|airstrikes?|attacks?|raids?|bombings?|blasts?|explosions?";

    private static final Pattern ACT = Pattern.compile("(?:.* )?(?:" + STRIKES + ")");
    private static final Pattern ACT_AFTER = Pattern.compile(" (?:\\p{Ll}+ )?(?:" + STRIKES + ")\\b");

    private final ActorDictionary dictionary;
    private final NameFinder names;

    public MentionStage(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        this.names = new NameFinder(dictionary);
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES, Layer.NAMES, Layer.READINGS);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.MENTIONS, Layer.ACTORS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        List<Reading> readings = annotated.get(Layer.READINGS);
        List<Found> found = new ArrayList<>();
        for (int passage = 0; passage < readings.size(); passage++) {
            List<Found> here = new ArrayList<>(read(annotated.text(), readings.get(passage), passage));
            addMissed(annotated, readings.get(passage), passage, here);
            found.addAll(here);
        }
        return resolved(annotated, found, new ReadLinks(readings));
    }

    /** With mentions that are found already; for tests, and for measuring links alone. */
    AnnotatedDocument resolved(AnnotatedDocument annotated, List<Found> found, Links links) {
        Document document = annotated.document();
        Cast cast = new Cast(dictionary, document.id(), days(document));
        names.states(annotated.get(Layer.NAMES)).forEach(cast::isPresent);
        home(document).ifPresent(cast::isFrom);
        List<Found> inOrder = found.stream()
                .sorted(Comparator.comparing(
                        Found::span,
                        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder())))
                .toList();
        List<Resolved> resolved =
                new Resolver(annotated.text(), annotated.get(Layer.SENTENCES), cast, links).resolve(inOrder);
        return annotated.with(Layer.MENTIONS, mentions(document, resolved)).with(Layer.ACTORS, actors(cast, resolved));
    }

    private static Days days(Document document) {
        return document.published().days();
    }

    /** The state that the dateline's place or the outlet's name speaks of. */
    private Optional<String> home(Document document) {
        TreeSet<String> states = new TreeSet<>();
        document.dateline()
                .flatMap(dateline -> dateline.place())
                .ifPresent(place -> states.addAll(names.states(names.find(capitalised(place), span(place)))));
        if (states.isEmpty()) {
            document.outlet().ifPresent(outlet -> states.addAll(names.states(names.find(outlet, span(outlet)))));
        }
        states.removeIf(id ->
                dictionary.find(id).filter(a -> a.kind() == ActorKind.STATE).isEmpty());
        return states.size() == 1 ? Optional.of(states.first()) : Optional.empty();
    }

    /** Datelines are in capitals: "STRELSAU" is "Strelsau". */
    private static String capitalised(String place) {
        return place.charAt(0) + place.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static Span span(String text) {
        return new Span(0, Math.max(1, text.length()));
    }

    // ---- what the reader marked

    private static List<Found> read(String text, Reading reading, int passage) {
        Map<Span, Found> found = new LinkedHashMap<>();
        for (WordLayer layer : List.of(WordLayer.MENTION, WordLayer.INNER_MENTION)) {
            for (Tags.Run run : Tags.of(reading, layer, SETTINGS)) {
                MentionForm read = Code.parse(MentionForm.class, run.label());
                Span span = whole(text, reading.spanOf(run.words()), read);
                // "US" is a state, "us" is not
                MentionForm form = span.in(text).equals("US") ? MentionForm.NAME : read;
                if (!isBare(span.in(text), form)
                        && !isAct(text, span)
                        && !Surroundings.isLand(span.in(text))
                        && !NameFinder.isCurrency(text, span)) found.putIfAbsent(span, new Found(span, form, passage));
            }
        }
        List<Found> all = List.copyOf(found.values());
        return all.stream()
                .filter(inner -> all.stream().noneMatch(outer -> isAcronymOf(inner, outer, text)))
                .toList();
    }

    /** Without a relative clause and without words that open one more part, with the word before its number or before "of the families", with a short name in brackets that follows a name, brackets and quotation marks closed. */
    private static Span whole(String text, Span span, MentionForm form) {
        Matcher relative = RELATIVE.matcher(span.in(text));
        int end = relative.find() ? span.start() + relative.start() : span.end();
        Matcher open = OPEN_END.matcher(text).region(span.start(), end);
        if (open.find()) end = open.start();
        Matcher hedge = HEDGE.matcher(text).region(Math.max(0, span.start() - LONGEST_HEDGE), span.start());
        int start = hedge.useTransparentBounds(true).useAnchoringBounds(true).find() ? hedge.start() : span.start();
        Matcher some = SOME_OF.matcher(text).region(Math.max(0, start - LONGEST_SOME), start);
        if (text.startsWith("of ", start) && some.find()) start = some.start();
        Span closed = withLetters(text, Marks.withoutStop(text, Marks.closed(text, new Span(start, end))));
        Matcher bracket = ACRONYM.matcher(text).region(closed.end(), text.length());
        boolean isFollowed = form == MentionForm.NAME && bracket.lookingAt();
        return isFollowed ? new Span(closed.start(), bracket.end()) : closed;
    }

    /** With all letters of an abbreviation of which it holds some. */
    private static Span withLetters(String text, Span span) {
        Matcher letters = LETTERS.matcher(text)
                .region(
                        Math.max(0, span.start() - LONGEST_LETTERS),
                        Math.min(text.length(), span.end() + LONGEST_LETTERS))
                .useTransparentBounds(true);
        Span whole = span;
        while (letters.find()) {
            Span abbreviation = new Span(letters.start(), letters.end());
            if (abbreviation.overlaps(span)) whole = whole.to(abbreviation);
        }
        return whole;
    }

    /** An article, number or sign alone stands for nobody, and nor does "initial" or "only". */
    private static boolean isBare(String words, MentionForm form) {
        return form != MentionForm.PRONOUN && BARE.matcher(words).matches();
    }

    private static boolean isAct(String text, Span span) {
        String words = span.in(text);
        return ACT.matcher(words).matches()
                || Phrase.isNumber(words)
                        && ACT_AFTER
                                .matcher(text)
                                .region(span.end(), text.length())
                                .lookingAt();
    }

    /** The short name in brackets at the end of a name is part of it. */
    private static boolean isAcronymOf(Found inner, Found outer, String text) {
        return outer.span().contains(inner.span())
                && outer.span().end() == inner.span().end() + 1
                && text.startsWith("(", inner.span().start() - 1)
                && text.startsWith(")", inner.span().end());
    }

    /** Names of the dictionary that the reader left out. */
    private void addMissed(AnnotatedDocument annotated, Reading reading, int passage, List<Found> found) {
        String text = annotated.text();
        Surroundings surroundings = new Surroundings(text, dictionary);
        List<Found> added = new ArrayList<>();
        for (Named name : namesIn(annotated, reading)) {
            Optional<Words> words = reading.wordsIn(name.span());
            if (words.isEmpty() || name.actors().size() != 1) continue;
            if (isUnmistakable(text, name) && joinParts(text, name, passage, found)) continue;
            boolean isThere = found.stream()
                    .anyMatch(other -> other.span().overlaps(name.span())
                            && (!other.span().contains(name.span())
                                    || other.span().length() <= name.span().length() + 4
                                    || other.form() == MentionForm.NAME && isHeadOf(other, name, text)));
            if (isThere) continue;
            Span sentence = annotated
                    .sentenceOf(name.span())
                    .filter(around -> around.contains(name.span()))
                    .orElse(name.span());
            boolean isPlace = isPlace(name);
            if (isPlace && surroundings.isPlaceOnly(name.span())
                    || isPlace && surroundings.isAmericanPlace(name.span())
                    || !name.isSeveralWords(text) && surroundings.isPartOfLargerName(name.span(), sentence)) {
                continue;
            }
            if (isUnmistakable(text, name) || isMention(reading, words.get()) >= IN_DOUBT) {
                added.add(new Found(name.span(), form(text, name), passage));
            }
        }
        found.addAll(added);
    }

    private static List<Named> namesIn(AnnotatedDocument annotated, Reading reading) {
        List<Named> names = annotated.get(Layer.NAMES);
        return reading.span()
                .map(all -> names.subList(
                        Ordered.countBefore(names, name -> name.span().end() <= all.start()),
                        Ordered.countBefore(names, name -> name.span().start() < all.end())))
                .orElse(List.of());
    }

    /**
     * A long name of which the reader marked parts alone, "the Economic Community" and "West African States": they become the name.
     * Whoever has a name of his own stays beside it, as the state in the name of its army.
     *
     * @return whether there were such parts
     */
    private boolean joinParts(String text, Named name, int passage, List<Found> found) {
        List<Found> overlapping = found.stream()
                .filter(other -> other.span().overlaps(name.span()))
                .toList();
        List<Found> parts = overlapping.stream()
                .filter(other -> other.form() == MentionForm.NAME
                        && (isNobodysName(Phrase.bare(other.span().in(text))) || isBrokenOff(other, name, text)))
                .toList();
        Optional<Found> crossing = crossing(overlapping, name, text);
        if (crossing.isPresent()) {
            Span both = name.span().to(crossing.get().span());
            found.removeAll(overlapping);
            found.add(new Found(both, crossing.get().form(), passage));
            return true;
        }
        Span whole = parts.stream().map(Found::span).reduce(name.span(), Span::to);
        boolean isOne = !parts.isEmpty()
                && parts.stream().noneMatch(part -> part.span().contains(name.span()))
                && overlapping.stream()
                        .allMatch(other ->
                                whole.contains(other.span()) && !other.span().equals(whole))
                && Phrase.bare(whole.in(text)).equals(name.span().in(text));
        if (!isOne) return false;
        found.removeAll(parts);
        found.add(new Found(whole(text, whole, MentionForm.NAME), MentionForm.NAME, passage));
        return true;
    }

    /** "State of Zenda" of "State of Zenda and Hentzau", though another is called so. */
    private static boolean isBrokenOff(Found part, Named name, String text) {
        return part.span().end() < name.span().end()
                && Phrase.bare(name.span().in(text))
                        .startsWith(Phrase.bare(part.span().in(text)))
                && text.startsWith(" and ", part.span().end());
    }

    /** "The Hentzau fighters" after such a part, which begin within the name and end after it: fighters of the whole. */
    private static Optional<Found> crossing(List<Found> overlapping, Named name, String text) {
        boolean isBroken = overlapping.stream().anyMatch(part -> isBrokenOff(part, name, text));
        return overlapping.stream()
                .filter(other -> isBroken
                        && other.span().start() > name.span().start()
                        && other.span().end() > name.span().end())
                .findFirst();
    }

    private boolean isNobodysName(String words) {
        return dictionary.named(words).isEmpty()
                && dictionary.withDemonym(words).isEmpty()
                && dictionary.withMetonym(words).isEmpty();
    }

    /** A person's name inside a mention that is that person is no second mention. */
    private static boolean isHeadOf(Found other, Named name, String text) {
        return other.span().end() - name.span().end() <= 2
                && !text.startsWith("'", name.span().end())
                && !text.startsWith("’", name.span().end());
    }

    private boolean isPlace(Named name) {
        return dictionary
                .find(name.actors().get(0))
                .filter(actor -> actor.kind() == ActorKind.STATE)
                .isPresent();
    }

    /** A name of several words that is no place: a group, body or person. */
    private boolean isUnmistakable(String text, Named name) {
        ActorKind kind = dictionary.find(name.actors().get(0)).map(Actor::kind).orElse(ActorKind.OTHER);
        return name.isSeveralWords(text)
                && kind != ActorKind.STATE
                && dictionary.named(name.span().in(text)).size() == 1;
    }

    private MentionForm form(String text, Named name) {
        String words = name.span().in(text);
        if (!dictionary.named(words).isEmpty()) return MentionForm.NAME;
        return dictionary.withMetonym(words).isEmpty() ? MentionForm.DEMONYM : MentionForm.METONYM;
    }

    /** The chance that these words are in a mention: the better of the two layers. */
    private static double isMention(Reading reading, Words words) {
        double best = 0;
        for (WordLayer layer : List.of(WordLayer.MENTION, WordLayer.INNER_MENTION)) {
            double[] chances = Logits.logSoftmax(reading.mean(layer, words));
            best = Math.max(best, 1 - Math.exp(chances[0]));
        }
        return best;
    }

    // ---- what comes out

    private static List<Mention> mentions(Document document, List<Resolved> resolved) {
        List<Mention> mentions = new ArrayList<>();
        for (Resolved each : resolved) {
            Span span = each.found().span();
            MentionForm form = each.found().form();
            if (each.actors().isEmpty()) mentions.add(Mention.of(document.id(), span, Optional.empty(), form));
            for (String actor : each.actors()) {
                mentions.add(Mention.of(document.id(), span, Optional.of(actor), form));
            }
        }
        return List.copyOf(new java.util.LinkedHashSet<>(mentions));
    }

    private static List<Actor> actors(Cast cast, List<Resolved> resolved) {
        Map<String, Actor> actors = new TreeMap<>();
        for (Resolved each : resolved) each.actors().forEach(id -> add(cast, id, actors));
        return List.copyOf(actors.values());
    }

    private static void add(Cast cast, String id, Map<String, Actor> actors) {
        if (actors.containsKey(id)) return;
        cast.actor(id).ifPresent(actor -> {
            actors.put(id, actor);
            actor.partOf().stream().map(Membership::actor).forEach(whole -> add(cast, whole, actors));
        });
    }
}
