package rapport.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.evaluation.Gold.GoldCommitment;
import rapport.evaluation.Gold.GoldStatement;
import rapport.evaluation.Gold.Passage;
import rapport.ontology.Modality;
import rapport.ontology.StatementKind;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.EventMention;
import rapport.record.Span;
import rapport.storyline.Together;

/**
 * The parts of the ledger's lines against those that people coded: the same sentence, kind of part and topmost obligor. A coded
 * part without a statement stands in no sentence and cannot be found. An agreement is an
 * assurance; what the ledger asks of somebody in a statement that makes it the condition of a line, or in which nobody demands it, is a
 * condition. Mentions of one line that make the same item are one. A refusal is no part: people code it as the state of what was asked.
 */
final class LedgerItems {

    private record Item(String document, Span sentence, String kind, String obligor) {}

    /** Finds the gold actor that an actor of the program stands for in a document. */
    interface Aligned {
        Optional<String> gold(String actor);
    }

    private final List<Item> gold = new ArrayList<>();
    private final Map<Item, String> states = new HashMap<>();
    private final Map<String, Aligned> alignments = new HashMap<>();
    private final Map<String, EventMention> mentions = new HashMap<>();
    private final Map<String, StatementKind> kinds = new HashMap<>();

    /** @param sentences of the coded statements, by their ids */
    void add(Passage passage, Map<String, Span> sentences, Coded found, Aligned aligned) {
        String document = found.document().id();
        alignments.put(document, aligned);
        found.eventMentions().forEach(mention -> mentions.put(mention.id(), mention));
        found.statements().forEach(statement -> kinds.put(statement.id(), statement.kind()));
        for (GoldCommitment commitment : passage.commitments()) {
            Span sentence = commitment.statement().map(sentences::get).orElse(new Span(0, 1));
            String kind = commitment.kind().equals("agreement") ? "assurance" : commitment.kind();
            Item item = new Item(document, sentence, kind, passage.topmost(commitment.obligor()));
            gold.add(item);
            commitment.state().ifPresent(state -> states.put(item, state));
        }
    }

    static Map<String, Span> sentences(Passage passage, Function<Span, Optional<Span>> sentenceOf) {
        Map<String, Span> sentences = new HashMap<>();
        for (GoldStatement statement : passage.statements()) {
            sentenceOf
                    .apply(statement.cue().orElse(statement.content().get(0)))
                    .ifPresent(sentence -> sentences.put(statement.id(), sentence));
        }
        return sentences;
    }

    /** @param conditions ids of the statements that make conditions of lines */
    private String kind(String part, EventMention mention, Set<String> conditions) {
        if (!part.equals("demand")) return part;
        Optional<StatementKind> said = mention.attribution().map(kinds::get);
        boolean isAsked = said.filter(kind -> kind == StatementKind.DEMAND || kind == StatementKind.APPEAL)
                .isPresent();
        boolean isCondition = mention.modality() == Modality.HYPOTHETICAL
                || mention.attribution().filter(conditions::contains).isPresent();
        return isCondition && !isAsked ? "condition" : part;
    }

    private static boolean isRefusal(String part, EventMention mention) {
        return part.equals("evidence") && mention.modality() != Modality.DENIED;
    }

    Report report(Together together) {
        List<Item> left = new ArrayList<>(gold);
        int right = 0;
        int found = 0;
        int stated = 0;
        int sameState = 0;
        Set<String> conditions = together.ledger().stream()
                .flatMap(line -> line.conditions().stream())
                .collect(Collectors.toSet());
        for (Commitment line : together.ledger()) {
            Set<Item> ofLine = new HashSet<>();
            Map<String, List<String>> parts = new LinkedHashMap<>();
            parts.put("demand", line.demands());
            parts.put("assurance", line.assurances());
            parts.put("act", line.acts());
            parts.put("evidence", line.evidence());
            for (Map.Entry<String, List<String>> part : parts.entrySet()) {
                for (String id : part.getValue()) {
                    EventMention mention = mentions.get(id);
                    if (mention == null || isRefusal(part.getKey(), mention)) continue;
                    String kind = kind(part.getKey(), mention, conditions);
                    if (!ofLine.add(new Item(mention.document(), mention.sentence(), kind, line.obligor()))) continue;
                    found++;
                    Optional<Item> item = Optional.ofNullable(alignments.get(mention.document()))
                            .flatMap(aligned -> aligned.gold(line.obligor()))
                            .map(actor -> new Item(mention.document(), mention.sentence(), kind, actor))
                            .filter(left::remove);
                    if (item.isEmpty()) continue;
                    right++;
                    String state = states.get(item.get());
                    if (state == null) continue;
                    stated++;
                    if (state.equals(line.state().code())) sameState++;
                }
            }
        }
        Counts counts = new Counts(right, found, gold.size());
        Map<String, Object> tree = counts.toMap();
        tree.put("states", stated == 0 ? 0 : (double) sameState / stated);
        return new Report(
                tree,
                List.of(String.format(
                        Locale.ROOT,
                        "%-24s %9.3f %7.3f %7.3f   of %d parts; state right in %d of %d",
                        "commitments",
                        counts.precision(),
                        counts.recall(),
                        counts.f1(),
                        gold.size(),
                        sameState,
                        stated)));
    }
}
