package rapport.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Attribution;
import rapport.analysis.Layer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Readings;
import rapport.analysis.TestDocuments;
import rapport.ontology.MentionForm;
import rapport.ontology.StatementKind;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

class StatementStageTest {

    private static final String TEXT =
            "Both sides agreed on trade and assurances from Strelsau that no camp remains, according to Graustark";

    private static Span span(String words) {
        return new Span(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
    }

    private static Attribution attribution(String id, String source, String cue, String content) {
        return new Attribution(
                id, Optional.of(span(source)), Optional.of(span(cue)), List.of(span(content)), Optional.empty(), 0.9);
    }

    private static List<Statement> statements(Attribution... attributions) {
        AnnotatedDocument plain = TestDocuments.annotated(TEXT);
        String document = plain.document().id();
        return new StatementStage()
                .apply(plain.with(Layer.READINGS, List.of(Readings.of(TEXT).build()))
                        .with(
                                Layer.MENTIONS,
                                List.of(
                                        Mention.of(
                                                document, span("Both sides"), Optional.of("two"), MentionForm.PRONOUN),
                                        Mention.of(document, span("Strelsau"), Optional.of("rur"), MentionForm.METONYM),
                                        Mention.of(document, span("Graustark"), Optional.of("gra"), MentionForm.NAME)))
                        .with(Layer.ATTRIBUTIONS, List.of(attributions)))
                .get(Layer.STATEMENTS);
    }

    @Test
    void assurances_from_somebody_are_his_whoever_was_read_as_the_source() {
        assertThat(statements(attribution("s1", "Both sides", "assurances", "that no camp remains")))
                .extracting(Statement::source)
                .containsExactly(Optional.of(new Role(Optional.of("rur"), span("Strelsau"))));
    }

    @Test
    void without_an_agent_behind_the_cue_the_source_is_as_it_was_read() {
        assertThat(statements(attribution("s1", "Graustark", "according to", "that no camp remains")))
                .extracting(Statement::source)
                .containsExactly(Optional.of(new Role(Optional.of("gra"), span("Graustark"))));
    }

    @Test
    void whoever_says_it_from_somewhere_says_it_himself() {
        String text = "Lind said from Strelsau that no camp remains";
        Span lind = new Span(0, "Lind".length());
        Span strelsau = new Span(text.indexOf("Strelsau"), text.indexOf("Strelsau") + "Strelsau".length());
        AnnotatedDocument plain = TestDocuments.annotated(text);
        String document = plain.document().id();
        Attribution said = new Attribution(
                "s1",
                Optional.of(lind),
                Optional.of(new Span(text.indexOf("said"), text.indexOf(" from"))),
                List.of(new Span(text.indexOf("that"), text.length())),
                Optional.empty(),
                0.9);

        assertThat(new StatementStage()
                        .apply(plain.with(
                                        Layer.READINGS,
                                        List.of(Readings.of(text).build()))
                                .with(
                                        Layer.MENTIONS,
                                        List.of(
                                                Mention.of(document, lind, Optional.of("lind"), MentionForm.NAME),
                                                Mention.of(
                                                        document, strelsau, Optional.of("rur"), MentionForm.METONYM)))
                                .with(Layer.ATTRIBUTIONS, List.of(said)))
                        .get(Layer.STATEMENTS))
                .extracting(Statement::source)
                .containsExactly(Optional.of(new Role(Optional.of("lind"), lind)));
    }

    @Test
    void a_question_is_no_demand() {
        assertThat(kind("Lind asked whether a camp remains", "whether a camp remains"))
                .isNotEqualTo(StatementKind.DEMAND);
        assertThat(kind("Lind asked them to leave", "them to leave")).isEqualTo(StatementKind.DEMAND);
    }

    private static StatementKind kind(String text, String content) {
        Readings asking = Readings.of(text).score(WordLayer.KIND, "asked", "demand", 9);
        return statement(text, asking, Optional.empty(), "asked", content, List.of())
                .kind();
    }

    @Test
    void the_source_is_its_head_and_not_a_clause_about_it() {
        String text = "Lind, who speaks for the Kravonian Grain Union, said that no camp remains";
        assertThat(source(text, "Lind, who speaks for the Kravonian Grain Union", "Lind", "the Kravonian Grain Union"))
                .contains("Lind");
    }

    @Test
    void a_source_that_breaks_off_takes_in_whom_it_leads_to() {
        String text = "a paper issued by Lind said that no camp remains";
        assertThat(source(text, "a paper issued by", "Lind")).contains("Lind");
    }

    @Test
    void a_report_from_somewhere_is_not_its_words() {
        String text = "a report from Graustark said that no camp remains";
        assertThat(source(text, "a report from Graustark", "Graustark")).isEmpty();
    }

    /** The words of the mention that the source is. */
    private static Optional<String> source(String text, String source, String... mentions) {
        List<Mention> named =
                Stream.of(mentions).map(words -> mention(text, in(text, words))).toList();
        return statement(text, Readings.of(text), Optional.of(source), "said", "that no camp remains", named)
                .source()
                .flatMap(Role::actor);
    }

    private static Statement statement(
            String text,
            Readings readings,
            Optional<String> source,
            String cue,
            String content,
            List<Mention> mentions) {
        Attribution said = new Attribution(
                "s1",
                source.map(words -> in(text, words)),
                Optional.of(in(text, cue)),
                List.of(in(text, content)),
                Optional.empty(),
                0.9);
        return new StatementStage()
                .apply(TestDocuments.annotated(text)
                        .with(Layer.READINGS, List.of(readings.build()))
                        .with(Layer.MENTIONS, mentions)
                        .with(Layer.ATTRIBUTIONS, List.of(said)))
                .get(Layer.STATEMENTS)
                .get(0);
    }

    /** Of an actor whose id is these words. */
    private static Mention mention(String text, Span span) {
        return Mention.of(TestDocuments.document(text).id(), span, Optional.of(span.in(text)), MentionForm.NAME);
    }

    private static Span in(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    @Test
    void an_article_alone_is_nobody_unless_its_noun_is_a_mention() {
        String text = "the Union said that no camp remains";
        assertThat(source(text, "the", "the Union")).contains("the Union");
        assertThat(source("the pledge said that no camp remains", "the")).isEmpty();
    }

    @Test
    void nobody_tells_himself_or_the_owner_of_whom_he_tells() {
        assertThat(told("Lind told Orlan that no camp remains", "Orlan")).contains("Orlan");
        assertThat(told("Lind told Lind that no camp remains", "Lind")).isEmpty();
        assertThat(told("Lind told Orlan's aide that no camp remains", "Orlan")).isEmpty();
    }

    private static Optional<String> told(String text, String told) {
        Span second = new Span(text.lastIndexOf(told), text.lastIndexOf(told) + told.length());
        List<Mention> both = List.of(mention(text, in(text, "Lind")), mention(text, second));
        return statement(text, Readings.of(text), Optional.of("Lind"), "told", "that no camp remains", both)
                .addressee();
    }
}
