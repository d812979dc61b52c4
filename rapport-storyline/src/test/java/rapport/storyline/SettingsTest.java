package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.record.Coded;
import rapport.record.Time;

class SettingsTest {

    private static final Coded FIRST = Reports.told(
            "1", "Ruritanian gunners shelled the customs house at Tolm in Graustark.", "shelled", "rur.army", "gra");
    private static final Coded SECOND = Reports.told(
            "2", "Gunners of Ruritania had shelled Graustark's customs house at Tolm.", "shelled", "rur", "gra");

    @Test
    void whoWantsToBeSurerPutsLessTogether() {
        assertThat(events(Settings.USUAL)).isEqualTo(1);
        assertThat(events(Settings.USUAL.with(Setting.CHANCE, 1))).isEqualTo(2);
    }

    @Test
    void whoAsksForMoreInCommonPutsLessTogether() {
        assertThat(events(Settings.USUAL.with(Setting.WORDING, 0.99))).isEqualTo(2);
    }

    @Test
    void daysMayLieAsFarApartAsIsSet() {
        List<Coded> reports = List.of(on("2024-01-08", FIRST), on("2024-01-10", SECOND));
        assertThat(events(reports, Settings.USUAL)).isEqualTo(2);
        assertThat(events(reports, Settings.USUAL.with(Setting.DAYS, 1))).isEqualTo(2);
        assertThat(events(reports, Settings.USUAL.with(Setting.DAYS, 2))).isEqualTo(1);
    }

    @Test
    void reportsThatAreNotAlikeEnoughAreOfTwoStorylines() {
        assertThat(together(List.of(FIRST, SECOND), Settings.USUAL).storylines())
                .hasSize(1);
        assertThat(together(List.of(FIRST, SECOND), Settings.USUAL.with(Setting.STORYLINE, 1))
                        .storylines())
                .hasSize(2);
    }

    @Test
    void aCopyHasAsMuchOfTheWordingAsIsSet() {
        String sentence =
                "Ruritanian gunners shelled the old customs house at Tolm in Graustark early on Tuesday morning";
        Coded original = Reports.told("1", sentence + " before the ferry left.", "shelled", "rur", "gra");
        Coded alike = Reports.told("2", sentence + " once more.", "shelled", "rur", "gra");

        assertThat(together(List.of(original, alike), Settings.USUAL).originals())
                .isEqualTo(Map.of("2", "1"));
        assertThat(together(List.of(original, alike), Settings.USUAL.with(Setting.COPY, 1))
                        .originals())
                .isEmpty();
    }

    @Test
    void whatIsSetToTheUsualValueIsUsual() {
        assertThat(Settings.USUAL.with(Setting.CHANCE, 0.6).with(Setting.CHANCE, 0.4))
                .isEqualTo(Settings.USUAL);
        assertThat(Settings.USUAL
                        .with(Setting.CHANCE, 0.6)
                        .with(Setting.DAYS, 3)
                        .written())
                .isEqualTo("chance 0.6, days 3");
    }

    @Test
    void valuesOutOfBoundsAreRefused() {
        for (double value : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Settings.USUAL.with(Setting.CHANCE, value))
                    .withMessage("found chance " + value + ", expected a number from 0 to 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.USUAL.with(Setting.DAYS, 1.5))
                .withMessage("found days 1.5, expected a whole number from 0 to 366");
    }

    private static Coded on(String day, Coded report) {
        return Reports.on(Time.stated(LocalDate.parse(day)), report);
    }

    private static int events(Settings settings) {
        return events(List.of(FIRST, SECOND), settings);
    }

    private static int events(List<Coded> reports, Settings settings) {
        return together(reports, settings).events().size();
    }

    private static Together together(List<Coded> reports, Settings settings) {
        return Together.of(reports, settings, Reviewed.NOTHING);
    }
}
