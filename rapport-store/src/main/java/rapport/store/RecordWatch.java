package rapport.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Tells when somebody has changed a record, this program or another.
 *
 * <p>Threads: any. Costs some ten microseconds to ask; holds a connection, but no transaction, so nobody waits for it.
 *
 * <p>Known miss: a record that cannot be written is read as it was when the watch began.
 */
public final class RecordWatch implements AutoCloseable {

    private final Path file;
    private Session session;
    private String identity;

    private RecordWatch(Path file) {
        this.file = file;
        this.session = RecordFile.openToRead(file, RecordStore.PATIENCE);
        this.identity = identity(file);
    }

    /** @throws StoreException if there is no such file, it is no record, or of a later version */
    public static RecordWatch of(Path file) {
        return new RecordWatch(file);
    }

    /**
     * A mark of the record's state: another one than before if it has been changed since. Says nothing of how.
     *
     * @throws StoreException if the record is no longer there
     */
    public synchronized String state() {
        renew();
        // https://sqlite.org/pragma.html#pragma_data_version
        return identity + " " + session.number("looking for changes", "PRAGMA data_version");
    }

    /** Keeps what was made from the record. That is no change: only what others write is seen as one. */
    synchronized void keep(String model, List<Vectors> vectors) {
        String doing = "keeping vectors";
        renew();
        session.execute(doing, "BEGIN IMMEDIATE");
        try {
            new VectorTable(session).keep(model, vectors);
            session.execute(doing, "COMMIT");
        } catch (StoreException e) {
            session.rollback();
            throw e;
        }
    }

    /** Takes up another file under the same name. */
    private void renew() {
        String now = identity(file);
        if (now.equals(identity)) return;
        session.close();
        session = RecordFile.openToRead(file, RecordStore.PATIENCE);
        identity = now;
    }

    private static String identity(Path file) {
        try {
            return String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            RecordFile.requireThere(file);
            return "unknown";
        }
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
