package rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a text is coded with: the dictionary and the model. */
final class CoderOptions {

    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description = "Your own actors, beside those of the program; may be given more than once.")
    private List<Path> actors = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Another model than the one that comes with the program, to compare them.")
    private @Nullable Path model;

    Assembly assemble() throws IOException {
        return assemble(List.of());
    }

    /** With more actor files, such as those found beside the reports. */
    Assembly assemble(List<Path> more) throws IOException {
        // a file counts once, however its path is written; the order in which files are named makes no difference
        SortedMap<Path, Path> all = new TreeMap<>();
        for (Path file : more) all.put(file.toRealPath(), file);
        for (Path file : actors) {
            all.putIfAbsent(Given.requireFile(file, "an actor file").toRealPath(), file);
        }
        if (model != null) Given.requireFile(model, "a model");
        return Assembly.of(List.copyOf(all.values()), Optional.ofNullable(model));
    }
}
