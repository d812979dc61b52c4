package rapport.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rapport.store.Snapshot;
import rapport.store.export.RecordWriter;

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
            if (out == null) {
                OutputStream stream = new BufferedOutputStream(rapport.output());
                writer.write(snapshot, stream);
                stream.flush();
            } else {
                write(writer, snapshot, out);
            }
        }
        return 0;
    }

    /** Beside the target first, so that a full disk leaves no half file under its name. */
    private static void write(RecordWriter writer, Snapshot snapshot, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new Refused(target + ": found a folder, expected a file to write. Name a file in it.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused(target + ": found no folder \"" + folder
                    + "\", expected the folder in which to write. Make the folder, or name another place with --out.");
        }
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(half))) {
                writer.write(snapshot, stream);
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new Refused(
                    target + ": found no permission to write it, expected a file that can be written. Change the"
                            + " permission, or name another place with --out.");
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw new Refused(
                    target + ": found \"" + e.getMessage()
                            + "\" while writing, expected room for the file. Free some space, or name another place with --out.");
        }
    }
}
