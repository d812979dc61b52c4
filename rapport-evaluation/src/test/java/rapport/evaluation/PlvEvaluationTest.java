package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.actor.ActorDictionary;
import rapport.analysis.reader.Model;

class PlvEvaluationTest {

    private static final String HEADER =
            "\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\tgold_penta\tsilver_root\n";

    private static Model model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        model = Model.shipped();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("rows.tsv"), HEADER + rows);
    }

    private static final String BOMBED =
            "0\tRuritanian jets bombed Graustark.\t<s>Ruritanian jets</s> bombed <t>Graustark</t>.\ta\tb\tASSAULT\t4\tX\n";
    private static final String URGED =
            "1\tThe envoy praised Graustark.\t<s>The envoy</s> praised <t>Graustark</t>.\ta\tb\tSUPPORT\t1\tX\n";

    @Test
    void scores_plain_sentences_right() throws IOException {
        Report report = PlvEvaluation.of(file(BOMBED + URGED), ActorDictionary.shipped(), Set.of(), List.of(model));

        assertThat(report.tree()).containsEntry("rows", 2);
        assertThat((Map<?, ?>) report.tree().get("root")).extracting("accuracy").isEqualTo(1.0);
        assertThat((Map<?, ?>) report.tree().get("binary"))
                .extracting("macroF1")
                .isEqualTo(1.0);
    }

    @Test
    void keeps_only_the_rows_that_are_listed() throws IOException {
        Report report = PlvEvaluation.of(file(BOMBED + URGED), ActorDictionary.shipped(), Set.of("1"), List.of(model));

        assertThat(report.tree()).containsEntry("rows", 1);
    }

    @Test
    void reads_a_row_whose_target_is_missing() throws IOException {
        Path file = file("0\tRuritania bombed it.\t<s>Ruritania</s> bombed it.\ta\t\tASSAULT\t4\tX\n");

        assertThat(PlvEvaluation.of(file, ActorDictionary.shipped(), Set.of(), List.of(model))
                        .tree())
                .containsEntry("rows", 1);
    }

    @Test
    void says_where_a_class_is_none() throws IOException {
        Path file = file(BOMBED.replace("ASSAULT", "ATTACK"));

        assertThatThrownBy(() -> PlvEvaluation.of(file, ActorDictionary.shipped(), Set.of(), List.of(model)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("rows.tsv:2: found \"ATTACK\" in gold_root, expected one of");
    }

    @Test
    void refuses_to_measure_nothing() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> PlvEvaluation.of(empty, ActorDictionary.shipped(), Set.of(), List.of(model)))
                .hasMessage(empty + ": found no row, expected rows below the names. Name another.");
        Path rows = file(BOMBED);
        assertThatThrownBy(() -> PlvEvaluation.of(rows, ActorDictionary.shipped(), Set.of("7"), List.of(model)))
                .hasMessage(rows + ": found no row, expected rows with the ids given. Name another.");
    }

    @Test
    void puts_a_sentence_into_the_fold_of_its_hash() {
        // the first eight hexadecimal digits of SHA-256 of "abc" are ba7816bf = 3128432319
        assertThat(PlvEvaluation.foldOf("abc")).isEqualTo((int) (0xba7816bfL % 5));
    }
}
