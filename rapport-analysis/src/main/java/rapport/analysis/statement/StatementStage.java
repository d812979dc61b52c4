package rapport.analysis.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.analysis.Agents;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Attribution;
import rapport.analysis.BareWords;
import rapport.analysis.Layer;
import rapport.analysis.Logits;
import rapport.analysis.Reading;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Stage;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * Turns attributions into statements: the source's actor, the kind, whether it is negated, who is addressed, who it is about.
 *
 * <p>The kind is read by the model from cue and content together; quotation follows from the quotation marks; the one who is
 * addressed stands right behind the cue ("told the council that").
 */
public final class StatementStage implements Stage {

    /** "Eva Lind, who teaches in Zenda": the head of a source ends before it. */
    private static final Pattern CLAUSE = Pattern.compile("(?<=[\\p{L}\\p{N}]),? (?:who|whom|whose|which|where)\\b");

    /** Sources of a clause, though by their form they join. */
    private static final Set<String> RELATIVE = Set.of("who", "which");

    private static final Pattern OPEN = Pattern.compile("(?i)\\b(?:by|from|of|for|with|to)$");

    private static final Pattern WHERE = Pattern.compile("(?i)\\breports? (?:from|in|out of) (?:the )?$");

    private static final Pattern ASKED = Pattern.compile("(?i)\\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)\\b");

    private static final Pattern QUESTION =
            Pattern.compile("(?i)^\\W*(?:if|whether|what|how|why|who|when|where|which)\\b|\\?\\W*$");

