package rapport.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.store.Examples;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Together;

class RecordWriterTest {

    @TempDir
    private Path folder;

    private RecordStore store;

    @BeforeEach
    void open() {
        store = RecordStore.open(folder.resolve("rapport.record"), Examples.FORMAT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void begins_with_the_format_even_of_an_empty_record() throws IOException {
        assertThat(export(RecordWriter.complete()))
                .isEqualTo("{\"type\":\"format\",\"id\":\"format\",\"version\":1,\"program\":\"0.1.0\","
                        + "\"codebook\":\"1\",\"model\":\"reader-1\"}\n");
    }

    @Test
    void orders_lines_by_type_then_id() throws IOException {
        store.put(Examples.talks());
        store.put(Examples.protest());
        store.put(Discard.ofFile("empty.html", "intake", "no text"));

        List<JsonNode> lines = lines(RecordWriter.complete());
        assertThat(lines.stream().map(line -> line.get("type").asText()).distinct())
                .containsExactly("format", "document", "mention", "statement", "eventMention", "actor", "discard");
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).get("type").equals(lines.get(i - 1).get("type"))) {
                assertThat(lines.get(i).get("id").asText())
                        .isGreaterThan(lines.get(i - 1).get("id").asText());
            }
        }
    }

    @Test
    void writes_the_keys_of_the_contract_in_its_order() throws IOException {
        store.put(Examples.protest());

        assertThat(keys("document"))
                .containsExactly(
                        "type",
                        "id",
                        "outlet",
                        "url",
                        "title",
                        "byline",
                        "dateline",
                        "published",
                        "language",
                        "text",
                        "textSha256",
                        "path",
                        "copyOf",
                        "storyline");
        assertThat(keys("mention")).containsExactly("type", "id", "document", "span", "actor", "form");
        assertThat(keys("statement"))
                .containsExactly(
                        "type",
                        "id",
                        "document",
                        "sentence",
                        "source",
                        "cue",
                        "content",
                        "quotation",
                        "kind",
                        "addressee",
                        "about",
                        "negated",
                        "within",
                        "score");
        assertThat(keys("eventMention"))
                .containsExactly(
                        "type",
                        "id",
                        "document",
                        "sentence",
                        "eventType",
                        "modes",
                        "contexts",
                        "trigger",
                        "actors",
                        "recipients",
                        "when",
                        "place",
                        "modality",
                        "attribution",
                        "quantities",
                        "score");
        assertThat(keys("actor"))
                .containsExactly(
                        "type",
                        "id",
                        "name",
                        "kind",
                        "country",
                        "sectors",
                        "partOf",
                        "offices",
                        "names",
                        "wikidata",
                        "known");
        assertThat(keys("discard")).containsExactly("type", "id", "document", "stage", "reason", "span");
    }

    @Test
    void writes_what_is_drawn_together_behind_the_actors() throws IOException {
        store.put(Examples.talks());
        store.put(Examples.protest());
        store.put(Examples.protest("kurier/protest.txt", Examples.PROTEST_TEXT));

        List<JsonNode> lines = new ArrayList<>();
        for (String line : exportAll(RecordWriter.complete()).split("\n")) lines.add(new ObjectMapper().readTree(line));

        assertThat(lines.stream().map(line -> line.get("type").asText()).distinct())
                .containsExactly(
                        "format",
                        "document",
                        "mention",
                        "statement",
                        "eventMention",
                        "actor",
                        "event",
                        "storyline",
                        "dyad",
                        "discard");
        assertThat(names(first(lines, "event")))
                .containsExactly(
                        "type",
                        "id",
                        "eventType",
                        "modes",
                        "contexts",
                        "actors",
                        "recipients",
                        "when",
                        "place",
                        "modality",
                        "told",
                        "eventMentions",
                        "outlets",
                        "sources",
                        "independent",
                        "versions",
                        "disputedBy",
                        "mergedBecause");
        assertThat(names(first(lines, "storyline")))
                .containsExactly("type", "id", "title", "documents", "events", "first", "last");
        assertThat(names(first(lines, "dyad")))
                .containsExactly(
                        "type",
                        "id",
                        "actor",
                        "recipient",
                        "parts",
                        "unit",
                        "period",
                        "told",
                        "claimed",
                        "goldstein",
                        "undated",
                        "documents",
                        "events");
        List<String> copies = lines.stream()
                .filter(line -> line.hasNonNull("copyOf"))
                .map(line -> line.get("copyOf").asText())
                .toList();
        assertThat(copies)
                .singleElement()
                .satisfies(original -> assertThat(
                                lines.stream().map(line -> line.get("id").asText()))
                        .contains(original));
    }

    private static JsonNode first(List<JsonNode> lines, String type) {
        return lines.stream()
                .filter(line -> line.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void counts_positions_in_code_points() throws IOException {
        store.put(Examples.protest());

        JsonNode trigger = line("eventMention").get("trigger");
        int[] points = Examples.PROTEST_TEXT.codePoints().toArray();
        int start = trigger.get("start").asInt();
        assertThat(new String(points, start, trigger.get("end").asInt() - start))
                .isEqualTo("seized");
        assertThat(start).isEqualTo(Examples.PROTEST_TEXT.indexOf("seized") - 1);
    }

    @Test
    void writes_scores_with_three_decimals_and_degrees_without_noise() throws IOException {
        store.put(Examples.protest());

        assertThat(export(RecordWriter.complete()))
                .contains("\"score\":0.812}", "\"score\":1.000}", "\"score\":0.667}")
                .contains("\"latitude\":50.1,\"longitude\":-0.25,");
    }

    @Test
    void writes_characters_as_they_are() throws IOException {
        store.put(Examples.protest());

        assertThat(export(RecordWriter.complete()))
                .contains("\"title\":\"Ruritania protests 🕊\"", "Ælfric Post", "“We will not wait,”")
                .contains("protests 🕊\\nSTRELSAU", "Rassendyll \\\"the tall\\\"")
                .doesNotContain("\\u");
    }

    @Test
    void gives_the_same_bytes_whatever_the_order_of_storing() throws IOException {
        store.put(Examples.protest());
        store.put(Examples.withName(Examples.talks(), "Ruritanian Crown"));
        String one = export(RecordWriter.complete());
        store.remove("post/protest.txt");
        store.put(Examples.protest());

        assertThat(export(RecordWriter.complete())).isEqualTo(one);
    }

    @Test
    void without_text_no_words_of_the_report_leave_and_ids_and_positions_stay() throws IOException {
        store.put(Examples.protest());
        String bare = export(RecordWriter.withoutText());

        assertThat(bare)
                .doesNotContain("seized", "boats", "wait", "told", "protests", "on Tuesday", "held", "up to 70", "🕊");
        List<JsonNode> lines = lines(RecordWriter.withoutText());
        List<JsonNode> complete = lines(RecordWriter.complete());
        assertThat(lines).hasSameSizeAs(complete);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).findValuesAsText("id"))
                    .isEqualTo(complete.get(i).findValuesAsText("id"));
            assertThat(lines.get(i).findValuesAsText("start"))
                    .isEqualTo(complete.get(i).findValuesAsText("start"));
            assertThat(names(lines.get(i))).isEqualTo(names(complete.get(i)));
        }
        assertThat(bare).contains("\"trigger\":{\"start\":83,\"end\":89,\"text\":null}", "\"textSha256\":\"b6b6");
        assertThat(bare).contains("\"because\":[\"s9779e2995ba4e2b4\"]");
    }

    @Test
    void names_the_path_of_a_discard_whose_document_is_not_in_the_record() throws IOException {
        store.put(Discard.ofFile("empty.html", "intake", "no text"));

        assertThat(names(line("discard"))).containsExactly("type", "id", "path", "stage", "reason", "span");
        assertThat(line("discard").get("path").asText()).isEqualTo("empty.html");
        assertThat(line("discard").get("span").isNull()).isTrue();
    }

    private String export(RecordWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            writer.write(record, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** All, with what is drawn together from the documents in the store. */
    private String exportAll(RecordWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            List<Coded> reports = record.reports();
            Together together = Together.of(reports);
            writer.write(record, together, new Dyads(reports, together).all(Period.MONTH), bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines(RecordWriter writer) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : export(writer).split("\n")) lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    private JsonNode line(String type) throws IOException {
        return first(lines(RecordWriter.complete()), type);
    }

    private List<String> keys(String type) throws IOException {
        return names(line(type));
    }

    private static List<String> names(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
