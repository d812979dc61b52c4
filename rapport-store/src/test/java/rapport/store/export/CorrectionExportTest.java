package rapport.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.actor.ActorDictionary;
import rapport.record.Coded;
import rapport.store.Examples;
import rapport.store.Outcome;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.Submission;

/** Corrections in exports of every form. */
class CorrectionExportTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Coded PROTEST = Examples.protest();

    @TempDir
    private Path folder;

    private interface Export {
        void write(Snapshot record, ByteArrayOutputStream out) throws IOException;
    }

    @Test
    void export_import_export_gives_the_same_bytes() throws IOException {
        String first;
        try (RecordStore store = corrected("first.record")) {
            first = export(store, (record, out) -> RecordWriter.complete().write(record, out));
        }
        assertThat(first)
                .contains("{\"type\":\"correction\",\"id\":\"c", "\"field\":\"eventType\",\"before\":\"COERCE\",");
        assertThat(first.indexOf("\"type\":\"correction\"")).isLessThan(first.indexOf("\"type\":\"discard\""));
        Path file = Files.writeString(folder.resolve("first.jsonl"), first);
        try (RecordStore store = RecordStore.open(folder.resolve("second.record"), Examples.FORMAT)) {
            Imported imported = RecordReader.read(file, store);

            assertThat(imported.read()).containsEntry("correction", 8L);
            assertThat(export(store, (record, out) -> RecordWriter.complete().write(record, out)))
                    .isEqualTo(first);
            assertThat(RecordReader.read(file, store).unchanged()).isPositive();
        }
    }

    /** The form of an export line is told twice in the program: here it is seen to be the same. */
    @Test
    void what_stood_before_is_written_as_the_line_has_it() throws IOException {
        try (RecordStore store = corrected("same.record")) {
            String all = export(store, (record, out) -> RecordWriter.complete().write(record, out));
            for (String field : List.of("actors", "when", "place")) {
                String correction = all.lines()
                        .filter(line -> line.contains("\"field\":\"" + field + "\""))
                        .findFirst()
                        .orElseThrow();
                int start = correction.indexOf("\"before\":") + "\"before\":".length();
                String before = correction.substring(start, correction.indexOf(",\"after\":"));
                assertThat(all.lines().filter(line -> line.contains("\"type\":\"eventMention\"")))
                        .anySatisfy(line -> assertThat(line).contains("\"" + field + "\":" + before));
            }
        }
    }

    @Test
    void without_text_no_words_of_the_report_leave_with_a_correction() throws IOException {
        try (RecordStore store = corrected("bare.record")) {
            assertThat(export(store, (record, out) -> RecordWriter.withoutText().write(record, out)))
                    .contains("\"type\":\"correction\"")
                    .doesNotContain("seized", "boats", "on Tuesday", "quoted words");
        }
    }

    @Test
    void trains_on_no_passage_that_reviewers_have_not_been_through() throws IOException {
        try (RecordStore store = corrected("half.record")) {
            assertThat(export(store, TrainingWriter::write)).isEmpty();
        }
    }

    @Test
    void trains_on_passages_of_which_every_record_is_judged_as_they_are_corrected() throws IOException {
        try (RecordStore store = corrected("whole.record")) {
            PROTEST.mentions().forEach(m -> send(store, m.id(), "verdict", "accepted"));
            PROTEST.statements().forEach(s -> send(store, s.id(), "verdict", "accepted"));

            String passage = export(store, TrainingWriter::write);

            assertThat(passage.lines()).hasSize(1);
            assertThat(passage)
                    .contains("\"text\":\"STRELSAU, 4 May. Ruritania said", "\"eventType\":\"ASSAULT\"")
                    .contains("\"trigger\":\"seized\"", "\"day\":\"1934-05-04\"", "\"kind\":\"accusation\"");
            send(store, PROTEST.statements().get(0).id(), "verdict", "unsure");
            assertThat(export(store, TrainingWriter::write)).isEmpty();
        }
    }

    @Test
    void writes_corrected_names_as_lines_that_an_actor_file_can_have() throws IOException {
        try (RecordStore store = corrected("actors.record")) {
            String lines = export(store, ActorLines::write);

            assertThat(lines).endsWith("sylvania\tstate\tSylvania\tGraustark\t\t\t\treview\t\n");
            ActorDictionary dictionary = ActorDictionary.of(lines.lines().toList());
            assertThat(dictionary.find("sylvania").orElseThrow().names()).containsExactly("Sylvania", "Graustark");
        }
    }

    private RecordStore corrected(String name) {
        RecordStore store = RecordStore.open(folder.resolve(name), Examples.FORMAT);
        store.put(PROTEST);
        store.put(Examples.talks());
        String seizure = PROTEST.eventMentions().get(0).id();
        send(store, seizure, "eventType", "ASSAULT");
        send(store, seizure, "actors", "[]");
        send(store, seizure, "when", "null");
        send(store, seizure, "place", "null");
        send(store, seizure, "comment", "quoted words 🕊");
        send(store, seizure, "asked", "O'Hara \"Bo\" 🕊");
        send(store, seizure, "split", Examples.talks().eventMentions().get(0).id());
        String graustark = PROTEST.mentions().stream()
                .filter(m -> m.span().in(Examples.PROTEST_TEXT).equals("Graustark"))
                .findFirst()
                .orElseThrow()
                .id();
        send(store, graustark, "actor", "{\"id\":\"sylvania\",\"name\":\"Sylvania\",\"kind\":\"state\"}");
        return store;
    }

    private static void send(RecordStore store, String of, String field, String to) {
        assertThat(store.correct(new Submission(of, field, Optional.of(to), "Anna", Optional.empty(), field), NOON))
                .isInstanceOf(Outcome.Stored.class);
    }

    private static String export(RecordStore store, Export export) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            export.write(record, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
