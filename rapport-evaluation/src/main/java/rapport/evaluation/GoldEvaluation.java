package rapport.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Pipeline;
import rapport.analysis.Reading;
import rapport.evaluation.Gold.GoldEvent;
import rapport.evaluation.Gold.GoldMention;
import rapport.evaluation.Gold.GoldStatement;
import rapport.evaluation.Gold.Passage;
import rapport.ontology.Code;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Days;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;
import rapport.storyline.Together;

/**
 * Every layer of whole documents against what people coded.
 *
 * <p>Actors of gold and of the program have different ids unless both are in the dictionary. They are the same if their words
 * meet, or if the program's actor mostly stands where the gold actor stands; both are replaced by their topmost {@code partOf}
 * first.
 */
public final class GoldEvaluation {

    /** Scores from which who did what to whom is also counted: what a threshold gives and takes. */
    private static final double[] SURER = {0.3, 0.5};

    private final Pipeline pipeline;
    private final ActorDictionary dictionary;

    public GoldEvaluation(Pipeline pipeline, ActorDictionary dictionary) {
        this.pipeline = pipeline;
        this.dictionary = dictionary;
    }

    /** Counts of one passage, by the measure's name. */
    private record Score(Map<String, Counts> counts) {

        Score() {
            this(new HashMap<>());
        }

        void add(String measure, boolean right, boolean found, boolean gold) {
            counts.merge(measure, new Counts(right ? 1 : 0, found ? 1 : 0, gold ? 1 : 0), Counts::plus);
        }

        void add(String measure, Set<String> gold, Collection<String> found) {
            found.forEach(value -> add(measure, gold.contains(value), true, false));
            gold.forEach(value -> add(measure, false, false, true));
        }

        Counts get(String measure) {
            return counts.getOrDefault(measure, Counts.NONE);
        }
    }

    /**
     * @param folder with .jsonl files of coded passages, or one such file
     * @throws Unreadable if there is no passage, or one is not coded as the guide says
     */
    public Report of(Path folder) throws IOException {
        List<Passage> passages = Gold.allIn(folder);
        List<Score> scores = new ArrayList<>();
        List<Coded> reports = new ArrayList<>();
        EventIdentity identity = new EventIdentity();
        LedgerItems ledger = new LedgerItems();
        DocumentOrder order = new DocumentOrder(pipeline);
        for (Passage passage : passages) {
            AnnotatedDocument annotated = pipeline.annotate(PlainText.of(
                    passage.id(),
                    passage.outlet(),
                    passage.day().map(Time::stated).orElse(Time.UNKNOWN),
                    passage.text()));
            scores.add(score(passage, annotated, identity, ledger));
            Coded coded = Pipeline.records(annotated);
            reports.add(coded);
            order.add(passage, coded);
        }
        Together together = Together.of(reports);
        return report(scores, identity.report(together), ledger.report(together), order.report());
    }

    private Score score(Passage passage, AnnotatedDocument annotated, EventIdentity identity, LedgerItems ledger) {
        Alignment alignment = new Alignment(passage, annotated);
        Score score = new Score();
        mentions(score, passage, annotated);
        actors(score, passage, annotated);
        statements(score, passage, annotated, alignment);
        events(score, passage, annotated, alignment, identity);
        quiet(score, passage, annotated);
        ledger.add(
                annotated.document().id(),
                passage,
                LedgerItems.sentences(passage, annotated::sentenceOf),
                annotated,
                alignment::aligned);
        return score;
    }

    private static void mentions(Score score, Passage passage, AnnotatedDocument annotated) {
        Set<Span> gold = passage.mentions().stream().map(GoldMention::span).collect(Collectors.toSet());
        Set<Span> found =
                annotated.get(Layer.MENTIONS).stream().map(Mention::span).collect(Collectors.toSet());
        for (Span span : found) score.add("mentions", gold.contains(span), true, false);
        for (int i = 0; i < gold.size(); i++) score.add("mentions", false, false, true);
    }

