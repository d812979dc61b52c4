package rapport.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rapport.store.Snapshot;
import rapport.web.ReportFile;
import rapport.web.page.Declined;

/** {@code rapport report}: one page to send to a colleague. */
@Command(
        name = "report",
        description =
                "Write one page that holds everything itself: timeline, ledger, curves, disputes and the reports with their"
                        + " records marked. It loads nothing and needs no script.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Write here.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private Path out;

    @Option(names = "--of", paramLabel = "ACTOR", description = "Only what this one takes part in; id or name.")
    private @Nullable String of;

    @Option(names = "--to", paramLabel = "ACTOR", description = "And this one too.")
    private @Nullable String to;

    @Mixin
    private RecordOption record = new RecordOption();

    @Override
    public Integer call() throws IOException {
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            String html = ReportFile.html(snapshot, Optional.ofNullable(of), Optional.ofNullable(to));
            NewFile.write(out, stream -> stream.write(html.getBytes(StandardCharsets.UTF_8)));
        } catch (Declined e) {
            throw new Refused(String.valueOf(e.getMessage()).replace("/actors lists", "\"rapport show actors\" lists"));
        }
        return 0;
    }
}
