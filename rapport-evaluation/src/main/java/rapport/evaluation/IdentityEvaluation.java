package rapport.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.actor.Hierarchy;
import rapport.analysis.Pipeline;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Span;
import rapport.record.Time;
import rapport.storyline.Identity;
import rapport.storyline.Telling;

/**
 * Which event mentions tell one event, on texts in the form of ECB+: event mentions are given, chains are searched within the
 * storylines that the program finds, by what {@code read} uses; types, actors and days are those that the reader finds there.
 *
 * <p>Singletons are kept. A storyline is right if it holds the reports of one topic and one part, ecb or ecbplus.
 */
public final class IdentityEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pipeline pipeline;

    private record Gold(String id, String document, int sentence, List<Integer> tokens, String chain) {}

    /** A text with the place of each token: sentence number -> spans. */
    private record Text(String name, Coded coded, Map<Integer, List<Span>> tokens) {}

    public IdentityEvaluation(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * @param part "Train" or "Dev": of which {@code ECB_<part>_corpus.txt} and its gold mentions are read
     * @param pairs where pairs of mentions go with what they are compared by, to fit the weights; null: nowhere
     * @throws Unreadable if a file is not as expected
     */
    public Report of(Path folder, String part, @Nullable PrintWriter pairs) throws IOException {
        Map<String, Text> texts = texts(folder.resolve("ECB_" + part + "_corpus.txt"));
        Path goldFile = folder.resolve("ECB_" + part + "_Event_gold_mentions.json");
        List<Gold> gold = gold(goldFile);
        if (texts.isEmpty() || gold.isEmpty()) throw new Unreadable(goldFile, "no mention", "mentions and their texts");
        List<Telling> tellings = new ArrayList<>();
        for (Gold mention : gold) tellings.add(telling(mention, texts, goldFile));
        Map<String, String> names = new TreeMap<>();
        texts.values().forEach(text -> names.put(text.coded().document().id(), text.name()));
        Identity identity = new Identity(
                texts.values().stream().map(t -> t.coded().document()).toList(),
                Hierarchy.of(texts.values().stream().flatMap(t -> t.coded().actors().stream())));
        if (pairs != null) write(identity, tellings, gold, pairs);
        List<Set<String>> found = new ArrayList<>();
        for (Identity.Chain chain : identity.chains(tellings)) {
            found.add(chain.tellings().stream().map(Telling::id).collect(Collectors.toSet()));
        }
        List<Set<String>> stories = new ArrayList<>();
        for (List<Document> storyline : identity.storylines()) {
            stories.add(storyline.stream().map(Document::id).map(names::get).collect(Collectors.toSet()));
        }
        return report(gold, found, texts.keySet(), stories);
    }

    private static Report report(
            List<Gold> gold, List<Set<String>> found, Set<String> documents, List<Set<String>> stories) {
        List<Set<String>> chains = grouped(gold, Gold::chain, Gold::id);
        List<Set<String>> topics = grouped(documents, IdentityEvaluation::story, name -> name);
        Chains.Tally all = Chains.tally(chains, found);
        Chains.Score texts = Chains.tally(topics, stories).bCubed();
        Interval interval = Interval.of(
                topicsOf(gold).stream().map(topic -> tally(gold, found, topic)).toList(),
                drawn -> drawn.stream()
                        .reduce(Chains.Tally.NONE, Chains.Tally::plus)
                        .conll());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mentions", gold.size());
        tree.put("chains", chains.size());
        tree.put("conll", Map.of("f1", all.conll(), "interval", interval.toList()));
        tree.put("muc", map(all.muc()));
        tree.put("b3", map(all.bCubed()));
        tree.put("ceafe", map(all.ceafE()));
        tree.put("documents", Map.of("b3", map(texts)));
        List<String> table = new ArrayList<>();
        table.add(String.format(
                Locale.ROOT,
                "%d event mentions in %d chains, %d documents",
                gold.size(),
                chains.size(),
                documents.size()));
        table.add(String.format(Locale.ROOT, "%-24s %9s %7s %7s", "", "precision", "recall", "F1"));
        table.add(line("MUC", all.muc()));
        table.add(line("B-cubed", all.bCubed()));
        table.add(line("CEAF-e", all.ceafE()));
        table.add(String.format(
                Locale.ROOT,
                "%-24s %9s %7s %7.3f     %.3f - %.3f (topics drawn)",
                "CoNLL",
                "",
                "",
                all.conll(),
                interval.low(),
                interval.high()));
        table.add(line("documents, B-cubed", texts));
        return new Report(tree, table);
    }

    /** Of the mentions of one topic alone; what was joined across topics is cut, so the interval is about a little more. */
    private static Chains.Tally tally(List<Gold> gold, List<Set<String>> found, String topic) {
        List<Gold> kept =
                gold.stream().filter(g -> topic(g.document()).equals(topic)).toList();
        return Chains.tally(
                grouped(kept, Gold::chain, Gold::id),
                Chains.keep(found, kept.stream().map(Gold::id).collect(Collectors.toSet())));
    }

    private static Set<String> topicsOf(List<Gold> gold) {
        return gold.stream().map(g -> topic(g.document())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(String document) {
        return document.substring(0, Math.max(0, document.indexOf('_')));
    }

    /** "36_4ecbplus" is of story "36 ecbplus". */
    private static String story(String document) {
        return topic(document) + (document.endsWith("ecbplus") ? " ecbplus" : " ecb");
    }

    private static <T> List<Set<String>> grouped(
            Iterable<T> members, Function<T, String> group, Function<T, String> id) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (T member : members) {
            groups.computeIfAbsent(group.apply(member), g -> new HashSet<>()).add(id.apply(member));
        }
        return List.copyOf(groups.values());
    }

    private static Map<String, Object> map(Chains.Score score) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("precision", score.precision());
        map.put("recall", score.recall());
        map.put("f1", score.f1());
        return map;
    }

    private static String line(String name, Chains.Score score) {
        return String.format(
                Locale.ROOT, "%-24s %9.3f %7.3f %7.3f", name, score.precision(), score.recall(), score.f1());
    }

    private static void write(Identity identity, List<Telling> tellings, List<Gold> gold, PrintWriter pairs) {
        Map<String, Gold> byId = new TreeMap<>();
        gold.forEach(mention -> byId.put(mention.id(), mention));
        pairs.println("same\ttopic\t" + String.join("\t", Identity.features()));
        identity.pairs(tellings, (one, other, features) -> {
            Gold a = byId.get(one.id());
            Gold b = byId.get(other.id());
            if (a == null || b == null) throw new IllegalStateException("a telling that was not given");
            StringBuilder line = new StringBuilder(a.chain().equals(b.chain()) ? "1" : "0")
                    .append('\t')
                    .append(topic(a.document()));
            for (double feature : features) line.append(String.format(Locale.ROOT, "\t%.4f", feature));
            pairs.println(line);
        });
    }

    private Map<String, Text> texts(Path file) throws IOException {
        Map<String, Map<Integer, List<String>>> words = new LinkedHashMap<>();
        int number = 0;
        for (String line : TextLines.of(file)) {
            number++;
            if (line.isEmpty()) continue;
            String[] cells = line.split("\t", -1);
            if (cells.length < 4) continue; // a token that is a line break
            try {
                words.computeIfAbsent(cells[0], name -> new TreeMap<>())
                        .computeIfAbsent(Integer.parseInt(cells[1]), sentence -> new ArrayList<>())
                        .add(cells[3]);
            } catch (NumberFormatException e) {
                throw new Unreadable(file, number, "\"" + cells[1] + "\"", "the number of a sentence");
            }
        }
        Map<String, Text> texts = new TreeMap<>();
        words.forEach((name, sentences) -> texts.put(name, text(name, sentences)));
        return texts;
    }

    private Text text(String name, Map<Integer, List<String>> sentences) {
        StringBuilder text = new StringBuilder();
        Map<Integer, List<Span>> tokens = new TreeMap<>();
        sentences.forEach((number, words) -> {
            if (!text.isEmpty()) text.append('\n');
            List<Span> spans = new ArrayList<>();
            for (String word : words) {
                if (!spans.isEmpty()) text.append(' ');
                spans.add(new Span(text.length(), text.length() + word.length()));
                text.append(word);
            }
            tokens.put(number, spans);
        });
        Coded coded = Pipeline.records(
                pipeline.annotate(PlainText.of(name, Optional.empty(), Time.UNKNOWN, text.toString())));
        return new Text(name, coded, tokens);
    }

    private static Telling telling(Gold gold, Map<String, Text> texts, Path file) {
        Text text = texts.get(gold.document());
        List<Span> sentence = text == null ? null : text.tokens().get(gold.sentence());
        if (text == null || sentence == null || gold.tokens().stream().anyMatch(t -> t >= sentence.size())) {
            throw new Unreadable(file, "mention " + gold.id() + " without its words", "a text that holds each mention");
        }
        List<Span> trigger = gold.tokens().stream().map(sentence::get).toList();
        Span whole = sentence.get(0).to(sentence.get(sentence.size() - 1));
        Optional<EventMention> read = text.coded().eventMentions().stream()
                .filter(mention -> trigger.stream().anyMatch(mention.trigger()::overlaps))
                .min(Comparator.comparing(EventMention::trigger).thenComparing(EventMention::id));
        return new Telling(gold.id(), text.coded().document().id(), whole, trigger, read);
    }

    private static List<Gold> gold(Path file) throws IOException {
        JsonNode tree;
        try {
            tree = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new Unreadable(file, "no JSON", "a list of mentions");
        }
        List<Gold> gold = new ArrayList<>();
        for (JsonNode mention : tree) {
            List<Integer> tokens = new ArrayList<>();
            mention.path("tokens_number").forEach(token -> tokens.add(token.asInt()));
            String chain = mention.path("coref_chain").asText();
            String document = mention.path("doc_id").asText();
            if (tokens.isEmpty() || chain.isEmpty() || document.isEmpty() || !mention.has("sent_id")) {
                throw new Unreadable(
                        file,
                        "mention " + gold.size() + " without chain, document, sentence or tokens",
                        "coref_chain, doc_id, sent_id and tokens_number for each");
            }
            gold.add(new Gold(
                    String.format(Locale.ROOT, "g%06d", gold.size()),
                    document,
                    mention.path("sent_id").asInt(),
                    tokens,
                    chain));
        }
        return gold;
    }
}
