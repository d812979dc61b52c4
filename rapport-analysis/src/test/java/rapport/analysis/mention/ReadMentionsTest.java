package rapport.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.actor.ActorDictionary;
import rapport.analysis.Layer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Readings;
import rapport.analysis.TestDocuments;
import rapport.ontology.MentionForm;
import rapport.record.Mention;

/** What becomes of the words that the reader marks, before anybody asks whom they stand for. */
class ReadMentionsTest {

    @Test
    void a_short_name_in_brackets_belongs_to_the_name_before_it() {
        String text = "The Lantern Front (LF) left";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "The Lantern Front", "name")))
                .containsExactly("The Lantern Front (LF)");
    }

    @Test
    void what_stands_in_brackets_after_a_description_stays_out() {
        String text = "Three guards (RUR) left";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "Three guards", "description")))
                .containsExactly("Three guards");
    }

    @Test
    void an_article_or_number_alone_stands_for_nobody() {
        String text = "the 60 guards left";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "the", "description")
                                .tag(WordLayer.INNER_MENTION, "60", "description")))
                .isEmpty();
    }

    @Test
    void what_is_done_is_nobody_with_or_without_how_often() {
        String text = "one strike hit a depot and two large strikes hit two guards";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "one strike", "description")
                                .tag(WordLayer.INNER_MENTION, "two", "description")
                                .tag(WordLayer.MENTION, "two guards", "description")))
                .containsExactly("two guards");
    }

    @Test
    void the_letters_of_an_abbreviation_stay_together() {
        String text = "the U.S. guards and U.S. envoys left";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "the U", "name")
                                .tag(WordLayer.INNER_MENTION, "U.S", "name")))
                .containsExactly("the U.S.", "U.S.");
    }

    @Test
    void us_in_capitals_is_never_a_pronoun() {
        String text = "appreciation for US efforts";
        assertThat(found(ActorDictionary.shipped(), text, Readings.of(text).tag(WordLayer.MENTION, "US", "pronoun")))
                .extracting(Mention::form)
                .containsExactly(MentionForm.NAME);
    }

    @Test
    void land_is_nobody() {
        String text = "closer to the Graustarkian interior than to Ruritania";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "the Graustarkian interior", "description")
                                .tag(WordLayer.MENTION, "Ruritania", "name")))
                .containsExactly("Ruritania");
    }

    @Test
    void a_currency_is_no_state() {
        String text = "gave US$30 to Zenda";
        assertThat(found(ActorDictionary.shipped(), text, Readings.of(text).tag(WordLayer.MENTION, "US", "name")))
                .isEmpty();
    }

    @Test
    void a_mention_does_not_end_with_what_opens_more() {
        String text = "guards against thieves";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "guards against", "description")))
                .containsExactly("guards");
    }

    @Test
    void what_is_of_somebody_has_the_word_before_it() {
        String text = "Some of the guards slept";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "of the guards", "description")))
                .containsExactly("Some of the guards");
    }

    @Test
    void a_mention_ends_before_its_relative_clause() {
        String text = "three guards who slept left";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "three guards who", "description")))
                .containsExactly("three guards");
    }

    @Test
    void a_relative_clause_that_was_marked_with_it_is_cut_off() {
        String text = "citizens of Graustark whom it holds left";
        assertThat(mentions(
                        text, Readings.of(text).tag(WordLayer.MENTION, "citizens of Graustark whom it", "description")))
                .contains("citizens of Graustark")
                .noneMatch(words -> words.contains("whom"));
    }

    @Test
    void the_word_before_a_number_belongs_to_it() {
        String text = "At least 12 guards and more than 20 clerks left";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "least 12 guards", "description")
                                .tag(WordLayer.MENTION, "than 20 clerks", "description")))
                .containsExactly("At least 12 guards", "more than 20 clerks");
    }

    @Test
    void an_article_alone_stands_for_nobody_even_if_it_was_read_as_a_name() {
        String text = "the 60 guards left";
        assertThat(mentions(text, Readings.of(text).tag(WordLayer.MENTION, "the", "name")))
                .isEmpty();
    }

    @Test
    void a_mention_does_not_end_with_a_word_that_opens_its_next_part() {
        String text = "a crowd in the square and two of them left";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "a crowd in the", "description")
                                .tag(WordLayer.MENTION, "two of", "description")))
                .containsExactly("a crowd", "two");
    }

    @Test
    void parts_of_one_known_name_are_that_name() {
        String text = "the Economic Community of West African States met in Strelsau";
        assertThat(mentions(
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "the Economic Community", "name")
                                .tag(WordLayer.MENTION, "West African States", "name")))
                .containsExactly("the Economic Community of West African States");
    }

    @Test
    void a_name_that_was_broken_at_its_and_is_whole_again() {
        ActorDictionary dictionary = ActorDictionary.of(List.of(
                "id\tkind\tname",
                "zenda\tarmedGroup\tBanner of Zenda",
                "both\tarmedGroup\tBanner of Zenda and the Hills"));
        String text = "the Banner of Zenda and the Hills struck";
        assertThat(mentions(
                        dictionary,
                        text,
                        Readings.of(text)
                                .tag(WordLayer.MENTION, "the Banner of Zenda", "name")
                                .tag(WordLayer.MENTION, "the Hills", "name")))
                .containsExactly("the Banner of Zenda and the Hills");
        String fighters = "Banner of Zenda and the Hills fighters struck";
        assertThat(mentions(
                        dictionary,
                        fighters,
                        Readings.of(fighters)
                                .tag(WordLayer.MENTION, "Banner of Zenda", "name")
                                .tag(WordLayer.MENTION, "the Hills fighters", "description")))
                .containsExactly("Banner of Zenda and the Hills fighters");
    }

    private static List<String> mentions(String text, Readings readings) {
        return mentions(ActorDictionary.shipped(), text, readings);
    }

    private static List<String> mentions(ActorDictionary dictionary, String text, Readings readings) {
        return found(dictionary, text, readings).stream()
                .map(mention -> mention.span().in(text))
                .toList();
    }

    private static List<Mention> found(ActorDictionary dictionary, String text, Readings readings) {
        return new MentionStage(dictionary)
                .apply(new NameStage(dictionary)
                        .apply(TestDocuments.annotated(text))
                        .with(Layer.READINGS, List.of(readings.build())))
                .get(Layer.MENTIONS);
    }
}