    /** Right: found and given the same id. Linked: of those that the program gives a dictionary id, the share that is right. */
    private void actors(Score score, Passage passage, AnnotatedDocument annotated) {
        List<Mention> found = annotated.get(Layer.MENTIONS);
        for (GoldMention gold : passage.mentions()) {
            if (gold.form() == MentionForm.PRONOUN || gold.form() == MentionForm.DESCRIPTION) continue;
            Optional<String> right = gold.actor().flatMap(actor -> passage.known(actor, dictionary));
            if (right.isEmpty()) continue;
            boolean isRight = found.stream()
                    .anyMatch(mention -> mention.span().overlaps(gold.span())
                            && mention.actor().equals(right));
            score.add("actors found", isRight, true, true);
        }
        for (Mention mention : found) {
            if (mention.form() == MentionForm.PRONOUN || mention.form() == MentionForm.DESCRIPTION) continue;
            if (mention.actor().flatMap(dictionary::find).isEmpty()) continue;
            List<GoldMention> there = passage.mentions().stream()
                    .filter(gold -> gold.span().overlaps(mention.span()))
                    .toList();
            if (there.isEmpty()) continue; // whether it is a mention at all is measured under "mentions"
            boolean isRight = there.stream()
                    .anyMatch(gold -> gold.actor()
                            .flatMap(actor -> passage.known(actor, dictionary))
                            .equals(mention.actor()));
            score.add("actors linked", isRight, true, true);
        }
    }

    /** Which gold actor each actor of the program stands for. */
    private final class Alignment {

        private final Passage passage;
        private final AnnotatedDocument annotated;
        private final Map<String, Actor> actors;

        Alignment(Passage passage, AnnotatedDocument annotated) {
            this.passage = passage;
            this.annotated = annotated;
            this.actors = annotated.get(Layer.ACTORS).stream()
                    .collect(Collectors.toMap(Actor::id, Function.identity(), (a, b) -> a));
        }

        private static Days days(Passage passage) {
            return passage.day()
                    .map(day -> new Days(Optional.of(day), Optional.of(day)))
                    .orElse(Days.ALWAYS);
        }

        private String topmost(String actor) {
            Set<String> seen = new LinkedHashSet<>();
            String at = actor;
            while (seen.add(at)) {
                String next = dictionary.topmost(at, days(passage));
                if (next.equals(at)) {
                    Actor local = actors.get(at);
                    next = local == null || local.partOf().isEmpty()
                            ? at
                            : local.partOf().get(0).actor();
                }
                if (next.equals(at)) return at;
                at = next;
            }
            return at;
        }

        /** Topmost gold actors that the words of a role stand for. */
        Set<String> gold(Span span) {
            return passage.actorsAt(span).stream().map(passage::topmost).collect(Collectors.toSet());
        }

        /**
         * The topmost gold actor where the program's actor, or what it belongs to, mostly stands; also where somebody stands who was
         * part of it on some days, if the passage has none.
         */
        Optional<String> aligned(String actor) {
            String top = topmost(actor);
            Map<String, Integer> votes = new TreeMap<>();
            for (Mention mention : annotated.get(Layer.MENTIONS)) {
                boolean isOfIt = mention.actor()
                        .filter(id -> topmost(id).equals(top) || dictionary.isWithin(id, top, days(passage)))
                        .isPresent();
                if (!isOfIt) continue;
                for (GoldMention gold : passage.mentions()) {
                    if (gold.span().equals(mention.span())) {
                        gold.actor().map(passage::topmost).ifPresent(a -> votes.merge(a, 1, Integer::sum));
                    }
                }
            }
            return votes.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
        }

        /** Gold actors that both a list of gold roles and the program's roles name. */
        Set<String> shared(List<Span> gold, List<Role> found) {
            Set<String> goldActors = new HashSet<>();
            gold.forEach(span -> goldActors.addAll(gold(span)));
            Set<String> foundActors = new HashSet<>();
            for (Role role : found) {
                role.actor().flatMap(this::aligned).ifPresent(foundActors::add);
                gold.stream()
                        .filter(span -> span.overlaps(role.span()))
                        .forEach(span -> foundActors.addAll(gold(span)));
            }
            foundActors.retainAll(goldActors);
            return foundActors;
        }
    }

    private record Pair<G, F>(G gold, F found, double value) {}

    /** One to one, best first; equal ones by place, so that the result does not depend on chance. */
    private static <G, F> List<Pair<G, F>> matched(List<Pair<G, F>> pairs) {
        List<Pair<G, F>> best = new ArrayList<>();
        Set<G> usedGold = new HashSet<>();
        Set<F> usedFound = new HashSet<>();
        pairs.stream()
                .sorted(Comparator.comparingDouble((Pair<G, F> pair) -> -pair.value()))
                .forEach(pair -> {
                    if (!usedGold.contains(pair.gold()) && !usedFound.contains(pair.found())) {
                        usedGold.add(pair.gold());
                        usedFound.add(pair.found());
                        best.add(pair);
                    }
                });
        return best;
    }

