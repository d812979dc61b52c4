package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static rapport.store.Examples.FORMAT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rapport.record.Time;
import rapport.store.migration.Migration;

/** What happens when the file, the disk or another program is not as it should be. */
class RecordFileTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @Test
    void makes_a_record_where_there_is_no_file_or_an_empty_one() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.record"));

        assertOpens(empty);
        assertOpens(folder.resolve("new.record"));
    }

    @Test
    void opens_what_is_there_and_makes_nothing_when_asked_to() {
        Path file = folder.resolve("none.record");

        assertThatThrownBy(() -> RecordStore.openExisting(file, FORMAT))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + ": found no such file, expected a Rapport record. Make one with \"rapport read\", or"
                        + " name another with --record.");
        assertThat(file).doesNotExist();
        assertOpens(file);
        RecordStore.openExisting(file, FORMAT).close();
    }

    @Test
    void refuses_a_record_of_a_later_version_and_leaves_it_as_it_is() throws Exception {
        Path file = folder.resolve("later.record");
        assertOpens(file);
        int later = Migration.latest() + 1;
        sql(file, "PRAGMA user_version = " + later, "PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] before = Files.readAllBytes(file);

        assertRefused(
                file,
                ": found a record of a later version (tables " + later + "), expected tables " + Migration.latest()
                        + " or earlier. Update Rapport, or name another record with --record; this one has not been changed.");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refuses_a_file_of_another_kind_and_leaves_it_as_it_is() throws IOException {
        for (String content : new String[] {"notes", "Some notes about Ruritania.\n".repeat(100)}) {
            Path file = Files.writeString(folder.resolve("notes.txt"), content);

            assertRefused(
                    file,
                    ": found a file of another kind, expected a Rapport record, or no file yet. Name another file with"
                            + " --record; this one has not been changed.");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void refuses_the_database_of_another_program() throws Exception {
        Path file = folder.resolve("other.db");
        sql(file, "CREATE TABLE recipe (name TEXT)");

        assertRefused(
                file,
                ": found the database of another program, expected a Rapport record, or no file yet. Name another file"
                        + " with --record; this one has not been changed.");
    }

    @Test
    void refuses_a_damaged_record() throws IOException {
        Path file = folder.resolve("damaged.record");
        assertOpens(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 100; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
        Files.write(file, bytes);

        assertRefused(
                file,
                ", opening it: found a damaged file, expected a Rapport record. Put a copy in its place, or read the"
                        + " reports again into a new record (--record).");
    }

    @Test
    void refuses_a_folder_and_a_file_in_a_folder_that_is_not_there() {
        assertRefused(
                folder,
                ": found a folder, expected a file. Name a file in it, as in --record " + folder + "/rapport.record.");
        Path file = folder.resolve("none").resolve("rapport.record");
        assertRefused(
                file,
                ": found no folder \"" + folder.resolve("none") + "\", expected the folder in which the record is to be"
                        + " kept. Make the folder, or name another place with --record.");
    }

    /** A folder of the system in which nobody, whatever his rights, can make a file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void says_when_a_folder_cannot_be_written() {
        Path file = Path.of("/proc/rapport.record");

        assertRefused(
                file,
                ", opening it: found a file or folder that cannot be written, expected permission to write the record"
                        + " and its folder. Change the permission, or name another place with --record.");
    }

    @Test
    void says_when_a_record_cannot_be_written() throws IOException {
        Path file = folder.resolve("read-only.record");
        assertOpens(file);
        assertThat(file.toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(file), "this user may write everything");

        assertThatThrownBy(() -> {
                    try (RecordStore store = RecordStore.open(file, FORMAT)) {
                        store.put(Examples.talks());
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found a file or folder that cannot be written");
    }

    /** As on a disk that is read-only; whoever runs this as root may write everything, so it is told and not tried. */
    @Test
    void reads_a_record_that_cannot_be_written_and_lays_nothing_beside_it() throws IOException {
        Path file = recordOfTalks();
        byte[] before = Files.readAllBytes(file);

        try (Session session = RecordFile.openToRead(file, SHORT, false);
                Snapshot record = Snapshot.begin(session, FORMAT)) {
            assertThat(record.documents()).containsExactly(Examples.talks().document());
            assertThat(record.search("held", 2)).hasSize(1);
            assertThat(folder).isDirectoryNotContaining(beside -> !beside.equals(file));
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(beside -> !beside.equals(file));
    }

    @Test
    void reads_a_record_in_a_folder_that_cannot_be_written() throws IOException {
        Path file = recordOfTalks();
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(folder), "this user may write everything");
            try (Snapshot record = Snapshot.of(file, FORMAT)) {
                assertThat(record.counts().documents()).isEqualTo(1);
            }
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void reads_through_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.record"), recordOfTalks());

        try (Session session = RecordFile.openToRead(link, SHORT, false);
                Snapshot record = Snapshot.begin(session, FORMAT)) {
            assertThat(record.counts().documents()).isEqualTo(1);
        }
    }

    @Test
    void writes_nothing_into_what_was_opened_to_read() {
        Path file = recordOfTalks();

        for (boolean isWritable : new boolean[] {false, true}) {
            try (Session session = RecordFile.openToRead(file, SHORT, isWritable);
                    Snapshot record = Snapshot.begin(session, FORMAT)) {
                assertThatThrownBy(() -> session.execute("removing", "DELETE FROM document"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("found a file or folder that cannot be written");
                assertThat(record.counts().documents()).isEqualTo(1);
            }
        }
    }

    @Test
    void reads_what_a_writer_has_stored_and_not_yet_moved_into_the_file() {
        Path file = recordOfTalks();
        try (RecordStore store = RecordStore.open(file, FORMAT)) {
            store.put(Examples.protest());

            for (boolean isWritable : new boolean[] {false, true}) {
                try (Session session = RecordFile.openToRead(file, SHORT, isWritable);
                        Snapshot record = Snapshot.begin(session, FORMAT)) {
                    assertThat(record.counts().documents()).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void makes_no_record_to_read_it() {
        Path file = folder.resolve("none.record");

        assertThatThrownBy(() -> Snapshot.of(file, FORMAT))
                .hasMessage(file + ": found no such file, expected a Rapport record. Make one with \"rapport read\", or"
                        + " name another with --record.");
        assertThat(file).doesNotExist();
    }

    @Test
    void refuses_to_read_what_it_cannot_bring_up_to_date() throws SQLException {
        Path file = recordOfTalks();
        sql(file, "PRAGMA user_version = 0", "PRAGMA wal_checkpoint(TRUNCATE)");

        assertThatThrownBy(() -> RecordFile.openToRead(file, SHORT, false).close())
                .hasMessage(file + ": found a record of an earlier version (tables 0) that cannot be written, expected"
                        + " tables " + Migration.latest()
                        + ", or permission to bring it up to them. Copy it to a folder"
                        + " that can be written, or change the permission.");
    }

    private Path recordOfTalks() {
        Path file = folder.resolve("talks.record");
        try (RecordStore store = RecordStore.open(file, FORMAT)) {
            store.put(Examples.talks());
        }
        return file;
    }

    @Test
    void says_when_the_disk_is_full_and_keeps_what_was_stored() throws Exception {
        Path file = folder.resolve("full.record");
        try (Session session = RecordFile.open(file, SHORT)) {
            session.number("limiting it", "PRAGMA max_page_count = 40");
            RecordStore store = RecordStore.of(session, FORMAT, SHORT);
            store.put(Examples.talks());
            var large = Examples.bare("large.txt", "Ruritania waits. ".repeat(20_000), Time.UNKNOWN);

            assertThatThrownBy(() -> store.put(large))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + ", storing document " + large.document().id()
                            + ": found no space left on the disk, expected room for the record and for the file ending"
                            + " in -wal beside it. Free some space, then run the same command again; what is stored is"
                            + " safe.");
            assertThat(store.put(Examples.talks())).isEqualTo(Change.UNCHANGED);
            assertThat(store.put(Examples.bare("small.txt", "No.", Time.UNKNOWN)))
                    .isEqualTo(Change.ADDED);
        }
    }

    @Test
    void says_when_another_program_keeps_writing() throws Exception {
        Path file = folder.resolve("busy.record");
        try (RecordStore store = RecordStore.open(file, FORMAT, SHORT);
                Connection other = connect(file);
                Statement statement = other.createStatement()) {
            store.put(Examples.talks());
            statement.executeUpdate("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> store.put(Examples.protest()))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + ", storing document "
                            + Examples.protest().document().id()
                            + ": found another program writing to this record, expected one writer at a time. Wait until"
                            + " the other has ended, then run the same command again; what is stored is safe.");
            try (Snapshot record = store.snapshot()) {
                assertThat(record.counts().documents()).isEqualTo(1);
            }
            statement.executeUpdate("ROLLBACK");
            assertThat(store.put(Examples.protest())).isEqualTo(Change.ADDED);
        }
    }

    @Test
    void two_stores_take_turns() {
        Path file = folder.resolve("shared.record");
        try (RecordStore one = RecordStore.open(file, FORMAT);
                RecordStore other = RecordStore.open(file, FORMAT)) {
            one.put(Examples.talks());
            other.put(Examples.protest());
            assertThat(one.put(Examples.protest())).isEqualTo(Change.UNCHANGED);
            assertThat(other.remove("gazette/talks.txt")).isPresent();
            try (Snapshot record = one.snapshot()) {
                assertThat(record.counts().documents()).isEqualTo(1);
            }
        }
    }

    /** A second Java that is killed between two rows of a document. */
    @Test
    void a_program_that_is_killed_while_it_writes_leaves_whole_documents_only() throws Exception {
        Path file = folder.resolve("killed.record");
        try (RecordStore store = RecordStore.open(file, FORMAT)) {
            store.put(Examples.talks());
        }
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (RecordStore store = RecordStore.open(file, FORMAT, SHORT)) {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            assertThatThrownBy(() -> store.put(Examples.protest()))
                    .hasMessageContaining("found another program writing to this record");
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (RecordStore store = RecordStore.open(file, FORMAT);
                Snapshot record = store.snapshot()) {
            assertThat(record.counts()).isEqualTo(new Counts(1, 2, 0, 1, 2, 0));
            assertThat(record.search("half", 10)).isEmpty();
            assertThat(store.put(Examples.protest())).isEqualTo(Change.ADDED);
        }
    }

    /** Stores half a document and waits to be killed. */
    static final class HalfWriter {

        private HalfWriter() {}

        public static void main(String[] arguments) throws Exception {
            try (Session session = RecordFile.open(Path.of(arguments[0]), Duration.ofSeconds(10))) {
                session.execute("storing half", "BEGIN IMMEDIATE");
                var half = Examples.bare("half.txt", "A half.", Time.UNKNOWN);
                DocumentTable documents = new DocumentTable(session);
                documents.add(half.document(), documents.nextKey(), 1);
                System.out.write('!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    private static void assertOpens(Path file) {
        try (RecordStore store = RecordStore.open(file, FORMAT);
                Snapshot record = store.snapshot()) {
            assertThat(record.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));
        }
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> RecordStore.open(file, FORMAT, SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + message);
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }
}
