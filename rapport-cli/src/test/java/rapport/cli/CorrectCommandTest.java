package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewing on the command line. */
class CorrectCommandTest {

    @TempDir
    private Path folder;

    private Path record;

    @BeforeEach
    void read() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Files.writeString(
                reports.resolve("actors.tsv"),
                "id\tkind\tname\tdemonyms\nrur\tstate\tRuritania\tRuritanian\ngra\tstate\tGraustark\tGraustarkian\n");
        Files.writeString(
                reports.resolve("a.txt"),
                "Ruritania attacked Graustark on 5 May 2024. Graustark condemned the attack on 6 May 2024.");
        record = folder.resolve("rapport.record");
        assertThat(run("read", reports).code()).isZero();
    }

    @Test
    void corrects_shows_undoes_and_measures() throws IOException {
        List<JsonNode> acts = acts();
        assertThat(acts).hasSizeGreaterThan(1);
        String act = acts.get(0).get("id").asText();

        Run corrected =
                run("correct", act, "--field", "modality", "--to", "planned", "--by", "Anna", "--comment", "{x}");
        assertThat(corrected.code()).as(corrected.err()).isZero();
        assertThat(corrected.out()).contains(": modality of " + act).contains(": comment of " + act);
        assertThat(acts().get(0).get("modality").asText()).isEqualTo("planned");

        assertThat(run("correct", act, "--accept", "--by", "Bo").code()).isZero();
        assertThat(run("evaluate", "agreement").out())
                .contains("eventMention.modality")
                .contains("all the same");

        Run list = run("show", "corrections");
        assertThat(list.out()).contains("modality of " + act + ", by Anna").contains("\"occurred\" -> \"planned\"");
        String id = corrected.out().substring(0, corrected.out().indexOf(':'));
        assertThat(run("correct", "--undo", id, "--by", "Bo").code()).isZero();
        assertThat(acts().get(0).get("modality").asText()).isEqualTo("occurred");
        assertThat(run("show", "corrections").out()).contains("(undone)");

        String other = acts.get(1).get("id").asText();
        assertThat(run("correct", act, "--join", other, "--by", "Anna").code()).isZero();
        assertThat(run("show", "events").out()).contains(" by review, ");
        assertThat(run("correct", act, "--split", other, "--by", "Bo").code()).isZero();
        assertThat(run("show", "events").out()).doesNotContain(" by review, ");
        assertThat(run("correct", act, "--reject", "--by", "Anna").code()).isZero();
        assertThat(shown().findValuesAsText("id")).doesNotContain(act);
    }

    @Test
    void says_what_is_wrong_and_stores_nothing() throws IOException {
        String act = acts().get(0).get("id").asText();

        assertThat(run("correct", act, "--field", "modality", "--to", "maybe", "--by", "Anna"))
                .isEqualTo(new Run(
                        1,
                        "",
                        record + ": found \"maybe\", expected one of occurred, ongoing, planned, promised, demanded,"
                                + " hypothetical, denied. \"rapport show document\" and \"rapport show corrections\""
                                + " with --json give ids; nothing has been stored.\n"));
        assertThat(run("correct", act, "--accept", "--reject", "--by", "Anna").err())
                .startsWith(
                        "rapport correct: found more than one thing to do, expected ID and one of --field with --to,");
        assertThat(run("correct", act, "--by", "Anna").code()).isEqualTo(2);
        assertThat(run("correct", act, "--accept").err()).contains("--by");
        assertThat(run("show", "corrections").out()).isEqualTo("Nothing of that is in the record.\n");
    }

    @Test
    void asks_a_colleague_for_an_opinion() throws IOException {
        String act = acts().get(0).get("id").asText();

        assertThat(run("correct", act, "--ask", "Bo", "--by", "Anna").code()).isZero();
        assertThat(run("correct", act, "--ask", "Anna", "--by", "Anna").err())
                .contains("found \"Anna\", who asks, expected another reviewer");
        assertThat(run("correct", act, "--ask", "Bo", "--accept", "--by", "Anna")
                        .code())
                .isEqualTo(2);
        assertThat(run("show", "corrections").out()).contains("asked of " + act + ", by Anna", "null -> \"Bo\"");
    }

    @Test
    void tells_of_newer_corrections_by_others() throws IOException {
        String act = acts().get(0).get("id").asText();
        String first =
                run("correct", act, "--comment", "Looked at.", "--by", "Bo").out();
        String seen = first.substring(0, first.indexOf(':'));
        String second = run("correct", act, "--field", "modality", "--to", "planned", "--by", "Anna")
                .out();
        String newer = second.substring(0, second.indexOf(':'));

        assertThat(run("correct", act, "--field", "modality", "--to", "denied", "--by", "Bo", "--seen", seen)
                        .err())
                .isEqualTo(act + ": found newer corrections of its modality (" + newer
                        + " by Anna), expected that you have"
                        + " seen them. Look at \"rapport show corrections\", then run the same command with --seen "
                        + newer + "; nothing has been stored.\n");
    }

    @Test
    void exports_what_is_accepted_as_passages_that_the_measures_can_read() throws IOException {
        for (String line : run("export").out().split("\n")) {
            JsonNode one = new ObjectMapper().readTree(line);
            if (List.of("mention", "statement", "eventMention")
                    .contains(one.get("type").asText())) {
                assertThat(run("correct", one.get("id").asText(), "--accept", "--by", "Anna")
                                .code())
                        .isZero();
            }
        }
        Path passages = Files.createDirectory(folder.resolve("passages"));

        Run training = run("export", "--format", "training", "--out", passages.resolve("a.jsonl"));

        assertThat(training.code()).as(training.err()).isZero();
        Run gold = Run.of(
                "evaluate",
                "gold",
                passages,
                "--actors",
                folder.resolve("reports").resolve("actors.tsv"));
        assertThat(gold.code()).as(gold.err()).isZero();
        assertThat(gold.out()).containsPattern("(?m)^mentions +1\\.000 +1\\.000 +1\\.000");
    }

    private JsonNode shown() throws IOException {
        return new ObjectMapper()
                .readTree(run("show", "document", "a.txt", "--json").out());
    }

    /** Event mentions, in the order of the text. */
    private List<JsonNode> acts() throws IOException {
        List<JsonNode> acts = new ArrayList<>();
        for (JsonNode part : shown().get("documents").get(0).get("parts")) {
            part.get("records").forEach(one -> {
                if (one.get("type").asText().equals("eventMention")) acts.add(one);
            });
        }
        return acts;
    }

    private Run run(Object... arguments) {
        return Run.of(Stream.concat(Stream.of(arguments), Stream.of("--record", record))
                .toArray());
    }
}
