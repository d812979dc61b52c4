package rapport.analysis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.ontology.Code;
import rapport.ontology.Context;
import rapport.ontology.Mode;

class ContextsTest {

    private static final Contexts SHIPPED = Contexts.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelled | The Ruritanian army shelled the ferry. | military",
                "sentenced | A court in Zenda sentenced the editor. | legal",
                "condemned | The embassy condemned the tariffs on timber. | economic diplomatic natural_resource",
                "detained | Police detained two asylum-seekers. | asylum",
                "met | They met. | ",
                "mine | They called the field mine. | ",
            })
    void words_near_the_act_tell_what_it_is_about(String trigger, String sentence, String contexts) {
        assertThat(Code.codes(SHIPPED.of(ModesTest.words(sentence, trigger), List.of())))
                .isEqualTo(contexts == null ? List.of() : List.of(contexts.split(" ")));
    }

    @Test
    void what_stands_far_off_does_not() {
        String sentence = "Graustark praised the choir, the cooks, the ushers and, last of all, the army.";
        assertThat(SHIPPED.of(ModesTest.words(sentence, "praised"), List.of())).isEmpty();
    }

    @Test
    void a_mode_may_tell_it() {
        assertThat(SHIPPED.of(ModesTest.words("They broke into it.", "broke"), List.of(Mode.CYBER)))
                .containsExactly(Context.CYBER);
    }

    @Test
    void all_words_of_a_phrase_must_stand_there() {
        Contexts contexts = new Contexts(List.of("economic: world bank, tariff*", "health: public health offic*"));
        assertThat(contexts.of(ModesTest.words("The World met the bank.", "met"), List.of()))
                .isEmpty();
        assertThat(contexts.of(ModesTest.words("They met the World Bank.", "met"), List.of()))
                .containsExactly(Context.ECONOMIC);
        assertThat(contexts.of(ModesTest.words("Public health officers met over tariffs.", "met"), List.of()))
                .containsExactly(Context.ECONOMIC, Context.HEALTH);
        assertThat(contexts.of(ModesTest.words("They met public health", "met"), List.of()))
                .isEmpty();
    }
}
