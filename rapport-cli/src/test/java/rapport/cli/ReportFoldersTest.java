package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.analysis.intake.Intake;
import rapport.record.Document;

class ReportFoldersTest {

    private static final byte[] TEXT =
            "STRELSAU, 4 May - Ruritania on Tuesday seized three boats of Graustark at Zenda.\r\n"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path reports;
    private ReportFolders folders;

    @BeforeEach
    void make() throws IOException {
        reports = Files.createDirectories(folder.resolve("reports/may")).getParent();
        Files.write(reports.resolve("may/a.txt"), TEXT);
        Files.write(folder.resolve("secret.txt"), TEXT);
        folders = new ReportFolders(List.of(reports));
    }

    /** As a record has it; whoever wrote the record chose the path. */
    private static Document document(String path) {
        return ((Intake.Page) new Intake().read(TEXT, path)).document();
    }

    @Test
    void gives_the_file_byte_for_byte() {
        assertThat(folders.find(document("may/a.txt")))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(TEXT));
    }

    @Test
    void gives_no_file_outside_of_the_folder_though_it_holds_the_text() {
        for (String path : List.of(
                "../secret.txt",
                "may/../../secret.txt",
                folder.resolve("secret.txt").toString(),
                "may",
                "",
                "nothing.txt",
                "a\0b.txt")) {
            assertThat(folders.find(document(path))).as(path).isEmpty();
        }
    }

    @Test
    void follows_links_within_the_folder_and_none_out_of_it() throws IOException {
        Files.createSymbolicLink(reports.resolve("same.txt"), reports.resolve("may/a.txt"));
        Files.createSymbolicLink(reports.resolve("out.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(reports.resolve("up"), folder);

        assertThat(folders.find(document("same.txt"))).isPresent();
        assertThat(folders.find(document("out.txt"))).isEmpty();
        assertThat(folders.find(document("up/secret.txt"))).isEmpty();
    }

    /** A folder beside it whose name begins in the same way is another folder. */
    @Test
    void a_folder_beside_it_is_outside() throws IOException {
        Files.write(Files.createDirectory(folder.resolve("reports2")).resolve("a.txt"), TEXT);

        assertThat(folders.find(document("../reports2/a.txt"))).isEmpty();
    }

    @Test
    void gives_no_file_that_has_changed_since_it_was_read() throws IOException {
        Files.write(
                reports.resolve("may/a.txt"),
                "Something else that the file of that name says now.".getBytes(StandardCharsets.UTF_8));

        assertThat(folders.find(document("may/a.txt"))).isEmpty();
    }

    @Test
    void looks_through_one_folder_after_another() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.write(other.resolve("b.txt"), TEXT);

        assertThat(new ReportFolders(List.of(reports, other)).find(document("b.txt")))
                .isPresent();
        assertThatThrownBy(() -> new ReportFolders(List.of(folder.resolve("secret.txt"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("expected a folder");
    }
}
