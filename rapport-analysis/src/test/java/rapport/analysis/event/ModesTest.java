package rapport.analysis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.Mode;
import rapport.record.Span;

class ModesTest {

    private static final Modes SHIPPED = Modes.shipped();

    @ParameterizedTest
    @CsvSource({
        "COERCE, arrested, Ruritanian police arrested two editors in Zenda., arrest",
        "COERCE, deported, Graustark deported 40 families., deport",
        "RETREAT, freed, The rebels freed nine hostages., release",
        "RETREAT, resigned, The minister of war resigned on Monday., resign",
        "ASSAULT, kidnapped, Gunmen kidnapped the bishop of Strelsau., abduct",
        "CONSULT, telephoned, The king telephoned the prime minister of Graustark., phone",
        "SANCTION, expelled, Graustark expelled three diplomats., expel",
        "PROTEST, went on strike, Dockers in Hofbau went on strike., strike",
        "THREATEN, threatened, The rebels threatened to kill the hostages., violence",
    })
    void the_mode_is_read_from_the_trigger_and_what_stands_around_it(
            EventType type, String trigger, String sentence, String mode) {
        assertThat(Code.codes(SHIPPED.of(type, words(sentence, trigger)))).containsExactly(mode);
    }

    @Test
    void where_no_word_tells_it_no_mode_is_said() {
        assertThat(SHIPPED.of(EventType.CONSULT, words("The two sides met.", "met")))
                .isEmpty();
    }

    @Test
    void a_type_without_modes_has_none() {
        for (EventType type : EventType.values()) {
            List<Mode> modes = SHIPPED.of(type, words("Police arrested and deported them.", "arrested"));
            assertThat(type.modes()).as("%s", type).containsAll(modes);
        }
    }

    /** The table gives each its weight; half the chance is needed, and having none weighs as much as nothing. */
    @Test
    void a_mode_needs_half_of_all_chance() {
        String others = "REJECT\tassist -9.0\tchange -9.0\tyield -9.0";
        Modes modes = new Modes(List.of(others, "4veto\tmeet 0.1", "<often\tmeet -0.2"));
        assertThat(modes.of(EventType.REJECT, words("Zenda vetoed it.", "vetoed")))
                .containsExactly(Mode.MEET);
        assertThat(modes.of(EventType.REJECT, words("Zenda often vetoed it.", "vetoed")))
                .isEmpty();
    }

    @Test
    void a_trigger_without_letters_has_no_mode() {
        assertThat(SHIPPED.of(EventType.ASSAULT, words("They — shot.", "—"))).isEmpty();
    }

    static TriggerWords words(String sentence, String trigger) {
        int start = sentence.indexOf(trigger);
        return TriggerWords.of(sentence, new Span(0, sentence.length()), new Span(start, start + trigger.length()));
    }
}
