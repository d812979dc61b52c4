package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.store.RecordStore;
import rapport.web.WebServer;

/** Reports in through the browser, records out; and the page to be sent. */
class ServeTest {

    private static final String TALKS =
            "STRELSAU, May 3, 2024 (CPA) - Ruritania said on Friday that it had agreed to talks with"
                    + " Graustark.\n\nGraustark demanded that Ruritania withdraw its troops from Zenda by 1 June.\n";

    @TempDir
    Path folder;

    @Test
    void a_report_that_is_added_is_read_like_any_other() throws Exception {
        Path record = folder.resolve("x.record");
        RecordStore.open(record, Assembly.unread()).close();
        Path actors = Files.writeString(
                folder.resolve("actors.tsv"),
                "id\tkind\tname\tnames\tdemonyms\tmetonyms\tcountry\tsectors\tpartOf\toffices\tknown\tnote\n"
                        + "rur\tstate\tRuritania\t\tRuritanian\tStrelsau\t\tGOV\t\t\tuser\t\n"
                        + "gra\tstate\tGraustark\t\tGraustarkian\tEdelweiss\t\tGOV\t\t\tuser\t\n");
        CoderOptions coder = new CoderOptions();
        new picocli.CommandLine(coder).parseArgs("--actors", actors.toString());
        StringWriter warnings = new StringWriter();
        try (Adding adding = new Adding(coder, record, new PrintWriter(warnings, true));
                WebServer server = WebServer.start(
                        record,
                        Assembly.unread(),
                        0,
                        Optional.of(adding),
                        ServeCommand.reviewing(),
                        line -> warnings.append(line))) {
            HttpClient client = HttpClient.newHttpClient();
            URI start = URI.create(server.address());
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(start.resolve("/add"))
                            .header("Content-Type", "multipart/form-data; boundary=XX")
                            .POST(HttpRequest.BodyPublishers.ofString(file("../../talks.txt", TALKS)
                                    + file("README", "Nothing but this.") + file("zero.txt", "\u0000\u0001\u0002\u0003")
                                    + "--XX--\r\n"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
            String added = get(
                    client,
                    start.resolve(answer.headers().firstValue("Location").orElseThrow()));

            assertThat(added).contains("added/talks.txt", "event mention", "added/README", "added/zero.txt", "binary");
            assertThat(get(client, start.resolve("/api/ledger"))).contains("\"Ruritania\"", "withdraw");
            assertThat(get(client, start.resolve("/dyad?one=rur&other=gra")))
                    .contains("\u2068Ruritania\u2069 towards \u2068Graustark\u2069");
        }

        Path page = folder.resolve("page.html");
        Run report = Run.of("report", "--of", "rur", "--to", "Graustark", "--out", page, "--record", record);
        assertThat(report).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(page))
                .contains("\u2068Ruritania\u2069 and \u2068Graustark\u2069", "withdraw")
                .doesNotContain("<script");
    }

    private static String file(String name, String text) {
        return "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    private static String get(HttpClient client, URI address) throws Exception {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(address.toString()).isEqualTo(200);
        return page.body();
    }

    @Test
    void other_machines_are_refused() {
        Run run = Run.of("serve", "--host", "0.0.0.0", "--record", folder.resolve("x.record"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "--host: found \"0.0.0.0\", expected 127.0.0.1 or localhost: there are no accounts yet, so the"
                                + " record is shown on this machine alone. Leave --host out; to read from elsewhere, tunnel the port"
                                + " (ssh -L).\n");
    }

    @Test
    void a_port_that_is_none_is_wrong_usage() {
        Run run = Run.of("serve", "--port", "70000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("--port: found 70000, expected 0 to 65535");
    }

    @Test
    void the_page_of_nobody_is_refused() {
        Path record = folder.resolve("x.record");
        RecordStore.open(record, Assembly.unread()).close();

        Run run = Run.of("report", "--of", "Zenda", "--out", folder.resolve("page.html"), "--record", record);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "found nobody called \"Zenda\", expected the id or name of one actor. \"rapport show actors\""
                                + " lists them.\n");
    }
}
