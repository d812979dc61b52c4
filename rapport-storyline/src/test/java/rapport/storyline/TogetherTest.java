package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.Event;
import rapport.record.Version;

class TogetherTest {

    private static final Coded FIRST = Reports.told(
            "1", "Ruritanian gunners shelled the customs house at Tolm in Graustark.", "shelled", "rur.army", "gra");
    private static final Coded SECOND = Reports.told(
            "2", "Gunners of Ruritania had shelled Graustark's customs house at Tolm.", "shelled", "rur", "gra");
    private static final Coded OTHER = Reports.told(
            "3", "Gunners of Kravonia shelled a customs house at Tolm in Graustark.", "shelled", "kra", "gra");

    @Test
    void twoReportsOfOneActTellOneEvent() {
        Event event = only(FIRST, SECOND);

        assertThat(event.eventMentions()).containsExactly("e1", "e2");
        assertThat(event.actors()).containsExactly("rur.army");
        assertThat(event.outlets()).isEqualTo(2);
        assertThat(event.independent()).isEqualTo(2);
        assertThat(event.told()).isTrue();
        assertThat(event.mergedBecause()).singleElement().satisfies(join -> {
            assertThat(join.first()).isEqualTo("e2");
            assertThat(join.second()).isEqualTo("e1");
            assertThat(join.rule()).isEqualTo("sameTrigger");
        });
    }

    @Test
    void theActOfAnotherIsAnotherEvent() {
        assertThat(Together.of(List.of(FIRST, OTHER)).events()).hasSize(2);
    }

    @Test
    void anyOrderGivesTheSame() {
        List<Coded> turned = new ArrayList<>(List.of(FIRST, SECOND, OTHER));
        Together straight = Together.of(turned);
        Collections.reverse(turned);

        assertThat(Together.of(turned)).isEqualTo(straight);
    }

    @Test
    void whatOnlyItsVictimSaysIsClaimed() {
        Event event = only(Reports.said(
                "1", "gra", "Graustark said Ruritania shelled its customs house.", "shelled", "rur", "gra"));

        assertThat(event.told()).isFalse();
        assertThat(event.sources()).containsExactly("gra");
    }

    @Test
    void whatItsActorSaysItselfIsTold() {
        Event event = only(Reports.said(
                "1", "rur", "Ruritania said it had shelled the customs house.", "shelled", "rur.army", "gra"));

        assertThat(event.told()).isTrue();
    }

    @Test
    void aCopyIsNoSecondSource() {
        Coded copy = Reports.told(
                "2",
                "Ruritanian gunners shelled the customs house at Tolm in Graustark.",
                "shelled",
                "rur.army",
                "gra");

        Event event = only(FIRST, copy);

        assertThat(event.eventMentions()).hasSize(2);
        assertThat(event.outlets()).isEqualTo(1);
        assertThat(event.independent()).isEqualTo(1);
    }

    @Test
    void everyVersionOfATollStandsWithItsMentions() {
        Event event = only(
                toll("1", "Ruritanian gunners shelled the customs house at Tolm and killed 7 soldiers.", "7"),
                toll("2", "Ruritanian gunners shelled the customs house at Tolm and killed 12 soldiers.", "12"));

        assertThat(event.versions())
                .containsExactly(
                        new Version("quantities", "12 soldiers", List.of("e2")),
                        new Version("quantities", "7 soldiers", List.of("e1")));
    }

    @Test
    void aDenialIsTiedToWhatItDenies() {
        Coded denial = Reports.coded(
                "2",
                "Ruritania denied that its gunners shelled the customs house at Tolm in Graustark.",
                "shelled",
                "rur",
                "gra",
                Optional.of("rur"),
                Modality.DENIED,
                Optional.empty());

        Event event = only(FIRST, denial);

        assertThat(event.disputedBy()).containsExactly("rur");
        assertThat(event.modality()).isEqualTo(Modality.OCCURRED);
        assertThat(event.versions()).extracting(Version::value).containsExactly("affirmed", "denied");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Together.of(List.of())).isEqualTo(Together.EMPTY);
    }

    private static Coded toll(String id, String sentence, String number) {
        return Reports.coded(
                id, sentence, "shelled", "rur", "gra", Optional.empty(), Modality.OCCURRED, Optional.of(number));
    }

    private static Event only(Coded... reports) {
        List<Event> events = Together.of(List.of(reports)).events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
