package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.record.Span;

class MarksTest {

    @Test
    void a_bracket_that_opens_in_the_span_is_closed() {
        assertThat(closed("the Zenda Liberation Front (ZLF) left", "the Zenda Liberation Front (ZLF"))
                .isEqualTo("the Zenda Liberation Front (ZLF)");
    }

    @Test
    void a_quotation_mark_that_opens_in_the_span_is_closed() {
        assertThat(closed("\"The Lanterns\" struck", "\"The Lanterns")).isEqualTo("\"The Lanterns\"");
        assertThat(closed("“The Lanterns” struck", "“The Lanterns")).isEqualTo("“The Lanterns”");
    }

    @Test
    void a_quotation_mark_that_closes_in_the_span_is_opened() {
        assertThat(closed("he said “we stay” twice", "we stay”")).isEqualTo("“we stay”");
        assertThat(closed("he said \"we stay\" twice", "we stay\"")).isEqualTo("\"we stay\"");
    }

    @Test
    void marks_stand_off_by_a_space_in_text_that_was_cut_into_tokens() {
        assertThat(closed("he said `` we stay '' twice", "`` we stay")).isEqualTo("`` we stay ''");
    }

    @Test
    void a_span_whose_marks_are_whole_stays_as_it_is() {
        assertThat(closed("“we stay”, he said (twice)", "“we stay”")).isEqualTo("“we stay”");
        assertThat(closed("the Front (ZLF) left (early)", "the Front")).isEqualTo("the Front");
    }

    @Test
    void a_mark_whose_partner_is_far_off_stays_alone() {
        assertThat(closed("“We stay,” he said, “and we fight.”", "“We")).isEqualTo("“We");
    }

    @Test
    void stops_at_the_end_are_left_out() {
        String text = "Colonel Rost, commander of the guard, left";
        Span span = new Span(0, text.indexOf(" left"));

        assertThat(Marks.withoutStop(text, span).in(text)).isEqualTo("Colonel Rost, commander of the guard");
    }

    @Test
    void a_quotation_is_open_up_to_its_closing_mark_whatever_marks_are_used() {
        for (String text : List.of(
                "He came. “We stay,” he said",
                "He came. \"We stay,” he said",
                "He came. ''We stay,'' he said",
                "«We stay», he said")) {
            assertThat(Marks.isQuoted(text, text.indexOf("stay"))).as(text).isTrue();
            assertThat(Marks.isQuoted(text, text.indexOf("he said"))).as(text).isFalse();
        }
        String nextParagraph = "“We stay, and\nhe left";
        assertThat(Marks.isQuoted(nextParagraph, nextParagraph.indexOf("he"))).isFalse();
    }

    private static String closed(String text, String words) {
        int start = text.indexOf(words);
        return Marks.closed(text, new Span(start, start + words.length())).in(text);
    }
}
