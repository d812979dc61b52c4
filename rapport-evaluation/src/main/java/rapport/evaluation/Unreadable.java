package rapport.evaluation;

import java.nio.file.Path;

/** Thrown when a gold file cannot be read as written: where, what was found, what was expected, what now. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param line counted from 1
     */
    Unreadable(Path file, int line, String found, String expected) {
        super("%s:%d: found %s, expected %s. Correct the file and run it again."
                .formatted(file, line, found, expected));
    }

    /** For what is wrong with the whole of it: a measure of nothing would look like a bad one. */
    Unreadable(Path path, String found, String expected) {
        super("%s: found %s, expected %s. Name another.".formatted(path, found, expected));
    }
}
