package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.ontology.CommitmentState;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Commitment.Step;

class LedgerTest {

    private static Coded shelling(String id, String sentence, Modality modality, String source) {
        return Reports.coded(
                id,
                sentence,
                "shell",
                "rur",
                "kra",
                Optional.of(source).filter(s -> !s.isEmpty()),
                modality,
                Optional.empty());
    }

    @Test
    void aDemandBindsNobody() {
        Commitment line = only(
                shelling("1", "Graustark demands that Ruritania shell the Kravonian camps.", Modality.DEMANDED, "gra"));

        assertThat(line.state()).isEqualTo(CommitmentState.DEMANDED);
        assertThat(line.obligor()).isEqualTo("rur");
        assertThat(line.beneficiary()).contains("gra");
        assertThat(line.content()).isEqualTo("shell the Kravonian camps");
        assertThat(line.demands()).containsExactly("e1");
    }

    @Test
    void theHistorySaysWhatMovedTheLine() {
        Commitment line = only(
                shelling("1", "Graustark demands that Ruritania shell the Kravonian camps.", Modality.DEMANDED, "gra"),
                shelling("2", "Ruritania promised to shell the Kravonian camps.", Modality.PROMISED, "rur"),
                shelling("3", "Ruritania says it did shell the Kravonian camps.", Modality.OCCURRED, "rur"),
                shelling("4", "Gunners did shell the Kravonian camps on Monday.", Modality.OCCURRED, ""));

        assertThat(line.history())
                .extracting(Step::state)
                .containsExactly(
                        CommitmentState.DEMANDED,
                        CommitmentState.ASSURED,
                        CommitmentState.CLAIMED,
                        CommitmentState.REPORTED);
        assertThat(line.history())
                .extracting(Step::because)
                .containsExactly(List.of("e1"), List.of("e2"), List.of("e3"), List.of("e4"));
        assertThat(line.acts()).containsExactly("e3", "e4");
    }

    @Test
    void anActOfAnotherKindIsNoFulfilment() {
        Commitment line = only(
                shelling("1", "Ruritania promised to shell the Kravonian camps.", Modality.PROMISED, "rur"),
                Reports.told("2", "Zembla's fishermen shell prawns at Onhava.", "shell", "kra", "gra"));

        assertThat(line.state()).isEqualTo(CommitmentState.ASSURED);
    }

    @Test
    void anActThatNobodyDemandedOpensNoLine() {
        assertThat(Together.of(List.of(Reports.told("1", "Gunners shell the camps.", "shell", "rur", "kra")))
                        .ledger())
                .isEmpty();
    }

    /** The rules of the record format, one a line. */
    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, 0, 0, DEMANDED",
        "false, true, false, false, 0, 0, REFUSED",
        "true, false, false, false, 0, 0, ASSURED",
        "true, false, true, false, 0, 0, CLAIMED",
        "true, false, true, false, 1, 0, REPORTED",
        "true, false, false, false, 2, 0, CORROBORATED",
        "true, false, true, false, 0, 1, CONTRADICTED",
        "true, false, false, false, 1, 1, CONTESTED",
        "true, false, false, false, 0, 2, BROKEN",
        "true, false, false, true, 2, 0, BROKEN",
        "false, false, false, true, 0, 1, DEMANDED"
    })
    void statesFollowWhoSaysWhat(
            boolean assured,
            boolean refused,
            boolean claimed,
            boolean confessed,
            int keeping,
            int breaking,
            CommitmentState state) {
        assertThat(Ledger.state(assured, refused, claimed, confessed, keeping, breaking))
                .isEqualTo(state);
    }

    private static Commitment only(Coded... reports) {
        List<Commitment> ledger = Together.of(List.of(reports)).ledger();
        assertThat(ledger).hasSize(1);
        return ledger.get(0);
    }
}