    private static void statements(Score score, Passage passage, AnnotatedDocument annotated, Alignment alignment) {
        List<Statement> found = annotated.get(Layer.STATEMENTS);
        List<Pair<GoldStatement, Statement>> pairs = new ArrayList<>();
        for (GoldStatement gold : passage.statements()) {
            Optional<Span> goldSentence =
                    annotated.sentenceOf(gold.cue().orElse(gold.content().get(0)));
            for (Statement statement : found) {
                if (!goldSentence.equals(Optional.of(statement.sentence()))) continue;
                boolean sameSource = gold.source().isEmpty()
                        ? statement.source().isEmpty()
                        : !alignment
                                        .shared(
                                                gold.source().stream().toList(),
                                                statement.source().stream().toList())
                                        .isEmpty()
                                || gold.source().equals(statement.source().map(Role::span));
                double f1 = tokenF1(annotated, gold.content(), statement.content());
                if (sameSource && f1 >= 0.5) pairs.add(new Pair<>(gold, statement, f1));
            }
        }
        List<Pair<GoldStatement, Statement>> matches = matched(pairs);
        for (Pair<GoldStatement, Statement> match : matches) {
            score.add("statements", true, false, false);
            score.add("kind", match.gold().kind() == match.found().kind(), true, true);
        }
        found.forEach(s -> score.add("statements", false, true, false));
        passage.statements().forEach(s -> score.add("statements", false, false, true));
    }

    private static double tokenF1(AnnotatedDocument annotated, List<Span> gold, List<Span> found) {
        Set<Span> goldTokens = tokens(annotated, gold);
        Set<Span> foundTokens = tokens(annotated, found);
        long same = foundTokens.stream().filter(goldTokens::contains).count();
        return new Counts(same, foundTokens.size(), goldTokens.size()).f1();
    }

    private static Set<Span> tokens(AnnotatedDocument annotated, List<Span> spans) {
        return annotated.get(Layer.READINGS).stream()
                .map(Reading::words)
                .flatMap(List::stream)
                .filter(word -> spans.stream().anyMatch(word::overlaps))
                .collect(Collectors.toSet());
    }

    private static void events(
            Score score, Passage passage, AnnotatedDocument annotated, Alignment alignment, EventIdentity identity) {
        List<EventMention> found = annotated.get(Layer.EVENT_MENTIONS);
        List<Pair<GoldEvent, EventMention>> pairs = new ArrayList<>();
        for (GoldEvent gold : passage.events()) {
            for (EventMention event : found) {
                if (event.eventType() != gold.eventType()
                        || !annotated.sentenceOf(gold.trigger()).equals(Optional.of(event.sentence()))) continue;
                double value = (sameParties(gold, event, alignment) ? 4 : 0)
                        + (event.trigger().overlaps(gold.trigger()) ? 2 : 0)
                        + (event.modality() == gold.modality() ? 1 : 0);
                pairs.add(new Pair<>(gold, event, value));
            }
        }
        for (Pair<GoldEvent, EventMention> match : matched(pairs)) {
            identity.match(passage, match.gold(), match.found());
            score.add("sentenceType", true, false, false);
            boolean sameParties = sameParties(match.gold(), match.found(), alignment);
            score.add("whoWhom", sameParties, false, false);
            for (double least : SURER) {
                score.add("whoWhom" + least, sameParties && match.found().score() >= least, false, false);
            }
            score.add("modality", match.gold().modality() == match.found().modality(), true, true);
            boolean sameAttribution = match.gold().attribution().isPresent()
                    == match.found().attribution().isPresent();
            score.add("attribution", sameAttribution, true, true);
            score.add("modes", match.gold().modes(), Code.codes(match.found().modes()));
            if (!match.gold().contexts().isEmpty()) {
                score.add(
                        "contexts",
                        match.gold().contexts(),
                        Code.codes(match.found().contexts()));
            }
            match.gold().when().ifPresent(days -> {
                Time own = match.found().when();
                score.add("day", own.days().equals(days), !own.isUnknown(), true);
            });
            match.gold().place().ifPresent(words -> {
                Optional<Span> own = match.found().place().map(Place::span);
                score.add("place", own.filter(words::overlaps).isPresent(), own.isPresent(), true);
            });
        }
        passage.events().forEach(gold -> identity.add(passage, gold));
        for (String measure : List.of("sentenceType", "whoWhom")) {
            found.forEach(e -> score.add(measure, false, true, false));
            passage.events().forEach(e -> score.add(measure, false, false, true));
        }
        for (double least : SURER) {
            found.forEach(e -> score.add("whoWhom" + least, false, e.score() >= least, false));
            passage.events().forEach(e -> score.add("whoWhom" + least, false, false, true));
        }
        for (GoldEvent gold : passage.events()) {
            boolean hit = found.stream().anyMatch(e -> e.trigger().overlaps(gold.trigger()));
            score.add("trigger", hit, false, true);
        }
        for (EventMention event : found) {
            boolean hit = passage.events().stream().anyMatch(g -> g.trigger().overlaps(event.trigger()));
            score.add("trigger", false, true, false);
            if (!hit) score.add("trigger without gold", false, true, false);
        }
    }

