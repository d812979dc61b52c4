package rapport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The record that a command works on. */
final class RecordOption {

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "The record: one file. Default: ${DEFAULT-VALUE} in the current folder.")
    private Path file = Path.of("rapport.record");

    Path file() {
        return file;
    }
}
