package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told is what people are told. */
class JsonOutputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Path record;

    @BeforeAll
    static void readReports() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Files.writeString(
                reports.resolve("a.txt"),
                "Ruritania pulls back\nSTRELSAU, May 3, 2024 (CPA) - Ruritania withdrew its troops from Zenda on Friday.\n"
                        + "Graustark said that Ruritania had threatened Graustark on 2 May.\n");
        Files.writeString(
                reports.resolve("actors.tsv"),
                "id\tkind\tname\tnames\tdemonyms\tcountry\tknown\n"
                        + "rur\tstate\tRuritania\t\tRuritanian\tRUR\tuser\ngra\tstate\tGraustark\t\t\tGRA\tuser\n");
        record = folder.resolve("a.record");
        Run read = Run.of("read", reports, "--record", record);
        assertThat(read.code()).as(read.err()).isZero();
    }

    private static Run show(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("show"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--record", record));
        return Run.of(all.toArray());
    }

    private static JsonNode shown(String key, String... arguments) throws JsonProcessingException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Run run = show(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        JsonNode page = JSON.readTree(run.out());
        assertThat(page.fieldNames()).toIterable().containsExactly(key);
        return page.get(key);
    }

    @Test
    void lists_documents() throws IOException {
        JsonNode documents = shown("documents", "documents");

        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).toString().replace('"', '\''))
                .matches(
                        "\\{'id':'d[0-9a-f]{16}','outlet':'CPA','title':'Ruritania pulls back',"
                                + "'published':\\{'first':'2024-05-03','last':'2024-05-03','basis':'inferred'},'path':'a.txt'}");
    }

    @Test
    void lists_actors_and_what_they_belong_to() throws IOException {
        JsonNode actors = shown("actors", "actors");

        assertThat(actors.findValuesAsText("id")).contains("rur", "gra");
        assertThat(actors.toString().replace('"', '\''))
                .contains("{'id':'rur','kind':'state','name':'Ruritania','partOf':[]}");
        assertThat(show("actors").out().lines()).hasSameSizeAs(actors);
    }

    @Test
    void tells_who_did_what_to_whom_with_the_words_and_the_report() throws IOException {
        JsonNode events = shown("eventMentions", "timeline", "Ruritania", "Graustark");

        JsonNode threatened = only(events, "trigger", "threatened");
        assertThat(threatened.get("type").asText()).isEqualTo("eventMention");
        assertThat(threatened.get("eventType").asText()).isEqualTo("THREATEN");
        assertThat(threatened.get("modality").asText()).isEqualTo("occurred");
        assertThat(threatened.get("sentence").asText())
                .isEqualTo("Graustark said that Ruritania had threatened Graustark on 2 May.");
        assertThat(threatened.get("actors").toString().replace('"', '\''))
                .isEqualTo("[{'actor':'rur','name':'Ruritania','words':'Ruritania'}]");
        assertThat(threatened.get("when").get("first").asText()).isEqualTo("2024-05-02");
        assertThat(threatened.get("attribution").get("source").get("actor").asText())
                .isEqualTo("gra");
        assertThat(threatened.get("attribution").get("within").isNull()).isTrue();
        assertThat(threatened.get("score").asText()).matches("0\\.\\d{1,3}");
        assertThat(threatened.get("document").get("path").asText()).isEqualTo("a.txt");
        assertThat(show("timeline", "Ruritania", "Graustark").out().split("\n\n"))
                .hasSameSizeAs(events);
    }

    @Test
    void tells_what_is_said_to_have_been_said() throws IOException {
        JsonNode statements = shown("statements", "statements", "Graustark");

        assertThat(statements).hasSize(1);
        JsonNode said = statements.get(0);
        assertThat(said.get("type").asText()).isEqualTo("statement");
        assertThat(said.get("cue").asText()).isEqualTo("said");
        assertThat(said.get("content").get(0).asText()).contains("Ruritania had threatened Graustark");
        assertThat(said.get("negated").asBoolean(true)).isFalse();
        assertThat(said.get("source").get("name").asText()).isEqualTo("Graustark");
        assertThat(said.get("within").isNull()).isTrue();
    }

    @Test
    void finds_what_is_said_by_its_meaning() throws IOException {
        JsonNode statements = shown("statements", "statements", "--about", "Who accuses whom of menacing words?");

        assertThat(statements).hasSize(1);
        JsonNode said = statements.get(0);
        assertThat(said.get("sentence").asText())
                .isEqualTo("Graustark said that Ruritania had threatened Graustark on 2 May.");
        assertThat(said.get("source").get("name").asText()).isEqualTo("Graustark");
        assertThat(said.get("likeness").asDouble()).isBetween(0.3, 1.0);
        assertThat(show("statements", "--about", "menacing words").out())
                .contains("| Graustark said that Ruritania had threatened", "likeness 0.");
        assertThat(shown("statements", "statements", "Graustark", "--about", "menacing words"))
                .hasSize(1);
        assertThat(shown("statements", "statements", "Ruritania", "--about", "menacing words"))
                .isEmpty();
    }

    @Test
    void any_words_may_be_asked_about() throws IOException {
        for (String words : List.of(
                "the of and",
                "<script>alert(1)</script>",
                "Кто угрожал?",
                "谁威胁",
                "menace ".repeat(15_000),
                "\"'; DROP --")) {
            Run run = show("statements", "--about", words);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("likeness");
        }
        assertThat(shown("statements", "statements", "--about", " ?")).isEmpty();
        assertThat(show("statements").code()).isEqualTo(2);
        assertThat(show("statements").err()).contains("Name an actor, or use --about");
        assertThat(show("statements", "--about", "talks", "--limit", "0").code())
                .isEqualTo(2);
    }

    @Test
    void gives_a_document_with_all_its_lines_and_the_records_of_each() throws IOException {
        JsonNode document = shown("documents", "document", "a.txt").get(0);

        JsonNode parts = document.get("parts");
        assertThat(parts.findValuesAsText("text"))
                .containsSubsequence(
                        "Ruritania withdrew its troops from Zenda on Friday.",
                        "Graustark said that Ruritania had threatened Graustark on 2 May.");
        JsonNode last = parts.get(parts.size() - 1).get("records");
        assertThat(last.findValuesAsText("type")).contains("eventMention", "statement");
        assertThat(document.get("discards")).isEmpty();
        assertThat(show("document", "a.txt").out().lines().filter(line -> line.startsWith("    > ")))
                .hasSameSizeAs(parts.findValuesAsText("type"));
    }

    @Test
    void gives_the_words_around_what_was_searched() throws IOException {
        assertThat(shown("documents", "search", "Zenda").get(0).get("snippet").asText())
                .contains("from Zenda on");
    }

    @Test
    void gives_an_empty_list_where_nothing_is_found() throws IOException {
        assertThat(shown("documents", "search", "Hentzau")).isEmpty();
    }

    @Test
    void lists_what_the_check_of_actors_finds() throws IOException {
        Path actors = folder.resolve("reports").resolve("actors.tsv");
        List<String> lines =
                Run.of("actors", "check", "--actors", actors).out().lines().toList();

        JsonNode check = JSON.readTree(
                Run.of("actors", "check", "--actors", actors, "--json").out());

        List<String> findings = new ArrayList<>();
        check.get("findings")
                .forEach(finding -> findings.add(finding.get("sort").asText() + ": "
                        + finding.get("message").asText()));
        assertThat(findings).contains("gap: gra has no demonym").isEqualTo(lines.subList(0, lines.size() - 1));
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(check.get("actors").asInt() + " actors, " + findings.size() + " findings");
    }

    private static JsonNode only(JsonNode nodes, String key, String value) {
        List<JsonNode> found = new ArrayList<>();
        nodes.forEach(node -> {
            if (node.get(key).asText().equals(value)) found.add(node);
        });
        assertThat(found).as("%s in %s", value, nodes).hasSize(1);
        return found.get(0);
    }
}
