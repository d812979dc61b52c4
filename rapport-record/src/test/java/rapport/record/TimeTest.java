package rapport.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.ontology.Basis;

class TimeTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 14);

    @Test
    void is_a_day_only_if_both_ends_are_the_same() {
        assertThat(Time.stated(DAY).day()).contains(DAY);
        assertThat(Time.of(DAY, DAY.plusDays(2), Basis.STATED, new Span(0, 1)).day())
                .isEmpty();
        assertThat(Time.UNKNOWN.day()).isEmpty();
    }

    @Test
    void may_have_an_open_end() {
        Time by = new Time(Optional.empty(), Optional.of(DAY), Basis.RESOLVED, List.of(), Optional.empty());

        assertThat(by.isUnknown()).isFalse();
        assertThat(by.day()).isEmpty();
    }

    @Test
    void cannot_be_known_without_an_end_nor_end_before_it_begins() {
        assertThatThrownBy(
                        () -> new Time(Optional.empty(), Optional.empty(), Basis.STATED, List.of(), Optional.empty()))
                .hasMessageContaining("unknown exactly if");
        assertThatThrownBy(() -> Time.of(DAY, DAY.minusDays(1), Basis.STATED, new Span(0, 1)))
                .hasMessageContaining("before the first");
    }
}
