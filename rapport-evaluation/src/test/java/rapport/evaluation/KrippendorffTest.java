package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrippendorffTest {

    /** Four observers, twelve units, some missing: the example of "Computing Krippendorff's Alpha-Reliability" (2011). */
    @Test
    void isThatOfThePublishedExampleWithMissingValues() {
        assertThat(alpha("12332141 2...", "123322412 5.3", ".3332342 2 51.", "12332441 2 51."))
                .isCloseTo(0.743, within(0.0005));
    }

    /** Two observers, ten units: the first example there. */
    @Test
    void isThatOfThePublishedExampleOfTwoObservers() {
        assertThat(alpha("0100000010", "1110010000")).isCloseTo(0.095, within(0.0005));
    }

    @Test
    void isOneIfAllAgreeAndEmptyIfNothingDiffers() {
        assertThat(alpha("0101", "0101")).isEqualTo(1);
        assertThat(Krippendorff.alpha(List.of(List.of("a", "a"), List.of("a", "a"))))
                .isEmpty();
        assertThat(Krippendorff.alpha(List.of(List.of("a"), List.of("b")))).isEmpty();
        assertThat(Krippendorff.alpha(List.of())).isEmpty();
    }

    @Test
    void isBelowZeroIfCodersDifferMoreThanByChance() {
        assertThat(alpha("0011", "1100")).isNegative();
    }

    /** A row for each coder; a full stop stands for no value. */
    private static double alpha(String... coders) {
        List<List<String>> units = new ArrayList<>();
        for (int i = 0; i < coders[0].replace(" ", "").length(); i++) {
            List<String> unit = new ArrayList<>();
            for (String coder : coders) {
                char value = coder.replace(" ", "").charAt(i);
                if (value != '.') unit.add(String.valueOf(value));
            }
            units.add(unit);
        }
        return Krippendorff.alpha(units).orElseThrow();
    }
}
