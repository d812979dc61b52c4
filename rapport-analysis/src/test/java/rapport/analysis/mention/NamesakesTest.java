package rapport.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rapport.actor.ActorDictionary;
import rapport.analysis.Layer;
import rapport.record.Span;

/** Whom short forms of names mean, where several have the name or none that is known. */
class NamesakesTest {

    private static final ActorDictionary DICTIONARY = ActorDictionary.of(List.of(
            "id\tkind\tname\tnames\tdemonyms\tmetonyms\tcountry\tpartOf\toffices",
            "rur\tstate\tRuritania\t\tRuritanian | Ruritanians\tStrelsau",
            "gra\tstate\tGraustark\t\tGraustarkian | Graustarkians\tEdelweiss",
            "rur.parliament\tgovernmentBody\tCongress of Ruritania\tCongress\t\t\t\trur",
            "harvest\tparty\tHarvest Party\t\t\t\tRUR",
            "eva-lind\tperson\tEva Lind\tLind\t\t\tRUR",
            "otto-lind\tperson\tOtto Lind\tLind\t\t\tRUR",
            "sarah-rost\tperson\tSarah Rost\t\t\t\tRUR",
            "karl-rost\tperson\tKarl Rost\t\t\t\tRUR"));

    @Test
    void a_family_name_is_whom_the_document_names_in_full_though_others_are_known_by_it() {
        assertThat(linked("[name:Eva Lind] won. [name:Lind] smiled.")).containsExactly("eva-lind", "eva-lind");
        assertThat(linked("[name:Karl Rost] won. [name:Rost] smiled.")).containsExactly("karl-rost", "karl-rost");
    }

    @Test
    void without_a_full_name_a_family_name_of_several_is_nobodys() {
        assertThat(linked("[name:Lind] smiled.")).containsExactly("-");
    }

    @Test
    void mr_and_mrs_are_told_apart_by_title_and_given_name() {
        assertThat(linked("[name:Eva Lind] and [name:Otto Lind] won. [name:Mrs. Lind] smiled. [name:Mr Lind] did not."))
                .containsExactly("eva-lind", "otto-lind", "eva-lind", "otto-lind");
    }

    @Test
    void a_mrs_of_whom_only_the_husband_is_named_is_not_he() {
        assertThat(linked("[name:Karl Rost] won. [name:Mrs. Rost] smiled.")).doesNotHaveDuplicates();
    }

    @Test
    void of_two_the_family_name_means_the_one_who_went_by_it_first() {
        assertThat(linked("[name:Eva Lind] won. [name:Lind] smiled. [name:Otto Lind] waited. [name:Lind] left."))
                .containsExactly("eva-lind", "eva-lind", "otto-lind", "eva-lind");
        assertThat(linked("[name:Eva Lind] won. [name:Otto Lind] waited. [name:Lind] left."))
                .containsExactly("eva-lind", "otto-lind", "-");
    }

    @Test
    void a_state_is_itself_unless_a_person_surely_has_its_name() {
        assertThat(linked("[name:South Ruritania] froze. [name:Ruritania] waited."))
                .element(1)
                .isEqualTo("rur");
        assertThat(linked("[name:General Vank Ruritania] froze. [name:Ruritania] waited."))
                .element(1)
                .isEqualTo("-");
    }

    @Test
    void she_is_not_a_man_however_likely_the_link() {
        assertThat(linked("[name:Karl Rost] won, and [pro:she] smiled.", always(0.9)))
                .containsExactly("karl-rost", "-");
        assertThat(linked("[name:Karl Rost] won, and [pro:he] smiled.", always(0.9)))
                .containsExactly("karl-rost", "karl-rost");
        assertThat(linked("[name:Ms Vank] won, and [pro:he] smiled.", always(0.9)))
                .element(1)
                .isEqualTo("-");
    }

    @Test
    void a_party_or_a_role_before_a_known_name_is_no_part_of_it() {
        assertThat(linked("[name:Republican Karl Rost] won against [name:Rival Eva Lind]."))
                .containsExactly("karl-rost", "eva-lind");
    }

    @Test
    void what_is_told_of_a_person_behind_the_name_is_no_part_of_it() {
        List<String> ids = linked(
                "[name:Peter Vank, a potter in Zenda,] sang. [name:Vank] smiled. [name:Peter Vank, 39, of Zenda] left. [name:Peter Vank of the Zenda Choir] wept.");
        assertThat(ids).hasSize(4).doesNotContain("-");
        assertThat(new TreeSet<>(ids)).hasSize(1);
    }

    @Test
    void a_given_name_and_its_short_form_are_one_person_s() {
        List<String> ids = linked("[name:Kenneth Vank] sang. [name:Ken Vank] smiled. [name:Vank] left.");
        assertThat(new TreeSet<>(ids)).hasSize(1).doesNotContain("-");
        assertThat(linked("[name:Paul Vank] sang. [name:Paula Vank] smiled.")).doesNotHaveDuplicates();
    }

    @Test
    void a_given_name_alone_is_the_one_who_is_named_in_full() {
        assertThat(linked("[name:Karl Rost] won. [name:Karl] smiled.")).containsExactly("karl-rost", "karl-rost");
        assertThat(linked("[name:Karl Rost] met [name:Karl Vank]. [name:Karl] smiled."))
                .element(2)
                .isNotIn("karl-rost");
    }

    @Test
    void a_party_is_also_called_by_its_name_alone_where_its_state_is_in_the_text() {
        assertThat(linked("[name:Ruritania] waited. [dem:Harvest] candidates lost. [name:Harvest] men sang."))
                .containsExactly("rur", "harvest", "harvest");
        assertThat(linked("[name:Harvest] candidates lost.")).doesNotContain("harvest");
    }

