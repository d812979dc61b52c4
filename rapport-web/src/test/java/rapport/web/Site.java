package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Coded;
import rapport.store.Snapshot;
import rapport.store.StatementVectors;
import rapport.store.export.RecordWriter;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Together;
import rapport.web.account.AccountsFile;
import rapport.web.page.AgreementPage;

/** A server on a free port, and somebody who asks it. */
final class Site implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    private static final AtomicInteger TOKENS = new AtomicInteger();

    private static final Clock NOON = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

    final WebServer server;
    private final Path record;
    final List<String> faults = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Site(Path record, Originals originals) throws IOException {
        this(
                record,
                Optional.empty(),
                Optional.of(originals),
                Access.here(0, AccountsFile.beside(record), new SecureRandom()),
                NOON);
    }

    Site(Path record, Optional<Intake> intake) throws IOException {
        this(record, intake, Access.here(0, AccountsFile.beside(record), new SecureRandom()), NOON);
    }

    Site(Path record, Optional<Intake> intake, Access access, Clock clock) throws IOException {
        this(record, intake, Optional.empty(), access, clock);
    }

    Site(Path record, Optional<Intake> intake, Optional<Originals> originals, Access access, Clock clock)
            throws IOException {
        this.record = record;
        Reviewing reviewing = new Reviewing(
                clock,
                () -> "token" + TOKENS.incrementAndGet(),
                snapshot -> List.of(
                        new AgreementPage.Figures("eventMention.modality", OptionalDouble.of(0.5), 0.25, 0.75, 12, 25),
                        new AgreementPage.Figures("eventMention.place", OptionalDouble.empty(), 0, 0, 3, 6)));
        server = WebServer.start(
                record, Hostile.FORMAT, access, intake, originals, reviewing, Letters::new, faults::add);
    }

    /** Counts letters: words of the same letters are alike. */
    private static final class Letters implements StatementVectors.Encoder {

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public byte[] statement(String words) {
            byte[] vector = new byte[26];
            words.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> vector[c - 'a']++);
            return vector;
        }

        @Override
        public byte[] question(String words) {
            return statement(words);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/").resolve(path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** A page as this reviewer's browser fetches it. */
    HttpResponse<String> get(String path, String reviewer) throws IOException, InterruptedException {
        String cookie =
                Base64.getUrlEncoder().withoutPadding().encodeToString(reviewer.getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(at(path))
                .header("Cookie", "reviewer=" + cookie)
                .build());
    }

    /** A form with these fields, a name and a value each. */
    HttpResponse<String> post(String path, List<String> namesAndValues) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(namesAndValues.get(i))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** What is shown is what a program would show that begins with the record as it is now. */
    void requireDrawnAsAnew() throws IOException, InterruptedException {
        ByteArrayOutputStream anew = new ByteArrayOutputStream();
        try (Snapshot snapshot = Snapshot.of(record, Hostile.FORMAT)) {
            List<Coded> reports = snapshot.reports();
            Together together = Together.of(reports, snapshot.settings(), snapshot.reviewed());
            RecordWriter.complete().write(snapshot, together, new Dyads(reports, together).all(Period.MONTH), anew);
        }
        assertThat(get("/record.jsonl").body()).isEqualTo(anew.toString(StandardCharsets.UTF_8));
    }

    /** Paths that a page links to, as a browser would follow them. */
    static List<String> links(String html) {
        Matcher link = LINK.matcher(html);
        return link.results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