    private static final Pattern POSSESSIVE = Pattern.compile("[’'](?:s\\b| )");

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES, Layer.READINGS, Layer.MENTIONS, Layer.ATTRIBUTIONS);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.STATEMENTS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        List<Statement> statements = new ArrayList<>();
        for (Attribution attribution : annotated.get(Layer.ATTRIBUTIONS)) {
            Optional<Span> sentence = annotated.sentenceOf(anchor(attribution));
            Optional<Reading> reading = reading(annotated, attribution);
            if (sentence.isPresent() && reading.isPresent()) {
                statements.add(statement(annotated, attribution, sentence.get(), reading.get()));
            }
        }
        return annotated.with(Layer.STATEMENTS, statements);
    }

    private static Span anchor(Attribution attribution) {
        return attribution.cue().orElse(attribution.content().get(0));
    }

    private static Optional<Reading> reading(AnnotatedDocument annotated, Attribution attribution) {
        return annotated.get(Layer.READINGS).stream()
                .filter(reading -> reading.wordsIn(anchor(attribution)).isPresent())
                .findFirst();
    }

    private static Statement statement(
            AnnotatedDocument annotated, Attribution attribution, Span sentence, Reading reading) {
        List<Mention> mentions = annotated.mentionsIn(reading);
        Optional<Role> source = agent(annotated, attribution)
                .or(() -> attribution.source().flatMap(words -> role(annotated.text(), mentions, words)));
        return new Statement(
                attribution.id(),
                annotated.document().id(),
                sentence,
                source,
                attribution.cue(),
                attribution.content(),
                quotation(annotated.text(), attribution.content()),
                kind(annotated.text(), reading, attribution),
                addressee(annotated.text(), mentions, attribution, source),
                about(mentions, attribution),
                isNegated(reading, attribution),
                attribution.within(),
                attribution.score());
    }

    /** Whom the words right behind the cue name as the source, whatever was read; "Lind said from Strelsau" only says where she was. */
    private static Optional<Role> agent(AnnotatedDocument annotated, Attribution attribution) {
        return attribution
                .cue()
                .flatMap(cue -> Agents.afterBy(annotated, cue)
                        .or(() -> isSubject(attribution.source(), cue)
                                ? Optional.empty()
                                : Agents.afterFrom(annotated, cue)))
                .filter(mention -> attribution.content().stream().noneMatch(mention.span()::overlaps))
                .map(mention -> new Role(mention.actor(), mention.span()));
    }

    private static boolean isSubject(Optional<Span> source, Span cue) {
        return source.filter(span -> span.end() + 1 == cue.start()).isPresent();
    }

    /**
     * The source's words with the actor of the widest mention in their head: title and name before a name inside, and none of a clause about it. Words that
     * break off ("a document issued by") take in whom they lead to, an article alone is its noun or nobody. "A report from Strelsau" is nobody's.
     */
    private static Optional<Role> role(String text, List<Mention> mentions, Span read) {
        Span source = whole(text, mentions, read);
        Matcher clause = CLAUSE.matcher(source.in(text));
        Span head = clause.find() ? new Span(source.start(), source.start() + clause.start()) : source;
        Optional<Mention> widest = mentions.stream()
                .filter(mention -> mention.span().overlaps(head))
                .max(Comparator.<Mention>comparingInt(mention -> overlap(mention.span(), head))
                        .thenComparing(mention -> -mention.span().length())
                        .thenComparing(mention -> -mention.span().start()));
        if (widest.isEmpty() && BareWords.areAll(source.in(text)) && !RELATIVE.contains(source.in(text)))
            return Optional.empty();
        return Optional.of(new Role(
                widest.filter(mention -> !isWhere(text, source, mention.span())).flatMap(Mention::actor), source));
    }

    private static Span whole(String text, List<Mention> mentions, Span source) {
        if (!OPEN.matcher(source.in(text)).find()) return source;
        return mentions.stream()
                .map(Mention::span)
                .filter(span -> span.start() == source.end() + 1)
                .max(Comparator.comparingInt(Span::length))
                .map(source::to)
                .orElse(source);
    }

    private static boolean isWhere(String text, Span source, Span mention) {
        return mention.start() > source.start()
                && WHERE.matcher(text.substring(source.start(), mention.start()))
                        .find();
    }

    private static int overlap(Span one, Span other) {
        return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    }

    /** A question asks for nothing to be done: of 39 coded ones 1 is a demand and none an appeal. */
    private static StatementKind kind(String text, Reading reading, Attribution attribution) {
        double[] scores = scores(reading, attribution, WordLayer.KIND, WordLayer.KIND_OF_CONTENT);
        List<StatementKind> kinds = reading.classes(WordLayer.KIND).stream()
                .map(code -> Code.parse(StatementKind.class, code))
                .toList();
        if (isQuestion(text, attribution)) {
            for (int i = 0; i < scores.length; i++) {
                if (kinds.get(i).acts().contains(EventType.REQUEST)) scores[i] = Double.NEGATIVE_INFINITY;
            }
        }
        return kinds.get(Logits.argmax(scores));
    }

    private static boolean isQuestion(String text, Attribution attribution) {
        String content = attribution.content().get(0).in(text);
        return attribution
                        .cue()
                        .filter(cue -> ASKED.matcher(cue.in(text)).find())
                        .isPresent()
                && QUESTION.matcher(content).find();
    }

    private static boolean isNegated(Reading reading, Attribution attribution) {
        double[] scores = scores(reading, attribution, WordLayer.NEGATED, WordLayer.NEGATED_OF_CONTENT);
        return Logits.argmax(scores) == 1;
    }

    /** The cue's scores plus the mean of the contents' scores, as the model was trained. */
    private static double[] scores(Reading reading, Attribution attribution, WordLayer atCue, WordLayer atContent) {
        double[] sum = new double[reading.classes(atCue).size()];
        attribution.cue().flatMap(reading::wordsIn).ifPresent(cue -> add(sum, reading.mean(atCue, cue), 1));
        List<Reading.Words> contents = attribution.content().stream()
                .flatMap(content -> reading.wordsIn(content).stream())
                .toList();
        contents.forEach(content -> add(sum, reading.mean(atContent, content), 1.0 / contents.size()));
        return sum;
    }

    private static void add(double[] sum, float[] scores, double weight) {
        for (int i = 0; i < sum.length; i++) sum[i] += weight * scores[i];
    }

    private static Quotation quotation(String text, List<Span> content) {
        boolean all = content.stream().allMatch(span -> isQuoted(span.in(text)));
        if (all) return Quotation.DIRECT;
        return content.stream().anyMatch(span -> hasQuotationMark(span.in(text)))
                ? Quotation.MIXED
                : Quotation.INDIRECT;
    }

    private static boolean isQuoted(String words) {
        return isMark(words, 0) && hasQuotationMark(words.substring(1));
    }

    private static boolean hasQuotationMark(String words) {
        for (int i = 0; i < words.length(); i++) if (isMark(words, i)) return true;
        return false;
    }

    private static boolean isMark(String words, int at) {
        return "\"“”„«»".indexOf(words.charAt(at)) >= 0 || words.startsWith("``", at) || words.startsWith("''", at);
    }

    /** Nobody tells himself, and "told Lind's aide" was not told to Lind. */
    private static Optional<String> addressee(
            String text, List<Mention> mentions, Attribution attribution, Optional<Role> source) {
        return attribution
                .cue()
                .flatMap(cue -> mentions.stream()
                        .filter(mention -> mention.span().start() >= cue.end()
                                && mention.span().start() - cue.end() <= 1
                                && !POSSESSIVE
                                        .matcher(text)
                                        .region(mention.span().end(), text.length())
                                        .lookingAt()
                                && attribution.content().stream().noneMatch(content -> content.overlaps(mention.span()))
                                && attribution.source().stream().noneMatch(mention.span()::overlaps))
                        .max(Comparator.comparingInt(mention -> mention.span().length()))
                        .flatMap(Mention::actor))
                .filter(told -> source.flatMap(Role::actor).filter(told::equals).isEmpty());
    }

    private static List<String> about(List<Mention> mentions, Attribution attribution) {
        return mentions.stream()
                .filter(mention -> attribution.content().stream().anyMatch(content -> content.contains(mention.span())))
                .flatMap(mention -> mention.actor().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
