package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(1, 120).boxed().toList();

    private static Query query(String page) {
        return Query.of("/reports", Map.of("outlet", List.of("Ælfric & Post"), "page", List.of(page)));
    }

    @Test
    void come_in_pages_of_fifty_that_lead_on() {
        Rows<Integer> second = Rows.of(NUMBERS, query("2"));

        assertThat(second.shown()).startsWith(51).endsWith(100).hasSize(50);
        assertThat(second.previous()).contains("/reports?outlet=%C3%86lfric+%26+Post&page=1");
        assertThat(second.next()).contains("/reports?outlet=%C3%86lfric+%26+Post&page=3");
        assertThat(Rows.of(NUMBERS, query("3")).next()).isEmpty();
    }

    @Test
    void end_with_the_last_page() {
        assertThatThrownBy(() -> Rows.of(NUMBERS, query("4")))
                .isInstanceOf(Declined.class)
                .hasMessage("\"page\": found 4, expected 1 to 3. Change the address.");
    }

    @Test
    void of_nothing_are_one_empty_page() {
        assertThat(Rows.of(List.of(), query("1")).last()).isZero();
    }
}
