package rapport.analysis.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rapport.analysis.Agents;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Logits;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.analysis.Stage;
import rapport.analysis.Tags;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
import rapport.ontology.StatementKind;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/**
 * Finds triggers, ties them to who acts and who is acted on, and says of what type each act is and how far from done.
 *
 * <p>Day, place and numbers of an event are those that stand nearest to its trigger ({@link Nearness}) in its sentence, on the same side of a
 * quotation: what a statement's content names belongs to the events in it, what stands outside to those outside.
 *
 * <p>How it is done and what it is about are told by words ({@link Modes}, {@link Contexts}), beside the reader.
 */
public final class EventStage implements Stage {

    // These settings were chosen on passages kept aside, by a stricter count than the published one (decision 6).

    private static final Tags.Settings SETTINGS = new Tags.Settings(2.0, 0.0);

    /**
     * Less sure events are left out: a wrong line costs more than a missed one. Of the values at which who did what to whom, with
     * modality, is read best on {@code corpus/real} it is the highest.
     */
    private static final double LEAST_SCORE = 0.16;

    /** The same for a cue in which no trigger was read: from here on they are as often right as all others, on 738 of these passages. */
    private static final double LEAST_UNREAD = 0.24;

    /**
     * The same for what would be a verbal act at a cue whose statement is of a kind that is none, a claim, a denial or an assessment: the highest at which who did what
     * to whom is not read worse on 738 of these passages.
     */
    private static final double LEAST_DOUBTED = 0.35;

    /** Types of verbal acts; one also rejects by what is a claim or a denial. */
    private static final Set<EventType> VERBAL = Arrays.stream(StatementKind.values())
            .flatMap(kind -> kind.acts().stream())
            .filter(type -> type != EventType.REJECT)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern ARTICLE = Pattern.compile("(?: (?:a|an|the|its|his|her|their|our))+$");

    /** "strikes in support of the government": whoever is supported is neither struck nor strikes. */
    private static final Pattern SUPPORTED = Pattern.compile("(?i)\\bin support of (?:the )?$");

    private static final int LONGEST_SUPPORT = " in support of the ".length();

    /** Types of which the sides stand together as actors. */
    private static final Set<EventType> MUTUAL = Set.of(EventType.CONSULT, EventType.COOPERATE);

    /** Chance from which the likeliest mention fills a role; recipients are seldom scored high even where they are right. */
    private static final Side.Threshold ACTOR = new Side.Threshold(Logits.sigmoid(-1.0), Logits.sigmoid(0.5));

    /** Of an act that takes two sides, the other is an actor from a lower chance. */
    private static final Side.Threshold PARTNER = new Side.Threshold(ACTOR.likeliest(), Logits.sigmoid(-1.5));

    private static final Side.Threshold RECIPIENT = new Side.Threshold(Logits.sigmoid(-1.5), Logits.sigmoid(1.5));

    /** Who harbours somebody gives him aid: so in all 29 that are coded in {@code corpus}, whatever the reader takes it for. */
    private static final Pattern SHELTER = Pattern.compile("(?i)(?:harbou?r|shelter)(?:s|ed|ing)?|sanctuary");

    /** Types of acts that one has "from" somebody. */
    private static final Set<EventType> GIVEN = Set.of(
            EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.AID, EventType.CONCEDE);

    /** Chance that whoever stands behind "by" acts, as counted in {@link rapport.analysis.Agents}. */
    private static final double AGENT = 0.97;

    /** Types of which a text gives numbers: tolls, captives, crowds, sums. */
    private static final Set<EventType> COUNTED = Set.of(
            EventType.ASSAULT,
            EventType.COERCE,
            EventType.PROTEST,
            EventType.AID,
            EventType.MOBILIZE,
            EventType.RETREAT,
            EventType.SANCTION,
            EventType.COOPERATE);

    /** Lengths of time and way, by their last word, which are seldom the number of an act: of 1,180 coded numbers 36. */
    private static final Set<String> LENGTHS = Set.of(
            "minutes",
            "hours",
            "days",
            "nights",
            "weeks",
            "months",
            "years",
            "decades",
            "km",
            "kilometers",
            "kilometres",
            "miles",
            "meters",
            "metres",
            "feet",
            "yards");

