package rapport.analysis.reader;

/** Thrown when a file is not a model that this version can run; nothing has been read with it then. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String MESSAGE =
            "%s: found %s, expected a model that this version's training code exported. Export it again, or name another file.";

    ModelException(String origin, String found) {
        super(MESSAGE.formatted(origin, found));
    }

    ModelException(String origin, String found, Throwable cause) {
        super(MESSAGE.formatted(origin, found), cause);
    }
}
