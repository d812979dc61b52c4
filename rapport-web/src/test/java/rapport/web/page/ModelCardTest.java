package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.web.page.ModelCard.Manner;
import rapport.web.page.ModelCard.Words;

class ModelCardTest {

    @Test
    void reads_headings_paragraphs_points_and_tables() {
        ModelCard card = ModelCard.parse(
                "# Card\n\nOne **strong** `a*b*` line\nand *more*.\n\n- first\n- second\n  line\n\n| a | b |\n| --- | --- |\n| 1 | `2` |\n");

        assertThat(card.blocks())
                .containsExactly(
                        new ModelCard.Heading(1, List.of(plain("Card"))),
                        new ModelCard.Paragraph(List.of(
                                plain("One "),
                                new Words("strong", Manner.STRONG),
                                plain(" "),
                                new Words("a*b*", Manner.CODE),
                                plain(" line and "),
                                new Words("more", Manner.EMPHASIS),
                                plain("."))),
                        new ModelCard.Points(List.of(List.of(plain("first")), List.of(plain("second line")))),
                        new ModelCard.Table(
                                List.of(List.of(plain("a")), List.of(plain("b"))),
                                List.of(List.of(List.of(plain("1")), List.of(new Words("2", Manner.CODE))))));
    }

    @Test
    void the_shipped_card_has_its_figures_in_tables() {
        assertThat(ModelCard.shipped().blocks())
                .filteredOn(ModelCard.Table.class::isInstance)
                .hasSizeGreaterThan(1);
    }

    private static Words plain(String text) {
        return new Words(text, Manner.PLAIN);
    }
}
