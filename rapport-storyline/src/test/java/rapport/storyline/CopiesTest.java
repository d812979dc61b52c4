package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Span;
import rapport.record.Time;

class CopiesTest {

    private static final String TOLD =
            "Ruritanian gunners shelled the old customs house at Tolm before dawn, witnesses in the town said.";
    private static final String OWN =
            "Shopkeepers along the quay swept up broken glass while the ferry stayed at its berth.";

    @Test
    void a_text_taken_over_comes_from_the_earlier_one() {
        Document first = document("b", 3, "Zenda Post", TOLD + " " + OWN);
        Document second = document("a", 4, "Kurier", TOLD + " " + OWN);

        assertThat(copies(first, second).originals()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void of_one_day_it_comes_from_the_outlet_that_others_name() {
        Document agency = document("b", 3, "Strelsau News Agency", TOLD + " " + OWN);
        Document paper =
                document("a", 3, "Kurier", TOLD + " " + OWN + " With reporting by the Strelsau News Agency, all day.");

        assertThat(copies(agency, paper).originals()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void a_sentence_taken_over_was_written_by_the_other_and_the_rest_was_not() {
        Document first = document("a", 3, "Zenda Post", TOLD);
        Document second = document("b", 4, "Kurier", TOLD + " " + OWN);
        Copies copies = copies(first, second);

        assertThat(copies.writer(second, new Span(0, TOLD.length()))).isEqualTo(first);
        assertThat(copies.writer(
                        second, new Span(TOLD.length() + 1, second.text().length())))
                .isEqualTo(second);
        assertThat(copies.writer(first, new Span(0, TOLD.length()))).isEqualTo(first);
        assertThat(copies.originals()).isEmpty();
    }

    @Test
    void the_same_act_in_other_words_is_no_copy() {
        Document first = document("a", 3, "Zenda Post", TOLD);
        Document second = document(
                "b",
                4,
                "Kurier",
                "The customs house at Tolm was hit by Ruritanian shells early on Tuesday, residents told us.");

        assertThat(copies(first, second)
                        .writer(second, new Span(0, second.text().length())))
                .isEqualTo(second);
    }

    @Test
    void a_few_words_in_common_are_no_copy() {
        Document first = document("a", 3, "Zenda Post", "The minister said on Monday that");
        Document second = document("b", 4, "Kurier", "The minister said on Monday that");

        assertThat(copies(first, second).originals()).isEmpty();
    }

    private static Copies copies(Document... documents) {
        return new Copies(List.of(documents), new Wording(), Setting.COPY.usual());
    }

    private static Document document(String id, int day, String outlet, String text) {
        return new Document(
                id,
                Optional.of(outlet),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.stated(LocalDate.of(2024, 1, day)),
                "en",
                text,
                Ids.sha256(text),
                id + ".txt");
    }
}
