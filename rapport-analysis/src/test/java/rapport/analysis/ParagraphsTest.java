package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {

    @Test
    void takes_each_line_of_an_unwrapped_text_alone() {
        assertThat(paragraphs("Talks open\r\nEnvoys met.\n\n\nThey left.\r\n"))
                .containsExactly("Talks open", "Envoys met.", "They left.");
    }

    @Test
    void joins_lines_that_were_wrapped_and_keeps_short_last_lines_apart() {
        String text = """
                Border talks open
                The envoys of both countries met on Monday in the
                town of Zenda, where the last round had ended
                without a result.
                Rassendyll spoke for an hour and a half about the
                Salt tax that Graustark has put on the border and
                about the lake.
                """;

        assertThat(paragraphs(text).stream().map(p -> p.substring(0, p.indexOf(' '))))
                .containsExactly("Border", "The", "Rassendyll");
    }

    @Test
    void does_not_join_a_list_of_names() {
        String text = "Rudolf Rassendyll\nRupert of Hentzau\nFlavia Elphberg\nJohann Tarlenheim";

        assertThat(paragraphs(text)).hasSize(4);
    }

    @Test
    void starts_anew_at_an_indented_line() {
        String text =
                "  The envoys of both countries met on Monday\nin the town of Zenda and spoke for an hour or two\n"
                        + "  They left on Tuesday without having signed\nanything at all.";

        assertThat(paragraphs(text)).hasSize(2);
    }

    private static List<String> paragraphs(String text) {
        return Paragraphs.of(text).stream().map(span -> span.in(text)).toList();
    }
}
