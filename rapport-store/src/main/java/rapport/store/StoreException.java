package rapport.store;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Thrown when a record cannot be opened, read or written as asked, or a file cannot be imported.
 *
 * <p>Nothing half-done is left behind: what was being stored is not stored, and what was stored before is.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    // Primary result codes, https://sqlite.org/rescode.html
    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    /**
     * @param where the file, and the line if there is one
     * @param found quoted as it stands, if it is text
     * @param remedy what the reader can do now, one or more sentences
     */
    public StoreException(String where, String found, String expected, String remedy) {
        super("%s: found %s, expected %s. %s".formatted(where, found, expected, remedy));
    }

    public StoreException(String where, String found, String expected, String remedy, Throwable cause) {
        super("%s: found %s, expected %s. %s".formatted(where, found, expected, remedy), cause);
    }

    /** @param doing what was being done: "storing document d4f0" */
    static StoreException of(Path file, String doing, SQLException cause) {
        String where = file + ", " + doing;
        if (cause.getErrorCode() == 0 && cause.getCause() != null) { // the driver's own loading has no code
            return new StoreException(
                    where,
                    "no way to load the database",
                    "2 MB of room in \"" + System.getProperty("java.io.tmpdir")
                            + "\" and a processor that it is made for",
                    "Free some space, or name another folder with the environment variable"
                            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.",
                    cause);
        }
        return switch (cause.getErrorCode()) {
            case BUSY, LOCKED ->
                new StoreException(
                        where,
                        "another program writing to this record",
                        "one writer at a time",
                        "Wait until the other has ended, then run the same command again; what is stored is safe.",
                        cause);
            case FULL ->
                new StoreException(
                        where,
                        "no space left on the disk",
                        "room for the record and for the file ending in -wal beside it",
                        "Free some space, then run the same command again; what is stored is safe.",
                        cause);
            case PERMISSION, READ_ONLY, CANNOT_OPEN ->
                new StoreException(
                        where,
                        "a file or folder that cannot be written",
                        "permission to write the record and its folder",
                        "Change the permission, or name another place with --record.",
                        cause);
            case NOT_A_DATABASE, CORRUPT ->
                new StoreException(
                        where,
                        "a damaged file",
                        "a Rapport record",
                        "Put a copy in its place, or read the reports again into a new record (--record).",
                        cause);
            case INPUT_OUTPUT ->
                new StoreException(
                        where,
                        "a disk that does not answer",
                        "a disk that can be read and written",
                        "Check the disk and its free space, then run the same command again.",
                        cause);
            default ->
                new StoreException(
                        where,
                        "\"" + cause.getMessage() + "\"",
                        "no fault of the database",
                        "Keep a copy of the record, then report this as a bug of Rapport.",
                        cause);
        };
    }
}
