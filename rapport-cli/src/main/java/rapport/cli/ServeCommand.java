package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.evaluation.Agreement;
import rapport.evaluation.Interval;
import rapport.store.RecordStore;
import rapport.web.Access;
import rapport.web.Originals;
import rapport.web.Reviewing;
import rapport.web.WebServer;
import rapport.web.account.AccountsFile;
import rapport.web.page.AgreementPage;

/** {@code rapport serve}: the record in a browser. */
@Command(
        name = "serve",
        description = {
            "Show the record in a browser until the program is ended: on this machine alone, or to those who have an account (\"rapport"
                    + " accounts\"). Prints the address.",
            "Reports can be added there too; they are read by this program and go nowhere else. If there is no record yet, an"
                    + " empty one is made."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address of this machine on which to listen. Any but the default demands accounts. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 7070;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where people find it, if a proxy of yours passes requests on or the machine has a name:"
                    + " https://rapport.example. Demands accounts; with https, cookies go by TLS alone.")
    private @Nullable String url;

    @Option(
            names = "--proxy",
            paramLabel = "HOST",
            description = "Address of that proxy. Its X-Forwarded-For is believed, nobody else's.")
    private @Nullable String proxy;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description =
                    "The folder that was given to read, so that a report's page leads to its file. Only files in it that still"
                            + " give the text that was read are shown. Can be given several times.")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private CoderOptions coder = new CoderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port: found " + port + ", expected 0 to " + LAST_PORT);
        }
        Access access = access();
        Optional<Originals> originals = reports.isEmpty() ? Optional.empty() : Optional.of(new ReportFolders(reports));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (access.isOpen() && !access.isSecure()) {
            err.println(
                    "found no https in --url: passwords and reports go over the network as they are. Put a proxy that does"
                            + " TLS in front, and name it by --url and --proxy.");
        }
        if (!Files.exists(record.file())) {
            RecordStore.open(record.file(), Assembly.unread()).close();
            err.println(record.file() + ": found no such file, made an empty record.");
        }
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Adding adding = new Adding(coder, record.file(), err);
                WebServer server = started(access, adding, originals, err)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                ended.countDown();
                await(closed); // so that what is being stored is stored before the JVM ends
            }));
            out.println(server.address());
            out.flush();
            ended.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private WebServer started(Access access, Adding adding, Optional<Originals> originals, PrintWriter err)
            throws IOException {
        try {
            return WebServer.start(
                    record.file(),
                    Assembly.unread(),
                    access,
                    Optional.of(adding),
                    originals,
                    reviewing(),
                    ShippedEncoder::load,
                    err::println);
        } catch (IOException e) {
            throw new Refused(
                    "--port: found port " + port + " of " + host
                            + " in use or not allowed, expected a free one of this machine. Name another, or 0 for a free one.");
        }
    }

    static Reviewing reviewing() {
        return new Reviewing(
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                snapshot -> Agreement.figures(snapshot).stream()
                        .map(f -> new AgreementPage.Figures(
                                f.field(),
                                f.alpha(),
                                f.interval().map(Interval::low).orElse(Double.NaN),
                                f.interval().map(Interval::high).orElse(Double.NaN),
                                f.records(),
                                f.judgements()))
                        .toList());
    }

    /** Whoever reaches the port may read and change the record, so others need accounts. */
    private Access access() {
        AccountsFile accounts = AccountsFile.beside(record.file());
        Optional<URI> found = Optional.ofNullable(url)
                .map(
                        given -> Access.findUrl(given)
                                .orElseThrow(
                                        () -> new Refused(
                                                "--url: found \"" + given
                                                        + "\", expected scheme and name alone, such as https://rapport.example. Leave the rest out.")));
        Access access = new Access(
                address("--host", host),
                port,
                found,
                Optional.ofNullable(proxy).map(given -> address("--proxy", given)),
                accounts,
                new SecureRandom());
        if (accounts.read().isEmpty() && access.isOpen()) {
            throw new Refused((url == null ? "--host: found \"" + host : "--url: found \"" + url)
                    + "\" and no accounts, expected at least one, or anybody could read and change the record. Add one with"
                    + " \"rapport accounts add NAME\", or leave the option out.");
        }
        return access;
    }

    private static InetAddress address(String option, String given) {
        try {
            return InetAddress.getByName(given);
        } catch (UnknownHostException e) {
            throw new Refused(option + ": found \"" + given
                    + "\", expected an address that this machine knows, such as 192.0.2.7. Name another.");
        }
    }

    /** Not for the thread itself: it asks for the end that is already under way, and waits. */
    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
