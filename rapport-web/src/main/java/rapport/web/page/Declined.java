package rapport.web.page;

/** Thrown when a question cannot be answered as it was asked: the message says what was found, what expected, what now. */
public final class Declined extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private Declined(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The question is wrong. */
    public static Declined badQuestion(String message) {
        return new Declined(400, message);
    }

    /** There is nothing at this address. */
    public static Declined notFound(String message) {
        return new Declined(404, message);
    }

    /** More was sent than is taken at once. */
    public static Declined tooLarge(String message) {
        return new Declined(413, message);
    }

    /** The request comes from elsewhere than this program's own pages. */
    public static Declined foreign(String message) {
        return new Declined(403, message);
    }

    /** Nobody is signed in, or by another name or password than those of an account. */
    public static Declined notSignedIn(String message) {
        return new Declined(401, message);
    }

    /** Too often in too short a time. */
    public static Declined tooOften(String message) {
        return new Declined(429, message);
    }

    /** What the question is about is being made. */
    public static Declined notYet(String message) {
        return new Declined(503, message);
    }

    /** As HTTP counts. */
    public int status() {
        return status;
    }
}
