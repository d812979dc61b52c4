package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.record.Document;

class StorylinesTest {

    private static final List<Document> REPORTS = List.of(
            Reports.document(
                    "a1",
                    "Ferry strike halts Port Almadine\nDockers in Port Almadine stopped the island ferries on Monday."),
            Reports.document(
                    "a2",
                    "The strike of the dockers of Port Almadine went into its third day; no ferries sailed to the island."),
            Reports.document(
                    "b1", "Zembla's parliament in Onhava rejected the border treaty with Nova Zembla on Tuesday."),
            Reports.document(
                    "b2",
                    "After the vote of parliament against the border treaty, Nova Zembla recalled its envoy from Onhava."));

    @Test
    void reportsOfOneAffairBelongTogether() {
        assertThat(groups(REPORTS)).containsExactly(List.of("a1", "a2"), List.of("b1", "b2"));
    }

    @Test
    void theOrderInWhichTheyComeMakesNoDifference() {
        List<Document> turned = new ArrayList<>(REPORTS);
        Collections.reverse(turned);

        assertThat(groups(turned)).isEqualTo(groups(REPORTS));
    }

    @Test
    void aReportWithoutAWordStandsAlone() {
        assertThat(groups(List.of(Reports.document("a", "…"), Reports.document("b", "…"))))
                .containsExactly(List.of("a"), List.of("b"));
    }

    private static List<List<String>> groups(List<Document> documents) {
        return Storylines.of(documents, new Wording(), Setting.STORYLINE.usual()).stream()
                .map(group -> group.stream().map(Document::id).toList())
                .toList();
    }
}
