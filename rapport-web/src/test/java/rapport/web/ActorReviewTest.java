package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Mention;
import rapport.record.Statement;
import rapport.store.Snapshot;

/** Who an actor really is, and what a statement or a mention should be, said by the forms of the pages. */
class ActorReviewTest {

    @TempDir
    Path folder;

    private Path record;
    private Site site;
    private Coded report;
    private Statement demand;

    @BeforeEach
    void start() throws IOException {
        record = folder.resolve("x.record");
        Hostile.store(record);
        site = new Site(record, Optional.empty());
        report = reports().get(0);
        demand = report.statements().get(0);
    }

    @AfterEach
    void stop() throws Exception {
        site.requireDrawnAsAnew();
        site.close();
        assertThat(site.faults).isEmpty();
    }

    private List<Coded> reports() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT)) {
            return snapshot.reports();
        }
    }

    private List<Correction> corrections() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT);
                Stream<Correction> all = snapshot.corrections()) {
            return all.sorted(Correction.BY_TIME).toList();
        }
    }

    private HttpResponse<String> send(String of, String by, String token, String... more) throws Exception {
        List<String> fields = new ArrayList<>(List.of("of", of, "by", by, "token", token));
        fields.addAll(List.of(more));
        if (!fields.contains("seen")) fields.addAll(List.of("seen", ""));
        return site.post("/review", fields);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String mention(Coded coded, String actor) {
        return coded.mentions().stream()
                .filter(m -> m.actor().filter(actor::equals).isPresent())
                .map(Mention::id)
                .findFirst()
                .orElseThrow();
    }

    // ---- the page

    @Test
    void shows_names_offices_neighbours_and_what_it_demands_and_owes() throws Exception {
        String ruritania = site.get("/actor/rur").body();
        assertThat(ruritania)
                .contains("Names in the reports", "“Ruritania”", "Who held its offices", "minister ")
                .contains("<svg class=\"ties\"", "Neighbours of ", "tie conflict", "Told events with each")
                .contains("/dyad?one=rur&amp;other=gra", "What it demands");
        String hentzau = site.get("/actor/hentzau").body();
        assertThat(hentzau).contains("Offices it held", "at all times", "/report/" + demand.document() + "#s");
        assertThat(site.get("/report/" + demand.document()).body()).contains("id=\"" + demand.id() + "\"");
        assertThat(site.get("/actor/gra").body()).contains("What it owes", "withdraw");
    }

    @Test
    void says_the_same_as_json() throws Exception {
        JsonNode actor = json(site.get("/api/actor/rur").body());

        assertThat(actor.at("/words/0/words").asText()).isEqualTo("Ruritania");
        assertThat(actor.at("/words/0/mentions").asInt()).isEqualTo(2);
        assertThat(actor.at("/officers/0/actor").asText()).isEqualTo("hentzau");
        assertThat(actor.at("/neighbours/0/actor").asText()).isEqualTo("gra");
        assertThat(actor.at("/neighbours/0/conflict").asInt()).isPositive();
        assertThat(actor.get("did").size()).isPositive();
        assertThat(actor.get("parts").toString()).contains("hentzau");
    }

    // ---- this is really another

    @Test
    void one_who_is_really_another_is_that_one_on_every_page_until_it_is_undone() throws Exception {
        HttpResponse<String> answer = send(
                "hentzau", "Flavia", "t", "field", "sameAs", "who", "gra", "newKind", "", "back", "/actor/hentzau");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/actor/hentzau");
        String page = site.get("/actor/hentzau", "Flavia").body();
        assertThat(page).contains("Reviewers take for it", " is really ", "Undo", "<h1 dir=\"auto\">Graustark");
        assertThat(site.get("/api/actors").body()).doesNotContain("\"id\":\"hentzau\"");
        assertThat(site.get("/api/statements").body())
                .contains("\"source\":{\"actor\":\"gra\"")
                .doesNotContain("hentzau");
        assertThat(site.get("/statements?speaker=gra").body()).contains("troops");
        assertThat(site.get("/record.jsonl").body()).contains("\"field\":\"sameAs\"", "\"actor\":\"hentzau\"");
        assertThat(site.get("/actors.tsv").body()).contains("gra\tstate\t", "Rupert");
        assertThat(site.get("/corrections", "Flavia").body()).contains(" is really ");

        HttpResponse<String> undone = site.post(
                "/review",
                List.of(
                        "undo",
                        corrections().get(0).id(),
                        "of",
                        "hentzau",
                        "by",
                        "Flavia",
                        "token",
                        "u",
                        "back",
                        "/actor/gra"));
        assertThat(undone.headers().firstValue("Location")).contains("/actor/gra");
        assertThat(site.get("/api/statements").body()).contains("hentzau");
    }

    @Test
    void events_and_dyads_follow() throws Exception {
        assertThat(site.get("/dyad?one=rur&other=gra").body()).contains("seized");

        send("gra", "Flavia", "t", "field", "sameAs", "who", "Kravonia", "newKind", "state", "newCountry", "KRA");

        assertThat(json(site.get("/api/dyad?one=rur&other=kravonia").body())
                        .get("events")
                        .size())
                .isPositive();
        assertThat(site.get("/api/events").body()).contains("kravonia").doesNotContain("\"gra\"");
        assertThat(site.get("/api/ledger").body())
                .contains("\"obligor\":{\"actor\":\"kravonia\"")
                .doesNotContain("\"gra\"");
        assertThat(site.get("/actor/kravonia").body()).contains("review", "KRA", "Ruritania");
        assertThat(site.get("/dyad?one=rur&other=gra").statusCode()).isEqualTo(200); // an old address leads on
    }

    @Test
    void what_is_undone_leads_to_the_list_if_nobody_is_left() throws Exception {
        send("gra", "Flavia", "t", "field", "sameAs", "who", "Kravonia", "newKind", "state");

        HttpResponse<String> undone = site.post(
                "/review",
                List.of(
                        "undo",
                        corrections().get(0).id(),
                        "of",
                        "gra",
                        "by",
                        "Flavia",
                        "token",
                        "u",
                        "back",
                        "/actor/kravonia"));

        assertThat(undone.headers().firstValue("Location")).contains("/actors");
        assertThat(site.get("/actor/kravonia").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_sent_twice_is_stored_once_also_of_somebody_new() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(send("gra", "Flavia", "t", "field", "sameAs", "who", "Kravonia", "newKind", "state")
                            .statusCode())
                    .isEqualTo(303);
        }

        assertThat(corrections()).hasSize(1);
    }

    @Test
    void the_second_of_two_is_shown_both_and_may_differ_until_it_is_settled() throws Exception {
        send("hentzau", "Rudolf", "r", "field", "sameAs", "who", "rur", "newKind", "");

        String[] mine = {"field", "sameAs", "who", "gra", "newKind", "", "back", "/actor/hentzau"};
        HttpResponse<String> late = send("hentzau", "Flavia", "t", mine);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Rudolf", "Said meanwhile", "is really");
        assertThat(corrections()).hasSize(1);
        List<String> again =
                new ArrayList<>(List.of("seen", corrections().get(0).id()));
        again.addAll(List.of(mine));
        assertThat(send("hentzau", "Flavia", "t", again.toArray(String[]::new)).statusCode())
                .isEqualTo(303);
        assertThat(site.get("/corrections?state=disputed").body()).contains("2 corrections");
        String agreement = site.get("/agreement", "Michael").body();
        assertThat(agreement).contains("is really", "Settle it so", "/actor/hentzau");

        send(
                "hentzau",
                "Michael",
                "m",
                "field",
                "sameAs.settled",
                "to",
                "\"rur\"",
                "seen",
                corrections().get(1).id());
        assertThat(site.get("/agreement", "Michael").body()).contains("Nowhere, or it has been settled");
        assertThat(site.get("/api/actor/hentzau").body()).startsWith("{\"type\":\"actor\",\"id\":\"rur\"");
    }

    @Test
    void a_name_that_nobody_has_is_told() throws Exception {
        HttpResponse<String> nobody = send("hentzau", "Flavia", "t", "field", "sameAs", "who", "Nobody", "newKind", "");
        HttpResponse<String> self = send("hentzau", "Flavia", "t", "field", "sameAs", "who", "hentzau", "newKind", "");

        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains("found nobody called", "/actors lists them");
        assertThat(self.statusCode()).isEqualTo(400);
        assertThat(self.body()).contains("expected another actor");
        assertThat(corrections()).isEmpty();
    }

    // ---- split off

    @Test
    void mentions_are_split_off_together_or_not_at_all() throws Exception {
        String one = mention(report, "gra");
        String other = mention(reports().get(1), "gra");

        HttpResponse<String> answer = send(
                "gra",
                "Flavia",
                "t",
                "field",
                "mentions",
                "mention",
                one,
                "mention",
                other,
                "who",
                "Kravonia",
                "newKind",
                "state",
                "back",
                "/actor/gra");

        assertThat(answer.headers().firstValue("Location")).contains("/actor/gra");
        assertThat(corrections()).hasSize(2);
        assertThat(site.get("/api/events").body()).contains("kravonia", "\"gra\"");
        assertThat(site.get("/actor/kravonia", "Flavia").body()).contains("Split some mentions off", "Undo");
        HttpResponse<String> wrong = send(
                "gra",
                "Flavia",
                "w",
                "field",
                "mentions",
                "mention",
                one,
                "mention",
                "m0",
                "who",
                "rur",
                "newKind",
                "");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(corrections()).hasSize(2);
        assertThat(send("gra", "Flavia", "w", "field", "mentions", "who", "rur", "newKind", "")
                        .body())
                .contains("found none, expected at least one");
    }

    // ---- statements and mentions

    /** What a browser sends if nothing is changed. */
    private List<String> untouched(String page) {
        String form = page.substring(page.indexOf("class=\"correcting\""));
        List<String> parts = new ArrayList<>();
        Pattern.compile("name=\"(was-[a-zA-Z]+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(found -> parts.addAll(
                        List.of(found.group(1), found.group(2), found.group(1).substring(4), found.group(2))));
        return parts;
    }

    @Test
    void a_statement_is_corrected_in_every_field() throws Exception {
        assertThat(site.get("/report/" + report.document().id()).body()).contains("/review/" + demand.id());
        String page = site.get("/review/" + demand.id(), "Flavia").body();
        assertThat(page)
                .contains("Review of a statement", "Says that somebody must.", "What the codebook means by each kind");
        List<String> same = untouched(page);
        assertThat(same).contains("was-kind", "was-source", "was-negated", "was-addressee", "was-quotation");
        assertThat(send(demand.id(), "Flavia", "t", same.toArray(String[]::new)).body())
                .contains("found nothing new");

        HttpResponse<String> answer = send(
                demand.id(),
                "Flavia",
                "t",
                "was-kind",
                "demand",
                "kind",
                "threat",
                "was-source",
                "hentzau",
                "source",
                "rur",
                "was-negated",
                "false",
                "negated",
                "true",
                "was-addressee",
                "gra",
                "addressee",
                "",
                "was-quotation",
                "indirect",
                "quotation",
                "mixed");

        assertThat(answer.headers().firstValue("Location")).contains("/review/" + demand.id());
        Statement corrected = reports().get(0).statements().get(0);
        assertThat(corrected.kind().code()).isEqualTo("threat");
        assertThat(corrected.source().orElseThrow().actor()).contains("rur");
        assertThat(corrected.negated()).isTrue();
        assertThat(corrected.addressee()).isEmpty();
        assertThat(corrected.quotation().code()).isEqualTo("mixed");
        assertThat(corrections()).hasSize(5);
        assertThat(site.get("/review/" + demand.id(), "Flavia").body())
                .contains("kind: demand → threat", "negated: false → true", "addressee: Graustark", "Undo");
        send(demand.id(), "Flavia", "t2", "was-source", "rur", "source", "");
        assertThat(reports().get(0).statements().get(0).source()).isEmpty();
    }

    @Test
    void a_verdict_leads_on_to_the_next_in_the_report() throws Exception {
        String page =
                site.get("/review/" + demand.id() + "?in=report", "Flavia").body();
        assertThat(page)
                .contains("data-key=\"a\"", "data-key=\"r\"", "data-key=\"u\"", "data-key=\"n\"", "data-key=\"c\"");
        String next = "/report/" + report.document().id(); // it is the last there
        assertThat(page).contains("name=\"next\" value=\"" + next + "\"");

        HttpResponse<String> answer =
                send(demand.id(), "Flavia", "t", "verdict", "rejected", "then", "next", "next", next);

        assertThat(answer.headers().firstValue("Location")).contains(next);
        assertThat(site.get("/statements").body()).contains("1 statement");
        assertThat(site.get("/review/" + demand.id(), "Flavia").body()).contains("It is in the record no longer");
        assertThat(send(demand.id(), "Flavia", "t3", "comment", "x", "then", "next", "next", "//evil.example")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/review");
    }

    @Test
    void a_mention_is_taken_for_another_for_somebody_new_or_for_nobody() throws Exception {
        String rupert = mention(report, "hentzau");
        String page = site.get("/review/" + rupert, "Flavia").body();
        assertThat(page).contains("Review of a mention", "nobody known", "/actor/hentzau#really", "new: armed group");
        assertThat(send(rupert, "Flavia", "t", untouched(page).toArray(String[]::new))
                        .body())
                .contains("found nothing new");

        send(rupert, "Flavia", "t1", "was-actor", "hentzau", "actor", "rur", "was-form", "name", "form", "description");
        assertThat(reports().get(0).statements().get(0).source().orElseThrow().actor())
                .contains("rur");
        send(rupert, "Flavia", "t2", "was-actor", "rur", "actor", "rur", "who", "Black Michael", "newKind", "person");
        assertThat(site.get("/actor/black-michael").body()).contains("Black Michael", "demand");
        send(rupert, "Flavia", "t3", "was-actor", "black-michael", "actor", "");
        assertThat(reports().get(0).statements().get(0).source().orElseThrow().actor())
                .isEmpty();
        assertThat(site.get("/review/" + demand.id(), "Flavia").body()).contains("value=\"@");
        assertThat(corrections()).hasSize(4);
    }

    @Test
    void no_name_is_more_than_words() throws Exception {
        send("gra", Hostile.EVIL, "t", "field", "sameAs", "who", Hostile.EVIL, "newKind", "person");
        send(mention(report, "rur"), "Flavia", "t", "who", "<img src=x>" + Hostile.EVIL, "newKind", "armedGroup");
        String id = corrections().get(0).after().orElseThrow().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        for (String path : List.of(
                "/actor/" + id,
                "/actor/rur",
                "/actors",
                "/corrections",
                "/review/" + demand.id(),
                "/review/" + mention(report, "hentzau"),
                "/report/" + report.document().id())) {
            HttpResponse<String> page = site.get(path, Hostile.EVIL);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<script>", "<img", " style=\"");
        }
        assertThat(corrections()).hasSize(2);
        assertThat(site.get("/actors.tsv").body()).doesNotContain("\u0000");
    }

    @Test
    void says_that_a_record_is_not_there() throws Exception {
        for (String path : List.of("/review/s0", "/review/m0", "/review/e0", "/review/x")) {
            assertThat(site.get(path, "Flavia").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void programs_say_the_same_as_forms() throws Exception {
        String body = "{\"of\":\"hentzau\",\"field\":\"sameAs\",\"to\":{\"name\":\"Michael\",\"kind\":\"person\"},"
                + "\"by\":\"Flavia\",\"token\":\"t\"}";

        for (int status : List.of(201, 200)) {
            HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.at("/api/corrections"))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(json(answer.body()).at("/correction/after/id").asText()).isEqualTo("michael");
        }
        assertThat(json(site.get("/api/actor/hentzau").body())
                        .at("/takenForIt/0")
                        .asText())
                .isEqualTo("hentzau");
    }
}
