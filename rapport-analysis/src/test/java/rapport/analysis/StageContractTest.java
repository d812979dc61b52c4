package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.analysis.text.SentenceStage;
import rapport.record.Span;

/** What every stage keeps, whatever the text. A new stage is added to {@link #stages()}. */
class StageContractTest {

    static Stream<Stage> stages() {
        return Stream.of(new SentenceStage());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void keeps_the_text_and_places_every_span_inside_it(Stage stage) {
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            AnnotatedDocument before = RandomTexts.next(random);
            AnnotatedDocument after = stage.apply(before);

            assertThat(after.document()).isEqualTo(before.document());
            assertThat(stage.adds()).allMatch(after::has);
            assertThat(after.spans())
                    .as("repeat with -Drapport.seed=%d", seed)
                    .allMatch(span -> span.end() <= before.text().length());
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void gives_the_same_layers_twice(Stage stage) {
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            AnnotatedDocument before = RandomTexts.next(random);

            for (Layer<?> layer : stage.adds()) {
                assertThat(stage.apply(before).get(layer))
                        .as("repeat with -Drapport.seed=%d", seed)
                        .isEqualTo(stage.apply(before).get(layer));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void keeps_sentences_apart_and_in_order(Stage stage) {
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            AnnotatedDocument after = stage.apply(RandomTexts.next(random));
            if (!after.has(Layer.SENTENCES)) continue;
            List<Span> sentences = after.get(Layer.SENTENCES);
            for (int i = 1; i < sentences.size(); i++) {
                assertThat(sentences.get(i).start())
                        .as("repeat with -Drapport.seed=%d", seed)
                        .isGreaterThanOrEqualTo(sentences.get(i - 1).end());
            }
        }
    }
}
