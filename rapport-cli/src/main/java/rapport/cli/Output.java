package rapport.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, remembering what went wrong: writers of text keep it to themselves. */
final class Output extends OutputStream {

    private final OutputStream out;
    private @Nullable String failure;

    Output(OutputStream out) {
        this.out = out;
    }

    /** What the system said when it first failed. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether whoever was reading wanted no more. */
    boolean isClosedByReader() {
        return failure != null && failure.toLowerCase(Locale.ROOT).contains("pipe"); // as Linux, macOS and Windows say
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        try {
            out.write(bytes, start, length);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw noted(e);
        }
    }

    private IOException noted(IOException e) {
        if (failure == null) failure = String.valueOf(e.getMessage());
        return e;
    }
}
