package rapport.actor;

import java.util.List;

/**
 * Thrown when lines of an actor dictionary cannot be read as written; the message has one line for each fault.
 *
 * <p>It is thrown before the first document is read, so no run is ever half-coded by a bad file.
 */
public final class CodebookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String REMEDY = "Correct the lines, then run \"rapport actors check\".";

    /** What is wrong, and where; {@code line} is counted from 1, as editors count. */
    record Fault(String file, int line, String found, String expected) {

        @Override
        public String toString() {
            return file + ":" + line + ": found " + found + ", expected " + expected + ".";
        }
    }

    CodebookException(List<Fault> faults) {
        super(String.join("\n", faults.stream().map(Fault::toString).toList()) + " " + REMEDY);
    }
}
