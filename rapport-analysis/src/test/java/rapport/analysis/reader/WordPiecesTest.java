package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.analysis.reader.WordPieces.Case;
import rapport.record.Span;

class WordPiecesTest {

    private static String words(String text) {
        return String.join(
                "|",
                WordPieces.words(text, new Span(0, text.length())).stream()
                        .map(word -> word.in(text))
                        .toList());
    }

    @Test
    void makes_every_sign_a_word() {
        assertThat(words("Graustark’s envoy (62) said: “No.”")).isEqualTo("Graustark|’|s|envoy|(|62|)|said|:|“|No|.|”");
    }

    @Test
    void takes_typed_quotation_marks_as_one_sign() {
        assertThat(words("he said , ``we stay '' .")).isEqualTo("he|said|,|``|we|stay|''|.");
    }

    @Test
    void parts_words_at_a_no_break_space_and_keeps_other_scripts() {
        assertThat(words("Strelsau\u00a0urged Стрельсау 斯特")).isEqualTo("Strelsau|urged|Стрельсау|斯|特");
    }

    @Test
    void knows_how_a_word_is_written() {
        assertThat(WordPieces.caseOf("us")).isEqualTo(Case.LOWER);
        assertThat(WordPieces.caseOf("US")).isEqualTo(Case.CAPITALS);
        assertThat(WordPieces.caseOf("May")).isEqualTo(Case.CAPITAL);
        assertThat(WordPieces.caseOf("McRoe")).isEqualTo(Case.MIXED);
        assertThat(WordPieces.caseOf("2024")).isEqualTo(Case.NUMBER);
        assertThat(WordPieces.caseOf("—")).isEqualTo(Case.SIGN);
    }

    @Test
    void cuts_a_word_into_the_longest_pieces_of_the_vocabulary() {
        var pieces = new WordPieces(vocabulary("grau", "##stark", "##s", "grausta"));
        String text = "Graustark";

        var read = pieces.read(text, List.of(new Span(0, text.length())), Map.of());

        // "grausta" is longer than "grau", but "##rk" is not there: the longest first piece decides, and the word is
        // unknown
        assertThat(read.ids()).containsExactly(101, 100, 102);
        assertThat(new WordPieces(vocabulary("grau", "##stark"))
                        .read(text, List.of(new Span(0, text.length())), Map.of())
                        .ids())
                .containsExactly(101, 103, 104, 102);
    }

    @Test
    void marks_a_break_where_a_line_ends_between_sentences() {
        var pieces = new WordPieces(vocabulary("one", "two"));
        String text = "One\ntwo two";

        var read = pieces.read(text, List.of(new Span(0, 3), new Span(4, 7), new Span(8, 11)), Map.of());

        assertThat(read.ids()).containsExactly(101, 103, 102, 104, 104, 102);
        assertThat(read.cases())
                .containsExactly(
                        Case.OTHER.ordinal(),
                        Case.CAPITAL.ordinal(),
                        Case.BREAK.ordinal(),
                        Case.LOWER.ordinal(),
                        Case.LOWER.ordinal(),
                        Case.OTHER.ordinal());
        assertThat(read.first()).containsExactly(1, 3, 4);
    }

    @Test
    void folds_accents_and_case_whatever_the_language_of_the_machine() {
        var pieces = new WordPieces(vocabulary("izmir", "cafe"));
        String text = "IZMIR Café";

        assertThat(pieces.read(text, List.of(new Span(0, text.length())), Map.of())
                        .ids())
                .containsExactly(101, 103, 104, 102);
    }

    /** The first 103 entries stand for BERT's own: unused, unknown, begin and end. */
    private static List<String> vocabulary(String... own) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 103; i++) all.add("[" + i + "]");
        all.addAll(List.of(own));
        return all;
    }
}
