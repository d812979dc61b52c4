package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as a user runs it, on the example story. */
class MainJobTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "ruritania-graustark");

    @TempDir
    private static Path shared;

    private static Path example;

    @TempDir
    private Path folder;

    private static Run run(Object... arguments) {
        return Run.of(arguments);
    }

    @BeforeAll
    static void readTheExample() {
        example = shared.resolve("example.record");
        Run read = run("read", EXAMPLE, "--record", example);
        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out()).startsWith("10 reports added, 0 replaced, 0 unchanged");
    }

    private Path copyOfTheRecord() throws IOException {
        Path copy = folder.resolve("copy.record");
        Files.copy(example, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private byte[] exported(Path record, String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(run("export", "--record", record, "--out", file).code()).isZero();
        return Files.readAllBytes(file);
    }

    @Test
    void changes_nothing_when_the_same_files_are_read_again() throws IOException {
        Path record = copyOfTheRecord();
        byte[] before = exported(record, "before.jsonl");

        Run again = run("read", EXAMPLE, "--record", record);

        assertThat(again.out()).startsWith("0 reports added, 0 replaced, 10 unchanged");
        assertThat(exported(record, "after.jsonl")).isEqualTo(before);
    }

    @Test
    void gives_the_same_bytes_on_any_number_of_threads_and_in_any_order() throws IOException {
        List<Path> reports;
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            reports = files.filter(file -> file.toString().matches(".*\\.(txt|html)"))
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        }
        Path record = folder.resolve("backwards.record");
        for (Path report : reports) {
            Run read =
                    run("read", report, "--actors", EXAMPLE.resolve("actors.tsv"), "--threads", 1, "--record", record);
            assertThat(read.code()).as(read.err()).isZero();
        }

        assertThat(exported(record, "backwards.jsonl")).isEqualTo(exported(example, "at-once.jsonl"));
    }

    @Test
    void shows_an_event_once_with_every_report_that_tells_it() {
        Run events = run("show", "events", "--of", "Kravonia", "--to", "Graustark", "--record", example);

        assertThat(events.code()).as(events.err()).isZero();
        assertThat(events.out()).contains("told 3 times, by 2 outlets, 2 independent sources");
        assertThat(events.out()).contains("by sameTrigger");
        assertThat(events.err()).isEmpty();
    }

    @Test
    void shows_storylines_with_all_their_reports() {
        Run storylines = run("show", "storylines", "--record", example);

        assertThat(storylines.code()).as(storylines.err()).isZero();
        assertThat(storylines.out()).contains("2024-01-17, d").contains("reports, ");
    }

    @Test
    void draws_what_two_sides_did_in_both_directions() {
        Run dyad = run("show", "dyad", "Graustark", "Ruritania", "--by", "quarter", "--record", example);

        assertThat(dyad.code()).as(dyad.err()).isZero();
        assertThat(dyad.out())
                .contains("Graustark to Ruritania, by quarter")
                .contains("Ruritania to Graustark, by quarter")
                .contains("2024-Q1");
        assertThat(run("show", "dyad", "Graustark", "Ruritania", "--by", "year", "--record", example)
                        .err())
                .startsWith("Invalid value for option '--by': found \"year\", expected day, week, month or quarter");
    }

    @Test
    void shows_the_ledger_with_what_moved_each_line() {
        Run ledger = run("show", "ledger", "--of", "Ruritania", "--record", example);

        assertThat(ledger.code()).as(ledger.err()).isZero();
        assertThat(ledger.out()).contains("2024-01-16  demanded, according to Graustark");
    }

    @Test
    void shows_only_disputes_among_disputes() {
        Run disputes = run("show", "disputes", "--json", "--record", example);

        assertThat(disputes.code()).as(disputes.err()).isZero();
        assertThat(disputes.out()).startsWith("{\"events\":[").doesNotContain("\"versions\":[],\"disputedBy\":[]");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void gives_the_same_bytes_on_several_threads(int threads) throws IOException {
        Path record = folder.resolve("threads.record");

        assertThat(run("read", EXAMPLE, "--threads", threads, "--record", record)
                        .code())
                .isZero();

        assertThat(exported(record, "threads.jsonl")).isEqualTo(exported(example, "default.jsonl"));
    }

    @Test
    void takes_an_actor_file_once_however_its_path_is_written() throws IOException {
        Path record = copyOfTheRecord();
        Path actors = EXAMPLE.resolve("..").resolve(EXAMPLE.getFileName()).resolve("actors.tsv");

        Run again = run("read", EXAMPLE, "--actors", actors, "--actors", actors.toAbsolutePath(), "--record", record);

        assertThat(again.out()).startsWith("0 reports added, 0 replaced, 10 unchanged");
    }

    @Test
    void keeps_two_reports_of_one_name_in_two_folders_apart() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/reports"));
        Path other = Files.createDirectories(folder.resolve("other/reports"));
        Files.writeString(one.resolve("a.txt"), "Ruritania thanked Graustark on 5 May 2024.");
        Files.writeString(other.resolve("a.txt"), "Graustark thanked Ruritania on 6 May 2024.");
        Path record = folder.resolve("apart.record");

        assertThat(run("read", one, other, "--record", record).out()).startsWith("2 reports added, 0 replaced");
        assertThat(run("read", other, one, "--record", record).out())
                .startsWith("0 reports added, 0 replaced, 2 unchanged");
        assertThat(run("show", "documents", "--record", record).out())
                .contains("one/reports/a.txt")
                .contains("other/reports/a.txt");
    }

    /** A link to nowhere: like a disk that is not there today. */
    @Test
    void keeps_what_was_read_from_a_file_that_cannot_be_read_any_more() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("away"));
        Path report = Files.writeString(reports.resolve("a.txt"), "Ruritania thanked Graustark on 5 May 2024.");
        Path record = folder.resolve("away.record");
        run("read", reports, "--record", record);
        byte[] before = exported(record, "before.jsonl");
        Files.delete(report);
        Files.createSymbolicLink(report, folder.resolve("nowhere"));

        Run again = run("read", reports, "--record", record);

        assertThat(again.code()).isZero();
        assertThat(again.err())
                .isEqualTo("a.txt: discarded: unreadable: there is no such file; what was read from it before stays\n");
        assertThat(exported(record, "after.jsonl")).isEqualTo(before);
    }

    @Test
    void prints_the_summary_as_json() throws IOException {
        Path record = copyOfTheRecord();

        assertThat(run("read", EXAMPLE, "--json", "--record", record).out())
                .isEqualTo("{\"record\":\"" + record + "\",\"added\":0,\"replaced\":0,\"unchanged\":10,\"mentions\":0,"
                        + "\"statements\":0,\"eventMentions\":0,\"discards\":{}}\n");
    }

    @Test
    void writes_the_same_bytes_to_standard_output_and_to_a_file() throws IOException {
        assertThat(run("export", "--record", example).out().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(exported(example, "file.jsonl"));
    }

    @Test
    void shows_a_timeline_of_two_sides_and_only_what_is_told_as_done_if_asked() {
        String all = run("show", "timeline", "Graustark", "Ruritania", "--record", example)
                .out();
        String done = run("show", "timeline", "Graustark", "Ruritania", "--done", "--record", example)
                .out();

        assertThat(all).contains("(promised)").contains("Slavna Review, 2024-03-08, ");
        assertThat(done).contains("(occurred)").doesNotContain("(promised)");
        assertThat(run("show", "timeline", "Ruritania", "Graustark", "--record", example)
                        .out())
                .isEqualTo(all);
    }

    @Test
    void shows_statements_documents_and_actors() {
        assertThat(run("show", "statements", "Graustark", "--record", example).out())
                .contains("demand");
        assertThat(run("show", "documents", "--record", example).out().lines())
                .filteredOn(line -> line.matches(".*(txt|html)"))
                .hasSize(10);
        assertThat(run("show", "actors", "--record", example).out()).contains("  Graustark\n");
    }

    @Test
    void says_who_is_meant_if_nobody_or_more_than_one_is_called_so() {
        Run nobody = run("show", "statements", "Sylvania", "--record", example);

        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.err())
                .isEqualTo("nobody in the record is called \"Sylvania\", expected the id or name of one actor."
                        + " \"rapport show actors\" lists them.\n");
    }

    @Test
    void removes_what_it_knows_and_names_what_it_does_not() throws IOException {
        Path record = copyOfTheRecord();

        Run removed = run("remove", "cpa-deadline.txt", "none.txt", "--record", record);

        assertThat(removed.code()).isEqualTo(1);
        assertThat(removed.out()).startsWith("cpa-deadline.txt: removed with ");
        assertThat(removed.err())
                .isEqualTo(record + ": found no document \"none.txt\", expected an id or a path."
                        + " \"rapport show documents\" lists them.\n");
    }

    @Test
    void brings_an_export_back_to_the_same_bytes() throws IOException {
        byte[] first = exported(example, "first.jsonl");
        Path other = folder.resolve("other.record");

        Run imported = run("import", folder.resolve("first.jsonl"), "--record", other);

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(exported(other, "second.jsonl")).isEqualTo(first);
    }

    @Test
    void takes_a_document_out_of_record_and_index() throws IOException {
        Path record = copyOfTheRecord();
        assertThat(run("show", "search", "Tolm", "garrison", "--record", record).out())
                .contains("cpa-tolm-attack.txt");

        assertThat(run("remove", "cpa-tolm-attack.txt", "--record", record).code())
                .isZero();

        assertThat(run("show", "search", "Tolm", "garrison", "--record", record).out())
                .doesNotContain("cpa-tolm-attack.txt");
        assertThat(new String(exported(record, "left.jsonl"), StandardCharsets.UTF_8))
                .doesNotContain("cpa-tolm-attack.txt");
    }

    @Test
    void replaces_the_records_of_a_changed_file_alone() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Path one = Files.writeString(
                reports.resolve("one.txt"), "Ruritania urged Graustark on 3 May 2024 to withdraw its troops.");
        Files.writeString(
                reports.resolve("two.txt"),
                "Graustark rejected the demand of Ruritania, the ministry said on 4 May 2024.");
        Path record = folder.resolve("two.record");
        assertThat(run("read", reports, "--record", record).out()).startsWith("2 reports added");

        Files.writeString(one, "Ruritania thanked Graustark on 5 May 2024 for the withdrawal of its troops.");

        assertThat(run("read", reports, "--record", record).out())
                .startsWith("0 reports added, 1 replaced, 1 unchanged");
    }

    @Test
    void keeps_what_is_demanded_out_of_what_is_done() {
        Run all = run("show", "document", "cpa-troop-demand.txt", "--record", example);

        assertThat(all.out())
                .containsPattern("Ruritania  RETREAT/withdraw  .*\\(demanded\\) “pull”")
                .doesNotContainPattern("RETREAT.*\\(occurred\\)");
    }

    @Test
    void gives_no_words_of_a_report_without_text() throws IOException {
        Path file = folder.resolve("bare.jsonl");

        run("export", "--without-text", "--record", example, "--out", file);

        assertThat(Files.readString(file))
                .doesNotContain("pull its soldiers out")
                .contains("\"eventMention\"");
    }

    @Test
    void shows_only_what_is_as_sure_as_one_asks_for() {
        long all = run("show", "events", "--record", example).out().lines().count();
        long surer = run("show", "events", "--least-score", "0.6", "--record", example)
                .out()
                .lines()
                .count();
        assertThat(surer).isPositive().isLessThan(all);
        assertThat(run("show", "timeline", "Graustark", "Ruritania", "--least-score", "0.6", "--record", example)
                        .out())
                .contains("[0.")
                .doesNotContain("[0.5", "[0.4", "[0.3", "[0.2", "[0.1");
        Run wrong = run("show", "ledger", "--least-score", "2", "--record", example);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--least-score: found 2.0, expected a chance from 0 to 1");
    }

    @Test
    void answers_wrong_usage_with_two_and_failure_with_one() {
        assertThat(run("read").code()).isEqualTo(2);
        assertThat(run("sing").code()).isEqualTo(2);
        Run missing = run("read", folder.resolve("nowhere"), "--record", folder.resolve("x.record"));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("nowhere: found no such file or folder, expected reports to read. Check the path.");
        assertThat(run("show", "documents", "--record", folder.resolve("none.record"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void counts_what_it_cannot_read_and_goes_on() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(reports.resolve("empty.txt"), "");
        Files.write(reports.resolve("picture.txt"), new byte[] {0, 1, 2, 3, 0, 0, 7, 8, 9});
        Files.writeString(
                reports.resolve("report.txt"), "Ruritania urged Graustark on 3 May 2024 to withdraw its troops.");

        Run read = run("read", reports, "--record", folder.resolve("mixed.record"));

        assertThat(read.code()).isZero();
        assertThat(read.out())
                .startsWith("1 report added")
                .contains("1 discarded: empty")
                .contains("1 discarded: binary");
        assertThat(read.err()).contains("empty.txt: discarded").doesNotContain("Graustark");
    }
}
