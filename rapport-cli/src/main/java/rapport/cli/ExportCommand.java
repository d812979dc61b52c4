package rapport.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rapport.record.Coded;
import rapport.record.Dyad;
import rapport.store.Snapshot;
import rapport.store.export.RecordWriter;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Together;

/** {@code rapport export}: the record for other people's tools. */
@Command(
        name = "export",
        description =
                "Write the record as JSON Lines, one object a line, sorted; the same record gives the same bytes.")
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum Form {
        jsonl
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private Rapport rapport;

    @Mixin
    private RecordOption record = new RecordOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.jsonl;

    @Option(
            names = "--without-text",
            description = "Leave out the words of the reports; ids and positions stay. Such a file cannot be imported.")
    private boolean withoutText;

    @Option(names = "--out", paramLabel = "FILE", description = "Write here and not to standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            RecordWriter writer = switch (form) {
                case jsonl -> withoutText ? RecordWriter.withoutText() : RecordWriter.complete();
            };
            List<Coded> reports = snapshot.reports();
            Together together = Together.of(reports);
            List<Dyad> dyads = new Dyads(reports, together).all(Period.MONTH);
            if (out == null) {
                OutputStream stream = new BufferedOutputStream(rapport.output());
                writer.write(snapshot, together, dyads, stream);
                stream.flush();
            } else {
                NewFile.write(out, stream -> writer.write(snapshot, together, dyads, stream));
            }
        }
        return 0;
    }
}