    /**
     * Whether no event is coded where people coded none: in a whole passage, and in a sentence of any passage. Of a corpus in which
     * every report tells of politics there are no quiet passages, and its quiet sentences are about the same people.
     */
    private static void quiet(Score score, Passage passage, AnnotatedDocument annotated) {
        List<Span> gold = passage.events().stream().map(GoldEvent::trigger).toList();
        List<Span> found = annotated.get(Layer.EVENT_MENTIONS).stream()
                .map(EventMention::trigger)
                .toList();
        if (gold.isEmpty()) score.add("quiet passages", found.isEmpty(), true, true);
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            if (gold.stream().noneMatch(sentence::overlaps)) {
                score.add("quiet sentences", found.stream().noneMatch(sentence::overlaps), true, true);
            }
        }
    }

    /** At least one actor the same, one recipient where gold has any, none where gold has none; two parties if mutual. */
    private static boolean sameParties(GoldEvent gold, EventMention event, Alignment alignment) {
        Set<String> actors = alignment.shared(gold.actors(), event.actors());
        if (gold.actors().isEmpty() ? !event.actors().isEmpty() : actors.isEmpty()) return false;
        if (!gold.recipients().isEmpty()) {
            return !alignment.shared(gold.recipients(), event.recipients()).isEmpty();
        }
        Set<String> parties = new HashSet<>();
        gold.actors().forEach(span -> parties.addAll(alignment.gold(span)));
        return parties.size() < 2 || actors.size() >= 2;
    }

    private static Report report(
            List<Score> scores, Optional<Report> identity, Report commitments, Optional<Report> chronology) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ScoreTable<Score> table = new ScoreTable<>("Gold, " + scores.size() + " passages", scores);
        tree.put("passages", scores.size());
        tree.put("mentions", table.add("mentions", counts("mentions")));
        Map<String, Object> actors = new LinkedHashMap<>();
        actors.put("found", table.add("actor found and right", counts("actors found")));
        actors.put("linked", table.add("of linked, right", counts("actors linked")));
        tree.put("actors", actors);
        Map<String, Object> statements = table.add("statements", counts("statements"));
        statements.put("kind", table.add("kind of matched", counts("kind")).get("f1"));
        tree.put("statements", statements);
        Map<String, Object> events = new LinkedHashMap<>();
        events.put("trigger", table.add("triggers", counts("trigger")));
        events.put("sentenceType", table.add("sentence and type", counts("sentenceType")));
        events.put("whoWhom", table.add("who did what to whom", counts("whoWhom")));
        for (double least : SURER) {
            events.put("whoWhom" + least, table.add("  score " + least + " or more", counts("whoWhom" + least)));
        }
        events.put(
                "modality", table.add("modality of matched", counts("modality")).get("f1"));
        events.put(
                "attribution",
                table.add("attributed or not", counts("attribution")).get("f1"));
        events.put("modes", table.add("modes of matched", counts("modes")));
        for (String coded : List.of("contexts", "day", "place")) { // of events for which people coded any
            if (scores.stream().anyMatch(score -> score.get(coded).gold() > 0)) {
                events.put(coded, table.add(coded + " of matched", counts(coded)));
            }
        }
        tree.put("events", events);
        Map<String, Object> quiet = new LinkedHashMap<>();
        for (String unit : List.of("passages", "sentences")) {
            boolean isThere =
                    scores.stream().anyMatch(score -> score.get("quiet " + unit).gold() > 0);
            if (isThere)
                quiet.put(unit, table.add("quiet " + unit, counts("quiet " + unit))); // a share of nothing is no share
        }
        tree.put("quiet", quiet);
        tree.put("commitments", commitments.tree());
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(commitments.table());
        identity.ifPresent(same -> {
            tree.put("identity", same.tree());
            lines.addAll(same.table());
        });
        chronology.ifPresent(order -> {
            tree.put("chronology", order.tree());
            lines.addAll(order.table());
        });
        return new Report(tree, lines);
    }

    private static Function<Score, Counts> counts(String measure) {
        return score -> score.get(measure);
    }
}
