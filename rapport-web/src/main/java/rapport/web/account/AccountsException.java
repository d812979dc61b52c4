package rapport.web.account;

/** Thrown when accounts cannot be read or changed as asked: the message says where, what was found, what was expected, what now. */
public final class AccountsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AccountsException(String message) {
        super(message);
    }

    AccountsException(String message, Throwable cause) {
        super(message, cause);
    }
}
