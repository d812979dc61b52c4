package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
import rapport.record.Coded;
import rapport.record.Dyad;

class DyadsTest {

    private static final Coded TOLD =
            Reports.told("1", "Ruritanian gunners shelled the customs house at Tolm.", "shelled", "rur.army", "gra");
    private static final Coded BEATEN =
            Reports.told("4", "Sentries kicked a Kravonian ferryman near Lind.", "kicked", "rur", "gra");
    private static final Coded CLAIMED = Reports.said(
            "2", "gra", "Graustark said that planes bombed its barracks at Zenda.", "bombed", "rur", "gra");
    private static final Coded DEMANDED = Reports.coded(
            "3",
            "Kravonia asked that somebody attack them.",
            "attack",
            "rur",
            "gra",
            Optional.of("kra"),
            Modality.DEMANDED,
            Optional.empty());

    private static List<Dyad> series(Set<String> actor, Set<String> recipient, Coded... reports) {
        List<Coded> all = List.of(reports);
        return new Dyads(all, Together.of(all)).series(actor, "rur", recipient, "gra", Period.MONTH, Selection.ALL);
    }

    @Test
    void whatIsOnlyClaimedNeverEntersWhatIsTold() {
        Dyad month = series(Set.of("rur", "rur.army"), Set.of("gra"), TOLD, CLAIMED, DEMANDED)
                .get(0);

        assertThat(month.told()).isEqualTo(new Dyad.Counts(0, 0, 0, 1));
        assertThat(month.claimed()).isEqualTo(new Dyad.Counts(0, 0, 0, 1));
        assertThat(month.goldsteinSum()).isEqualTo(-9);
        assertThat(month.goldsteinMean()).hasValue(-9);
        assertThat(month.parts()).isTrue();
    }

    @Test
    void howAnActIsDoneTellsHowMuchItCounts() {
        Dyad month = series(
                        Set.of("rur", "rur.army"),
                        Set.of("gra"),
                        Reports.inMode(TOLD, Mode.HEAVY_WEAPONS),
                        Reports.inMode(BEATEN, Mode.BEAT))
                .get(0);

        assertThat(month.goldsteinSum()).isEqualTo(-9.5 - 7.5);
        assertThat(month.goldsteinMean()).hasValue(-8.5);
    }

    @Test
    void whatHasNoDayLiesWhereItWasFirstTold() {
        Dyad month = series(Set.of("rur", "rur.army"), Set.of("gra"), TOLD).get(0);

        assertThat(month.period()).isEqualTo("2024-01");
        assertThat(month.undated()).isEqualTo(1);
        assertThat(month.documents()).isEqualTo(1);
    }

    @Test
    void allPairsAreCountedAtTheirTopmost() {
        List<Coded> all = List.of(TOLD, CLAIMED, DEMANDED);

        List<Dyad> dyads = new Dyads(all, Together.of(all)).all(Period.MONTH);

        assertThat(dyads).isEqualTo(series(Set.of("rur", "rur.army"), Set.of("gra"), TOLD, CLAIMED, DEMANDED));
    }

    @Test
    void whatBelongsToItCountsOnlyIfAskedFor() {
        assertThat(series(Set.of("rur"), Set.of("gra"), TOLD)).isEmpty();
    }

    @Test
    void theOtherDirectionIsAnotherSeries() {
        assertThat(series(Set.of("gra"), Set.of("rur", "rur.army"), TOLD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DAY, 2024-12-30", "WEEK, 2025-W01", "MONTH, 2024-12", "QUARTER, 2024-Q4"})
    void periodsHaveIsoNames(Period unit, String name) {
        assertThat(unit.name(unit.start(LocalDate.of(2024, 12, 30)))).isEqualTo(name);
    }
}
