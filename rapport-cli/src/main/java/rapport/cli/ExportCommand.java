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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import rapport.record.Coded;
import rapport.record.Dyad;
import rapport.store.Snapshot;
import rapport.store.export.ActorLines;
import rapport.store.export.RecordWriter;
import rapport.store.export.TrainingWriter;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Together;

/** {@code rapport export}: the record for other people's tools. */
@Command(
        name = "export",
        description = {
            "Write the record as JSON Lines, one object a line, sorted; the same record gives the same bytes.",
            "training: passages of which reviewers have judged every record, in the form of the corpus. actors: the names that "
                    + "reviewers have corrected, as lines of an actor file."
        })
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum Form {
        jsonl,
        training,
        actors
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private Rapport rapport;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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
        if (withoutText && form != Form.jsonl) {
            throw new ParameterException(
                    spec.commandLine(), "--without-text: found --format " + form + ", expected jsonl");
        }
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            NewFile.Content content = switch (form) {
                case jsonl -> jsonLines(snapshot);
                case training -> stream -> TrainingWriter.write(snapshot, stream);
                case actors -> stream -> ActorLines.write(snapshot, stream);
            };
            if (out == null) {
                OutputStream stream = new BufferedOutputStream(rapport.output());
                content.write(stream);
                stream.flush();
            } else {
                NewFile.write(out, content);
            }
        }
        return 0;
    }

    private NewFile.Content jsonLines(Snapshot snapshot) {
        RecordWriter writer = withoutText ? RecordWriter.withoutText() : RecordWriter.complete();
        List<Coded> reports = snapshot.reports();
        Together together = Together.of(reports, snapshot.settings(), snapshot.reviewed());
        List<Dyad> dyads = new Dyads(reports, together).all(Period.MONTH);
        return stream -> writer.write(snapshot, together, dyads, stream);
    }
}
