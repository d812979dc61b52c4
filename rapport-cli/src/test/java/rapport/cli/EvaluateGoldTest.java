package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several reports of a story tell together, against what people coded. */
class EvaluateGoldTest {

    private static final String ACTORS =
            "\"actors\":[{\"id\":\"fra\",\"name\":\"France\",\"kind\":\"state\"},{\"id\":\"mli\",\"name\":\"Mali\",\"kind\":\"state\"}],"
                    + "\"mentions\":[{\"span\":\"France\",\"actor\":\"fra\",\"form\":\"name\"},{\"span\":\"Mali\",\"actor\":\"mli\",\"form\":\"name\"}],";

    @TempDir
    private Path folder;

    private static String passage(String id, String text, String trigger, String event) {
        return "{\"id\":\"" + id + "\",\"story\":\"sahel\",\"day\":\"2024-03-02\",\"text\":\"" + text + "\"," + ACTORS
                + "\"statements\":[{\"id\":\"s1\",\"source\":\"France\",\"cue\":\"demanded\",\"content\":[\"that Mali release the envoy\"],"
                + "\"quotation\":\"indirect\",\"kind\":\"demand\"}],\"events\":[{\"trigger\":\"" + trigger
                + "\",\"eventType\":\"REQUEST\",\"actors\":[\"France\"],\"recipients\":[\"Mali\"],\"modality\":\"occurred\",\"event\":\""
                + event
                + "\"}],\"commitments\":[{\"kind\":\"demand\",\"obligor\":\"mli\",\"statement\":\"s1\",\"state\":\"demanded\"}]}\n";
    }

    private JsonNode evaluated(String... passages) throws IOException {
        Files.writeString(folder.resolve("story.jsonl"), String.join("", passages));
        Run run = Run.of("evaluate", "gold", folder, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void joinsWhatTwoReportsTellOfOneEvent() throws IOException {
        JsonNode identity = evaluated(
                        passage("1", "On Friday France demanded that Mali release the envoy.", "demanded", "e1"),
                        passage("2", "France demanded that Mali release the envoy at once.", "demanded", "e1"))
                .path("identity");

        assertThat(identity.path("eventMentions").asInt()).isEqualTo(2);
        assertThat(identity.path("b3").path("f1").asDouble()).isEqualTo(1);
        assertThat(identity.path("joinedPairs").asInt()).isEqualTo(1);
        assertThat(identity.path("falseMerges").asDouble()).isZero();
        assertThat(identity.path("missedMerges").asDouble()).isZero();
    }

    @Test
    void countsAJoinThatPeopleDidNotMake() throws IOException {
        JsonNode identity = evaluated(
                        passage("1", "On Friday France demanded that Mali release the envoy.", "demanded", "e1"),
                        passage("2", "France demanded that Mali release the envoy at once.", "demanded", "e2"))
                .path("identity");

        assertThat(identity.path("falseMerges").asDouble()).isEqualTo(1);
    }

    @Test
    void findsTheObligorOfADemand() throws IOException {
        JsonNode commitments = evaluated(
                        passage("1", "On Friday France demanded that Mali release the envoy.", "demanded", "e1"))
                .path("commitments");

        assertThat(commitments.path("gold").asInt()).isEqualTo(1);
        assertThat(commitments.path("recall").asDouble()).isEqualTo(1);
        assertThat(commitments.path("states").asDouble()).isEqualTo(1);
    }

    @Test
    void countsWhatIsLeftAloneWherePeopleCodedNoEvent() throws IOException {
        String quiet = "{\"id\":\"3\",\"text\":\"%s\"}\n";
        JsonNode tree = evaluated(
                        passage("1", "On Friday France demanded that Mali release the envoy.", "demanded", "e1"),
                        String.format(quiet, "The tomatoes were ripe, and the soup was warm.\\nIt rained."),
                        String.format(quiet, "France bombed Mali on Friday, killing 20 people."))
                .path("quiet");

        assertThat(tree.path("passages").path("gold").asInt()).isEqualTo(2);
        assertThat(tree.path("passages").path("f1").asDouble()).isEqualTo(0.5);
        assertThat(tree.path("sentences").path("gold").asInt()).isEqualTo(3);
    }

    @Test
    void givesNoShareOfNoQuietPassage() throws IOException {
        JsonNode tree =
                evaluated(passage("1", "On Friday France demanded that Mali release the envoy.", "demanded", "e1"));

        assertThat(tree.path("quiet")).isEmpty();
    }
}
