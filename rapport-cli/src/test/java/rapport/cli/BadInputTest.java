package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody should give the program, and people do: a clear message or a counted discard, and nothing lost. */
class BadInputTest {

    private static final String REPORT = "Ruritania urged Graustark on 3 May 2024 to withdraw its troops.";

    @TempDir
    private Path folder;

    private Path reports;
    private Path record;

    @BeforeEach
    void makeFolders() throws IOException {
        reports = Files.createDirectory(folder.resolve("reports"));
        record = folder.resolve("a.record");
    }

    private Path report(String name, String text) throws IOException {
        return Files.writeString(reports.resolve(name), text);
    }

    /** Refused with this message alone, and no record made. */
    private void assertFails(Run run, String message) {
        assertThat(run).isEqualTo(new Run(1, "", message + "\n"));
        assertThat(record).doesNotExist();
    }

    @Test
    void counts_files_that_are_no_reports_with_their_reasons_and_reads_the_others() throws IOException {
        report("a.txt", REPORT);
        report("b.txt", "");
        report("c.txt", " \n\t\n");
        Files.write(reports.resolve("d.txt"), new byte[] {77, 90, 0, 3, 0, 0, 0, 4});
        report("e.html", "<!doctype html><title>Menu</title><nav><a href='/'>Home</a> <a href='/a'>About</a></nav>");
        report(
                "f.txt",
                "Graustark hat am Dienstag gefordert, dass Ruritanien sich aus dem Tal und der Stadt zurückzieht.");
        try (RandomAccessFile large =
                new RandomAccessFile(reports.resolve("g.txt").toFile(), "rw")) {
            large.setLength(200_000_000);
        }
        report("h.txt", REPORT);

        Run read = Run.of("read", reports, "--record", record);

        assertThat(read.code()).isZero();
        assertThat(read.err()).isEqualTo("""
                        b.txt: discarded: empty
                        c.txt: discarded: empty
                        d.txt: discarded: binary: it holds characters that are no text
                        e.html: discarded: no article: the page has no running text of its own
                        f.txt: discarded: language: looks like German
                        g.txt: discarded: too large: 200.0 MB, at most 0.5 MB are read
                        """);
        assertThat(read.out().lines())
                .startsWith("2 reports added, 0 replaced, 0 unchanged in " + record)
                .endsWith(
                        "1 discarded: binary: it holds characters that are no text",
                        "2 discarded: empty",
                        "1 discarded: language: looks like German",
                        "1 discarded: no article: the page has no running text of its own",
                        "1 discarded: too large: 200.0 MB, at most 0.5 MB are read");
    }

