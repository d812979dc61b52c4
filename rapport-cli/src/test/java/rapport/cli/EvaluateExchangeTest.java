package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the record stays the same when two states exchange their names. */
class EvaluateExchangeTest {

    private static final String DEMAND = passage("1", "On Friday France demanded that Mali release the envoy.", "Mali");
    private static final String ONE_STATE = passage("2", "France held an election on Friday.", "France");

    @TempDir
    private Path folder;

    private static String passage(String id, String text, String other) {
        return "{\"id\":\"" + id + "\",\"day\":\"2024-03-02\",\"text\":\"" + text + "\","
                + "\"actors\":[{\"kind\":\"state\",\"name\":\"France\",\"id\":\"fra\"},{\"kind\":\"state\",\"name\":\"Mali\",\"id\":\"mli\"}],"
                + "\"mentions\":[{\"actor\":\"fra\",\"form\":\"name\",\"span\":\"France\"},{\"form\":\"name\",\"span\":\""
                + other
                + "\",\"actor\":\"" + (other.equals("Mali") ? "mli" : "fra") + "\"}]}\n";
    }

    private Run evaluated(String... more) throws IOException {
        Files.writeString(folder.resolve("story.jsonl"), DEMAND + ONE_STATE);
        Object[] all = new Object[3 + more.length];
        all[0] = "evaluate";
        all[1] = "exchange";
        all[2] = folder;
        System.arraycopy(more, 0, all, 3, more.length);
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void countsWhatStaysTheSameAndApartWhatCannotBeExchanged() throws IOException {
        JsonNode tree = new ObjectMapper().readTree(evaluated("--json").out());

        assertThat(tree.path("passages").asInt()).isEqualTo(2);
        assertThat(tree.path("exchanged").asInt()).isEqualTo(1);
        assertThat(tree.path("same").path("f1").asDouble()).isEqualTo(1);
        assertThat(tree.path("records").path("events").path("gold").asInt()).isPositive();
        assertThat(tree.path("apart").get(0).path("id").asText()).isEqualTo("2");
        assertThat(tree.path("apart").get(0).path("reason").asText()).isEqualTo("fewer than two states are named: fra");
    }

    @Test
    void writesWhatChanges() throws IOException {
        Path changes = folder.resolve("changes.txt");
        evaluated("--changes", changes.toString());

        assertThat(changes).isEmptyFile();
    }

    @Test
    void printsATable() throws IOException {
        assertThat(evaluated().out())
                .startsWith("Names exchanged in 1 of 2 passages\n")
                .contains("same record                  1.000", "not exchanged, 1: fewer than two states are named\n");
    }
}
