package rapport.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.record.Discard;
import rapport.record.Format;
import rapport.record.Ids;
import rapport.record.Time;
import rapport.store.Counts;
import rapport.store.Examples;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.StoreException;
import rapport.storyline.Setting;
import rapport.storyline.Settings;

class RecordReaderTest {

    private static final Format OTHER = new Format(Format.VERSION, "9.9.9", "7", "reader-7");

    private static final String REMEDY =
            " Correct the line, or export the record again; nothing of this file has been imported.";

    @TempDir
    private Path folder;

    private Path file;
    private RecordStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("story.jsonl");
        store = RecordStore.open(folder.resolve("imported.record"), OTHER);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void export_import_export_gives_the_same_bytes() throws IOException {
        String story = story();
        Files.writeString(file, story);

        Imported imported = RecordReader.read(file, store);

        assertThat(export(store)).isEqualTo(story);
        assertThat(imported)
                .isEqualTo(new Imported(
                        new TreeMap<>(Map.of(
                                "format",
                                1L,
                                "document",
                                3L,
                                "mention",
                                6L,
                                "statement",
                                2L,
                                "eventMention",
                                2L,
                                "actor",
                                4L,
                                "discard",
                                2L)),
                        new TreeMap<>(),
                        Optional.empty(),
                        4,
                        0,
                        0));
    }

    @Test
    void takes_settings_into_an_empty_record_alone() throws IOException {
        Settings settings = Settings.USUAL.with(Setting.DAYS, 2);
        Files.writeString(file, story().replaceFirst("}\n", ",\"settings\":{\"days\":2,\"unknown\":1}}\n"));

        assertThat(RecordReader.read(file, store).leftOut()).isEmpty();
        assertThat(settings()).isEqualTo(settings);

        store.set(Setting.DAYS, 0);
        assertThat(RecordReader.read(file, store).leftOut()).contains(settings);
        assertThat(settings()).isEqualTo(Settings.USUAL);

        assertRefused(story -> story.replaceFirst("}\n", ",\"settings\":{\"days\":\"2\"}}\n"), ":1: found", "days");
        assertRefused(
                story -> story.replaceFirst("}\n", ",\"settings\":{\"days\":400}}\n"), ":1: found", "from 0 to 366");
    }

    private Settings settings() {
        try (Snapshot record = store.snapshot()) {
            return record.settings();
        }
    }

    @Test
    void a_second_import_changes_nothing() throws IOException {
        Files.writeString(file, story());
        RecordReader.read(file, store);

        assertThat(RecordReader.read(file, store).unchanged()).isEqualTo(4);
        assertThat(export(store)).isEqualTo(story());
    }

    @Test
    void keeps_what_coded_the_documents_so_that_this_version_codes_them_again() throws IOException {
        Files.writeString(file, story());
        RecordReader.read(file, store);

        try (Snapshot record = store.snapshot()) {
            assertThat(record.format()).isEqualTo(Examples.FORMAT);
        }
        assertThat(store.isCurrent("post/protest.txt", Ids.sha256(Examples.PROTEST_TEXT)))
                .isFalse();
    }

    @Test
    void replaces_what_the_record_has_of_the_same_path_and_leaves_the_rest() throws IOException {
        store.put(Examples.bare("post/protest.txt", "Nothing.", Time.UNKNOWN));
        store.put(Examples.bare("own.txt", "Own.", Time.UNKNOWN));
        Files.writeString(file, story());

        Imported imported = RecordReader.read(file, store);

        assertThat(imported.replaced()).isEqualTo(1);
        assertThat(imported.added()).isEqualTo(3);
        assertThat(counts()).isEqualTo(new Counts(4, 6, 2, 2, 4, 2));
    }

    @Test
    void reads_lines_in_any_order_with_other_line_ends_and_blank_lines() throws IOException {
        String[] lines = story().split("\n");
        StringBuilder turned = new StringBuilder(lines[0]).append("\r\n\r\n");
        for (int i = lines.length - 1; i > 0; i--) turned.append(lines[i]).append(i == 1 ? "" : "\r\n");
        Files.writeString(file, turned);

        RecordReader.read(file, store);

        assertThat(export(store)).isEqualTo(story());
    }

