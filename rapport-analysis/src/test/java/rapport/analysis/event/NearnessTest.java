package rapport.analysis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.record.Span;

class NearnessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunners shelled the old town of Tolm on Sunday, killing a guard. | on Sunday     | killing  | shelled",
                "He left on Monday and told the press of it.                      | on Monday     | told     | left",
                "Ruritania condemned Thursday's raid on Tolm.                     | Thursday      | condemned | raid",
                "On Friday gunners shelled Tolm and stormed it.                   | On Friday     | stormed  | shelled",
                "He met her in Zenda before he accused them of theft.             | in Zenda      | accused  | met",
                "Envoys who had signed the pact in Zenda left.                    | in Zenda      | left     | signed",
            })
    void what_is_told_belongs_to_the_act_of_its_clause(String text, String told, String other, String act) {
        assertThat(nearest(text, told, Nearness.BEFORE_ACT, act, other)).isEqualTo(act);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They fired and six guards were killed. | six guards | fired  | killed",
                "They killed six guards and fled.       | six guards | fled   | killed",
            })
    void a_number_may_be_the_subject_of_its_act(String text, String told, String other, String act) {
        assertThat(nearest(text, told, Nearness.NUMBER_BEFORE_ACT, act, other)).isEqualTo(act);
    }

    @Test
    void a_year_that_names_a_thing_tells_of_no_other_act() {
        String text = "They upheld the 2014 law that bars them.";
        Nearness nearness = new Nearness(text, new Span(0, text.length()));
        assertThat(nearness.canTell(span(text, "2014"), span(text, "upheld"))).isFalse();
        assertThat(nearness.canTell(span(text, "2014"), span(text, "bars"))).isFalse();
        assertThat(nearness.canTell(span(text, "2014"), span(text, "law"))).isTrue();

        String other = "They attacked it in 2014 when they could.";
        Nearness near = new Nearness(other, new Span(0, other.length()));
        assertThat(near.canTell(span(other, "2014"), span(other, "attacked"))).isTrue();
    }

    private static String nearest(String text, String told, double beforeAct, String... acts) {
        int sentence = 3; // it begins within a text
        String whole = "A. " + text;
        Nearness nearness = new Nearness(whole, new Span(sentence, whole.length()));
        return Stream.of(acts)
                .min(Comparator.comparingDouble(
                        act -> nearness.distance(span(whole, told), span(whole, act), beforeAct)))
                .orElseThrow();
    }

    private static Span span(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }
}
