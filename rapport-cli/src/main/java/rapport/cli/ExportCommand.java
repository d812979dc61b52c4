package rapport.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.export.RecordWriter;

/** {@code rapport export}: the record for other people's tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write the record as JSON Lines, one object a line, sorted; the same record gives the same bytes.")
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum Form {
        jsonl
    }

    @Mixin
    private RecordOption record = new RecordOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: jsonl.")
    private Form form = Form.jsonl;

    @Option(names = "--without-text", description = "Leave out the reports' words; positions and ids stay.")
    private boolean withoutText;

    @Option(names = "--out", paramLabel = "FILE", description = "Write here and not to standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = RecordStore.openExisting(record.file(), Assembly.unread());
                Snapshot snapshot = store.snapshot()) {
            RecordWriter writer = switch (form) {
                case jsonl -> withoutText ? RecordWriter.withoutText() : RecordWriter.complete();
            };
            if (out == null) {
                try (OutputStream stream = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
                    writer.write(snapshot, stream);
                }
            } else {
                // beside the target first, so that a full disk leaves no half file under its name
                Path half = out.resolveSibling(out.getFileName() + ".part");
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(half))) {
                    writer.write(snapshot, stream);
                }
                Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return 0;
    }
}