    @Test
    void ignores_keys_and_counts_types_that_it_does_not_know() throws IOException {
        Files.writeString(
                file,
                story().replace("{\"type\":\"mention\",", "{\"type\":\"mention\",\"mood\":{\"a\":[1]},")
                        + "{\"type\":\"event\",\"id\":\"v1\"}\n{\"type\":\"event\",\"id\":\"v2\"}\n"
                        + "{\"type\":\"hunch\",\"id\":\"h1\",\"document\":\"d1\"}\n");

        Imported imported = RecordReader.read(file, store);

        assertThat(imported.skipped()).isEqualTo(Map.of("event", 2L, "hunch", 1L));
        assertThat(export(store)).isEqualTo(story());
    }

    @Test
    void counts_actors_that_no_line_names_as_skipped() throws IOException {
        Files.writeString(
                file,
                story().replace(
                                "{\"type\":\"actor\",\"id\":\"gra\"",
                                "{\"type\":\"actor\",\"id\":\"aaa\",\"name\":\"Nobody\"}\n{\"type\":\"actor\",\"id\":\"gra\""));

        Imported imported = RecordReader.read(file, store);

        assertThat(imported.skipped()).isEqualTo(Map.of("actor", 1L));
        assertThat(imported.read()).containsEntry("actor", 4L);
    }

    @Test
    void refuses_another_version_of_the_format() throws IOException {
        assertRefused(
                story -> story.replace("\"version\":1", "\"version\":2"),
                ":1: found format version 2, expected version 1. Import it with the version of Rapport that wrote it, or"
                        + " a later one; nothing of this file has been imported.");
    }

    @Test
    void refuses_a_file_without_a_format_line() throws IOException {
        assertRefused(
                story -> story.substring(story.indexOf('\n') + 1),
                ":1: found no format line, expected the format line first." + REMEDY);
        assertRefused(
                story -> "\n",
                ": found no line, expected a format line first. Export the record again; nothing has been imported.");
    }

