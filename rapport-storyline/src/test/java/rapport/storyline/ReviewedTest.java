package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rapport.record.Coded;
import rapport.record.Event;
import rapport.record.Join;

class ReviewedTest {

    private static final Coded FIRST = Reports.told(
            "1", "Ruritanian gunners shelled the customs house at Tolm in Graustark.", "shelled", "rur.army", "gra");
    private static final Coded SECOND = Reports.told(
            "2", "Gunners of Ruritania had shelled Graustark's customs house at Tolm.", "shelled", "rur", "gra");
    private static final Coded OTHER =
            Reports.told("3", "A storm of words about fishing boats broke over Kravonia.", "broke", "kra", "gra");

    @Test
    void whatIsSplitIsNeverJoined() {
        assertThat(groups(Set.of(), Set.of(pair("e2", "e1"))))
                .containsExactlyInAnyOrder(List.of("e1"), List.of("e2"), List.of("e3"));
    }

    @Test
    void whatIsJoinedIsAlwaysOneEventAndTheJoinSaysWhy() {
        List<Event> events = Together.of(
                        List.of(FIRST, SECOND, OTHER), Settings.USUAL, new Reviewed(Set.of(pair("e1", "e3")), Set.of()))
                .events();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.eventMentions()).containsExactlyInAnyOrder("e1", "e2", "e3");
            assertThat(event.mergedBecause())
                    .contains(new Join("e3", "e1", Reviewed.RULE, 1))
                    .extracting(Join::rule)
                    .contains("sameTrigger");
        });
    }

    @Test
    void aJoinThatTheProgramMadeTooIsTheReviewersNow() {
        List<Event> events = Together.of(
                        List.of(FIRST, SECOND), Settings.USUAL, new Reviewed(Set.of(pair("e1", "e2")), Set.of()))
                .events();

        assertThat(events.get(0).mergedBecause()).containsExactly(new Join("e2", "e1", Reviewed.RULE, 1));
    }

    @Test
    void whoIsSplitFromOneSideOfAJoinStaysBehind() {
        assertThat(groups(Set.of(pair("e1", "e3")), Set.of(pair("e2", "e3"))))
                .containsExactlyInAnyOrder(List.of("e1", "e3"), List.of("e2"));
    }

    @Test
    void whereJoinsLeadToWhatIsSplitTheSplitHolds() {
        assertThat(groups(Set.of(pair("e1", "e3"), pair("e2", "e3")), Set.of(pair("e1", "e2"))))
                .containsExactlyInAnyOrder(List.of("e1"), List.of("e2"), List.of("e3"));
    }

    private static Reviewed.Pair pair(String one, String other) {
        return new Reviewed.Pair(one, other);
    }

    private static List<List<String>> groups(Set<Reviewed.Pair> joined, Set<Reviewed.Pair> split) {
        return Together.of(List.of(FIRST, SECOND, OTHER), Settings.USUAL, new Reviewed(joined, split)).events().stream()
                .map(event -> event.eventMentions().stream().sorted().toList())
                .toList();
    }
}
