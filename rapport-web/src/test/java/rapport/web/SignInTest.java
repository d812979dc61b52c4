package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.ontology.EventType;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Statement;
import rapport.store.Snapshot;
import rapport.web.account.Account;
import rapport.web.account.AccountsFile;
import rapport.web.account.PasswordHash;

/** Accounts as people and programs meet them. */
class SignInTest {

    private static final String PASSWORD = "the rose of Strelsau";
    private static final String EVIL = "<script>alert(1)</script>\"'&amp;";
    private static final PasswordHash HASH =
            PasswordHash.of(PASSWORD, new PasswordHash.Cost(256, 2, 1), new SecureRandom());

    @TempDir
    Path folder;

    private final Watch watch = new Watch();
    private Path record;
    private AccountsFile accounts;
    private Site site;
    private String seizure;

    @BeforeEach
    void start() throws IOException {
        record = folder.resolve("x.record");
        Hostile.store(record);
        accounts = AccountsFile.beside(record);
        for (String name : List.of("Flavia", "Rudolf", EVIL)) accounts.add(new Account(name, HASH));
        open(Optional.empty(), Optional.empty());
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT);
                Stream<EventMention> all = snapshot.eventMentions()) {
            seizure = all.filter(mention -> mention.eventType() == EventType.COERCE)
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }

    private void open(Optional<URI> url, Optional<InetAddress> proxy) throws IOException {
        if (site != null) site.close();
        site = new Site(
                record,
                Optional.of(uploads -> uploads.stream().map(Intake.Upload::name).toList()),
                new Access(InetAddress.getLoopbackAddress(), 0, url, proxy, accounts, new SecureRandom()),
                watch);
    }

    @AfterEach
    void stop() {
        site.close();
        assertThat(site.faults).isEmpty();
    }

    private List<Correction> corrections() {
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT);
                Stream<Correction> all = snapshot.corrections()) {
            return all.sorted(Correction.BY_TIME).toList();
        }
    }

    /** A browser: keeps one cookie and tells where its forms come from. */
    private final class Browser {

        private String cookie = "";

        HttpResponse<String> get(String path, String... head) throws Exception {
            return ask(HttpRequest.newBuilder(site.at(path)), head);
        }

        HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
            return ask(HttpRequest.newBuilder(site.at(path))
                    .header("Origin", "http://127.0.0.1:" + site.server.port())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(namesAndValues))));
        }

        private HttpResponse<String> ask(HttpRequest.Builder request, String... head) throws Exception {
            if (!cookie.isEmpty()) request.header("Cookie", cookie);
            if (head.length > 0) request.headers(head);
            HttpResponse<String> answer = site.send(request.build());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
            return answer;
        }

        HttpResponse<String> signIn(String name, String password) throws Exception {
            return post("/sign-in", "name", name, "password", password);
        }

        /** What its forms bear. */
        String session() throws Exception {
            return hidden(get("/add").body(), "session");
        }
    }

    private Browser signedIn(String name) throws Exception {
        Browser browser = new Browser();
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String encoded(String... namesAndValues) {
        return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(i -> namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String hidden(String page, String name) {
        return hidden(page).getOrDefault(name, "");
    }

    private static Map<String, String> hidden(String page) {
        Matcher fields = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                .matcher(page);
        return fields.results()
                .collect(Collectors.toMap(
                        field -> field.group(1),
                        field -> field.group(2).replace("&#34;", "\"").replace("&lt;", "<"),
                        (first, second) -> first));
    }

    private static String[] flat(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private HttpResponse<String> correct(Browser browser, String session, String token, String... more)
            throws Exception {
        return correctAny(browser, session, Stream.concat(Stream.of("of", seizure, "token", token), Stream.of(more)));
    }

    private HttpResponse<String> correctAny(Browser browser, String session, Stream<String> fields) throws Exception {
        return browser.post(
                "/review",
                Stream.concat(Stream.of("session", session, "seen", ""), fields).toArray(String[]::new));
    }

    // ---- the door

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ledger?state=broken",
                "/review",
                "/record.jsonl",
                "/training.jsonl",
                "/api",
                "/nowhere",
                "/assets/nothing.css",
                "/sign-in/",
                "/report/d1"
            })
    void whoever_is_not_signed_in_is_led_to_the_door(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
        assertThat(answer.body()).isEqualTo("Redirected");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events", "/api/openapi.json", "/api/nowhere"})
    void programs_are_told_what_to_send(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"rapport\"");
        assertThat(answer.body()).contains("\"error\":\"found no session").doesNotContain("Ruritania");
    }

    @Test
    void a_filter_does_not_put_the_door_into_the_middle_of_a_page() throws Exception {
        HttpResponse<String> answer = new Browser().get("/ledger?state=broken", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?then=%2Fledger%3Fstate%3Dbroken");
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> led = browser.get("/ledger?state=broken");
        String door =
                browser.get(led.headers().firstValue("Location").orElseThrow()).body();
        assertThat(door).contains("<h1>Sign in</h1>").doesNotContain("Ruritania", "<nav", "/search", "style=\"");

        HttpResponse<String> answer =
                browser.post("/sign-in", "name", " FLAVIA ", "password", PASSWORD, "then", hidden(door, "then"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/ledger?state=broken");
        String page = browser.get("/ledger?state=broken").body();
        assertThat(page).contains("No lines", "Flavia", "Sign out");
        assertThat(browser.get("/api/events").statusCode()).isEqualTo(200);
        assertThat(browser.get("/sign-in").headers().firstValue("Location")).contains("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example/",
                "https://evil.example/",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)"
            })
    void signing_in_leads_to_no_other_server(String then) throws Exception {
        HttpResponse<String> answer =
                new Browser().post("/sign-in", "name", "Flavia", "password", PASSWORD, "then", then);

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    }

    @Test
    void the_cookie_is_for_this_server_alone() throws Exception {
        HttpResponse<String> answer = new Browser().signIn("Flavia", PASSWORD);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("rapport-\\d+=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");

        open(Optional.of(URI.create("https://rapport.example")), Optional.empty());
        HttpResponse<String> secure = site.send(HttpRequest.newBuilder(site.at("/sign-in"))
                .header("Origin", "https://rapport.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded("name", "Flavia", "password", PASSWORD)))
                .build());
        assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-rapport=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(site.server.address()).isEqualTo("https://rapport.example/");
    }

    @Test
    void wrong_name_and_wrong_password_look_the_same() throws Exception {
        HttpResponse<String> password = new Browser().signIn("Flavia", "the rose of Zenda");
        HttpResponse<String> name = new Browser().signIn("Michael", PASSWORD);

        assertThat(password.statusCode()).isEqualTo(401);
        assertThat(name.statusCode()).isEqualTo(401);
        assertThat(password.body()).contains("a name or a password that is wrong", "value=\"Flavia\"");
        assertThat(name.body().replace("Michael", "Flavia")).isEqualTo(password.body());
        assertThat(password.headers().map().keySet())
                .isEqualTo(name.headers().map().keySet())
                .doesNotContain("set-cookie");
    }

    @Test
    void a_name_is_words_and_nothing_more() throws Exception {
        assertThat(new Browser().signIn(EVIL, "wrong").body()).doesNotContain("<script>");
        Browser browser = signedIn(EVIL);
        correct(browser, browser.session(), "t", "verdict", "rejected");

        for (String path : List.of("/", "/review", "/review/" + seizure, "/corrections", "/agreement", "/add")) {
            assertThat(browser.get(path).body())
                    .as(path)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>", "style=\"");
        }
        assertThat(corrections()).extracting(Correction::by).containsExactly(EVIL);
    }

    // ---- how long

    @Test
    void a_session_ends_when_nobody_uses_it() throws Exception {
        Browser browser = signedIn("Flavia");
        watch.pass(Duration.ofMinutes(59));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        watch.pass(Duration.ofMinutes(59));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        watch.pass(Duration.ofMinutes(60));
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_a_day_of_work() throws Exception {
        Browser browser = signedIn("Flavia");
        for (int i = 0; i < 23; i++) {
            watch.pass(Duration.ofMinutes(30));
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
        watch.pass(Duration.ofMinutes(30));
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_signs_out_is_out() throws Exception {
        Browser browser = signedIn("Flavia");
        String before = browser.cookie;
        HttpResponse<String> answer = browser.post("/sign-out", "session", browser.session());

        assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("=; ", "Max-Age=0");
        browser.cookie = before;
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void an_id_that_was_there_before_signing_in_is_no_session() throws Exception {
        Browser browser = new Browser();
        browser.cookie = "rapport-" + site.server.port() + "=chosen-by-somebody-else";
        browser.signIn("Flavia", PASSWORD);
        String first = browser.cookie;
        browser.signIn("Flavia", PASSWORD);

        assertThat(first).doesNotContain("chosen");
        assertThat(browser.cookie).isNotEqualTo(first);
        browser.cookie = first; // left behind by signing in again
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_is_removed_or_gets_another_password_is_out_at_once() throws Exception {
        Browser flavia = signedIn("Flavia");
        Browser rudolf = signedIn("Rudolf");
        accounts.remove("Flavia");
        accounts.setPassword(
                "Rudolf", PasswordHash.of("the castle of Zenda", new PasswordHash.Cost(256, 2, 1), new SecureRandom()));

        assertThat(flavia.get("/").statusCode()).isEqualTo(303);
        assertThat(rudolf.get("/").statusCode()).isEqualTo(303);
        assertThat(rudolf.signIn("Rudolf", "the castle of Zenda").statusCode()).isEqualTo(303);
    }

    @Test
    void accounts_count_from_the_moment_they_are_there_and_no_deleted_file_opens_the_door() throws Exception {
        for (String name : List.of("Flavia", "Rudolf", EVIL)) accounts.remove(name);
        open(Optional.empty(), Optional.empty());
        assertThat(site.get("/").statusCode()).isEqualTo(200);
        assertThat(site.send(HttpRequest.newBuilder(site.at("/api/session"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode())
                .isEqualTo(404);

        accounts.add(new Account("Flavia", HASH));
        assertThat(site.get("/").statusCode()).isEqualTo(303);

        Files.delete(accounts.path());
        assertThat(site.get("/").statusCode()).isEqualTo(303);
        assertThat(new Browser().signIn("Flavia", PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void a_damaged_file_lets_nobody_in() throws Exception {
        Browser browser = signedIn("Flavia");
        Files.writeString(accounts.path(), "rapport-accounts 1\nFlavia\n");

        for (HttpResponse<String> answer : List.of(browser.get("/"), browser.signIn("Flavia", PASSWORD))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("x.accounts, line 2: found something else")
                    .doesNotContain("Ruritania");
        }
    }

    // ---- forms

    @Test
    void a_form_without_what_its_session_knows_changes_nothing() throws Exception {
        Browser flavia = signedIn("Flavia");
        String others = signedIn("Rudolf").session();

        for (String session : List.of("", "x", others)) {
            HttpResponse<String> answer = correct(flavia, session, "t", "verdict", "rejected");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Store it now?", "rejected");
        }
        assertThat(flavia.post("/add", "text", "Zenda burns.").statusCode()).isEqualTo(403);
        assertThat(flavia.post("/sign-out").statusCode()).isEqualTo(403);
        assertThat(flavia.get("/").statusCode()).isEqualTo(200);
        assertThat(corrections()).isEmpty();
    }

    @Test
    void forms_of_actors_statements_and_mentions_are_stored_for_their_session_alone() throws Exception {
        Browser flavia = signedIn("Flavia");
        Statement said;
        Mention mention;
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT)) {
            Coded report = snapshot.reports().get(0);
            said = report.statements().get(0);
            mention = report.mentions().stream()
                    .filter(one -> one.actor().equals(Optional.of("gra")))
                    .findFirst()
                    .orElseThrow();
        }
        List<List<String>> forms = List.of(
                List.of("of", "hentzau", "field", "sameAs", "who", "gra", "newKind", ""),
                List.of(
                        "of",
                        "gra",
                        "field",
                        "mentions",
                        "mention",
                        mention.id(),
                        "who",
                        "Kravonia",
                        "newKind",
                        "state"),
                List.of("of", said.id(), "verdict", "rejected"),
                List.of("of", mention.id(), "was-actor", "gra", "actor", "rur"));

        for (List<String> form : forms) {
            Stream<String> unsigned = Stream.concat(Stream.of("token", "t"), form.stream());
            assertThat(correctAny(flavia, "", unsigned).statusCode())
                    .as("%s", form)
                    .isEqualTo(403);
            assertThat(corrections()).isEmpty();
        }
        for (List<String> form : forms) {
            Stream<String> signed = Stream.concat(Stream.of("token", "t" + forms.indexOf(form)), form.stream());
            assertThat(correctAny(flavia, flavia.session(), signed).statusCode())
                    .as("%s", form)
                    .isEqualTo(303);
        }
        assertThat(corrections()).hasSize(forms.size()).allMatch(one -> one.by().equals("Flavia"));
    }

    @Test
    void a_form_of_another_site_signs_nobody_in() throws Exception {
        for (String origin : List.of("http://evil.example", "null", "")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(site.at("/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded("name", "Flavia", "password", PASSWORD)));
            if (!origin.isEmpty()) request.header("Origin", origin);
            HttpResponse<String> answer = site.send(request.build());
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_report_is_added_by_a_form_of_the_session() throws Exception {
        Browser browser = signedIn("Flavia");
        String part = "--XX\r\nContent-Disposition: form-data; name=\"";
        HttpResponse<String> answer = browser.ask(HttpRequest.newBuilder(site.at("/add"))
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(HttpRequest.BodyPublishers.ofString(part + "session\"\r\n\r\n" + browser.session() + "\r\n" + part
                        + "text\"\r\n\r\nZenda burns.\r\n--XX--\r\n")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/added?path=pasted-");
    }

    @Test
    void only_those_with_an_account_are_asked() throws Exception {
        Browser browser = signedIn("Flavia");
        assertThat(browser.get("/review").body()).contains("<option value=\"Rudolf\">Rudolf</option>");

        HttpResponse<String> nobody = correct(browser, browser.session(), "t", "asked", "Michael");
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains("expected the name of an account");
        assertThat(browser.post("/review", "of", seizure, "token", "t", "asked", "Rudolf")
                        .statusCode())
                .isEqualTo(403); // of no page of this session
        assertThat(corrections()).isEmpty();

        assertThat(correct(browser, browser.session(), "t", "asked", "Rudolf").statusCode())
                .isEqualTo(303);
        assertThat(signedIn("Rudolf").get("/review").body())
                .contains("Flavia</bdi> asks <strong>you</strong>", "value=\"" + seizure + "\"");
    }

    @Test
    void nobody_speaks_for_another() throws Exception {
        Browser browser = signedIn("Flavia");

        assertThat(correct(browser, browser.session(), "t", "verdict", "rejected", "by", "Rudolf")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/reviewer", "session", browser.session(), "name", "Rudolf")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/review").body())
                .contains("Accept", "under your name")
                .doesNotContain("action=\"/reviewer\"");
        assertThat(corrections()).isEmpty();
    }

    // ---- nothing is lost

    @Test
    void a_correction_that_comes_too_late_is_kept_until_somebody_signs_in() throws Exception {
        Browser browser = signedIn("Flavia");
        String old = browser.session();
        watch.pass(Duration.ofHours(2));
        HttpResponse<String> late =
                correct(browser, old, "t", "verdict", "rejected", "comment", "no \"such\" <seizure>", "by", "Flavia");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("not stored yet and not lost").doesNotContain(old);
        assertThat(corrections()).isEmpty();

        Map<String, String> door = hidden(late.body());
        HttpResponse<String> kept = browser.post(
                "/sign-in",
                Stream.concat(Stream.of("name", "Flavia", "password", PASSWORD), Stream.of(flat(door)))
                        .toArray(String[]::new));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("Store it now?", "rejected", "no &#34;such&#34; &lt;seizure>", "Flavia");
        assertThat(corrections()).isEmpty();

        String form = kept.body().substring(kept.body().indexOf("action=\"/review\""));
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post("/review", flat(hidden(form))).statusCode()).isEqualTo(303);
        }
        assertThat(corrections())
                .hasSize(2)
                .allMatch(correction -> correction.by().equals("Flavia"));
        assertThat(corrections()).anyMatch(correction -> correction.toString().contains("<seizure>"));
    }

    @Test
    void an_old_tab_of_another_account_is_asked_about() throws Exception {
        Browser browser = signedIn("Flavia");
        String old = browser.session();
        browser.post("/sign-out", "session", old);
        browser.signIn("Rudolf", PASSWORD);

        HttpResponse<String> answer = correct(browser, old, "t", "verdict", "rejected", "by", "Flavia");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("under the name of <bdi>Rudolf</bdi>");
        assertThat(corrections()).isEmpty();
    }

    @Test
    void of_two_who_correct_the_same_at_once_the_second_is_shown_both() throws Exception {
        Browser flavia = signedIn("Flavia");
        Browser rudolf = signedIn("Rudolf");
        flavia.get("/review/" + seizure);
        rudolf.get("/review/" + seizure);

        HttpResponse<String> first = correct(
                flavia, flavia.session(), "t1", "was-modality", "occurred", "modality", "planned", "by", "Flavia");
        HttpResponse<String> second = correct(
                rudolf, rudolf.session(), "t2", "was-modality", "occurred", "modality", "denied", "by", "Rudolf");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Flavia", "occurred → planned", "denied");
        assertThat(corrections()).extracting(Correction::by).containsExactly("Flavia");

        String form = second.body().substring(second.body().indexOf("action=\"/review\""));
        assertThat(rudolf.post("/review", flat(hidden(form))).statusCode()).isEqualTo(303);
        assertThat(corrections()).extracting(Correction::by).containsExactlyInAnyOrder("Flavia", "Rudolf");
        assertThat(flavia.get("/corrections?state=disputed").body()).contains("2 corrections");
    }

    // ---- how often

    @Test
    void whoever_guesses_one_name_has_to_wait() throws Exception {
        Browser browser = new Browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("Flavia", "guess" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> known = browser.signIn("flavia", PASSWORD);
        assertThat(known.statusCode()).isEqualTo(429);
        assertThat(known.headers().firstValue("Retry-After")).contains("61");
        assertThat(known.body()).contains("Wait 61 seconds.");
        assertThat(browser.signIn("Rudolf", PASSWORD).statusCode()).isEqualTo(303);

        watch.pass(Duration.ofMinutes(1));
        assertThat(browser.signIn("Flavia", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_name_that_nobody_has_makes_wait_as_well() throws Exception {
        Browser browser = new Browser();
        for (int i = 0; i < 5; i++) browser.signIn("Michael", "guess" + i);

        assertThat(browser.signIn("Michael", "guess").statusCode()).isEqualTo(429);
    }

    @Test
    void whoever_guesses_many_names_has_to_wait() throws Exception {
        Browser browser = new Browser();
        for (int i = 0; i < 20; i++) {
            assertThat(browser.signIn("name" + i, "guess").statusCode()).isEqualTo(401);
        }
        assertThat(browser.signIn("Flavia", PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void many_addresses_do_not_guess_one_name_for_ever() throws Exception {
        open(Optional.of(URI.create("https://rapport.example")), Optional.of(InetAddress.getLoopbackAddress()));
        for (int i = 0; i < 50; i++) {
            assertThat(tryFrom("192.0.2." + i, "guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = tryFrom("198.51.100.1", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("901");
    }

    private HttpResponse<String> tryFrom(String forwarded, String password) throws Exception {
        return site.send(HttpRequest.newBuilder(site.at("/sign-in"))
                .header("Origin", "https://rapport.example")
                .header("X-Forwarded-For", forwarded)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded("name", "Flavia", "password", password)))
                .build());
    }

    @Test
    void only_a_proxy_that_is_named_says_where_one_comes_from() throws Exception {
        open(Optional.of(URI.create("https://rapport.example")), Optional.empty());
        for (int i = 0; i < 5; i++) tryFrom("192.0.2." + i, "guess");
        assertThat(tryFrom("192.0.2.99", PASSWORD).statusCode()).isEqualTo(429);

        // what stands before its own word anybody may have written
        open(Optional.of(URI.create("https://rapport.example")), Optional.of(InetAddress.getLoopbackAddress()));
        for (int i = 0; i < 5; i++) tryFrom("192.0.2." + i + ", 203.0.113.7", "guess");
        assertThat(tryFrom("192.0.2.99, 203.0.113.7", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(tryFrom("2001:db8:1:2:3::4", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void one_address_is_not_answered_without_end() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertThat(site.get("/api/events").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = site.get("/api/events");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(site.get("/assets/rapport.css").statusCode()).isEqualTo(200);

        watch.pass(Duration.ofSeconds(1));
        assertThat(site.get("/api/events").statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_sends_much_before_he_is_signed_in() throws Exception {
        assertThat(new Browser()
                        .post("/review", "of", seizure, "comment", "x".repeat(200_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(new Browser().signIn("Flavia", "x".repeat(200_000)).statusCode())
                .isEqualTo(413);
    }

    // ---- names of the server

    @Test
    void only_names_that_were_told_lead_here() throws Exception {
        open(Optional.of(URI.create("https://rapport.example")), Optional.empty());
        for (String host : List.of("rapport.example", "127.0.0.1", "192.0.2.7:7070", "[2001:db8::1]:7070")) {
            assertThat(asked(host)).as(host).startsWith("HTTP/1.1 303");
        }
        assertThat(asked("evil.example")).startsWith("HTTP/1.1 403").contains("--url");
    }

    private String asked(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.server.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_address_is_a_scheme_and_a_name() {
        assertThat(Access.findUrl("HTTPS://Rapport.Example:443/")).contains(URI.create("https://rapport.example"));
        assertThat(Access.findUrl("http://lab:7070")).contains(URI.create("http://lab:7070"));
        for (String none :
                List.of("rapport.example", "ftp://x", "https://x/y", "https://u@x", "https://x?y", "https://", "a b")) {
            assertThat(Access.findUrl(none)).as(none).isEmpty();
        }
    }

    // ---- programs

    private HttpResponse<String> json(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.at(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return site.send(request.build());
    }

    @Test
    void a_program_signs_in_for_a_token() throws Exception {
        String credentials = "{\"name\": \"Flavia\", \"password\": \"" + PASSWORD + "\"}";
        HttpResponse<String> opened = json("POST", "/api/session", "", credentials);
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode tree = new ObjectMapper().readTree(opened.body());
        assertThat(tree.get("name").asText()).isEqualTo("Flavia");
        assertThat(tree.get("until").asText()).isEqualTo("2024-06-02T00:00:00Z");
        String token = tree.get("token").asText();

        assertThat(json("GET", "/api/events", token, "").statusCode()).isEqualTo(200);
        String correction =
                "{\"of\": \"" + seizure + "\", \"field\": \"modality\", \"to\": \"denied\", \"token\": \"t\"}";
        assertThat(json("POST", "/api/corrections", token, correction).statusCode())
                .isEqualTo(201);
        assertThat(json("POST", "/api/corrections", token, correction.replace("{\"of", "{\"by\": \"Rudolf\", \"of"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(corrections()).extracting(Correction::by).containsExactly("Flavia");

        assertThat(json("DELETE", "/api/session", token, "").statusCode()).isEqualTo(204);
        assertThat(json("GET", "/api/events", token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_that_is_wrong_is_told_so() throws Exception {
        assertThat(json("POST", "/api/session", "", "{\"name\": \"Flavia\", \"password\": \"x\"}")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> broken = json("POST", "/api/session", "", "{\"name\": \"secret");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("expected {").doesNotContain("secret");
        assertThat(json("GET", "/api/events", "x", "").statusCode()).isEqualTo(401);
    }

    @Test
    void the_cookie_alone_corrects_nothing_by_json() throws Exception {
        Browser browser = signedIn("Flavia");
        HttpResponse<String> answer = browser.ask(HttpRequest.newBuilder(site.at("/api/corrections"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"of\": \"" + seizure
                        + "\", \"field\": \"modality\", \"to\": \"denied\", \"token\": \"t\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(corrections()).isEmpty();
    }
}
