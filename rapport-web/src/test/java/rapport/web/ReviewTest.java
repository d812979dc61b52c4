package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.record.Correction;
import rapport.record.EventMention;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.Submission;

class ReviewTest {

    @TempDir
    Path folder;

    private Path record;
    private Site site;
    private List<EventMention> seizures;
    private String seizure;

    @BeforeEach
    void start() throws IOException {
        record = folder.resolve("x.record");
        Hostile.store(record);
        site = new Site(record, Optional.empty());
        seizures = mentions().stream()
                .filter(mention -> mention.eventType() == EventType.COERCE)
                .toList();
        seizure = seizures.get(0).id();
    }

    @AfterEach
    void stop() throws Exception {
        site.requireDrawnAsAnew();
        site.close();
        assertThat(site.faults).isEmpty();
    }

    private List<EventMention> mentions() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT);
                Stream<EventMention> all = snapshot.eventMentions()) {
            return all.toList();
        }
    }

    private Optional<EventMention> mention(String id) {
        return mentions().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    @Test
    void what_another_has_judged_waits_for_a_second_opinion() throws Exception {
        assertThat(site.get("/review", "Flavia").body()).doesNotContain("second opinion");
        say(seizure, "verdict", "accepted", "Rudolf");

        assertThat(site.get("/review", "Flavia").body()).contains("1 of them for a second opinion");
        HttpResponse<String> second = site.get("/review?second=yes", "Flavia");
        assertThat(second.body())
                .contains(
                        "name=\"of\" value=\"" + seizure + "\"",
                        "name=\"next\" value=\"/review?after=" + seizure + "&amp;second=yes\"")
                .contains("1 record that others have judged");
        say(seizure, "verdict", "rejected", "Flavia");
        assertThat(site.get("/review?second=yes", "Flavia").body())
                .contains("Nothing is left that somebody else has judged and you have not.");
        assertThat(site.get("/agreement", "Flavia").body()).contains("Rudolf", "Settle it so");
    }

    private static final Pattern OF = Pattern.compile("name=\"of\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("name=\"next\" value=\"([^\"]+)\"");

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
    }

    /** Ids of records as they are shown to somebody who accepts one after another. */
    private List<String> accepted(String first) throws Exception {
        List<String> ids = new java.util.ArrayList<>();
        String page = get(first, "Flavia").body();
        while (page.contains("value=\"accepted\"")) {
            String of = found(OF, page);
            ids.add(of);
            HttpResponse<String> answer = post(
                    "/review",
                    "of",
                    of,
                    "by",
                    "Flavia",
                    "token",
                    "t" + ids.size(),
                    "verdict",
                    "accepted",
                    "seen",
                    "",
                    "then",
                    "next",
                    "next",
                    found(NEXT, page));
            page = get(answer.headers().firstValue("Location").orElseThrow(), "Flavia")
                    .body();
        }
        assertThat(page).contains("Nothing is left");
        return ids;
    }

    /**
     * Withdrawals (doubt 0.6, a line) before seizures (0.4, a pair) before demands (0.2, an event and its line) before mentions (0.1, a
     * part).
     */
    @Test
    void the_queue_has_events_statements_and_mentions_by_doubt_and_weight_together() throws Exception {
        List<String> ids = accepted("/review");

        assertThat(ids).hasSize(14).doesNotHaveDuplicates();
        assertThat(ids.stream().map(id -> id.substring(0, 1)).collect(Collectors.joining()))
                .isEqualTo("eeeessmmmmmmmm");
        assertThat(ids.subList(2, 4))
                .containsExactlyInAnyOrderElementsOf(
                        seizures.stream().map(EventMention::id).toList());
    }

    @Test
    void one_kind_of_the_queue_is_gone_through_alone() throws Exception {
        assertThat(get("/review", "Flavia").body().replaceAll("<[^>]+>", ""))
                .containsPattern("all 14\\s+events 4\\s+statements 2\\s+mentions 8");

        assertThat(accepted("/review?kind=statement")).hasSize(2).allMatch(id -> id.startsWith("s"));

        assertThat(get("/review?kind=mention", "Flavia").body()).contains("8 records wait", "Review of a mention");
        assertThat(get("/review?kind=statement", "Flavia").body()).contains("Nothing is left of this kind");
        assertThat(get("/review?kind=actor", "Flavia").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_stored_and_looked_at_again_stays_on_its_way() throws Exception {
        String page = get("/review?kind=statement", "Flavia").body();
        String of = found(OF, page);

        HttpResponse<String> answer = post(
                "/review",
                "of",
                of,
                "by",
                "Flavia",
                "token",
                "t",
                "seen",
                "",
                "kind",
                "denial",
                "was-kind",
                "demand",
                "then",
                "stay",
                "back",
                "/review/" + of + "?kind=statement",
                "next",
                found(NEXT, page));

        assertThat(answer.headers().firstValue("Location")).contains("/review/" + of + "?kind=statement");
        assertThat(found(
                        NEXT, get("/review/" + of + "?kind=statement", "Flavia").body()))
                .isEqualTo("/review?after=" + of + "&kind=statement");
    }

    @Test
    void records_of_a_report_lead_through_that_report() throws Exception {
        String report = Site.links(site.get("/reports").body()).stream()
                .filter(link -> link.startsWith("/report/"))
                .findFirst()
                .orElseThrow();
        List<String> links = Site.links(get(report, "Flavia").body()).stream()
                .filter(link -> link.startsWith("/review/m"))
                .toList();

        assertThat(links).hasSize(4).allMatch(link -> link.endsWith("?in=report"));
        assertThat(found(NEXT, get(links.get(0), "Flavia").body())).isEqualTo(links.get(1));
        assertThat(found(NEXT, get(links.get(3), "Flavia").body())).isEqualTo(report);
    }

    // ---- asking others

    private HttpResponse<String> ask(String of, String... names) throws Exception {
        List<String> form = new java.util.ArrayList<>(
                List.of("of", of, "by", "Flavia", "token", "ask" + of, "seen", "", "back", "/review/" + of));
        for (String name : names) form.addAll(List.of("asked", name));
        return post("/review", form.toArray(String[]::new));
    }

    @Test
    void what_somebody_is_asked_about_comes_first_until_he_has_answered() throws Exception {
        String last = accepted("/review").get(13); // what comes last by itself

        assertThat(ask(last, "Rudolf", "Michael").headers().firstValue("Location"))
                .contains("/review/" + last);

        String page = get("/review", "Rudolf").body();
        assertThat(found(OF, page)).isEqualTo(last);
        assertThat(page)
                .contains("Flavia</bdi> asks <strong>you</strong>", "2024-06-01 12:00 UTC")
                .contains("<bdi>Michael</bdi> for an opinion")
                .contains("14 records wait for you", "<a href=\"/review?asked=yes\">you are asked about 1</a>");
        assertThat(get("/review?asked=yes", "Rudolf").body()).contains("1 record on which you are asked");
        assertThat(get("/review?asked=yes&kind=event", "Rudolf").body()).contains("Nothing is left");
        assertThat(get("/review?after=" + last, "Rudolf").body()).doesNotContain("asks <strong>you");
        assertThat(get("/corrections?state=open", "Rudolf").body()).contains("2 corrections", "asks ⁨Rudolf");

        post("/review", "of", last, "by", "Rudolf", "token", "r", "verdict", "unsure", "then", "next", "seen", "");

        assertThat(found(OF, get("/review?after=" + last, "Rudolf").body())).isNotEqualTo(last);
        assertThat(get("/review?asked=yes", "Rudolf").body()).contains("Nothing is left on which you are asked");
        assertThat(get("/review/" + last, "Rudolf").body()).contains("asks ⁨Rudolf", "answered");
        assertThat(found(OF, get("/review", "Michael").body())).isEqualTo(last);
    }

    @Test
    void whoever_has_answered_can_be_asked_again_and_a_question_is_taken_back() throws Exception {
        say(seizure, "verdict", "accepted", "Rudolf");
        ask(seizure, "Rudolf");
        assertThat(found(OF, get("/review", "Rudolf").body())).isEqualTo(seizure);
        assertThat(get("/review", "Rudolf").body()).contains("14 records wait");

        String question = corrections().get(1).id();
        post("/review", "undo", question, "of", seizure, "by", "Flavia", "token", "u", "seen", question);

        assertThat(get("/review?asked=yes", "Rudolf").body()).contains("Nothing is left");
        assertThat(get("/review", "Rudolf").body()).contains("13 records wait");
    }

    @Test
    void one_or_two_others_are_asked_once() throws Exception {
        assertThat(ask(seizure, "Flavia").statusCode()).isEqualTo(400);
        assertThat(ask(seizure, "Rudolf", "Michael", "Sapt").statusCode()).isEqualTo(400);
        assertThat(ask(seizure, "", " ").statusCode()).isEqualTo(400);
        assertThat(corrections()).isEmpty();

        assertThat(ask(seizure, "Rudolf").statusCode()).isEqualTo(303);
        post("/review", "of", seizure, "by", "Flavia", "token", "another", "seen", "", "asked", "Rudolf");

        assertThat(corrections()).hasSize(1);
        assertThat(get("/review/" + seizure, "Flavia").body()).contains("<option value=\"Rudolf\">");
    }

    @Test
    void the_queue_of_a_reviewer_is_there_as_json() throws Exception {
        String mention = accepted("/review?kind=mention").get(0);
        ask(mention, "Rudolf");

        JsonNode queue = json(site.get("/api/review?by=Rudolf").body());
        assertThat(queue.get("all").asInt()).isEqualTo(14);
        assertThat(queue.at("/records/0/id").asText()).isEqualTo(mention);
        assertThat(queue.at("/records/0/type").asText()).isEqualTo("mention");
        assertThat(queue.at("/records/0/asked/0/by").asText()).isEqualTo("Flavia");
        assertThat(queue.at("/records/1/type").asText()).isEqualTo("eventMention");
        assertThat(json(site.get("/api/review?by=Rudolf&kind=statement").body())
                        .at("/records/1/type")
                        .asText())
                .isEqualTo("statement");
        assertThat(site.get("/api/review").statusCode()).isEqualTo(400);
    }

    private List<Correction> corrections() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT);
                Stream<Correction> all = snapshot.corrections()) {
            return all.sorted(Correction.BY_TIME).toList();
        }
    }

    private void say(String of, String field, String to, String by) {
        try (RecordStore store = RecordStore.open(record, Hostile.FORMAT)) {
            List<Correction> all = corrections();
            Optional<String> seen = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(all.get(all.size() - 1).id());
            store.correct(new Submission(of, field, Optional.of(to), by, seen, "other"), java.time.Clock.systemUTC());
        }
    }

    /** A page as this reviewer's browser fetches it. */
    private HttpResponse<String> get(String path, String reviewer) throws Exception {
        return site.send(HttpRequest.newBuilder(site.at(path))
                .header("Cookie", "reviewer=" + cookie(reviewer))
                .build());
    }

    private static String cookie(String reviewer) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(reviewer.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
        return site.send(form(path, namesAndValues).build());
    }

    private HttpRequest.Builder form(String path, String... namesAndValues) {
        String body = Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(i -> namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(site.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String token, String... more) throws Exception {
        String[] all = Stream.concat(
                        Stream.of("of", seizure, "by", "Flavia", "token", token, "seen", ""), Stream.of(more))
                .toArray(String[]::new);
        return post("/review", all);
    }

    // ---- who it is

    @Test
    void whoever_gives_a_name_is_shown_a_record() throws Exception {
        assertThat(site.get("/review").body()).contains("Who is reviewing?").doesNotContain("Accept");

        HttpResponse<String> named = post("/reviewer", "name", "Flavia <img>");

        assertThat(named.statusCode()).isEqualTo(303);
        assertThat(named.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("reviewer=" + cookie("Flavia <img>"), "SameSite=Strict", "HttpOnly");
        assertThat(get("/review", "Flavia <img>").body())
                .contains("Accept", "Flavia &lt;img", "14 records wait")
                .doesNotContain("<img");
        assertThat(post("/reviewer", "name", " ").statusCode()).isEqualTo(400);
        assertThat(post("/reviewer", "name", "Flavia", "back", "//evil.example/")
                        .headers()
                        .firstValue("Location"))
                .contains("/review");
    }

    // ---- what is said shows

    @Test
    void a_record_that_is_judged_leaves_the_queue_of_its_reviewer_alone() throws Exception {
        HttpResponse<String> answer = send("t", "verdict", "accepted", "then", "next");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/review?after=" + seizure);
        assertThat(get("/review?after=" + seizure, "Flavia").body()).contains("13 records wait");
        assertThat(get("/review", "Rudolf").body()).contains("14 records wait");
        assertThat(get("/corrections", "Flavia").body()).contains("accepted", "Flavia");
    }

    @Test
    void a_rejected_record_is_gone_until_that_is_undone() throws Exception {
        send("t", "verdict", "rejected");

        assertThat(mention(seizure)).isEmpty();
        String page = get("/review/" + seizure, "Flavia").body();
        assertThat(page).contains("It is in the record no longer", "Undo");

        HttpResponse<String> undone = post(
                "/review",
                "undo",
                corrections().get(0).id(),
                "of",
                seizure,
                "by",
                "Flavia",
                "token",
                "t2",
                "back",
                "/review/" + seizure);

        assertThat(undone.headers().firstValue("Location")).contains("/review/" + seizure);
        assertThat(mention(seizure)).isPresent();
        assertThat(get("/corrections?state=undone", "Flavia").body()).contains("1 correction", "rejected");
    }

    @Test
    void fields_are_corrected_together_and_only_where_they_differ() throws Exception {
        HttpResponse<String> answer = send(
                "t",
                "was-eventType",
                "COERCE",
                "eventType",
                "SANCTION",
                "was-modality",
                "occurred",
                "modality",
                "occurred",
                "was-actors",
                "rur",
                "actors",
                "gra",
                "was-recipients",
                "gra",
                "was-when",
                "2024-05-03",
                "when",
                "2024-05-03..2024-05-04",
                "was-place",
                "x",
                "place",
                "");

        assertThat(answer.statusCode()).isEqualTo(303);
        EventMention corrected = mention(seizure).orElseThrow();
        assertThat(corrected.eventType()).isEqualTo(EventType.SANCTION);
        assertThat(corrected.actors().get(0).actor()).contains("gra");
        assertThat(corrected.recipients()).isEmpty();
        assertThat(corrected.when().days().toString()).contains("2024-05-04");
        assertThat(corrected.place()).isEmpty();
        assertThat(corrections())
                .extracting(Correction::writtenField)
                .doesNotContain("modality")
                .hasSize(5);
        assertThat(get("/report/" + corrected.document(), "Flavia").body())
                .contains("What reviewers say", "type: COERCE → SANCTION");
        assertThat(site.get("/record.jsonl").body()).contains("\"type\":\"correction\"", "SANCTION");
        assertThat(site.get("/timeline?type=SANCTION").body()).contains("sanction or break");
    }

    @Test
    void how_and_about_what_are_corrected() throws Exception {
        assertThat(get("/review/" + seizure, "Flavia").body())
                .contains("<option value=\"arrest\"", "What it is about", "value=\"territory\"");

        send(
                "t",
                "was-modes",
                "seize",
                "modes",
                "",
                "was-contexts",
                "",
                "contexts",
                "territory",
                "contexts",
                "economic");

        EventMention corrected = mention(seizure).orElseThrow();
        assertThat(corrected.modes()).isEmpty();
        assertThat(corrected.contexts()).containsExactly(Context.TERRITORY, Context.ECONOMIC);
        assertThat(corrections()).hasSize(2);
    }

    @Test
    void an_own_form_sent_as_it_was_stores_nothing() throws Exception {
        String page = get("/review/" + seizure, "Flavia").body();
        String form = page.substring(page.indexOf("class=\"correcting\""));
        List<String> parts = new java.util.ArrayList<>(List.of("by", "Flavia", "token", "t", "of", seizure));
        Pattern.compile("name=\"(was-[a-zA-Z]+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(found -> {
                    String value = found.group(2)
                            .replace("&lt;", "<")
                            .replace("&#34;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&");
                    parts.addAll(List.of(found.group(1), value, found.group(1).substring(4), value));
                });

        assertThat(parts).contains("was-actors", "was-place");
        HttpResponse<String> answer = post("/review", parts.toArray(String[]::new));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("found nothing new");
        assertThat(corrections()).isEmpty();
    }

    @Test
    void names_and_comments_are_words_and_nothing_more() throws Exception {
        post("/review", "of", seizure, "by", Hostile.EVIL, "token", "t", "comment", "no " + Hostile.EVIL);
        send("t", "verdict", "unsure");

        for (String path : List.of("/corrections", "/review/" + seizure, "/agreement")) {
            assertThat(get(path, Hostile.EVIL).body()).as(path).doesNotContain("<script>", "<img");
        }
        assertThat(get("/corrections", "Flavia").body()).contains("comment: “no ", "unsure");
    }

    // ---- twice, late, at once

    @Test
    void what_is_sent_twice_is_stored_once() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(send("t", "was-modality", "occurred", "modality", "denied", "comment", "Zenda")
                            .statusCode())
                    .isEqualTo(303);
        }

        assertThat(corrections()).hasSize(2);
    }

    @Test
    void an_old_form_stores_nothing_and_shows_both() throws Exception {
        say(seizure, "modality", "planned", "Rudolf");

        HttpResponse<String> answer = send("t", "was-modality", "occurred", "modality", "denied", "comment", "Not so");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Rudolf", "occurred → planned", "denied", "Not so");
        assertThat(corrections()).hasSize(1);

        String seen = corrections().get(0).id();
        HttpResponse<String> again = post(
                "/review",
                "of",
                seizure,
                "by",
                "Flavia",
                "token",
                "t",
                "seen",
                seen,
                "was-modality",
                "occurred",
                "modality",
                "denied",
                "comment",
                "Not so");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(corrections()).hasSize(3);
        assertThat(get("/corrections?state=disputed", "Flavia").body()).contains("2 corrections");
    }

    @Test
    void nobody_accepts_what_he_has_not_seen() throws Exception {
        say(seizure, "modality", "planned", "Rudolf");

        assertThat(send("t", "verdict", "accepted").statusCode()).isEqualTo(409);
        assertThat(send("t", "verdict", "rejected").statusCode()).isEqualTo(303);
    }

    @Test
    void a_difference_is_settled() throws Exception {
        say(seizure, "modality", "planned", "Rudolf");
        say(seizure, "modality", "denied", "Flavia");
        String page = get("/agreement", "Michael").body();
        assertThat(page).contains("0.50", "0.25 to 0.75", "all the same", "occurred → planned", "Settle it so");

        HttpResponse<String> answer =
                send("t", "field", "modality.settled", "to", "\"planned\"", "seen", "ignored", "back", "/agreement");
        assertThat(answer.statusCode()).isEqualTo(409); // the form had seen nothing
        answer = post(
                "/review",
                "of",
                seizure,
                "by",
                "Michael",
                "token",
                "t",
                "seen",
                corrections().get(1).id(),
                "field",
                "modality.settled",
                "to",
                "\"planned\"",
                "back",
                "/agreement");

        assertThat(answer.headers().firstValue("Location")).contains("/agreement");
        assertThat(mention(seizure).orElseThrow().modality().code()).isEqualTo("planned");
        assertThat(get("/agreement", "Michael").body()).contains("Nowhere, or it has been settled");
    }

    // ---- one event or two

    @Test
    void events_are_joined_and_split_and_that_is_undone() throws Exception {
        String other = seizures.get(1).id();
        String before = eventOf(seizure);
        boolean wereOne = before.equals(eventOf(other));
        String does = wereOne ? "split" : "join";

        HttpResponse<String> answer = send("t", does, other + ":", "then", "event");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(eventOf(seizure).equals(eventOf(other))).isEqualTo(!wereOne);
        String page = get(answer.headers().firstValue("Location").orElseThrow(), "Flavia")
                .body();
        assertThat(page).contains(wereOne ? "tells another event than" : "tells the same event as", "Undo");

        HttpResponse<String> undone = post(
                "/review",
                "undo",
                corrections().get(0).id(),
                "of",
                seizure,
                "by",
                "Flavia",
                "token",
                "t2",
                "back",
                "/event/" + eventOf(seizure));
        assertThat(get(undone.headers().firstValue("Location").orElseThrow(), "Flavia")
                        .statusCode())
                .isEqualTo(200);
        assertThat(eventOf(seizure).equals(eventOf(other))).isEqualTo(wereOne);
    }

    private String eventOf(String mention) throws Exception {
        for (JsonNode event : json(site.get("/api/events").body()).get("events")) {
            String id = event.get("id").asText();
            if (site.get("/api/event/" + id).body().contains("\"" + mention + "\"")) return id;
        }
        throw new AssertionError("no event has " + mention);
    }

    // ---- refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e0 | modality | denied | Flavia | found no record \"e0\", expected the id of a mention",
                "ID | modality | done | Flavia | found \"done\", expected one of occurred",
                "ID | colour | red | Flavia | found \"colour\", expected one of eventType",
                "ID | actors | [\"nobody\"] | Flavia | found no actor \"nobody\"",
                "ID | modality | denied | '' | \"by\": found no reviewer, expected a name",
                "ID | verdict | kept | Flavia | found \"kept\", expected one of accepted",
            })
    void says_what_is_wrong(String of, String field, String to, String by, String message) throws Exception {
        HttpResponse<String> answer =
                post("/review", "of", of.equals("ID") ? seizure : of, "field", field, "to", to, "by", by, "token", "t");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("&#34;", "\"")).contains(message);
        assertThat(corrections()).isEmpty();
    }

    @Test
    void a_form_of_another_site_says_nothing() throws Exception {
        HttpResponse<String> answer =
                site.send(form("/review", "of", seizure, "by", "Flavia", "token", "t", "verdict", "rejected")
                        .header("Origin", "http://evil.example")
                        .build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(corrections()).isEmpty();
    }

    // ---- as JSON, and what comes of it

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private HttpResponse<String> postJson(String body) throws Exception {
        return site.send(HttpRequest.newBuilder(site.at("/api/corrections"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void programs_say_the_same_as_forms() throws Exception {
        String body =
                "{\"of\":\"" + seizure + "\",\"field\":\"actors\",\"to\":[\"gra\"],\"by\":\"Flavia\",\"token\":\"t\"}";

        assertThat(postJson(body).statusCode()).isEqualTo(201);
        assertThat(postJson(body).statusCode()).isEqualTo(200);
        HttpResponse<String> late = postJson(body.replace("Flavia", "Rudolf").replace("[\"gra\"]", "[]"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late.body()).at("/newer/0/by").asText()).isEqualTo("Flavia");
        assertThat(postJson("{\"of\":\"" + seizure + "\"}").statusCode()).isEqualTo(400);
        assertThat(postJson("[").body()).contains("found broken JSON");
        JsonNode all = json(site.get("/api/corrections").body()).get("corrections");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.at("/0/after/0/actor").asText()).isEqualTo("gra");
        assertThat(postJson("{\"undo\":\"" + all.at("/0/id").asText() + "\",\"by\":\"Flavia\",\"token\":\"u\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(site.get("/api/openapi.json").body()).contains("\"post\"");
    }

    @Test
    void what_is_reviewed_can_be_downloaded() throws Exception {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT)) {
            snapshot.reports().forEach(coded -> {
                coded.statements().forEach(s -> say(s.id(), "verdict", "accepted", "Flavia"));
                coded.eventMentions().forEach(m -> say(m.id(), "verdict", "accepted", "Flavia"));
            });
        }

        assertThat(site.get("/training.jsonl").body()).contains("seized");
        assertThat(site.get("/actors.tsv").body()).startsWith("# Actors as reviewers have named them");
    }
}
