package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.record.Days;

class OfficeTimesTest {

    private static final OfficeTimes YEAR = new OfficeTimes(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    @Test
    void an_office_is_a_bar_from_its_first_day_to_its_last() {
        OfficeTimes.Bar bar =
                YEAR.bar(new Days(Optional.of(LocalDate.of(2024, 7, 1)), Optional.of(LocalDate.of(2024, 12, 31))));

        assertThat(bar.x()).isCloseTo(OfficeTimes.WIDTH / 2.0, within(1.0));
        assertThat(bar.x() + bar.width()).isCloseTo(OfficeTimes.WIDTH, within(1e-6));
        assertThat(bar.isOpen()).isFalse();
    }

    @Test
    void where_no_day_is_known_the_bar_is_open_and_reaches_the_edge() {
        OfficeTimes.Bar since = YEAR.bar(new Days(Optional.of(LocalDate.of(2024, 7, 1)), Optional.empty()));
        OfficeTimes.Bar always = YEAR.bar(Days.ALWAYS);

        assertThat(since.isOpen()).isTrue();
        assertThat(since.x() + since.width()).isCloseTo(OfficeTimes.WIDTH, within(1e-6));
        assertThat(always.x()).isZero();
        assertThat(always.width()).isCloseTo(OfficeTimes.WIDTH, within(1e-6));
    }
}
