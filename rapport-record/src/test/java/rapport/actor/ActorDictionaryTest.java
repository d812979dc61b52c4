package rapport.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Days;

class ActorDictionaryTest {

    private static final String HEADER = "id\tkind\tname\tnames\tdemonyms\tmetonyms\tcountry\tpartOf\toffices\tknown";

    private final ActorDictionary dictionary = ActorDictionary.of(List.of(
            "# Ruritania and its neighbours",
            HEADER,
            "rur\tstate\tRuritania\tKingdom of Ruritania | RU\tRuritanian | Ruritanians\tStrelsau\t\t\t\tuser",
            "gra\tstate\tGraustark\tGrau\tGraustarkian\tEdelweiss\t\t\t\tuser",
            "zenda-front\tarmedGroup\tZenda Liberation Front\tZLF | Z.L.F. | Tahrik-i-Zenda\t\t\t\trur 2021-08-15..\t\tuser",
            "jan-novak\tperson\tJan Novak\tJan van Novak\t\t\t\t\trur.foreign-minister 2019..2021-06 | rur.president 2021-07..\tuser",
            "ana-novak\tperson\tAna Nováková\t\t\t\t\t\tgra.president 2020-03-01..2020-03-31\tuser",
            "ministry\tother\tThe Old Ministry\tShared Name\t\t\t\t\t\tuser",
            "club\tother\tZenda Club\tShared Name\t\t\t\t\t\tuser"));

    @Test
    void finds_a_name_with_and_without_article_stops_accents_and_other_hyphens() {
        assertThat(dictionary.named("the Z.L.F.")).containsExactly("zenda-front");
        assertThat(dictionary.named("Tahrik\u2011i\u2011Zenda")).containsExactly("zenda-front");
        assertThat(dictionary.named("Ana Novakova")).containsExactly("ana-novak");
        assertThat(dictionary.named("Kingdom\u00A0of Ruritania\u2019s")).containsExactly("rur");
    }

    @Test
    void takes_acronyms_and_short_names_only_as_written() {
        assertThat(dictionary.named("RU")).containsExactly("rur");
        assertThat(dictionary.named("ru")).isEmpty();
        assertThat(dictionary.named("Zlf")).isEmpty();
        assertThat(dictionary.named("grau")).isEmpty();
        assertThat(dictionary.named("GRAU")).containsExactly("gra");
    }

    @Test
    void tells_a_name_with_a_plus_from_the_one_without() {
        ActorDictionary groups = ActorDictionary.of(
                List.of("id\tkind\tname", "zenda-group\tigo\tZGO", "larger-group\tigo\tZGO+", "talks\tigo\tZ5+1"));

        assertThat(groups.named("ZGO")).containsExactly("zenda-group");
        assertThat(groups.named("ZGO+")).containsExactly("larger-group");
        assertThat(groups.named("the Z5+1")).containsExactly("talks");
    }

    @Test
    void needs_a_capital_where_the_name_has_one() {
        assertThat(dictionary.named("ruritania")).isEmpty();
        assertThat(dictionary.named("ZENDA LIBERATION FRONT")).containsExactly("zenda-front");
    }

    @Test
    void gives_all_actors_that_share_a_name() {
        assertThat(dictionary.named("Shared Name")).containsExactly("club", "ministry");
    }

    @Test
    void keeps_demonyms_and_metonyms_apart_from_names() {
        assertThat(dictionary.named("Strelsau")).isEmpty();
        assertThat(dictionary.withMetonym("Strelsau")).containsExactly("rur");
        assertThat(dictionary.withDemonym("Ruritanians")).containsExactly("rur");
    }

    @Test
    void finds_bodies_of_every_state_by_pattern() {
        assertThat(dictionary.named("the Ruritanian army")).containsExactly("rur.army");
        assertThat(dictionary.named("Graustark’s Foreign Ministry")).containsExactly("gra.foreign");
        assertThat(dictionary.named("president of the Kingdom of Ruritania")).containsExactly("rur.president");
        assertThat(dictionary.find("gra.foreign").map(Actor::partOf).orElseThrow())
                .containsExactly(new Actor.Membership("gra", Days.ALWAYS));
        assertThat(dictionary.named("Zendan army")).isEmpty();
    }

    @Test
    void knows_bodies_without_their_state_and_titles() {
        assertThat(dictionary.bareBodies("the Foreign Ministry")).containsExactly("foreign");
        assertThat(dictionary.titled("Foreign Minister")).containsExactly("foreign-minister");
        assertThat(dictionary.isOffice("rur.foreign-minister")).isTrue();
        assertThat(dictionary.isOffice("rur.army")).isFalse();
    }

    @Test
    void membership_and_office_hold_on_their_days_only() {
        assertThat(dictionary.topmost("zenda-front", on("2021-08-14"))).isEqualTo("zenda-front");
        assertThat(dictionary.topmost("zenda-front", on("2021-08-15"))).isEqualTo("rur");
        assertThat(dictionary.holders("rur.foreign-minister", on("2021-06-30"))).containsExactly("jan-novak");
        assertThat(dictionary.holders("rur.foreign-minister", on("2021-07-01"))).isEmpty();
        assertThat(dictionary.topmost("jan-novak", on("2022-01-01"))).isEqualTo("rur");
    }

