package rapport.cli;

/** A fault of the program while it worked on one report: says on which. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param doing with the report's path, never its words: "coding jan/a.txt" */
    Fault(String doing, Throwable cause) {
        super(doing, cause);
    }
}
