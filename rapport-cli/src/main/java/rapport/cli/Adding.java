package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.store.RecordStore;
import rapport.web.Intake;

/**
 * Reads reports that were sent to the server, as {@code read} reads files: each is known to the record as {@code added/NAME}.
 * Model and dictionary are loaded when the first report comes.
 */
final class Adding implements Intake, AutoCloseable {

    private static final String FOLDER = "added";
    private static final int LONGEST_NAME = 120;

    private final CoderOptions coder;
    private final Path record;
    private final PrintWriter warnings;
    private @Nullable Assembly assembly;

    Adding(CoderOptions coder, Path record, PrintWriter warnings) {
        this.coder = coder;
        this.record = record;
        this.warnings = warnings;
    }

    @Override
    public synchronized List<String> take(List<Upload> uploads) throws InterruptedException {
        try {
            Assembly with = assembly;
            if (with == null) {
                with = coder.assemble();
                assembly = with;
            }
            Path folder = Files.createTempDirectory("rapport-added");
            try {
                return read(with, folder, uploads);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("laying down what was sent", e);
        }
    }

    private List<String> read(Assembly with, Path folder, List<Upload> uploads)
            throws IOException, InterruptedException {
        List<Path> files =
                new ArrayList<>(List.of(Files.createDirectory(folder.resolve("base")))); // paths begin above it
        List<String> paths = new ArrayList<>();
        Path added = Files.createDirectory(folder.resolve(FOLDER));
        for (Upload upload : uploads) {
            String name = name(upload.name());
            if (paths.contains(FOLDER + "/" + name)) name = paths.size() + "-" + name;
            files.add(Files.write(added.resolve(name), upload.bytes()));
            paths.add(FOLDER + "/" + name);
        }
        try (RecordStore store = RecordStore.open(record, with.format())) {
            new Coding(with, store, new Summary(), warnings, 1).read(files, () -> {});
        }
        return paths;
    }

    /** The last part of what the sender calls it, with nothing that a file system could take for something else. */
    private static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "_")
                .replaceFirst("^\\.+", "")
                .strip();
        if (plain.isEmpty()) plain = "report.txt";
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) Files.delete(path);
        }
    }

    @Override
    public synchronized void close() {
        Assembly open = assembly;
        if (open != null) open.close();
        assembly = null;
    }
}