    private final Modes modes = Modes.shipped();
    private final Contexts contexts = Contexts.shipped();

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(
                Layer.SENTENCES,
                Layer.READINGS,
                Layer.MENTIONS,
                Layer.STATEMENTS,
                Layer.TIMES,
                Layer.PLACES,
                Layer.QUANTITIES);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.EVENT_MENTIONS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        List<Act> acts = new ArrayList<>();
        for (Reading reading : annotated.get(Layer.READINGS)) {
            List<Side.Candidate> candidates = candidates(annotated, reading);
            List<Act> read = new ArrayList<>();
            for (Tags.Run run : joined(annotated.text(), reading, Tags.of(reading, WordLayer.TRIGGER, SETTINGS))) {
                Span trigger = withoutArticle(annotated.text(), reading.spanOf(run.words()));
                act(annotated, reading, run, trigger, candidates)
                        .filter(act -> act.score() >= LEAST_DOUBTED
                                || act.score() >= LEAST_SCORE && !isDoubted(annotated, act))
                        .ifPresent(read::add);
            }
            acts.addAll(read);
            acts.addAll(verbalActs(annotated, reading, read, candidates));
        }
        return annotated.with(Layer.EVENT_MENTIONS, eventMentions(annotated, acts));
    }

    private static boolean isDoubted(AnnotatedDocument annotated, Act act) {
        return VERBAL.contains(act.type())
                && annotated.get(Layer.STATEMENTS).stream()
                        .anyMatch(said -> said.kind().acts().isEmpty()
                                && said.cue().filter(act.trigger()::overlaps).isPresent());
    }

    /**
     * Statements that are acts too, where no trigger was read in the cue ({@link rapport.ontology.StatementKind#acts}). What the source does in the same
     * sentence by other words of the same type is that act.
     */
    private static List<Act> verbalActs(
            AnnotatedDocument annotated, Reading reading, List<Act> read, List<Side.Candidate> candidates) {
        List<Act> acts = new ArrayList<>();
        for (Statement said : annotated.get(Layer.STATEMENTS)) {
            Set<EventType> types = said.kind().acts();
            Optional<Words> words = said.cue().flatMap(reading::wordsIn);
            if (types.isEmpty() || words.isEmpty() || said.source().isEmpty()) continue;
            Span cue = said.cue().get();
            Span source = said.source().get().span();
            boolean isRead = read.stream()
                    .anyMatch(act -> act.trigger().overlaps(cue)
                            || act.sentence().contains(cue)
                                    && types.contains(act.type())
                                    && act.actors().stream()
                                            .anyMatch(role -> role.span().overlaps(source)));
            if (isRead) continue;
            act(annotated, reading, Tags.likeliest(reading, WordLayer.TRIGGER, words.get()), cue, candidates)
                    .filter(act -> types.contains(act.type()) && act.score() >= LEAST_UNREAD)
                    .ifPresent(acts::add);
        }
        return acts;
    }

    /** Empty if the trigger stands in no sentence. */
    private static Optional<Act> act(
            AnnotatedDocument annotated, Reading reading, Tags.Run run, Span trigger, List<Side.Candidate> candidates) {
        List<Side.Candidate> sides = candidates.stream()
                .filter(candidate -> !candidate.mention().span().overlaps(trigger)
                        && !isSupported(annotated.text(), candidate, trigger))
                .toList();
        return annotated
                .sentenceOf(trigger)
                .map(sentence -> act(
                        annotated.text(),
                        reading,
                        run,
                        trigger,
                        sentence,
                        sides,
                        agent(annotated, reading, run, trigger)));
    }

    /** "release" of "release the", "pull" of "pull its": the article belongs to what follows. */
    private static Span withoutArticle(String text, Span trigger) {
        Matcher article = ARTICLE.matcher(text).region(trigger.start(), trigger.end());
        return article.find() ? new Span(trigger.start(), article.start()) : trigger;
    }

    /** Runs that one hyphen joins are one trigger: "machine-gunned". */
    private static List<Tags.Run> joined(String text, Reading reading, List<Tags.Run> runs) {
        List<Tags.Run> joined = new ArrayList<>();
        for (Tags.Run run : runs) {
            Tags.Run last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isHyphen(text, reading.spanOf(last.words()), reading.spanOf(run.words()))) {
                Words words = new Words(last.words().first(), run.words().end());
                joined.set(joined.size() - 1, new Tags.Run(words, run.label(), Math.max(last.score(), run.score())));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static boolean isHyphen(String text, Span before, Span after) {
        String between = text.substring(before.end(), after.start());
        return between.length() == 1 && "-‐‑".contains(between);
    }

    /** A trigger with its roles, type and modality; day, place and numbers come when all triggers are known. */
    private record Act(
            Span trigger,
            Span sentence,
            EventType type,
            Modality modality,
            List<Role> actors,
            List<Role> recipients,
            double score) {}

    private static List<Side.Candidate> candidates(AnnotatedDocument annotated, Reading reading) {
        return annotated.mentionsIn(reading).stream()
                .flatMap(mention ->
                        reading.wordsIn(mention.span()).map(words -> new Side.Candidate(mention, words)).stream())
                .toList();
    }

    private static boolean isSupported(String text, Side.Candidate candidate, Span trigger) {
        int start = candidate.mention().span().start();
        Matcher support = SUPPORTED
                .matcher(text)
                .region(Math.max(0, start - LONGEST_SUPPORT), start)
                .useTransparentBounds(true);
        return support.find() && (support.start() > trigger.end() || support.end() < trigger.start());
    }

    /** Whom the words right at the trigger name as the one who acts. */
    private static Optional<Mention> agent(AnnotatedDocument annotated, Reading reading, Tags.Run run, Span trigger) {
        return Agents.afterBy(annotated, trigger)
                .or(() -> Agents.leading(annotated, trigger))
                .or(() -> Agents.afterFrom(annotated, trigger)
                        .filter(mention -> GIVEN.contains(EventScores.type(
                                reading,
                                Logits.argmax(EventScores.types(reading, run.words(), List.of(), List.of()))))));
    }

    private static Act act(
            String text,
            Reading reading,
            Tags.Run run,
            Span trigger,
            Span sentence,
            List<Side.Candidate> candidates,
            Optional<Mention> agent) {
        List<Side.Filled> mayAct = new ArrayList<>();
        List<Side.Filled> mayReceive = new ArrayList<>();
        for (Side.Candidate candidate : candidates) {
            double acts = Logits.sigmoid(reading.link(LinkLayer.ACTOR, run.words(), candidate.words()));
            double receives = Logits.sigmoid(reading.link(LinkLayer.RECIPIENT, run.words(), candidate.words()));
            Span span = candidate.mention().span();
            if (agent.filter(mention -> mention.span().equals(span)).isPresent()) {
                mayAct.add(new Side.Filled(candidate, Math.max(acts, AGENT)));
            } else if (agent.isPresent() && span.start() < trigger.start()) {
                mayReceive.add(new Side.Filled(candidate, receives)); // who acts stands behind
            } else {
                (acts >= receives ? mayAct : mayReceive).add(new Side.Filled(candidate, Math.max(acts, receives)));
            }
        }
        Side actors = Side.of(mayAct, sentence, ACTOR);
        Side recipients = Side.of(mayReceive, sentence, RECIPIENT);
        double[] types = types(reading, run, actors, recipients.without(actors));
        if (MUTUAL.contains(EventScores.type(reading, Logits.argmax(types)))) {
            actors = Side.of(mayAct, sentence, PARTNER);
            types = types(reading, run, actors, recipients.without(actors));
        }
        recipients = recipients.without(actors);
        double[] modalities = EventScores.modalities(reading, run.words(), actors.words(), recipients.words());
        Side listed = actors.withLists(text, trigger, others(candidates, recipients));
        boolean isSheltering = SHELTER.matcher(trigger.in(text)).matches();
        int type = Logits.argmax(types);
        int modality = Logits.argmax(modalities);
        return new Act(
                trigger,
                sentence,
                isSheltering ? EventType.AID : EventScores.type(reading, type),
                EventScores.modality(reading, modality),
                listed.roles(),
                recipients
                        .withLists(text, trigger, others(candidates, actors))
                        .without(listed)
                        .roles(),
                Surety.of(run, Math.exp(types[type]), Math.exp(modalities[modality]), actors, recipients));
    }

    /** A list does not tell more than the reader saw. */
    private static List<Side.Candidate> others(List<Side.Candidate> candidates, Side otherSide) {
        return candidates.stream()
                .filter(candidate -> otherSide.kept().stream()
                        .noneMatch(filled -> filled.candidate().equals(candidate)))
                .toList();
    }

    private static double[] types(Reading reading, Tags.Run run, Side actors, Side recipients) {
        return EventScores.types(reading, run.words(), actors.words(), recipients.words());
    }

    private List<EventMention> eventMentions(AnnotatedDocument annotated, List<Act> acts) {
        List<Placed> placed = acts.stream()
                .map(act -> new Placed(act, innermost(annotated, act.trigger())))
                .toList();
        List<Placed> counted = placed.stream()
                .filter(one -> COUNTED.contains(one.act().type()))
                .toList();
        Map<Act, List<Near<Time>>> times =
                byAct(annotated, placed, annotated.get(Layer.TIMES), Time::text, Nearness.BEFORE_ACT);
        Map<Act, List<Near<Place>>> places = byAct(
                annotated,
                placed,
                annotated.get(Layer.PLACES),
                place -> Optional.of(place.span()),
                Nearness.BEFORE_ACT);
        Map<Act, List<Near<Quantity>>> quantities = byAct(
                annotated,
                counted,
                counts(annotated),
                quantity -> Optional.of(quantity.text()),
                Nearness.NUMBER_BEFORE_ACT);
        return placed.stream()
                .map(one -> eventMention(
                        annotated,
                        one,
                        nearest(times.getOrDefault(one.act(), List.of())),
                        nearest(places.getOrDefault(one.act(), List.of())),
                        quantities.getOrDefault(one.act(), List.of()).stream()
                                .map(Near::told)
                                .toList()))
                .toList();
    }

    private static List<Quantity> counts(AnnotatedDocument annotated) {
        return annotated.get(Layer.QUANTITIES).stream()
                .filter(quantity -> !LENGTHS.contains(quantity.of()
                        .substring(quantity.of().lastIndexOf(' ') + 1)
                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    private EventMention eventMention(
            AnnotatedDocument annotated,
            Placed placed,
            Optional<Time> time,
            Optional<Place> place,
            List<Quantity> quantities) {
        Act act = placed.act();
        TriggerWords words = TriggerWords.of(annotated.text(), act.sentence(), act.trigger());
        List<Mode> modes = this.modes.of(act.type(), words);
        return new EventMention(
                Ids.of(
                        'e',
                        annotated.document().id(),
                        act.trigger().start(),
                        act.trigger().end()),
                annotated.document().id(),
                act.sentence(),
                act.type(),
                modes,
                contexts.of(words, modes),
                act.trigger(),
                act.actors(),
                act.recipients(),
                time.orElse(Time.UNKNOWN),
                place,
                act.modality(),
                placed.within().map(Statement::id),
                quantities,
                act.score());
    }

    /** An act and the innermost statement in which it is told. */
    private record Placed(Act act, Optional<Statement> within) {}

    /** What stands so far from an act. */
    private record Near<T>(T told, double distance) {}

    private static <T> Optional<T> nearest(List<Near<T>> told) {
        return told.stream().min(Comparator.comparingDouble(Near::distance)).map(Near::told);
    }

    /** The act to which each of the words about day, place or number belong: the nearest of the same sentence and statement. */
    private static <T> Map<Act, List<Near<T>>> byAct(
            AnnotatedDocument annotated,
            List<Placed> acts,
            List<T> told,
            Function<T, Optional<Span>> words,
            double beforeAct) {
        Map<Span, List<Placed>> bySentence = acts.stream()
                .collect(Collectors.groupingBy(placed -> placed.act().sentence()));
        Map<Span, Nearness> nearness = new HashMap<>();
        Map<Act, List<Near<T>>> byAct = new HashMap<>();
        for (T each : told) {
            Optional<Span> span = words.apply(each);
            Optional<Span> sentence = span.flatMap(annotated::sentenceOf).filter(around -> around.contains(span.get()));
            if (sentence.isEmpty()) continue;
            Nearness near = nearness.computeIfAbsent(sentence.get(), whole -> new Nearness(annotated.text(), whole));
            Optional<Statement> around = innermost(annotated, span.get());
            ToDoubleFunction<Act> distance = act -> near.distance(span.get(), act.trigger(), beforeAct);
            bySentence.getOrDefault(sentence.get(), List.of()).stream()
                    .filter(placed -> placed.within().equals(around)
                            && near.canTell(span.get(), placed.act().trigger()))
                    .map(Placed::act)
                    .min(Comparator.comparingDouble(distance).thenComparing(Act::trigger))
                    .ifPresent(act -> byAct.computeIfAbsent(act, key -> new ArrayList<>())
                            .add(new Near<>(each, distance.applyAsDouble(act))));
        }
        return byAct;
    }

    /** The statement with the shortest content that holds a span. */
    private static Optional<Statement> innermost(AnnotatedDocument annotated, Span span) {
        return annotated.get(Layer.STATEMENTS).stream()
                .filter(statement -> statement.content().stream().anyMatch(content -> content.contains(span)))
                .min(Comparator.comparingInt((Statement statement) -> statement.content().stream()
                                .filter(content -> content.contains(span))
                                .mapToInt(Span::length)
                                .min()
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(Statement::id));
    }
}
