package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.web.api.Answers;

class WebServerTest {

    @TempDir
    Path folder;

    private Path record;
    private Site site;
    private final List<Intake.Upload> taken = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        record = folder.resolve("x.record");
        Hostile.store(record);
        site = new Site(record, Optional.of(uploads -> {
            taken.addAll(uploads);
            return uploads.stream().map(Intake.Upload::name).toList();
        }));
    }

    @AfterEach
    void stop() throws Exception {
        site.requireDrawnAsAnew();
        site.close();
        assertThat(site.faults).isEmpty();
    }

    /** Follows every link from the start page. */
    private List<HttpResponse<String>> everyPage() throws IOException, InterruptedException {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new LinkedHashSet<>(waiting);
        List<HttpResponse<String>> pages = new ArrayList<>();
        while (!waiting.isEmpty() && pages.size() < 400) {
            HttpResponse<String> page = site.get(waiting.pop());
            pages.add(page);
            if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;
            for (String link : Site.links(page.body())) if (seen.add(link)) waiting.add(link);
        }
        return pages;
    }

    @Test
    void every_page_that_is_linked_is_there() throws Exception {
        List<HttpResponse<String>> pages = everyPage();

        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200));
        assertThat(pages.stream().map(page -> page.uri().getPath().replaceFirst("(?<=.)/.*", "/")))
                .contains(
                        "/",
                        "/dyad",
                        "/ledger",
                        "/event/",
                        "/report/",
                        "/actor/",
                        "/actors",
                        "/statements",
                        "/timeline")
                .contains(
                        "/disputes",
                        "/storylines",
                        "/storyline/",
                        "/reports",
                        "/left-out",
                        "/quality",
                        "/add",
                        "/record.jsonl")
                .contains("/api", "/api/");
    }

    @Test
    void no_name_or_text_is_more_than_words() throws Exception {
        assertThat(everyPage())
                .filteredOn(page ->
                        page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"))
                .allSatisfy(page -> assertThat(page.body())
                        .as(page.uri().toString())
                        .doesNotContain("<script>", "<img", "href=\"javascript:"));
    }

    @Test
    void every_answer_says_what_may_be_loaded() throws Exception {
        for (HttpResponse<String> page : everyPage()) {
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(page.uri().toString())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.body()).doesNotContain(" style=\"", "<style");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | Ruritania",
                "/dyad?one=rur&other=gra | Ruritania",
                "/dyad?one=rur&other=gra&by=week | 2024-W18",
                "/dyad?one=rur&other=gra&by=day | class=\"whisker\"",
                "/dyad?one=rur&other=gra&first=2024-05-03&last=2024-05-03 | coercion</a>",
                "/dyad?one=rur&other=gra&first=2024-06-01 | No events.",
                "/dyad?one=rur&other=gra&first=2024-06-01 | bar material-conflict",
                "/dyad?one=rur&other=gra&last=2024-05-02 | No events.",
                "/dyad?one=rur&other=gra&last=2024-05-31 | class=\"column chosen\"",
                "/dyad?one=rur&other=gra&class=conflict | ?class=conflict&amp;first=2024-05-01&amp;last=2024-05-31",
                "/ledger | withdraw",
                "/ledger?state=demanded | withdraw",
                "/statements?words=withdraw | demand",
                "/statements?words=wtihdarw&by=meaning | likeness 0.",
                "/statements?words=wtihdarw&by=meaning&speaker=hentzau&kind=demand | likeness 0.",
                "/statements?words=wtihdarw&by=meaning&speaker=rur | likeness 0.",
                "/statements?words=wtihdarw&by=meaning&speaker=gra | No statements",
                "/statements?words=%3F&by=meaning | No statements",
                "/statements?by=meaning | demand",
                "/timeline?of=rur | coercion",
                "/disputes | 70 boats",
                "/actors?name=rupert | Rupert",
                "/actor/hentzau | minister",
                "/storylines | Boats",
                "/reports | Zenda Herald",
                "/search?words=zenda | <mark>",
                "/left-out | no sentence",
                "/quality | Model card",
                "/timeline | class=\"disc settlement\"",
                "/timeline | 48.0° N",
                "/timeline | events by day",
                "/timeline | <a href=\"/timeline?from=2024-05-03&amp;until=2024-05-03\" aria-label=\"2024-05-03: ",
                "/timeline?class=conflict | href=\"/timeline?class=conflict&amp;from=2024-05-03&amp;until=2024-05-03\"",
                "/timeline?modality=demanded | bar material-cooperation claimed undated",
                "/api/periods | \"unit\":\"day\"",
                "/api/periods | \"first\":\"2024-05-03\"",
                "/api | /api/events",
                "/api | action=\"/api/try/event\"",
                "/api/places | \"precision\":\"settlement\"",
            })
    void shows_what_it_is_asked_for(String path, String words) throws Exception {
        HttpResponse<String> page = site.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(words);
    }

    @Test
    void statements_found_by_meaning_say_how_alike_they_are() throws Exception {
        JsonNode found = new ObjectMapper()
                .readTree(site.get("/api/statements?words=wtihdarw&by=meaning").body());

        assertThat(found.get("statements")).hasSize(2);
        assertThat(found.get("documentsNotSearchedYet").asInt(-1)).isZero();
        found.get("statements")
                .forEach(one -> assertThat(one.get("likeness").asDouble()).isBetween(0.1, 1.0));
        assertThat(new ObjectMapper()
                        .readTree(site.get("/api/statements").body())
                        .get("statements")
                        .get(0)
                        .has("likeness"))
                .isFalse();
        assertThat(site.get("/statements?words=%3Cscript%3Ealert(1)%3C/script%3E&by=meaning")
                        .body())
                .contains("likeness")
                .doesNotContain("<script>alert");
        assertThat(site.get("/statements?by=meaning&words=" + "a".repeat(7000)).statusCode())
                .isEqualTo(400);
        try (RecordStore store = RecordStore.openExisting(record, Hostile.FORMAT)) {
            store.remove("second.txt");
        }
        assertThat(site.get("/api/statements?words=wtihdarw&by=meaning").body()).contains("\"all\":1");
    }

    @Test
    void a_filter_lets_through_what_it_names() throws Exception {
        assertThat(site.get("/timeline?modality=occurred").body())
                .contains("coercion")
                .doesNotContain("yielding in fact</a>");
        assertThat(site.get("/timeline?modality=demanded").body())
                .contains("yielding in fact</a>")
                .doesNotContain("coercion</a>");
        assertThat(site.get("/timeline?from=2024-05-04").body()).contains("No events");
        assertThat(site.get("/ledger?state=broken").body()).contains("No lines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ledger?state=kept | \"state\": found \"kept\", expected one of demanded, refused, assured, claimed, reported, corroborated, contradicted, contested, broken, lapsed. Change the address.",
                "/timeline?from=yesterday | \"from\": found \"yesterday\", expected a day such as 2024-01-31. Change the address.",
                "/timeline?from=2024-05-04&until=2024-05-01 | \"until\": found 2024-05-01, expected 2024-05-04 or later, the day of \"from\". Change the address.",
                "/dyad?one=rur&other=gra&first=2024-05-04&last=2024-05-01 | \"last\": found 2024-05-01, expected 2024-05-04 or later, the day of \"first\". Change the address.",
                "/ledger?obligr=rur | found a parameter \"obligr\", expected only obligor, beneficiary, state. Take it out of the address.",
                "/statements?words=x&by=letter | \"by\": found \"letter\", expected one of word, meaning. Change the address.",
                "/reports?page=none | \"page\": found \"none\", expected a whole number from 1. Change the address.",
                "/dyad?one=rur | \"other\": found nothing, expected a value. Add it to the address.",
                "/statements?kind=claim&kind=denial | \"kind\": found it 2 times, expected it once. Take the others out of the address.",
            })
    void says_what_is_wrong_with_a_question(String path, String message) throws Exception {
        HttpResponse<String> page = site.get(path);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body().replace("&#34;", "\"")).contains(message);
        JsonNode json = new ObjectMapper()
                .readTree(site.get(
                                path.startsWith("/reports")
                                        ? path.replace("/reports", "/api/documents")
                                        : "/api" + path.replace("timeline", "events"))
                        .body());
        assertThat(json.get("error").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/event/v0",
                "/report/d0",
                "/actor/nobody",
                "/reports?page=99",
                "/api/nowhere",
                "/dyad?one=rur&other=nobody",
                "/%3Cscript%3E"
            })
    void says_that_something_is_not_there(String path) throws Exception {
        HttpResponse<String> page = site.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("found").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    // ---- the record changes

    @Test
    void a_changed_record_shows_at_once() throws Exception {
        assertThat(site.get("/reports").body()).doesNotContain("third.txt");
        try (RecordStore store = RecordStore.open(record, Hostile.FORMAT)) {
            store.put(Hostile.report("third.txt", LocalDate.of(2024, 5, 5), 70));
        }

        assertThat(site.get("/api/documents").body()).contains("third.txt");
    }

    @Test
    void a_record_that_is_gone_is_told_until_it_is_back() throws Exception {
        Path aside = folder.resolve("aside");
        Files.move(record, aside);
        for (String path : List.of("/", "/timeline", "/api/events", "/record.jsonl")) {
            HttpResponse<String> gone = site.get(path);
            assertThat(gone.statusCode()).as(path).isEqualTo(503);
            assertThat(gone.body()).as(path).contains("expected");
        }
        Files.move(aside, record);
        assertThat(site.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void an_empty_record_says_how_to_begin() throws Exception {
        Path empty = folder.resolve("empty.record");
        RecordStore.open(empty, Hostile.FORMAT).close();
        try (Site other = new Site(empty, Optional.empty())) {
            assertThat(other.get("/").body()).contains("Nothing is in the record yet");
            assertThat(other.get("/add").body()).contains("only shows the record");
            for (String path : List.of(
                    "/timeline",
                    "/ledger",
                    "/statements",
                    "/disputes",
                    "/actors",
                    "/storylines",
                    "/reports",
                    "/left-out",
                    "/search",
                    "/record.jsonl")) {
                assertThat(other.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    // ---- adding

    private HttpRequest.Builder form(String body) {
        return HttpRequest.newBuilder(site.at("/add"))
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String file(String name, String text) {
        return "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    @Test
    void fifty_long_names_are_too_much_for_an_address_and_are_shown_all_the_same() throws Exception {
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < 50; i++) files.append(file(i + "-" + "Стрельсау-".repeat(5) + ".txt", "Zenda."));

        HttpResponse<String> answer = site.send(form(files + "--XX--\r\n").build());

        String next = answer.headers().firstValue("Location").orElseThrow();
        assertThat(next).startsWith("/adding/");
        HttpResponse<String> added = site.get(next);
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("What was added", "49-Стрельсау-");
    }

    @Test
    void files_are_handed_to_whoever_reads_them() throws Exception {
        HttpResponse<String> answer =
                site.send(form(file("second.txt", "Zenda.") + file("b.txt", "Strelsau.") + "--XX--\r\n")
                        .build());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(taken).extracting(Intake.Upload::name).containsExactly("second.txt", "b.txt");
        HttpResponse<String> added =
                site.get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(added.body()).contains("second.txt", "2 event mentions", "b.txt", "Not in the record");
    }

    @Test
    void of_two_files_with_one_name_neither_takes_the_place_of_the_other() throws Exception {
        site.send(form(file("a/talks.txt", "Zenda.") + file("b/talks.txt", "Strelsau.") + "--XX--\r\n")
                .build());

        assertThat(taken)
                .extracting(Intake.Upload::name)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void a_delivery_that_nobody_knows_is_not_there() throws Exception {
        assertThat(site.get("/adding/token0").statusCode()).isEqualTo(404);
    }

    @Test
    void a_pasted_text_is_named_by_its_content() throws Exception {
        site.send(form("--XX\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nZenda burns.\r\n--XX--\r\n")
                .build());

        assertThat(taken).singleElement().satisfies(upload -> {
            assertThat(upload.name()).matches("pasted-[0-9a-f]{8}\\.txt");
            assertThat(new String(upload.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("Zenda burns.");
        });
    }

    @Test
    void too_much_is_refused() throws Exception {
        HttpResponse<String> large = site.send(
                form(file("a.txt", "x".repeat(21_000_000)) + "--XX--\r\n").build());
        HttpResponse<String> many =
                site.send(form(file("a.txt", "x").repeat(51) + "--XX--\r\n").build());
        HttpResponse<String> none = site.send(form("--XX--\r\n").build());

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(many.statusCode()).isEqualTo(413);
        assertThat(many.body()).contains("found 51 files, expected at most 50");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(taken).isEmpty();
    }

    @Test
    void a_form_of_another_site_adds_nothing() throws Exception {
        HttpResponse<String> answer = site.send(form(file("a.txt", "x") + "--XX--\r\n")
                .header("Origin", "http://evil.example")
                .build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(taken).isEmpty();
    }

    @Test
    void another_name_for_this_machine_gets_nothing() throws Exception {
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", site.at("/").getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Ruritania");
        }
    }

    // ---- as JSON

    @Test
    void every_question_of_the_openapi_document_is_answered() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(site.get("/api/openapi.json").body())
                .get("paths");

        assertThat(paths.size()).isEqualTo(Answers.all().size() + 3); // signing in, a text, a file
        assertThat(paths.at("/~1api~1session").has("post")).isTrue();
        String event = new ObjectMapper()
                .readTree(site.get("/api/events").body())
                .at("/events/0/id")
                .asText();
        String document = new ObjectMapper()
                .readTree(site.get("/api/documents").body())
                .at("/documents/0/id")
                .asText();
        for (Answers.Question question : Answers.all()) {
            assertThat(paths.has(question.path())).isTrue();
            String path = question.path()
                    .replace("event/{id}", "event/" + event)
                    .replace("document/{id}", "document/" + document)
                    .replace("actor/{id}", "actor/rur");
            if (path.equals("/api/dyad")) path += "?one=rur&other=gra";
            if (path.equals("/api/review")) path += "?by=Flavia";
            HttpResponse<String> answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
            assertThat(new ObjectMapper().readTree(answer.body()).isObject()).isTrue();
        }
    }

    @Test
    void what_is_typed_on_the_page_that_tries_questions_leads_to_the_answer_and_nowhere_else() throws Exception {
        HttpResponse<String> tried = site.get("/api/try/actor?id=rur");
        HttpResponse<String> elsewhere = site.get("/api/try/actor?id=%2F%2Fevil.example");

        assertThat(tried.statusCode()).isEqualTo(303);
        assertThat(tried.headers().firstValue("Location").orElse("")).endsWith("/api/actor/rur");
        assertThat(elsewhere.headers().firstValue("Location").orElse("")).endsWith("/api/actor/%2F%2Fevil.example");
    }

    @Test
    void a_report_is_one_click_from_its_text_as_plain_text() throws Exception {
        String report = Site.links(site.get("/reports").body()).stream()
                .filter(link -> link.startsWith("/report/"))
                .findFirst()
                .orElseThrow();
        String link = Site.links(site.get(report).body()).stream()
                .filter(one -> one.startsWith("/text/"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> text = site.get(link);

        assertThat(text.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/plain;charset=utf-8");
        assertThat(text.headers().firstValue("Content-Disposition").orElse(""))
                .isIn("inline; filename=\"a_b_i_.txt\"", "inline; filename=\"second.txt\"");
        assertThat(text.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(text.body()).startsWith("Boats " + Hostile.EVIL + " seized\n");
    }

    @Test
    void without_a_folder_of_reports_no_file_is_shown() throws Exception {
        String report = Site.links(site.get("/reports").body()).stream()
                .filter(link -> link.startsWith("/report/"))
                .findFirst()
                .orElseThrow();

        assertThat(site.get(report).body()).doesNotContain("/file/");
        HttpResponse<String> file = site.get(report.replace("report", "file"));
        assertThat(file.statusCode()).isEqualTo(404);
        assertThat(file.body()).contains("names none", "/text/");
    }

    @Test
    void a_report_is_one_click_from_its_file_which_no_browser_takes_for_a_page() throws Exception {
        Path other = Files.createDirectory(folder.resolve("files")).resolve("x.record");
        Hostile.store(other);
        byte[] bytes = ("<html><script>alert(1)</script>").getBytes(StandardCharsets.UTF_8);
        try (Site files = new Site(
                other, document -> document.path().equals("second.txt") ? Optional.of(bytes) : Optional.empty())) {
            List<String> statuses = new ArrayList<>();
            for (String report : Site.links(files.get("/reports").body())) {
                if (!report.startsWith("/report/")) continue;
                String link = Site.links(files.get(report).body()).stream()
                        .filter(one -> one.startsWith("/file/"))
                        .findFirst()
                        .orElseThrow();
                HttpResponse<String> file = files.get(link);
                statuses.add(file.statusCode() + " "
                        + file.headers().firstValue("Content-Type").orElse("") + " "
                        + file.headers().firstValue("Content-Disposition").orElse("") + " "
                        + file.headers().firstValue("X-Content-Type-Options").orElse(""));
                assertThat(file.body())
                        .containsAnyOf("<html><script>", "It has been moved or changed since it was read");
            }
            assertThat(statuses)
                    .containsExactlyInAnyOrder(
                            "200 application/octet-stream attachment; filename=\"second.txt\" nosniff",
                            "404 text/html  nosniff");
            assertThat(files.get("/file/d0").statusCode()).isEqualTo(404);
            assertThat(files.get("/file/..%2F..%2Fetc%2Fpasswd").statusCode()).isIn(400, 404);
        }
    }

    @Test
    void a_list_can_be_kept_whole_as_it_is_filtered() throws Exception {
        String link = Site.links(site.get("/timeline?modality=occurred").body()).stream()
                .filter(one -> one.startsWith("/api/events.jsonl"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> kept = site.get(link);
        JsonNode shown = new ObjectMapper()
                .readTree(site.get("/api/events?modality=occurred").body());

        assertThat(kept.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(kept.body().lines()).hasSize(shown.get("all").asInt());
        assertThat(new ObjectMapper().readTree(kept.body().lines().findFirst().orElseThrow()))
                .isEqualTo(shown.at("/events/0"));
        assertThat(site.get("/api/dyad.jsonl?one=rur&other=gra&first=2024-06-01")
                        .body())
                .isEmpty();
        assertThat(site.get("/api/events.jsonl?modality=no").statusCode()).isEqualTo(400);
    }

    @Test
    void answers_count_positions_as_exports_do() throws Exception {
        JsonNode statement =
                new ObjectMapper().readTree(site.get("/api/statements").body()).at("/statements/0");
        String document = statement.get("document").asText();
        String text = new ObjectMapper()
                .readTree(site.get("/api/document/" + document).body())
                .get("text")
                .asText();
        JsonNode cue = statement.get("cue");

        assertThat(cue.get("text").asText()).isEqualTo("demanded");
        assertThat(text.codePointCount(0, text.indexOf("demanded")))
                .isEqualTo(cue.get("start").asInt());
    }

    // ---- one page for all

    @Test
    void the_page_to_be_sent_holds_everything_itself() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT)) {
            String html = ReportFile.html(snapshot, Optional.of("rur"), Optional.of("gra"));

            assertThat(html)
                    .contains("Timeline", "Ledger", "Disputes", "<svg", "<mark", "sha256-")
                    .doesNotContain("<script", "src=\"", "href=\"/", "<link", "href=\"javascript:", "url(http");
        }
    }
}