    @Test
    void reads_what_it_can_of_broken_utf_8_and_of_words_without_a_full_stop() throws IOException {
        byte[] broken = (REPORT + " The café in Strelsau was shut.").getBytes(StandardCharsets.UTF_8);
        broken[REPORT.length() + 9] = 'x';
        Files.write(reports.resolve("a.txt"), broken);
        report("b.txt", "the envoy of Graustark said that Ruritania wanted talks while ".repeat(400));

        Run read = Run.of("read", reports, "--record", record);

        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out()).startsWith("2 reports added");
    }

    @Test
    void takes_a_report_that_has_become_empty_out_of_the_record() throws IOException {
        Path report = report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        Files.writeString(report, "");

        Run.of("read", reports, "--record", record);

        assertThat(Run.of("show", "documents", "--record", record).out())
                .isEqualTo("Nothing of that is in the record.\n");
    }

    @Test
    void refuses_a_path_that_does_not_exist_before_it_reads_the_others() throws IOException {
        report("a.txt", REPORT);
        Path none = folder.resolve("none");

        assertFails(
                Run.of("read", reports, none, "--record", record),
                none + ": found no such file or folder, expected reports to read. Check the path.");
    }

    @Test
    void refuses_an_actor_file_with_all_its_faults() throws IOException {
        report("a.txt", REPORT);
        Path actors = Files.writeString(
                reports.resolve("actors.tsv"), "id\tkind\tname\nRur\tstate\tRuritania\ngra\tstate\t\n");

        assertFails(
                Run.of("read", reports, "--record", record),
                actors + ":2: found \"Rur\" in column \"id\", expected small letters, digits, hyphens and full stops.\n"
                        + actors + ":3: found \"\" in column \"name\", expected a name. Correct the lines, then run"
                        + " \"rapport actors check\".");
    }

    @Test
    void quotes_little_of_a_report_that_is_given_as_an_actor_file() throws IOException {
        Path report = report("a.txt", REPORT);

        assertFails(
                Run.of("read", reports, "--actors", report, "--record", record),
                report
                        + ":1: found the columns \"Ruritania urged Graustark on 3 May 2024 …\", expected id (or body), kind"
                        + " and name. Correct the lines, then run \"rapport actors check\".");
    }

    @ParameterizedTest
    @CsvSource({"--actors, an actor file", "--model, a model"})
    void refuses_a_file_that_is_not_there_or_is_a_folder(String option, String expected) {
        Path none = folder.resolve("none");

        assertFails(
                Run.of("read", reports, option, none, "--record", record),
                none + ": found no such file or folder, expected " + expected + ". Check the path.");
        assertFails(
                Run.of("read", reports, option, folder, "--record", record),
                folder + ": found a folder, expected " + expected + ". Name a file in it.");
    }

    @Test
    void refuses_a_broken_model() throws IOException {
        for (String content : new String[] {"", REPORT}) {
            Path model = Files.writeString(folder.resolve("a.onnx"), content);

            assertFails(
                    Run.of("read", reports, "--model", model, "--record", record),
                    model
                            + ": found no model that can be read, expected a model that this version's training code exported."
                            + " Export it again, or name another file.");
        }
    }

    @Test
    void refuses_a_record_of_a_later_version_and_leaves_it_as_it_is() throws Exception {
        report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        sql(record, "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(record);
        String message =
                record + ": found a record of a later version (tables 99), expected tables 4 or earlier. Update"
                        + " Rapport, or name another record with --record; this one has not been changed.\n";

        assertThat(Run.of("read", reports, "--record", record)).isEqualTo(new Run(1, "", message));
        assertThat(Run.of("show", "documents", "--record", record)).isEqualTo(new Run(1, "", message));
        assertThat(Files.readAllBytes(record)).isEqualTo(before);
    }

    @Test
    void measures_nothing_where_nothing_is_coded() throws IOException {
        report("a.txt", REPORT);

        assertThat(Run.of("evaluate", "gold", reports))
                .isEqualTo(new Run(
                        1,
                        "",
                        reports
                                + ": found no coded passage in it, expected a folder with .jsonl files of coded passages."
                                + " Name another.\n"));
    }

    @Test
    void says_in_which_line_a_passage_is_coded_badly() throws IOException {
        Path file =
                report("a.jsonl", "{\"text\": \"Ruritania waits.\"}\n{\"text\": \"Ruritania\", \"mentions\": [{}]}\n");

        assertThat(Run.of("evaluate", "gold", reports))
                .isEqualTo(new Run(
                        1,
                        "",
                        file + ":2: found \"\", expected words that stand in the text. Correct the file and run it"
                                + " again.\n"));
    }

    @Test
    void refuses_a_record_that_is_a_folder_or_in_none() {
        assertThat(Run.of("read", reports, "--record", folder))
                .isEqualTo(new Run(
                        1,
                        "",
                        folder + ": found a folder, expected a file. Name a file in it, as in --record " + folder
                                + "/rapport.record.\n"));
        Path none = folder.resolve("none").resolve("a.record");
        assertThat(Run.of("read", reports, "--record", none))
                .isEqualTo(new Run(
                        1,
                        "",
                        none + ": found no folder \"" + none.getParent()
                                + "\", expected the folder in which the record is"
                                + " to be kept. Make the folder, or name another place with --record.\n"));
    }

    @Test
    void waits_for_nobody_to_show_a_record_that_another_program_is_writing() throws Exception {
        report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + record);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThat(Run.of("show", "search", "Ruritania", "--record", record).code())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "read, a, --threads, 0, rapport read",
        "read, a, --threads, -2, rapport read",
        "show search, a, --limit, 0, rapport show search",
        "bench, '', --articles, 0, rapport bench",
        "bench together, '', --mentions, 0, rapport bench together",
        "bench pages, '', --reports, 0, rapport bench pages"
    })
    void answers_a_number_that_is_too_small_with_two(
            String command, String word, String option, int number, String name) {
        Object[] arguments =
                (command + " " + word + " " + option + " " + number).trim().split(" +");

        assertThat(Run.of(arguments))
                .isEqualTo(new Run(
                        2,
                        "",
                        option + ": found " + number + ", expected 1 or more\n\"" + name
                                + " --help\" explains the command.\n"));
    }

    @Test
    void answers_wrong_words_with_two() {
        assertThat(Run.of("read", reports, "--threads", "many").err())
                .isEqualTo("Invalid value for option '--threads': found \"many\", expected a whole number\n"
                        + "\"rapport read --help\" explains the command.\n");
        Run sing = Run.of("sing");
        assertThat(sing.code()).isEqualTo(2);
        assertThat(sing.out()).isEmpty();
        assertThat(sing.err()).startsWith("Unmatched argument at index 0: 'sing'\nUsage: rapport [-hV] COMMAND\n");
    }

    @Test
    void leaves_no_record_behind_when_an_import_fails() throws IOException {
        Path none = folder.resolve("none.jsonl");
        assertFails(
                Run.of("import", none, "--record", record),
                none
                        + ": found no such file or folder, expected JSON Lines that \"rapport export\" wrote. Check the path.");
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));
        assertFails(
                Run.of("import", empty, "--record", record),
                empty
                        + ": found no line, expected a format line first. Export the record again; nothing has been imported.");
    }

    @Test
    void leaves_no_half_file_when_an_export_fails() throws IOException {
        report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        Path none = folder.resolve("none").resolve("a.jsonl");

        assertThat(Run.of("export", "--record", record, "--out", folder).err())
                .isEqualTo(folder + ": found a folder, expected a file to write. Name a file in it.\n");
        assertThat(Run.of("export", "--record", record, "--out", none).err())
                .isEqualTo(
                        none + ": found no folder \"" + none.getParent() + "\", expected the folder in which to write."
                                + " Make the folder, or name another place with --out.\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(reports, record);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void says_when_standard_output_is_full() throws IOException {
        report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        for (String[] arguments : new String[][] {{"export"}, {"show", "documents"}}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String[] all = Arrays.copyOf(arguments, arguments.length + 2);
            all[arguments.length] = "--record";
            all[arguments.length + 1] = record.toString();

            int code;
            try (OutputStream full = new FileOutputStream("/dev/full")) {
                code = Rapport.run(full, err, all);
            }

            assertThat(code).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo(
                            "standard output: found \"No space left on device\", expected a place to write to. Free some"
                                    + " space, then run the same command again.\n");
        }
    }

    @Test
    void ends_quietly_when_its_reader_has_read_enough() throws IOException {
        report("a.txt", REPORT);
        Run.of("read", reports, "--record", record);
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(Rapport.run(closed, err, "export", "--record", record.toString()))
                .isZero();
        assertThat(err.size()).isZero();
    }

    private static void sql(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
