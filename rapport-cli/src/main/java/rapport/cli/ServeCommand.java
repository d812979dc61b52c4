package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.evaluation.Agreement;
import rapport.evaluation.Interval;
import rapport.store.RecordStore;
import rapport.web.Reviewing;
import rapport.web.WebServer;
import rapport.web.page.AgreementPage;

/** {@code rapport serve}: the record in a browser. */
@Command(
        name = "serve",
        description = {
            "Show the record in a browser, on this machine alone, until the program is ended. Prints the address.",
            "Reports can be added there too; they are read by this program and go nowhere else. If there is no record yet, an"
                    + " empty one is made."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address of this machine on which to listen. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 7070;

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
        requireLoopback();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.exists(record.file())) {
            RecordStore.open(record.file(), Assembly.unread()).close();
            err.println(record.file() + ": found no such file, made an empty record.");
        }
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Adding adding = new Adding(coder, record.file(), err);
                WebServer server = started(adding, err)) {
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

    private WebServer started(Adding adding, PrintWriter err) throws IOException {
        try {
            return WebServer.start(
                    record.file(), Assembly.unread(), port, Optional.of(adding), reviewing(), err::println);
        } catch (IOException e) {
            throw new Refused("--port: found port " + port
                    + " in use or not allowed, expected one that is free. Name another, or 0 for a free one.");
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

    /** There are no accounts: whoever reaches the port may read and change the record. */
    private void requireLoopback() {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) return;
        } catch (UnknownHostException e) {
            // told below
        }
        throw new Refused("--host: found \"" + host
                + "\", expected 127.0.0.1 or localhost: there are no accounts yet, so the record is shown on this machine"
                + " alone. Leave --host out; to read from elsewhere, tunnel the port (ssh -L).");
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
