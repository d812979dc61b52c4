package rapport.analysis.reader;

/** Thrown when there is no model that this version, on this machine, can run; nothing has been read with it then. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String MESSAGE =
            "%s: found %s, expected a model that this version's training code exported. Export it again, or name another file.";

    /** The runtime could not be loaded: it unpacks itself into the folder for temporary files. */
    ModelException(LinkageError cause) {
        super(
                "the runtime of the model: found no way to load it, expected 40 MB of room in \""
                        + System.getProperty("java.io.tmpdir")
                        + "\" and a processor that it is made for. Free some space, or name another folder with the"
                        + " environment variable JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.",
                cause);
    }

    ModelException(String origin, String found) {
        super(MESSAGE.formatted(origin, found));
    }

    ModelException(String origin, String found, Throwable cause) {
        super(MESSAGE.formatted(origin, found), cause);
    }
}
