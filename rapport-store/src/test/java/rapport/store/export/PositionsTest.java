package rapport.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Test
    void are_the_same_as_long_as_no_character_takes_two_units() {
        Positions positions = new Positions("Ælfric, نص");

        assertThat(positions.codePointAt(9)).isEqualTo(9);
        assertThat(positions.unitAt(9)).isEqualTo(9);
        assertThat(positions.codePoints()).isEqualTo(10);
    }

    @Test
    void part_company_after_an_emoji() {
        Positions positions = new Positions("a🕊b🕊🕊c");

        assertThat(positions.codePoints()).isEqualTo(6);
        assertThat(positions.codePointAt(1)).isEqualTo(1);
        assertThat(positions.codePointAt(3)).isEqualTo(2);
        assertThat(positions.codePointAt(8)).isEqualTo(5);
        assertThat(positions.unitAt(1)).isEqualTo(1);
        assertThat(positions.unitAt(2)).isEqualTo(3);
        assertThat(positions.spanOf(5, 6).in(positions.text())).isEqualTo("c");
    }

    @Test
    void agree_with_counting_from_the_start() {
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.appendCodePoint(random.nextInt(3) == 0 ? 0x1F54A : random.nextInt(2) == 0 ? 'a' : 0x0634);
            }
            Positions positions = new Positions(text.toString());
            for (int point = 0; point <= positions.codePoints(); point++) {
                int unit = text.offsetByCodePoints(0, point);
                assertThat(positions.unitAt(point))
                        .as("repeat with -Drapport.seed=%d", seed)
                        .isEqualTo(unit);
                assertThat(positions.codePointAt(unit))
                        .as("repeat with -Drapport.seed=%d", seed)
                        .isEqualTo(point);
            }
        }
    }
}
