package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 May 2025",
                "4 May, 2025",
                "4th May 2025",
                "the 4th of May 2025",
                "May 4, 2025",
                "May 4 2025",
                "MAY 4, 2025",
                "Sunday, May 4, 2025",
                "Sunday 4 May 2025",
                "Sun, 04 May 2025 10:00:00 GMT",
                "2025-05-04",
                "2025-05-04T23:30:00-05:00",
                "2025-05-04T00:10:00+12:45",
                "2025-05-04T23:30:00.123Z",
                "2025/05/04",
                "20250504",
                "20250504T101500Z",
                "4-May-2025"
            })
    void reads_the_day_as_it_is_written(String text) {
        assertThat(WrittenDay.parse(text)).contains(LocalDate.of(2025, 5, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26/05/2025",
                "05/26/2025",
                "26.05.2025",
                "26-05-2025",
                "26 Sept. 2025",
                "Sept. 26, 2025",
                "Jun 26, 2025"
            })
    void reads_numbers_that_can_be_but_one_day(String text) {
        assertThat(WrittenDay.parse(text).map(LocalDate::getDayOfMonth)).contains(26);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04/05/2025",
                "2025-02-30",
                "31 June 2025",
                "2025-05-04-17",
                "2025-05-0417",
                "2025/05/04/12",
                "4 May 20256",
                "v2025.05.04",
                "May 2025",
                "4 Mayor 2025",
                "1.2.3",
                "1746311400",
                "yesterday",
                "",
                "May 4"
            })
    void reads_no_day_where_none_is_certain(String text) {
        assertThat(WrittenDay.parse(text)).isEmpty();
    }

    @Test
    void finds_the_year_of_a_day_without_one() {
        assertThat(WrittenDay.at("May 4 (Agency)", 0).flatMap(day -> day.before(LocalDate.of(2025, 5, 6))))
                .contains(LocalDate.of(2025, 5, 4));
        assertThat(WrittenDay.at("31 Dec.", 0).flatMap(day -> day.before(LocalDate.of(2025, 1, 1))))
                .contains(LocalDate.of(2024, 12, 31));
        assertThat(WrittenDay.at("1 January", 0).flatMap(day -> day.before(LocalDate.of(2024, 12, 31))))
                .contains(LocalDate.of(2025, 1, 1));
        assertThat(WrittenDay.at("29 Feb.", 0).flatMap(day -> day.before(LocalDate.of(2023, 5, 1))))
                .isEmpty();
    }
}
