package rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a text is coded with: the dictionary and the model. */
final class CoderOptions {

    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description = "An actor file of your own, beside the program's dictionary; may be given more than once.")
    private List<Path> actors = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Another model than the shipped one, to compare them.")
    private @Nullable Path model;

    Assembly assemble() throws IOException {
        return assemble(List.of());
    }

    /** With more actor files, such as those found beside the reports. */
    Assembly assemble(List<Path> more) throws IOException {
        List<Path> all = new ArrayList<>(more);
        for (Path file : actors) if (!all.contains(file)) all.add(file);
        return Assembly.of(all, Optional.ofNullable(model));
    }
}
