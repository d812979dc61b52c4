package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    @Test
    void puts_the_same_figures_into_the_table_and_into_the_tree() {
        ScoreTable<Counts> table =
                new ScoreTable<>("Spans, 2 articles", List.of(new Counts(1, 2, 2), new Counts(1, 2, 2)));

        Map<String, Object> line = table.add("exact cue", Function.identity());

        assertThat(table.lines())
                .containsExactly(
                        "Spans, 2 articles",
                        "                         precision  recall      F1     95 % interval  cases",
                        "exact cue                    0.500   0.500   0.500     0.500 - 0.500      4");
        assertThat(line)
                .containsEntry("f1", 0.5)
                .containsEntry("gold", 4.0)
                .containsEntry("interval", List.of(0.5, 0.5));
    }
}