    @Test
    void whose_campaign_or_company_it_is_is_not_that() {
        List<String> ids = linked("[name:the Vank campaign] began. [name:Vank] left. [name:Vank's Bank] fell.");
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void letters_that_nobody_explains_mean_the_organisation_that_they_spell() {
        List<String> ids =
                linked("[name:The Hentzau Security Forces] struck. [name:The HSF] fled. [name:The HBF] too.");
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        List<String> withState = linked("[name:The Ruritanian Salt Board] met. [name:The SB] agreed.");
        assertThat(withState.get(1)).isEqualTo(withState.get(0));
    }

    @Test
    void a_ministry_in_a_capital_is_that_state_s() {
        assertThat(linked("[name:the Foreign Ministry in Strelsau] and [desc:the Defence Ministry in Edelweiss] met."))
                .containsExactly("rur.foreign", "gra.defence");
        assertThat(linked("[desc:a military spokesman in Strelsau] spoke."))
                .doesNotContain("rur.military-spokesperson");
    }

    @Test
    void the_people_as_a_party_are_their_state_whatever_the_reader_calls_them() {
        assertThat(linked("[name:The Ruritanians] agreed.")).containsExactly("rur");
        assertThat(linked("[name:Ruritanians] agreed.")).doesNotContain("rur");
    }

    @Test
    void an_ordinary_word_is_a_body_if_only_its_state_s_bodies_are_in_the_text() {
        assertThat(linked("[name:Ruritanian Foreign Minister Vank] warned [name:Graustark]. [name:Congress] agreed."))
                .element(2)
                .isEqualTo("rur.parliament");
        assertThat(linked("[name:The Ruritanian army] met [name:the Graustarkian army]. [name:Congress] agreed."))
                .element(2)
                .isEqualTo("-");
    }

    @Test
    void who_is_whom_the_words_right_before_it_name() {
        assertThat(linked("[name:Karl Rost] met [name:Eva Lind], [pro:who] smiled."))
                .containsExactly("karl-rost", "eva-lind", "eva-lind");
        assertThat(linked("[name:Karl Rost] and [name:Eva Lind], [pro:who] smiled."))
                .containsExactly("karl-rost", "eva-lind", "-");
    }

    @Test
    void whoever_is_known_in_full_is_found_behind_a_title_that_nobody_knows() {
        assertThat(linked("[name:Billionaire Eva Lind] won. [name:Eva Lind] smiled. [name:Lind] left."))
                .containsExactly("eva-lind", "eva-lind", "eva-lind");
        assertThat(linked("[desc:a spokesman for Eva Lind] smiled.")).doesNotContain("eva-lind");
    }

    @Test
    void whoever_is_known_in_full_is_no_one_else_whose_name_ends_so() {
        assertThat(linked("[name:Maria Eva Lind] won. [name:Eva Lind] smiled."))
                .doesNotHaveDuplicates()
                .contains("eva-lind");
    }

    @Test
    void a_province_is_no_state() {
        assertThat(linked("[name:Ruritania] won. [desc:The province] froze.", always(1)))
                .first()
                .isEqualTo("rur");
        assertThat(linked("[name:Ruritania] won. [desc:The province] froze.", always(1))
                        .get(1))
                .isNotEqualTo("rur");
    }

    @Test
    void a_given_name_ends_a_title_that_nobody_knows() {
        assertThat(linked("[name:Zenda Times Editor Maria Vank] wrote. [name:Maria Vank] left. [name:Vank] smiled."))
                .doesNotContain("-")
                .containsOnly(linked("[name:Maria Vank] wrote.").get(0));
        assertThat(linked("[name:analysts at the bank Vank Partners] waited. [name:Vank Partners] won."))
                .doesNotHaveDuplicates();
    }

    @Test
    void he_at_the_head_of_a_passage_is_who_was_spoken_for_last() {
        String before = "[name:Sarah Rost] left. [name:Karl Rost] said no.\n";
        assertThat(linked(before + "[pro:He] added that.", spokenFor("Karl Rost"))
                        .get(2))
                .isEqualTo("karl-rost");
        assertThat(linked(before + "[pro:She] added that.", spokenFor("Karl Rost"))
                        .get(2))
                .isEqualTo("-");
        assertThat(linked(before + "[name:Otto Lind] came. [pro:He] added.", spokenFor("Karl Rost"))
                        .get(3))
                .isEqualTo("-");
    }

    /** In the passage before, and nothing else. */
    private static Links spokenFor(String name) {
        int start = "Sarah Rost left. ".length();
        return new Links() {
            @Override
            public double chance(Found later, Found earlier) {
                return 0;
            }

            @Override
            public Optional<Span> speakerOf(Found quoted) {
                return Optional.empty();
            }

            @Override
            public List<Span> sourcesBefore(Found later) {
                return List.of(new Span(start, start + name.length()));
            }
        };
    }

    private static List<String> linked(String marked) {
        return linked(marked, Links.NONE);
    }

    /** Ids in order of the mentions; "-" for nobody. */
    private static List<String> linked(String marked, Links links) {
        return Texts.marked(DICTIONARY, marked, Optional.of(LocalDate.of(2020, 5, 4)), links)
                .get(Layer.MENTIONS)
                .stream()
                .map(mention -> mention.actor().orElse("-"))
                .toList();
    }

    private static Links always(double chance) {
        return new Links() {
            @Override
            public double chance(Found later, Found earlier) {
                return chance;
            }

            @Override
            public List<Span> sourcesBefore(Found later) {
                return List.of();
            }

            @Override
            public Optional<Span> speakerOf(Found quoted) {
                return Optional.empty();
            }
        };
    }
}
