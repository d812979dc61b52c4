package rapport.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.record.Document;
import rapport.record.Span;
import rapport.record.Time;

class SentenceStageTest {

    private final SentenceStage stage = new SentenceStage();

    @Test
    void keeps_a_closing_mark_that_stands_apart_with_its_sentence() {
        assertThat(sentences("`` They have left . \'\' He gave no day ."))
                .containsExactly("`` They have left . \'\'", "He gave no day .");
        assertThat(sentences("They have left . ” He gave no day ."))
                .containsExactly("They have left . ”", "He gave no day .");
        assertThat(sentences("They have left. \'\'He knows,\'\' Jan said."))
                .containsExactly("They have left.", "\'\'He knows,\'\' Jan said.");
    }

    @Test
    void leaves_out_the_space_between_sentences() {
        assertThat(sentences("Ruritania protested.  Graustark did not."))
                .containsExactly("Ruritania protested.", "Graustark did not.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lt. Gen. Rupert Hentzau met Gov. Rassendyll and Sen. Sapt.",
                "The U.S. Embassy in St. Petersburg and U.S. President Roe were silent.",
                "J. R. Roe and A. A. Bauer met Rudolf K. Elphberg and J.R. Tarlenheim.",
                "Resolution No. 4 was signed on Jan. 5 at 4 p.m. Tuesday.",
                "The talks, i.e. The Lake Talks vs. The Hill Talks, cost 3.5 million crowns.",
                "Graustark Steel Inc. President Flavia left, e.g. for Zenda.",
                "See https://strelsau.example/a.Html or strelsau.example for the text.",
                "He hesitated ... and then signed.",
                "Col.\u00a0Sapt of the T.T.P. fighters left.",
                "“Will it hold?” he asked.",
                "“Will it hold?” Rassendyll asked.",
                "The embassy (U.S. Consulate included) and Maj.-Gen. Sapt were at 5 a.m. GMT still closed.",
                "Lt. Gen. (Ret.) Hentzau spoke.",
                "U.S. And Ruritania Sign Pact On Border Posts",
                "Yahoo! and Graustark agreed.",
                "Brig. Gen. Sapt and the Rev. Tarlenheim, of St. Mary's, met at No. 10."
            })
    void does_not_break(String sentence) {
        assertThat(sentences(sentence)).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We will sign.”|The envoy left.",
                "‘We will sign.’|The envoy left.",
                "\"We will sign.\"|The envoy left.",
                "''We will sign.''|''We will not wait,'' he said.",
                "(It was signed.)|The envoy left.",
                "“We will sign.|We will keep it.|Nobody will stop us,” the envoy said.",
                "“Stop!”|The army moved.",
                "He lives in the U.S.|The army moved.",
                "Talks ended at 4 p.m.|Graustark protested.",
                "The list is long: crowns, salt, etc.|The army moved.",
                "It is plan B.|The army moved.",
                "He is older than I.|Graustark protested.",
                "It began in 2012.|300 people came.",
                "They agreed in Dec.|The army moved.",
                "It was over…|Nobody spoke.",
                "It was over...|Nobody spoke.",
                "Is it over?|Nobody knows!|We asked.",
                "It was “done.”|Graustark protested.",
                "“It is over.”|“It is not.”",
                "He said no.|The army moved.",
                "Graustark Steel Inc.|“We pay,” it said.",
                "احتج السفير؟|لم يحتج.",
                "抗议。|没有。"
            })
    void breaks_at_the_bars(String text) {
        assertThat(sentences(text.replace("|", text.startsWith("抗") ? "" : " ")))
                .containsExactly(text.split("\\|"));
    }

    @Test
    void ends_a_sentence_with_its_line() {
        assertThat(sentences("Lake talks open\nEnvoys meet in Zenda\n\nThe talks opened.\nThey are long"))
                .containsExactly("Lake talks open", "Envoys meet in Zenda", "The talks opened.", "They are long");
    }

    @Test
    void reads_on_where_a_line_was_only_wrapped() {
        String text = """
                Lake talks open

                The envoys of Ruritania and Graustark met on Monday in the lake town of
                Zenda. They spoke about the border posts, which both sides want to close
                before the winter, and about the salt tax. The foreign minister of
                Ruritania said that nothing had been signed.

                They meet again in May.
                """;

        assertThat(sentences(text).stream().map(s -> s.replace('\n', ' ')))
                .containsExactly(
                        "Lake talks open",
                        "The envoys of Ruritania and Graustark met on Monday in the lake town of Zenda.",
                        "They spoke about the border posts, which both sides want to close before the winter, and about"
                                + " the salt tax.",
                        "The foreign minister of Ruritania said that nothing had been signed.",
                        "They meet again in May.");
    }

    @Test
    void leaves_out_furniture_and_ends_sentences_at_it() {
        String text = "Lake talks open\nBy Jane Roe\nSTRELSAU (Agency) - The talks opened.";
        List<Span> furniture = List.of(new Span(16, 27), new Span(28, 47));
        var annotated = AnnotatedDocument.of(document(text)).with(Layer.FURNITURE, furniture);

        assertThat(stage.apply(annotated).get(Layer.SENTENCES).stream().map(s -> s.in(text)))
                .containsExactly("Lake talks open", "The talks opened.");
    }

    @Test
    void leaves_out_furniture_that_runs_over_several_lines() {
        String text = "One line.\nA\nB\nAnother line.";
        var annotated = AnnotatedDocument.of(document(text)).with(Layer.FURNITURE, List.of(new Span(10, 13)));

        assertThat(stage.apply(annotated).get(Layer.SENTENCES).stream().map(s -> s.in(text)))
                .containsExactly("One line.", "Another line.");
    }

    @Test
    void finds_no_sentence_where_nothing_is_said() {
        assertThat(sentences("")).isEmpty();
        assertThat(sentences(" \n\n * * * \n —\u00a0\n")).isEmpty();
    }

    @Test
    void cuts_a_long_sentence_at_its_clauses() {
        String clause = "the envoys of both sides met again and again at the lake;";
        List<String> sentences = sentences((clause + " ").repeat(60).strip());

        assertThat(sentences).hasSizeGreaterThan(1).allMatch(s -> s.length() <= 1000 && s.endsWith(";"));
    }

    @Test
    void cuts_a_text_without_full_stops() {
        String text = "border ".repeat(100_000);
        List<String> sentences = sentences(text);

        assertThat(sentences).hasSizeGreaterThan(600).allMatch(s -> s.length() <= 1500);
        assertThat(String.join(" ", sentences)).isEqualTo(text.strip());
    }

    /** No clock is held against these: if time grew with the square of the length, each would keep the build for minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                ". ",
                "x.",
                "\"",
                ".)",
                "( ",
                "U.S. ",
                "?\" A ",
                "a\n",
                " \n",
                "\u00a0",
                "\ud83d\ude00",
                "\ud800",
                "A.\n\"",
                "ABC"
            })
    void cuts_the_same_marks_over_and_over(String part) {
        String text = part.repeat(600_000 / part.length());

        assertThat(sentences(text)).allMatch(s -> s.length() <= 1500);
    }

    @Test
    void does_not_cut_a_character_in_two() {
        assertThat(sentences("x" + "\ud835\udd04".repeat(3000)))
                .allMatch(s -> !Character.isHighSurrogate(s.charAt(s.length() - 1)));
    }

    /** A known miss, kept in sight. When this fails, the stage has improved: correct the test. */
    @Test
    void misses_an_abbreviation_at_the_end_before_a_name() {
        String text = "He lives in the U.S. Rassendyll does not.";

        assertThat(sentences(text)).containsExactly(text);
    }

    private List<String> sentences(String text) {
        return stage.apply(AnnotatedDocument.of(document(text))).get(Layer.SENTENCES).stream()
                .map(s -> s.in(text))
                .toList();
    }

    private static Document document(String text) {
        return new Document(
                "d1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.UNKNOWN,
                "en",
                text,
                "0",
                "a.txt");
    }
}
