package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void balances_precision_and_recall() {
        Counts counts = new Counts(3, 4, 6);

        assertThat(counts.precision()).isEqualTo(0.75);
        assertThat(counts.recall()).isEqualTo(0.5);
        assertThat(counts.f1()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void is_nothing_of_nothing() {
        assertThat(Counts.NONE.f1()).isZero();
        assertThat(Counts.NONE.precision()).isZero();
    }

    @Test
    void has_an_interval_that_holds_the_figure_and_is_the_same_each_time() {
        List<Counts> documents =
                List.of(new Counts(1, 2, 2), new Counts(2, 2, 3), new Counts(0, 1, 1), new Counts(3, 3, 3));
        Interval interval = interval(documents);

        double figure = documents.stream().reduce(Counts.NONE, Counts::plus).f1();
        assertThat(interval.low()).isLessThan(figure);
        assertThat(interval.high()).isGreaterThan(figure);
        assertThat(interval(documents)).isEqualTo(interval);
    }

    private static Interval interval(List<Counts> documents) {
        return Interval.of(
                documents,
                drawn -> drawn.stream().reduce(Counts.NONE, Counts::plus).f1());
    }
}