    @Test
    void an_unknown_day_proves_no_membership() {
        assertThat(dictionary.topmost("zenda-front", Days.ALWAYS)).isEqualTo("zenda-front");
        assertThat(dictionary.topmost("rur.army", Days.ALWAYS)).isEqualTo("rur");
    }

    @Test
    void a_person_with_offices_of_one_state_alone_belongs_to_it_on_an_unknown_day() {
        assertThat(dictionary.topmost("jan-novak", Days.ALWAYS)).isEqualTo("rur");
    }

    @Test
    void gives_people_by_the_end_of_their_name() {
        assertThat(dictionary.peopleCalled("Novak")).containsExactly("jan-novak");
        assertThat(dictionary.peopleCalled("van Novak")).containsExactly("jan-novak");
        assertThat(dictionary.peopleCalled("Jan")).isEmpty();
    }

    @Test
    void a_users_row_adds_names_and_offices_to_an_actor_that_is_there(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.tsv");
        Files.writeString(
                file, HEADER + "\nfra\tstate\tFrance\tHexagonia\t\t\t\t\t\tuser\nmy-club\tngo\tMy Zenda Club\n");
        ActorDictionary both = ActorDictionary.shippedWith(List.of(file));

        assertThat(both.named("Hexagonia")).containsExactly("fra");
        assertThat(both.named("France")).containsExactly("fra");
        assertThat(both.find("my-club").map(Actor::known)).contains(KnownBy.USER);
        assertThat(both.find("fra").map(Actor::known)).contains(KnownBy.DICTIONARY);
    }

    @Test
    void tells_all_faults_of_a_file_at_once() {
        assertThatThrownBy(() -> ActorDictionary.of(List.of(
                        HEADER,
                        "rur\tkingdom\tRuritania",
                        "gra\tstate\tGraustark\t\t\t\tGraustark",
                        "jan\tperson\tJan Novak\t\t\t\t\t\trur.king 1934-13-01..",
                        "ana\tperson\tAna Novak\t\t\t\t\tnowhere")))
                .isInstanceOf(CodebookException.class)
                .hasMessage(
                        "actors:2: found \"kingdom\" in column \"kind\", expected one of state, governmentBody, military,"
                                + " armedGroup, party, igo, ngo, business, media, people, person, other.\n"
                                + "actors:3: found \"Graustark\" in column \"country\", expected three capital letters as in ISO 3166-1,"
                                + " or nothing.\n"
                                + "actors:4: found \"rur.king 1934-13-01..\" in column \"offices\", expected an id, alone or with its"
                                + " days as in \"rur 2019-05..2021-03-04\".\n"
                                + "actors:5: found \"nowhere\" in column \"partOf\", expected the id of an actor that some line has."
                                + " Correct the lines, then run \"rapport actors check\".");
    }

    @Test
    void refuses_an_id_twice_in_a_file() {
        assertThatThrownBy(() -> ActorDictionary.of(List.of(HEADER, "rur\tstate\tRuritania", "rur\tstate\tRuritania")))
                .hasMessageContaining(
                        "actors:3: found id \"rur\" again, after line 2, expected each id once in a file.");
    }

    @Test
    void the_check_lists_overlaps_gaps_terms_and_unknown_columns() {
        ActorDictionary odd = ActorDictionary.of(List.of(
                "id\tkind\tname\tnames\tdemonyms\toffices\tcolour",
                "rur\tstate\tRuritania\tShared\tRuritanian",
                "gra\tstate\tGraustark\tShared",
                "jan\tperson\tJan Novak\t\t\trur.president 2019-01-01..2021-06-01",
                "ana\tperson\tAna Novak\t\t\trur.president 2021-05-01..2022-01-01 | gra.president 2022..2023",
                "eva\tperson\tEva Rost\t\t\trur.president 2022-01-01.. | gra.president 2023..2024"));

        assertThat(DictionaryCheck.of(odd).stream().map(finding -> finding.sort() + ": " + finding.message()))
                .containsExactly(
                        "OVERLAP: \"Shared\" names gra and rur, so it links to none",
                        "GAP: gra has no demonym",
                        "TERM: ana and jan both hold rur.president at one time",
                        "COLUMN: actors: the column \"colour\" is not read");
    }

    @Test
    void every_shipped_actor_is_found_by_its_own_name() {
        ActorDictionary shipped = ActorDictionary.shipped();

        Stream<Actor> unfound = shipped.all().stream()
                .filter(actor -> !shipped.named(actor.name()).contains(actor.id()));

        assertThat(unfound.map(Actor::id)).isEmpty();
    }

    private static Days on(String day) {
        return new Days(Optional.of(LocalDate.parse(day)), Optional.of(LocalDate.parse(day)));
    }
}
