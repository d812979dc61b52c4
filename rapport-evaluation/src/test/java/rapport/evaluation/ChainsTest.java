package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final List<Set<String>> GOLD =
            List.of(Set.of("1", "2", "3", "4", "5"), Set.of("6", "7"), Set.of("8", "9", "a", "b", "c"));

    /** The example of Bagga and Baldwin (1998), figure 1: the two larger chains are put together. */
    @Test
    void theTextbookExample() {
        List<Set<String>> found = List.of(Set.of("1", "2", "3", "4", "5"), Set.of("6", "7", "8", "9", "a", "b", "c"));

        Chains.Tally tally = Chains.tally(GOLD, found);

        assertThat(tally.muc().precision()).isEqualTo(9.0 / 10, EXACT);
        assertThat(tally.muc().recall()).isEqualTo(1, EXACT);
        assertThat(tally.bCubed().precision()).isEqualTo((5 + 2 * 2.0 / 7 + 5 * 5.0 / 7) / 12, EXACT);
        assertThat(tally.bCubed().recall()).isEqualTo(1, EXACT);
        // chains 1 and 3 are assigned: 2 * 5 / 10 and 2 * 5 / 12
        assertThat(tally.ceafE().precision()).isEqualTo((1 + 10.0 / 12) / 2, EXACT);
        assertThat(tally.ceafE().recall()).isEqualTo((1 + 10.0 / 12) / 3, EXACT);
    }

    @Test
    void whatIsRightScoresOne() {
        assertThat(Chains.tally(GOLD, GOLD).conll()).isEqualTo(1, EXACT);
    }

    @Test
    void allAloneKeepsNoLink() {
        List<Set<String>> alone =
                GOLD.stream().flatMap(Set::stream).<Set<String>>map(Set::of).toList();

        Chains.Tally tally = Chains.tally(GOLD, alone);

        assertThat(tally.muc().f1()).isZero();
        assertThat(tally.bCubed().precision()).isEqualTo(1, EXACT);
        assertThat(tally.bCubed().recall()).isEqualTo(3.0 / 12, EXACT);
    }

    @Test
    void theLeastCostIsFound() {
        double[][] cost = {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}};

        assertThat(Chains.leastCost(cost)).isEqualTo(5, EXACT);
    }
}
