package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rapport.analysis.Reading.WordLayer;

class TagsTest {

    @Test
    void finds_a_run_with_its_words_and_label() {
        var reading = Readings.of("Ruritania urged Graustark to leave")
                .tag(WordLayer.MENTION, "Graustark", "name")
                .build();

        assertThat(Tags.of(reading, WordLayer.MENTION, Tags.Settings.PLAIN))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.words()).isEqualTo(new Reading.Words(2, 3));
                    assertThat(run.label()).isEqualTo("name");
                    assertThat(run.score()).isBetween(0.9, 1.0);
                });
    }

    @Test
    void never_begins_a_run_with_an_inside_word() {
        var reading = Readings.of("the talks went on")
                .score(WordLayer.CUE, "talks", "I-cue", 12)
                .build();

        assertThat(Tags.of(reading, WordLayer.CUE, Tags.Settings.PLAIN))
                .allSatisfy(run -> assertThat(run.words().first()).isNotEqualTo(1))
                .as("an inside word without a beginning is read with the word before it, or not at all")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void keeps_a_run_whole_where_a_new_beginning_is_only_a_little_likelier() {
        var reading = Readings.of("withdraw its troops soon")
                .tag(WordLayer.CONTENT, "withdraw its troops", "content")
                .score(WordLayer.CONTENT, "troops", "B-content", 9.5f)
                .build();

        assertThat(Tags.of(reading, WordLayer.CONTENT, Tags.Settings.PLAIN)).hasSize(2);
        assertThat(Tags.of(reading, WordLayer.CONTENT, new Tags.Settings(1, 0))).hasSize(1);
    }

    @Test
    void finds_less_when_outside_is_favored() {
        var reading = Readings.of("a warning came")
                .score(WordLayer.TRIGGER, "warning", "B-trigger", 10)
                .build();

        assertThat(Tags.of(reading, WordLayer.TRIGGER, Tags.Settings.PLAIN)).hasSize(1);
        assertThat(Tags.of(reading, WordLayer.TRIGGER, new Tags.Settings(0, 2))).isEmpty();
    }
}
