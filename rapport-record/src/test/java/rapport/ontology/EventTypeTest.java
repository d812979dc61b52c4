package rapport.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void scores_an_act_by_its_modes() {
        assertThat(EventType.ASSAULT.score(List.of())).isEqualTo(-9.0);
        assertThat(EventType.ASSAULT.score(List.of(Mode.BEAT))).isEqualTo(-7.5);
        assertThat(EventType.ASSAULT.score(List.of(Mode.BEAT, Mode.DRONE))).isEqualTo(-8.5);
        assertThat(EventType.REQUEST.score(List.of(Mode.ASSIST))).isEqualTo(0.5);
    }

    @Test
    void one_mode_may_belong_to_two_types_with_a_score_in_each() {
        assertThat(EventType.THREATEN.score(List.of(Mode.EXPEL))).isEqualTo(-3.5);
        assertThat(EventType.SANCTION.score(List.of(Mode.EXPEL))).isEqualTo(-5.5);
    }

    @Test
    void every_mode_is_of_some_type_and_keeps_its_side_of_the_scale() {
        Set<Mode> used = EnumSet.noneOf(Mode.class);
        for (EventType type : EventType.values()) {
            used.addAll(type.modes());
            if (type == EventType.REQUEST) continue; // scores 0, its modes a little to either side
            for (Mode mode : type.modes()) {
                assertThat(Math.signum(type.score(List.of(mode))))
                        .as("%s/%s", type, mode)
                        .isEqualTo(Math.signum(type.score()));
            }
        }
        assertThat(used).containsExactlyInAnyOrder(Mode.values());
    }
}
