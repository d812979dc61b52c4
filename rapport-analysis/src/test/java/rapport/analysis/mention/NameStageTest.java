package rapport.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.actor.ActorDictionary;

/** Which words stand for a state, and how. */
class NameStageTest {

    private static final ActorDictionary DICTIONARY = ActorDictionary.of(List.of(
            "id\tkind\tname\tnames\tdemonyms\tmetonyms",
            "rur\tstate\tRuritania\tUnited Ruritania | U.R.\tRuritanian | Ruritanians\tStrelsau",
            "gra\tstate\tGraustark\t\tGraustarkese\tEdelweiss",
            "free-rur\tarmedGroup\tFree Army of Ruritania\t\t\t",
            "rur.parliament\tgovernmentBody\tDiet of Ruritania\t\t\t",
            "co1\tstate\tWestern Zenda\tZenda\tZendan\t",
            "co2\tstate\tEastern Zenda\tZenda\tZendan\t"));

    private static List<String> words(String text) {
        NameStage names = new NameStage(DICTIONARY);
        return Texts.sentences(text).stream()
                .flatMap(sentence -> names.states(text, sentence).stream())
                .map(word -> word.span().in(text) + " " + word.state() + " "
                        + word.sort().name().toLowerCase(java.util.Locale.ROOT)
                        + (word.isShouted() ? " shouted" : ""))
                .toList();
    }

    @Test
    void names_adjectives_peoples_and_capitals() {
        assertThat(words("Ruritania said two Ruritanians had left the Ruritanian camp, and Strelsau’s envoy agreed."))
                .containsExactly(
                        "Ruritania rur name",
                        "Ruritanians rur people",
                        "Ruritanian rur adjective",
                        "Strelsau rur capital");
    }

    @Test
    void what_is_adjective_and_people_at_once_is_told_by_the_word_after_it() {
        assertThat(words("Two Graustarkese were freed from a Graustarkese prison."))
                .containsExactly("Graustarkese gra people", "Graustarkese gra adjective");
    }

    @Test
    void without_the_article() {
        assertThat(words("The United Ruritania spoke. The Ruritanians listened. The U.R. left."))
                .containsExactly("United Ruritania rur name", "Ruritanians rur people", "U.R. rur name");
    }

    @Test
    void in_compounds_and_in_the_names_of_its_own_bodies() {
        assertThat(words("The Ruritania-led front and the Diet of Ruritania met on the Ruritania-Graustark border."))
                .containsExactly(
                        "Ruritania rur name", "Ruritania rur name", "Ruritania rur name", "Graustark gra name");
    }

    @Test
    void not_in_the_name_of_somebody_else() {
        assertThat(words("The Free Army of Ruritania shelled a post.")).isEmpty();
        assertThat(words("Actor Michael Graustark arrived.")).isEmpty();
    }

    @Test
    void not_where_it_could_be_two() {
        assertThat(words("Zenda asked for help. Western Zenda did not.")).containsExactly("Western Zenda co1 name");
    }

    @Test
    void capitals_of_a_headline_are_kept_in_mind() {
        assertThat(words("RURITANIA WARNS GRAUSTARK"))
                .containsExactly("RURITANIA rur name shouted", "GRAUSTARK gra name shouted");
    }
}
