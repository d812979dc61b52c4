package rapport.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void gives_exactly_the_quoted_words() {
        assertThat(new Span(4, 12).in("The envoys met.")).isEqualTo("envoys m");
    }

    @Test
    void leaves_out_white_space_at_its_ends() {
        assertThat(Span.ofStripped(" a b ", 0, 5)).contains(new Span(1, 4));
        assertThat(Span.ofStripped("   ", 0, 3)).isEmpty();
    }

    @Test
    void refuses_to_be_empty_or_to_run_backwards() {
        assertThatThrownBy(() -> new Span(3, 3)).hasMessageContaining("3, 3");
        assertThatThrownBy(() -> new Span(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touches_only_what_shares_a_character_with_it() {
        assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
        assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
    }
}
