package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate identity} on texts in the form of ECB+, invented here. */
class EvaluateIdentityTest {

    private static final List<String> TEXTS = List.of(
            "1_1ecb\tRebels ambushed a fuel convoy near Port Almadine on Monday .",
            "1_2ecb\tThe fuel convoy was ambushed by rebels outside Port Almadine .",
            "2_1ecbplus\tThe orchestra of Onhava rehearsed a symphony of Zembla .");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTexts() throws IOException {
        StringBuilder corpus = new StringBuilder();
        for (String text : TEXTS) {
            String name = text.substring(0, text.indexOf('\t'));
            String[] words = text.substring(text.indexOf('\t') + 1).split(" ");
            for (int i = 0; i < words.length; i++) {
                corpus.append(name)
                        .append("\t0\t")
                        .append(i)
                        .append('\t')
                        .append(words[i])
                        .append("\t-\n");
            }
        }
        Files.writeString(folder.resolve("ECB_Dev_corpus.txt"), corpus);
        mentions(mention("A1", "1_1ecb", 1), mention("A1", "1_2ecb", 4), mention("A2", "2_1ecbplus", 4));
    }

    private static String mention(String chain, String document, int token) {
        return "{\"coref_chain\":\"" + chain + "\",\"doc_id\":\"" + document + "\",\"sent_id\":0,\"tokens_number\":["
                + token + "]}";
    }

    private void mentions(String... mentions) throws IOException {
        Files.writeString(folder.resolve("ECB_Dev_Event_gold_mentions.json"), "[" + String.join(",", mentions) + "]");
    }

    @Test
    void scoresChainsAndStorylines() throws IOException {
        Run run = Run.of("evaluate", "identity", folder, "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(run.out());
        assertThat(figures.path("conll").path("f1").asDouble()).isEqualTo(1);
        assertThat(figures.path("documents").path("b3").path("f1").asDouble()).isEqualTo(1);
        assertThat(figures.path("muc").path("recall").asDouble()).isEqualTo(1);
        assertThat(figures.path("ceafe").path("precision").asDouble()).isEqualTo(1);
    }

    @Test
    void writesThePairsThatWeightsAreFittedOn() throws IOException {
        Path pairs = folder.resolve("pairs.tsv");

        assertThat(Run.of("evaluate", "identity", folder, "--pairs", pairs).code())
                .isZero();

        assertThat(Files.readAllLines(pairs)).hasSize(2).last().asString().startsWith("1\t1\t1.0000\t");
    }

    @Test
    void refusesAMentionWhoseWordsAreNotThere() throws IOException {
        mentions(mention("A1", "1_1ecb", 99));

        Run run = Run.of("evaluate", "identity", folder);

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("ECB_Dev_Event_gold_mentions.json").contains("without its words");
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        Files.writeString(folder.resolve("ECB_Dev_Event_gold_mentions.json"), "none");

        Run run = Run.of("evaluate", "identity", folder);

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("no JSON");
    }

    @Test
    void refusesAPartThatIsNotThere() {
        Run run = Run.of("evaluate", "identity", folder, "--part", "Train");

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("ECB_Train_corpus.txt");
    }
}
