package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rapport.actor.ActorDictionary;
import rapport.analysis.Articles;
import rapport.analysis.Shipped;
import rapport.analysis.StateWord;
import rapport.analysis.mention.NameStage;
import rapport.record.Span;

/** The model is given the same, whoever the states are. */
class StandInsTest {

    private static final NameStage NAMES = new NameStage(ActorDictionary.shipped());

    private static Model model;

    @BeforeAll
    static void load() {
        model = Model.shipped();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static WordPieces.Pieces read(String text) {
        Span whole = new Span(0, text.length());
        List<StateWord> states = NAMES.states(text, whole);
        return model.pieces().read(text, List.of(whole), StandIns.of(text, states));
    }

    private static void assertReadAlike(String one, String other) {
        assertThat(read(one).ids()).as(other).isEqualTo(read(other).ids());
        assertThat(read(one).cases()).as(other).isEqualTo(read(other).cases());
    }

    @Test
    void two_states_exchanged_are_read_alike() {
        assertReadAlike(
                "Iran warned Mali that Iranian jets would return if Bamako kept two Iranians.",
                "Mali warned Iran that Malian jets would return if Tehran kept two Malians.");
    }

    @Test
    void so_are_states_with_and_without_an_article() {
        assertReadAlike(
                "Envoys of the United States met an Iraqi minister.", "Envoys of Iraq met an American minister.");
        assertReadAlike("A Chilean ship left the Netherlands.", "An Omani ship left Norway.");
    }

    @Test
    void who_is_in_it_matters_where_they_are_two_and_not_one() {
        assertThat(read("Chad praised Chad.").ids())
                .isNotEqualTo(read("Chad praised Togo.").ids());
    }

    @Test
    void a_headline_stays_one() {
        assertReadAlike("CHAD WARNS TOGO", "TOGO WARNS CHAD");
        assertThat(read("CHAD WARNS TOGO").cases())
                .isNotEqualTo(read("Chad warns Togo").cases());
    }

    @Test
    void words_are_still_those_of_the_text() {
        String text = "Then the United States praised Chad’s envoy.";
        assertThat(read(text).words().stream().map(word -> word.in(text)))
                .containsExactly("Then", "the United States", "praised", "Chad", "’", "s", "envoy", ".");
    }

    @Test
    void more_states_than_there_are_stand_ins_keep_their_names() {
        StringBuilder text = new StringBuilder("They are");
        ActorDictionary.shipped().all().stream()
                .filter(actor -> actor.kind() == rapport.ontology.ActorKind.STATE
                        && actor.name().matches("[A-Z][a-z]+"))
                .filter(actor -> ActorDictionary.shipped().named(actor.name()).size() == 1)
                .limit(40)
                .forEach(state -> text.append(' ').append(state.name()).append(','));
        assertThat(read(text.toString()).words()).hasSize(2 + 2 * 40);
    }

    @Test
    void each_state_of_the_table_has_four_words_of_its_own_and_wants_no_an() {
        List<List<String>> rows = Shipped.lines(StandIns.class, "stand-ins.tsv").stream()
                .map(line -> List.of(line.split("\t")))
                .toList();

        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(4));
        assertThat(rows.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        assertThat(rows.stream().flatMap(row -> row.subList(0, 3).stream())).noneMatch(Articles::isVowel);
    }
}
