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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.store.RecordStore;
import rapport.web.Access;
import rapport.web.WebServer;
import rapport.web.account.AccountsFile;

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
                        Access.here(0, AccountsFile.beside(record), new SecureRandom()),
                        Optional.of(adding),
                        Optional.empty(),
                        ServeCommand.reviewing(),
                        ShippedEncoder::load,
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
            String added = added(
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

    /** Follows the page that says how far it is. */
    private static String added(HttpClient client, URI address) throws Exception {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (page.statusCode() == 303) {
            return get(
                    client,
                    address.resolve(page.headers().firstValue("Location").orElseThrow()));
        }
        if (!address.getPath().startsWith("/adding/")) return page.body();
        assertThat(page.body()).contains("of 3 files are read");
        Thread.sleep(100); // there is nothing else to wait for: a browser asks again too
        return added(client, address);
    }

    private static String get(HttpClient client, URI address) throws Exception {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(address.toString()).isEqualTo(200);
        return page.body();
    }

    @Test
    void other_machines_are_refused_without_accounts() {
        Run host = Run.of("serve", "--host", "0.0.0.0", "--record", folder.resolve("x.record"));
        Run url = Run.of("serve", "--url", "https://rapport.example", "--record", folder.resolve("x.record"));

        assertThat(host.code()).isEqualTo(1);
        assertThat(host.err())
                .isEqualTo(
                        "--host: found \"0.0.0.0\" and no accounts, expected at least one, or anybody could read and change"
                                + " the record. Add one with \"rapport accounts add NAME\", or leave the option out.\n");
        assertThat(url.code()).isEqualTo(1);
        assertThat(url.err()).startsWith("--url: found \"https://rapport.example\" and no accounts, expected ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_damaged_file_of_accounts_is_told_before_anything_is_served() throws Exception {
        Path accounts = Files.createFile(
                folder.resolve("x.accounts"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Run run = Run.of("serve", "--record", folder.resolve("x.record"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(accounts
                        + ", line 1: found something else, expected \"rapport-accounts 1\". Bring back a copy of the"
                        + " file, or delete it and add the accounts again with \"rapport accounts add\".\n");
    }

    @Test
    void an_address_that_is_none_is_refused() {
        Run run = Run.of("serve", "--url", "rapport.example/x", "--record", folder.resolve("x.record"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("--url: found \"rapport.example/x\", expected scheme and name alone, such as"
                        + " https://rapport.example. Leave the rest out.\n");
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
