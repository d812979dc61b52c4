package rapport.cli;

/** Thrown when a command cannot do what it is asked: the message says where, what was found, what was expected, what now. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
