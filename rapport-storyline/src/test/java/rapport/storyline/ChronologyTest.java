package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.ontology.Basis;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.EventMention;
import rapport.record.Time;
import rapport.storyline.Chronology.Ground;

class ChronologyTest {

    private static final LocalDate EIGHTH = LocalDate.of(2024, 1, 8); // a Monday
    private static final Coded DATED = when(
            Reports.told(
                    "1",
                    "Ruritanian gunners shelled the customs house at Tolm in Graustark.",
                    "shelled",
                    "rur.army",
                    "gra"),
            Time.stated(EIGHTH));

    private static Coded when(Coded coded, Time time) {
        EventMention mention = coded.eventMentions().get(0);
        return with(
                coded,
                coded.document().published(),
                new EventMention(
                        mention.id(),
                        mention.document(),
                        mention.sentence(),
                        mention.eventType(),
                        mention.modes(),
                        mention.contexts(),
                        mention.trigger(),
                        mention.actors(),
                        mention.recipients(),
                        time,
                        mention.place(),
                        mention.modality(),
                        mention.attribution(),
                        mention.quantities(),
                        mention.score()));
    }

    private static Coded with(Coded coded, Time published, EventMention mention) {
        return new Coded(
                coded.document().publishedAt(published),
                coded.mentions(),
                coded.statements(),
                List.of(mention),
                coded.actors(),
                coded.discards());
    }

    private static Coded undated(String sentence, Modality modality) {
        Coded coded =
                Reports.coded("2", sentence, "shell", "rur.army", "gra", Optional.empty(), modality, Optional.empty());
        return with(coded, Time.UNKNOWN, coded.eventMentions().get(0));
    }

    private static Time placed(Coded undated, Coded... dated) {
        List<Coded> reports = new ArrayList<>(List.of(dated));
        reports.add(undated);
        return Together.of(reports).dated(undated.document()).published();
    }

    @Test
    void a_report_is_not_before_what_it_tells_as_done() {
        Time time =
                placed(undated("Ruritanian gunners had shelled the customs house at Tolm.", Modality.OCCURRED), DATED);

        assertThat(time.basis()).isEqualTo(Basis.INFERRED);
        assertThat(time.first()).contains(EIGHTH);
        assertThat(time.last()).isEmpty();
        assertThat(time.because()).containsExactly("e1");
    }

    @Test
    void a_report_is_not_after_what_it_tells_as_ahead() {
        Time time =
                placed(undated("Ruritanian gunners will shell the customs house at Tolm.", Modality.PLANNED), DATED);

        assertThat(time.first()).isEmpty();
        assertThat(time.last()).contains(EIGHTH);
    }

    @Test
    void words_told_from_its_own_day_are_read_backwards() {
        Time time = placed(
                undated("Ruritanian gunners shelled the customs house at Tolm yesterday.", Modality.OCCURRED), DATED);

        assertThat(time.day()).contains(EIGHTH.plusDays(1));
        assertThat(time.because()).containsExactly("e1", "yesterday");
    }

    @Test
    void a_day_of_the_week_leaves_a_week() {
        Time time = placed(
                undated("Ruritanian gunners shelled the customs house at Tolm on Monday.", Modality.OCCURRED), DATED);

        assertThat(time.first()).contains(EIGHTH);
        assertThat(time.last()).contains(EIGHTH.plusDays(6));
    }

    @Test
    void a_report_whose_day_its_dateline_tells_is_dated() {
        Coded undated = undated("Ruritanian gunners will shell the customs house at Tolm.", Modality.PLANNED);
        Time dateline = new Time(
                Optional.of(EIGHTH), Optional.of(EIGHTH), Basis.INFERRED, List.of("the dateline"), Optional.empty());
        Coded dated = with(undated, dateline, undated.eventMentions().get(0));

        assertThat(placed(dated, DATED)).isEqualTo(dateline);
    }

    @Test
    void what_nothing_tells_stays_unknown() {
        assertThat(placed(undated("Zembla's fishermen shell prawns at Onhava.", Modality.ONGOING), DATED))
                .isEqualTo(Time.UNKNOWN);
    }

    @Test
    void a_day_without_its_year_is_of_the_year_of_the_others() {
        assertThat(ToldFrom.yearless("STRELSAU, 31 December - Gunners fired.", List.of(EIGHTH)))
                .extracting(found -> found.days().from().orElseThrow())
                .containsExactly(LocalDate.of(2023, 12, 31));
        assertThat(ToldFrom.yearless("They must leave by Jan. 12, and 13 March 2019 is over.", List.of(EIGHTH)))
                .isEmpty();
    }

    @Test
    void of_reasons_that_contradict_each_other_most_are_kept_and_the_others_named() {
        Time time = Clue.together(List.of(
                Clue.notBefore(EIGHTH, "e1"),
                Clue.notBefore(EIGHTH.plusDays(2), "e2"),
                Clue.notAfter(EIGHTH.minusDays(9), "e3")));

        assertThat(time.first()).contains(EIGHTH.plusDays(2));
        assertThat(time.last()).isEmpty();
        assertThat(time.because()).containsExactly("e2", "against e3");
    }

    @Test
    void what_was_inferred_once_is_inferred_again() {
        Time time = Clue.together(List.of(Clue.notBefore(EIGHTH, "e1"), Clue.notAfter(EIGHTH.minusDays(1), "e3")));

        Time again = Clue.together(List.of(
                new Clue(time.days(), time.because()),
                Clue.notBefore(EIGHTH, "e1"),
                Clue.notAfter(EIGHTH.minusDays(1), "e3")));

        assertThat(again.days()).isEqualTo(time.days());
    }

    @Test
    void a_placed_report_takes_its_place_in_the_storyline_and_loses_nothing() {
        Coded undated = undated("Ruritanian gunners will shell the customs house at Tolm.", Modality.PLANNED);

        Together together = Together.of(List.of(undated, DATED));

        assertThat(together.storylines()).singleElement().satisfies(storyline -> {
            assertThat(storyline.documents()).containsExactly("2", "1");
            assertThat(storyline.events()).hasSize(together.events().size());
        });
    }

    @Test
    void a_report_dated_after_what_it_announces_is_kept_as_it_is() {
        Coded late = with(
                undated("Ruritanian gunners will shell the customs house at Tolm.", Modality.PLANNED),
                Time.stated(LocalDate.of(2031, 5, 5)),
                undated("Ruritanian gunners will shell the customs house at Tolm.", Modality.PLANNED)
                        .eventMentions()
                        .get(0));

        Together together = Together.of(List.of(late, DATED));

        assertThat(together.placed()).isEmpty();
        assertThat(together.storylines())
                .singleElement()
                .satisfies(line -> assertThat(line.documents()).containsExactly("1", "2"));
    }

    @Test
    void the_order_of_two_events_rests_on_the_weaker_of_their_days() {
        Time stated = Time.stated(EIGHTH);
        Time inferred = new Time(
                Optional.of(EIGHTH.plusDays(1)), Optional.empty(), Basis.INFERRED, List.of("e1"), Optional.empty());

        assertThat(Chronology.ground(stated, Time.stated(EIGHTH.plusDays(1)), stated, stated))
                .isEqualTo(Ground.STATED);
        assertThat(Chronology.ground(stated, inferred, stated, stated)).isEqualTo(Ground.INFERRED);
        assertThat(Chronology.ground(stated, Time.UNKNOWN, stated, Time.stated(EIGHTH.plusDays(3))))
                .isEqualTo(Ground.REPORTS);
        assertThat(Chronology.ground(stated, stated, stated, stated)).isEqualTo(Ground.OPEN);
    }
}
