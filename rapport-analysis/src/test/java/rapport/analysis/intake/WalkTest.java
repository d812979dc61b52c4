package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void finds_reports_sorted_and_by_extension() throws IOException {
        for (String name : List.of(
                "b.txt",
                "a.md",
                "c.HTML",
                "d",
                "e.xhtml",
                "f.htm",
                "g.text",
                "h.pdf",
                "i.gold.jsonl",
                ".hidden",
                ".h.txt")) {
            write(name);
        }
        write("a/z.txt");
        write("a/b/y.txt");
        write(".git/x.txt");

        assertThat(paths(folder))
                .containsExactly("a/b/y.txt", "a/z.txt", "a.md", "b.txt", "c.HTML", "d", "e.xhtml", "f.htm", "g.text");
    }

    @Test
    void leaves_out_what_says_what_is_in_a_folder_unless_it_is_given_itself() throws IOException {
        for (String name : List.of("README", "README.md", "a/readme.txt", "READMENT.txt", "a/b.txt")) write(name);

        assertThat(paths(folder)).containsExactly("READMENT.txt", "a/b.txt");
        assertThat(paths(folder.resolve("README.md"))).containsExactly("README.md");
    }

    @Test
    void sees_several_folders_from_the_one_that_holds_them_all() throws IOException {
        write("one/reports/a.txt");
        write("other/reports/a.txt");

        assertThat(paths(folder.resolve("one/reports"))).containsExactly("a.txt");
        assertThat(paths(folder.resolve("other/reports"), folder.resolve("one/reports")))
                .containsExactly("other/reports/a.txt", "one/reports/a.txt");
        assertThat(paths(folder.resolve("other/reports/a.txt"), folder.resolve("one/reports/a.txt")))
                .containsExactly("other/reports/a.txt", "one/reports/a.txt");
    }

    @Test
    void gives_a_file_one_path_however_it_is_reached() throws IOException {
        write("one/a.txt");

        assertThat(paths(folder, folder.resolve("one"), folder.resolve("one/../one/a.txt")))
                .containsExactly("one/a.txt", "one/a.txt", "one/a.txt");
        assertThat(paths(folder.resolve("one"), folder.resolve("one"))).containsExactly("a.txt", "a.txt");
    }

    @Test
    void takes_a_file_that_was_given_whatever_its_name() throws IOException {
        write("report.dat");
        write("a.txt");

        assertThat(paths(folder.resolve("report.dat"), folder.resolve("a.txt"), folder.resolve("none.txt")))
                .containsExactly("report.dat", "a.txt", "none.txt");
    }

    @Test
    void survives_links_that_lead_back() throws IOException {
        write("a/x.txt");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("broken.txt"), folder.resolve("nowhere"));

        assertThat(paths(folder)).containsExactly("a/x.txt", "broken.txt");
    }

    @Test
    void hands_on_a_folder_that_cannot_be_listed() throws IOException {
        write("a/x.txt");
        write("b/y.txt");
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(folder.resolve("a")), "this user may read everything");
        try {
            List<Intake.Candidate> found = new Intake().walk(List.of(folder)).toList();

            assertThat(found).extracting(Intake.Candidate::path).containsExactly("a", "b/y.txt");
            var refused = (Intake.Refused) new Intake().read(found.get(0).file(), "a");
            assertThat(refused.discard().reason()).isEqualTo("unreadable: access is denied");
        } finally {
            Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void lists_a_folder_only_when_its_turn_comes() throws IOException {
        write("a/x.txt");
        write("b/y.txt");
        var found = new Intake().walk(List.of(folder)).iterator();
        assertThat(found.next().path()).isEqualTo("a/x.txt");
        write("b/late.txt");

        assertThat(found.next().path()).isEqualTo("b/late.txt");
    }

    private List<String> paths(Path... given) {
        return new Intake().walk(List.of(given)).map(Intake.Candidate::path).toList();
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