    @Test
    void refuses_a_file_without_texts() throws IOException {
        store.put(Examples.talks());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            RecordWriter.withoutText().write(record, bytes);
        }
        assertRefused(
                story -> bytes.toString(StandardCharsets.UTF_8),
                ":2: found a document without its text, expected a file with texts. Export the record again without"
                        + " --without-text; nothing of this file has been imported.");
    }

    @Test
    void refuses_a_broken_line() throws IOException {
        assertRefused(
                story -> story.substring(0, story.length() - 3),
                "found broken JSON",
                "expected one JSON object." + REMEDY);
        assertRefused(story -> story + "[1]\n", ": found [1], expected a JSON object." + REMEDY);
        assertRefused(story -> story + "{\"id\":\"x\"}\n", ": found nothing in \"type\", expected text." + REMEDY);
        assertRefused(story -> story + "{\"type\":\"hunch\"} {}\n", "found broken JSON", REMEDY);
    }

    @Test
    void refuses_bytes_that_are_no_utf_8() throws IOException {
        byte[] latin = story().getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);

        assertThatThrownBy(() -> RecordReader.read(file, store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(": found bytes that are no UTF-8, expected a JSON object in UTF-8." + REMEDY);
    }

    @Test
    void refuses_values_that_the_contract_does_not_know() throws IOException {
        assertRefused(
                story -> story.replace("\"form\":\"pronoun\"", "\"form\":\"verb\""),
                ": found \"verb\" in \"form\", expected one of name, description, metonym, demonym, pronoun." + REMEDY);
        assertRefused(
                story -> story.replace("\"eventType\":\"COERCE\"", "\"eventType\":\"NAP\""),
                ": found \"NAP\" in \"eventType\", expected one of AGREE, CONSULT,",
                REMEDY);
        assertRefused(
                story -> story.replace("\"negated\":true", "\"negated\":\"yes\""),
                ": found \"yes\" in \"negated\", expected true or false." + REMEDY);
        assertRefused(
                story -> story.replace("\"language\":\"en\"", "\"language\":5"),
                ":2: found 5 in \"language\", expected text or null." + REMEDY);
        assertRefused(
                story -> story.replace("\"first\":\"1934-05-01\"", "\"first\":\"1 May\""),
                ": found \"1 May\" in \"first\", expected a day as yyyy-MM-dd, or null." + REMEDY);
        assertRefused(
                story -> story.replace("\"first\":\"1934-05-01\"", "\"first\":\"1934-05-02\""),
                ": found values that do not go together (",
                REMEDY);
        assertRefused(
                story -> story.replace("\"modes\":[\"seize\"]", "\"modes\":[\"steal\"]"),
                ": found [\"steal\"] in \"modes\", expected a list of visit, third-party,",
                REMEDY);
        assertRefused(
                story -> story.replace("\"modes\":[\"seize\"]", "\"modes\":[\"drone\"]"),
                ": found values that do not go together (",
                REMEDY);
        assertRefused(
                story -> story.replace("\"score\":1.000", "\"score\":1.001"), "has score 1.001, need 0 to 1", REMEDY);
    }

    @Test
    void refuses_words_that_do_not_stand_at_their_positions() throws IOException {
        assertRefused(
                story -> story.replace("\"end\":89,\"text\":\"seized\"", "\"end\":89,\"text\":\"seizes\""),
                ": found \"seizes\" as the text from 83 to 89, expected what stands there: \"seized\"." + REMEDY);
        assertRefused(
                story -> story.replace("\"start\":83,\"end\":89", "\"start\":83,\"end\":8900"),
                ": found a span from 83 to 8900, expected positions inside the text of 176 code points." + REMEDY);
    }

    @Test
    void refuses_a_text_that_is_not_the_hashed_one() throws IOException {
        assertRefused(
                story -> story.replaceAll("\"textSha256\":\"b6b6", "\"textSha256\":\"b6b7"),
                ": found \"b6b7",
                "expected the hash of the text: b6b6",
                REMEDY);
    }

    @Test
    void refuses_half_a_surrogate_pair() throws IOException {
        assertRefused(
                story -> story.replace("\"title\":\"Ruritania protests 🕊\"", "\"title\":\"Ruritania \\ud83d\""),
                ": found half a surrogate pair, expected whole characters." + REMEDY);
    }

    @Test
    void refuses_references_to_what_is_not_in_the_file() throws IOException {
        String document = Examples.protest().document().id();
        assertRefused(
                story -> story.replaceAll("(?m)^\\{\"type\":\"document\",\"id\":\"" + document + ".*\n", ""),
                ": found document \"" + document + "\", expected a document of this file." + REMEDY);
        assertRefused(
                story -> story.replaceAll("(?m)^\\{\"type\":\"actor\",\"id\":\"gra\".*\n", ""),
                "its records name actor gra, which is not in it",
                REMEDY);
    }

    @Test
    void refuses_a_line_that_stands_twice() throws IOException {
        assertRefused(
                story -> story.replaceAll("(?m)^(\\{\"type\":\"actor\",\"id\":\"gra\".*\n)", "$1$1"),
                ": found \"gra\" a second time, expected each id once." + REMEDY);
        assertRefused(
                story -> story.replaceAll("(?m)^(\\{\"type\":\"statement\".*\n)", "$1$1"),
                "stands in it twice",
                REMEDY);
    }

    @Test
    void imports_nothing_of_a_bad_file() throws IOException {
        store.put(Examples.bare("own.txt", "Own.", Time.UNKNOWN));
        String story = story();
        int last = story.lastIndexOf("\"stage\":\"intake\"");
        Files.writeString(file, story.substring(0, last) + "\"stage\":null" + story.substring(last + 16));

        assertThatThrownBy(() -> RecordReader.read(file, store))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + ":20: found null in \"stage\", expected text." + REMEDY);
        assertThat(counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
    }

    /** Two documents, one of them with every kind of line, another with nothing, and a discarded file. */
    private String story() throws IOException {
        try (RecordStore original = RecordStore.open(folder.resolve("original.record"), Examples.FORMAT)) {
            original.put(Examples.protest());
            original.put(Examples.withName(Examples.talks(), "Ruritanian Crown"));
            original.put(Examples.bare("quiet.txt", "🕊🕊 Quiet.", Time.stated(Examples.day(9))));
            original.put(Discard.ofFile("empty.html", "intake", "no text"));
            return export(original);
        }
    }

    private static String export(RecordStore store) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            RecordWriter.complete().write(record, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Counts counts() {
        try (Snapshot record = store.snapshot()) {
            return record.counts();
        }
    }

    private void assertRefused(UnaryOperator<String> change, String... message) throws IOException {
        String story = story();
        String changed = change.apply(story);
        assertThat(changed).isNotEqualTo(story);
        Files.writeString(file, changed);
        Counts before = counts();

        assertThatThrownBy(() -> RecordReader.read(file, store))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContainingAll(message);
        assertThat(counts()).isEqualTo(before);
    }
}
