package rapport.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.evaluation.Gold.GoldCommitment;
import rapport.evaluation.Gold.GoldStatement;
import rapport.evaluation.Gold.Passage;
import rapport.ontology.Modality;
import rapport.ontology.StatementKind;
import rapport.record.Commitment;
import rapport.record.EventMention;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.storyline.Together;

/**
 * The parts of the ledger's lines against those that people coded: the same sentence, kind of part and topmost obligor. A coded
 * part without a statement stands in no sentence and cannot be found. An agreement is an
 * assurance; what the ledger asks of somebody without anybody demanding it is a condition.
 */
final class LedgerItems {

    /** In these nobody demands: what another must do in them is a condition. */
    private static final Set<StatementKind> BARGAINING =
            Set.of(StatementKind.COMMITMENT, StatementKind.OFFER, StatementKind.THREAT);

    private record Item(String document, Span sentence, String kind, String obligor) {}

    /** Finds the gold actor that an actor of the program stands for in a document. */
    interface Aligned {
        Optional<String> gold(String actor);
    }

    private final List<Item> gold = new ArrayList<>();
    private final Map<Item, String> states = new HashMap<>();
    private final Map<String, Aligned> alignments = new HashMap<>();
    private final Map<String, EventMention> mentions = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();

    /** @param sentences of the statements, by their ids */
    void add(
            String document,
            Passage passage,
            Map<String, Span> sentences,
            AnnotatedDocument annotated,
            Aligned aligned) {
        alignments.put(document, aligned);
        annotated.get(Layer.EVENT_MENTIONS).forEach(mention -> mentions.put(mention.id(), mention));
        annotated.get(Layer.STATEMENTS).forEach(statement -> statements.put(statement.id(), statement));
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

    /** Its own, and, of words that run over several, that of the cue: there people's coding, which names the statement, has it. */
    private Stream<Span> sentencesOf(EventMention mention) {
        return Stream.concat(
                        Stream.of(mention.sentence()),
                        mention.attribution().map(statements::get).map(Statement::sentence).stream())
                .distinct();
    }

    private String kind(String part, EventMention mention) {
        if (!part.equals("demand")) return part;
        boolean isBargained = mention.attribution()
                .map(statements::get)
                .map(Statement::kind)
                .filter(BARGAINING::contains)
                .isPresent();
        return mention.modality() == Modality.HYPOTHETICAL || isBargained ? "condition" : part;
    }

    Report report(Together together) {
        List<Item> left = new ArrayList<>(gold);
        int right = 0;
        int found = 0;
        int stated = 0;
        int sameState = 0;
        for (Commitment line : together.ledger()) {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            parts.put("demand", line.demands());
            parts.put("assurance", line.assurances());
            parts.put("act", line.acts());
            parts.put("evidence", line.evidence());
            for (Map.Entry<String, List<String>> part : parts.entrySet()) {
                for (String id : part.getValue()) {
                    EventMention mention = mentions.get(id);
                    if (mention == null) continue;
                    found++;
                    Aligned aligned = alignments.get(mention.document());
                    Optional<Item> item = Optional.ofNullable(aligned)
                            .flatMap(a -> a.gold(line.obligor()))
                            .flatMap(actor -> sentencesOf(mention)
                                    .map(sentence ->
                                            new Item(mention.document(), sentence, kind(part.getKey(), mention), actor))
                                    .filter(left::remove)
                                    .findFirst());
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
