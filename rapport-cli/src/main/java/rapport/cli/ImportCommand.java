package rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.store.RecordStore;
import rapport.store.export.RecordReader;

/** {@code rapport import FILE}: what export wrote, back into a record. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Read JSON Lines that \"rapport export\" wrote into the record: all of the file, or nothing of it.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON Lines, UTF-8.")
    private Path file = Path.of("");

    @Mixin
    private RecordOption record = new RecordOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = RecordStore.open(record.file(), Assembly.unread())) {
            spec.commandLine().getOut().println(RecordReader.read(file, store));
        }
        return 0;
    }
}
