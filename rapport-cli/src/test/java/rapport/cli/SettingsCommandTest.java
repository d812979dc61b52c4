package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record, drawn as it is set. */
class SettingsCommandTest {

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
                "Ruritania attacked the Graustark customs house at Tolm on 5 May 2024, six guards said.");
        Files.writeString(
                reports.resolve("b.txt"),
                "Ruritania attacked the Graustark customs house at Tolm on 6 May 2024, six of its guards said.");
        record = folder.resolve("rapport.record");
        assertThat(Run.of("read", reports, "--record", record).code()).isZero();
    }

    @Test
    void are_printed_set_and_set_back() {
        String usual = run("settings").out();
        assertThat(usual.lines())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("days 0: They stay apart if more days lie"));
        String before = run("export").out();

        Run set = run("settings", "days", "2");
        assertThat(set.code()).isZero();
        assertThat(set.out()).contains("days 2 (usually 0): ");
        assertThat(run("settings").out()).isEqualTo(set.out());
        assertThat(run("settings", "--json").out())
                .contains("{\"name\":\"days\",\"value\":2.0,\"usual\":0.0,\"meaning\":\"They stay");

        assertThat(run("settings", "days", "usual").out()).isEqualTo(usual);
        assertThat(run("export").out()).isEqualTo(before);
    }

    @Test
    void decide_what_commands_and_pages_draw() throws IOException {
        assertThat(attacks()).isEqualTo(2);
        assertThat(report()).doesNotContain("put together by other settings");

        run("settings", "days", "1");

        assertThat(attacks()).isEqualTo(1);
        assertThat(run("export").out().lines().findFirst().orElseThrow()).endsWith(",\"settings\":{\"days\":1}}");
        assertThat(report()).contains("put together by other settings than usual (days 1).");
    }

    @Test
    void come_with_an_export_into_an_empty_record_alone() throws IOException {
        run("settings", "days", "1");
        Path file = folder.resolve("x.jsonl");
        assertThat(run("export", "--out", file).code()).isZero();

        Path another = folder.resolve("another.record");
        assertThat(Run.of("import", file, "--record", another).out()).doesNotContain("settings");
        assertThat(Run.of("export", "--record", another).out()).isEqualTo(Files.readString(file));

        assertThat(Run.of("settings", "days", "3", "--record", another).code()).isZero();
        assertThat(Run.of("import", file, "--record", another).out())
                .contains("settings of the file (days 1) not taken: the record keeps its own");
        assertThat(Run.of("import", file, "--record", another, "--json").out()).contains("\"settingsTaken\":false");
        assertThat(Run.of("settings", "--record", another).out()).contains("days 3 (usually 0)");
    }

    @Test
    void say_what_is_wrong() throws IOException {
        assertWrong("found \"day\", expected one of chance, wording, days, storyline, copy", "day", "1");
        assertWrong("found days nothing, expected a number or \"usual\"", "days");
        assertWrong("found days many, expected a number or \"usual\"", "days", "many");
        assertWrong("found days 1.5, expected a whole number from 0 to 366", "days", "1.5");
        assertWrong("found days -1.0, expected a whole number from 0 to 366", "days", "-1");
        assertWrong("found chance NaN, expected a number from 0 to 1", "chance", "NaN");

        Path missing = folder.resolve("missing.record");
        Run run = Run.of("settings", "chance", "0.5", "--record", missing);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("found no such file");
        assertThat(missing).doesNotExist();

        Path file = folder.resolve("x.jsonl");
        run("settings", "days", "1");
        run("export", "--out", file);
        Files.writeString(file, Files.readString(file).replace("{\"days\":1}", "{\"days\":-1}"));
        Run imported = Run.of("import", file, "--record", missing);
        assertThat(imported.err()).contains("x.jsonl:1").contains("found days -1.0");
        assertThat(missing).doesNotExist();
    }

    private void assertWrong(String message, Object... arguments) {
        Run run = run(Stream.concat(Stream.of("settings"), Stream.of(arguments)).toArray());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("rapport settings: " + message + "\n");
    }

    private long attacks() {
        return run("export")
                .out()
                .lines()
                .filter(line -> line.startsWith("{\"type\":\"event\"") && line.contains("\"ASSAULT\""))
                .count();
    }

    private String report() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(run("report", "--out", page).code()).isZero();
        return Files.readString(page);
    }

    private Run run(Object... arguments) {
        return Run.of(Stream.concat(Stream.of(arguments), Stream.of("--record", record))
                .toArray());
    }
}
