package rapport.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Paragraphs;
import rapport.analysis.Pipeline;
import rapport.evaluation.Gold.GoldMention;
import rapport.evaluation.Gold.Passage;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/**
 * Whether the record depends on who the two sides are: each passage is read as it is and with the names of its two sides exchanged, and
 * the two records are compared after the names are put back.
 *
 * <p>The sides are the two states that the coded passage mentions most by name, adjective or capital; states, because only of them the
 * dictionary knows words of every sort. The same are mentions with their actors; statements with source, kind and the sentence
 * in which their content begins; event mentions with sentence, trigger, type, modality, actors and recipients. Scores, days and places
 * are not compared.
 *
 * <p>Uncertainty: what {@link Exchange} cannot exchange faithfully is counted apart with its reason, and is in no share.
 */
public final class ExchangeEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the two records are compared in. */
    private static final List<String> LAYERS = List.of("mentions", "statements", "events");

    private final Pipeline pipeline;
    private final ActorDictionary dictionary;

    public ExchangeEvaluation(Pipeline pipeline, ActorDictionary dictionary) {
        this.pipeline = pipeline;
        this.dictionary = dictionary;
    }

    /**
     * One thing that a record says, in words that do not depend on who the sides are.
     *
     * @param at where it begins in the passage; -1 if inside a name
     */
    private record Fact(String layer, int at, String words) {}

    /** What stays and what changes in one passage, one paragraph or one layer. */
    private record Difference(List<Fact> same, List<Fact> lost, List<Fact> added) {

        static Difference of(List<Fact> before, List<Fact> after) {
            List<Fact> same = new ArrayList<>();
            List<Fact> lost = new ArrayList<>();
            List<Fact> added = new ArrayList<>(after);
            for (Fact fact : before) (added.remove(fact) ? same : lost).add(fact);
            return new Difference(same, lost, added);
        }

        boolean isNone() {
            return lost.isEmpty() && added.isEmpty();
        }

        Difference in(String layer) {
            return new Difference(in(same, layer), in(lost, layer), in(added, layer));
        }

        private static List<Fact> in(List<Fact> facts, String layer) {
            return facts.stream().filter(fact -> fact.layer().equals(layer)).toList();
        }

        Difference within(Span paragraph) {
            return new Difference(within(same, paragraph), within(lost, paragraph), within(added, paragraph));
        }

        private static List<Fact> within(List<Fact> facts, Span paragraph) {
            return facts.stream()
                    .filter(fact -> paragraph.start() <= fact.at() && fact.at() < paragraph.end())
                    .toList();
        }

        Counts counts() {
            return new Counts(same.size(), same.size() + added.size(), same.size() + lost.size());
        }
    }

    /** One passage read twice. */
    private record Pair(Difference difference, List<Difference> paragraphs) {

        Counts isSame() {
            return share(difference.isNone());
        }

        Counts isSame(String layer) {
            return share(difference.in(layer).isNone());
        }

        Counts paragraphsTheSame() {
            return paragraphs.stream().map(each -> share(each.isNone())).reduce(Counts.NONE, Counts::plus);
        }

        private static Counts share(boolean isSame) {
            return new Counts(isSame ? 1 : 0, 1, 1);
        }
    }

    /**
     * @param folder with .jsonl files of coded passages, or one such file
     * @param changes where each passage whose record changes goes, with what changes; null: nowhere
     * @throws Unreadable if there is no passage, or one is not coded as the guide says
     */
    public Report of(Path folder, @Nullable PrintWriter changes) throws IOException {
        List<Passage> passages = Gold.allIn(folder);
        List<Pair> pairs = new ArrayList<>();
        List<Map<String, Object>> apart = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Passage passage : passages) {
            try {
                pairs.add(read(passage, changes));
            } catch (Exchange.Unfaithful e) {
                reasons.merge(e.sort(), 1, Integer::sum);
                apart.add(Map.of("id", passage.id(), "reason", String.valueOf(e.getMessage())));
            }
        }
        return report(passages.size(), pairs, apart, reasons);
    }

    private Pair read(Passage passage, @Nullable PrintWriter changes) throws Exchange.Unfaithful {
        List<String> sides = sides(passage);
        Exchange exchange = Exchange.of(passage, sides.get(0), sides.get(1), dictionary);
        Coded before = coded(passage, passage.text());
        Coded after = coded(passage, exchange.text());
        Placing beforeIn = span -> Optional.of(exchange.whole(span));
        UnaryOperator<String> back = id -> Exchange.swapped(id, sides.get(0), sides.get(1));
        Map<String, String> labels = labels(before, beforeIn, id -> id);
        Map<String, String> labelsAfter = aligned(labels, before, beforeIn, after, exchange::before, back);
        List<Fact> plain = new Facts(passage.text(), before, beforeIn, labels).all();
        List<Fact> putBack = new Facts(passage.text(), after, exchange::before, labelsAfter).all();
        Difference difference = Difference.of(plain, putBack);
        if (changes != null && !difference.isNone()) changes.println(line(passage, sides, exchange, difference));
        List<Difference> paragraphs = Paragraphs.of(passage.text()).stream()
                .map(difference::within)
                .filter(each -> each.counts().found() + each.counts().gold() > 0)
                .toList();
        return new Pair(difference, paragraphs);
    }

    private Coded coded(Passage passage, String text) {
        AnnotatedDocument annotated = pipeline.annotate(PlainText.of(
                passage.id(), passage.outlet(), passage.day().map(Time::stated).orElse(Time.UNKNOWN), text));
        return Pipeline.records(annotated);
    }

    /** The two states that are mentioned most, by other words than pronouns and descriptions; of equal ones the first by id. */
    private List<String> sides(Passage passage) throws Exchange.Unfaithful {
        Map<String, Integer> counts = new TreeMap<>();
        for (GoldMention mention : passage.mentions()) {
            if (mention.form() == MentionForm.PRONOUN || mention.form() == MentionForm.DESCRIPTION) continue;
            mention.actor()
                    .flatMap(actor -> passage.known(actor, dictionary))
                    .filter(id -> dictionary.find(id).map(Actor::kind).equals(Optional.of(ActorKind.STATE)))
                    .ifPresent(id -> counts.merge(id, 1, Integer::sum));
        }
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
        if (most.size() < 2) throw new Exchange.Unfaithful("fewer than two states are named", String.join(", ", most));
        return most;
    }

    // ---- who is the same

    /** A name for each actor of a record: of the dictionary its id, put back; of others where they are mentioned first. */
    private Map<String, String> labels(Coded coded, Placing placing, UnaryOperator<String> back) {
        Map<String, String> labels = new HashMap<>();
        for (Mention mention : coded.mentions()) {
            mention.actor()
                    .ifPresent(id -> labels.computeIfAbsent(
                            id,
                            key -> dictionary.find(key).isPresent()
                                    ? back.apply(key)
                                    : "who is mentioned first at " + at(placing, mention.span())));
        }
        return labels;
    }

    /**
     * The same for the exchanged record. Ids of actors that only the text names come from the text, so they say nothing here: two are
     * the same if more of their mentions meet than of any other two, one to one.
     */
    private Map<String, String> aligned(
            Map<String, String> labels,
            Coded before,
            Placing beforeIn,
            Coded after,
            Placing afterIn,
            UnaryOperator<String> back) {
        Map<List<String>, Integer> meetings = new LinkedHashMap<>();
        for (Mention mine : before.mentions()) {
            for (Mention theirs : after.mentions()) {
                if (mine.actor().isEmpty() || theirs.actor().isEmpty()) continue;
                List<String> two = List.of(mine.actor().get(), theirs.actor().get());
                if (two.stream().anyMatch(id -> dictionary.find(id).isPresent())) continue;
                boolean isMet = afterIn.of(theirs.span())
                        .filter(span ->
                                beforeIn.of(mine.span()).filter(span::overlaps).isPresent())
                        .isPresent();
                if (isMet) meetings.merge(two, 1, Integer::sum);
            }
        }
        Map<String, String> aligned = new HashMap<>(labels(after, afterIn, back));
        aligned.replaceAll((id, label) -> dictionary.find(id).isPresent() ? label : label + ", exchanged");
        Set<String> taken = new HashSet<>();
        meetings.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .forEach(two -> {
                    if (taken.contains(two.get(0)) || taken.contains(two.get(1))) return;
                    taken.addAll(two);
                    aligned.put(two.get(1), labels.getOrDefault(two.get(0), ""));
                });
        return aligned;
    }

    private static int at(Placing placing, Span span) {
        return placing.of(span).map(Span::start).orElse(-1);
    }

    /** What a record says, its places put back into the passage and its actors under names that do not depend on the text. */
    private record Facts(String text, Coded coded, Placing placing, Map<String, String> labels) {

        List<Fact> all() {
            List<Fact> facts = new ArrayList<>();
            for (Mention mention : coded.mentions()) {
                String actor = mention.actor().map(this::label).orElse("nobody");
                facts.add(new Fact("mentions", at(mention.span()), place(mention.span()) + " is " + actor));
            }
            for (Statement statement : coded.statements()) {
                Span content = statement.content().get(0);
                String source = statement.source().map(this::role).orElse("nobody");
                facts.add(new Fact(
                        "statements",
                        at(statement.sentence()),
                        source + " " + statement.kind() + " in the sentence at " + sentenceOf(content, statement)));
            }
            for (EventMention event : coded.eventMentions()) {
                facts.add(new Fact(
                        "events",
                        at(event.trigger()),
                        place(event.trigger()) + " " + event.eventType() + " " + event.modality() + " by "
                                + roles(event.actors()) + " to " + roles(event.recipients()) + " in the sentence at "
                                + at(event.sentence())));
            }
            return facts;
        }

        /** Where the sentence begins in which the content does: that of the statement, or the content's own beginning outside it. */
        private int sentenceOf(Span content, Statement statement) {
            return at(statement.sentence().contains(content) ? statement.sentence() : content);
        }

        private String roles(List<Role> roles) {
            return roles.stream().map(this::role).sorted().collect(Collectors.joining(", ", "[", "]"));
        }

        private String role(Role role) {
            return role.actor().map(this::label).orElseGet(() -> place(role.span()));
        }

        private String label(String id) {
            return labels.getOrDefault(id, "someone whom no words name");
        }

        private int at(Span span) {
            return ExchangeEvaluation.at(placing, span);
        }

        private String place(Span span) {
            return placing.of(span)
                    .map(there -> "“" + there.in(text) + "” at " + there.start())
                    .orElse("a part of a name");
        }
    }

    /** Where words of a text that was read stand in the passage; empty if they begin or end inside an exchanged name. */
    private interface Placing {

        Optional<Span> of(Span span);
    }

    // ---- what comes out

    private static Report report(
            int all, List<Pair> pairs, List<Map<String, Object>> apart, Map<String, Integer> reasons) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("passages", all);
        tree.put("exchanged", pairs.size());
        ScoreTable<Pair> table =
                new ScoreTable<>("Names exchanged in " + pairs.size() + " of " + all + " passages", pairs);
        tree.put("same", table.add("same record", Pair::isSame));
        Map<String, Object> layers = new LinkedHashMap<>();
        for (String layer : LAYERS) {
            layers.put(layer, table.add("same " + layer, pair -> pair.isSame(layer)));
        }
        tree.put("layers", layers);
        tree.put("paragraphs", table.add("paragraphs the same", Pair::paragraphsTheSame));
        Map<String, Object> records = new LinkedHashMap<>();
        for (String layer : LAYERS) {
            records.put(
                    layer,
                    table.add(
                            layer + " kept", pair -> pair.difference().in(layer).counts()));
        }
        tree.put("records", records);
        tree.put("apart", apart);
        List<String> lines = new ArrayList<>(table.lines());
        reasons.forEach((reason, count) -> lines.add("not exchanged, " + count + ": " + reason));
        return new Report(tree, lines);
    }

    private static String line(Passage passage, List<String> sides, Exchange exchange, Difference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", passage.id());
        tree.put("sides", sides);
        tree.put("exchanged", exchange.text());
        tree.put("before", difference.lost().stream().map(Fact::words).toList());
        tree.put("after", difference.added().stream().map(Fact::words).toList());
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line holds strings only", e);
        }
    }
}
