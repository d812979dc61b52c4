package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.store.export.RecordWriter;
import rapport.store.migration.Migration;

/**
 * Records that earlier versions wrote, one a version, kept for ever as SQL ({@code version-1.sql}) with what they export
 * today ({@code version-1.jsonl}; {@code -Drapport.gold=update} rewrites it). A change to the tables adds a pair.
 */
class OldFilesTest {

    @TempDir
    private Path folder;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Migration.latest());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void reads_what_an_earlier_version_wrote(int version) throws Exception {
        Path file = build(version);

        assertThat(export(file)).isEqualTo(expected(version, file));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void writes_to_a_record_of_an_earlier_version(int version) throws Exception {
        Path file = build(version);

        try (RecordStore store = RecordStore.openExisting(file, Examples.FORMAT)) {
            assertThat(store.put(Examples.talks())).isEqualTo(Change.ADDED);
            assertThat(store.remove("gazette/talks.txt")).isPresent();
        }
        assertThat(export(file)).isEqualTo(expected(version, file));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void finds_the_words_of_a_record_of_an_earlier_version(int version) throws Exception {
        try (RecordStore store = RecordStore.openExisting(build(version), Examples.FORMAT);
                Snapshot record = store.snapshot()) {
            assertThat(record.search("strelsau", 10)).hasSize(1);
        }
    }

    private Path build(int version) throws IOException, SQLException {
        Path file = folder.resolve("version-" + version + ".record");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(resource("version-" + version + ".sql"));
        }
        return file;
    }

    private static String expected(int version, Path file) throws IOException {
        String name = "version-" + version + ".jsonl";
        if (System.getProperty("rapport.gold", "").equals("update")) {
            Files.writeString(Path.of("src/test/resources/rapport/store/old", name), export(file));
            return export(file);
        }
        return resource(name);
    }

    private static String export(Path file) {
        try (RecordStore store = RecordStore.openExisting(file, Examples.FORMAT);
                Snapshot record = store.snapshot()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            RecordWriter.complete().write(record, bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OldFilesTest.class.getResourceAsStream("old/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
