package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.analysis.Pipeline;
import rapport.record.Time;

/** What cannot be measured is told, and no zero is printed for it. */
class PolnearEvaluationTest {

    private static final Pipeline NONE = new Pipeline(List.of(), annotated -> Time.UNKNOWN);

    @TempDir
    private Path folder;

    private Path annotations;

    @BeforeEach
    void makeFolders() throws IOException {
        Path texts = Files.createDirectory(folder.resolve("text"));
        Files.writeString(texts.resolve("a.txt"), "Ruritania said no.");
        annotations = Files.createDirectory(folder.resolve("attributions"));
    }

    @Test
    void refuses_a_folder_of_something_else() {
        Path texts = folder.resolve("text");

        assertThatThrownBy(() -> PolnearEvaluation.of(texts, NONE))
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        texts + ": found no folder \"attributions\" in it, expected a folder with articles in \"text\""
                                + " and their .ann files in \"attributions\". Name another.");
    }

    @Test
    void refuses_a_folder_and_a_file_with_nothing_in_it() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jsonl"));

        assertThatThrownBy(() -> PolnearEvaluation.of(folder, NONE))
                .hasMessageStartingWith(folder + ": found no text, ");
        assertThatThrownBy(() -> PolnearEvaluation.of(file, NONE))
                .hasMessage(file + ": found no text, expected texts with a label a word. Name another.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cue", "Cue 10", "Cue 10 x", "Cue 10 99", "Cue 14 10", "Cue 10 99999999999"})
    void says_in_which_line_a_place_is_coded_badly(String place) throws IOException {
        Path file =
                Files.writeString(annotations.resolve("a_x.ann"), "T1\tSource 0 9\tRuritania\nT2\t" + place + "\t\n");

        assertThatThrownBy(() -> PolnearEvaluation.of(folder, NONE))
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        file + ":2: found \"" + place + "\", expected a role and its places in the text, as in Cue 3 7."
                                + " Correct the file and run it again.");
    }
}
