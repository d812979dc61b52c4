package rapport.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import rapport.store.migration.Migration;

/**
 * Opens a record. For writing it is made, or seen to be one, and its tables are brought up to this program; for reading
 * alone it must be there, and where it or its folder cannot be written neither is touched.
 */
final class RecordFile {

    /** "RAPP", in the file's header (PRAGMA application_id), so that no other program's database is written to. */
    private static final int APPLICATION = 0x52415050;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final String OPENING = "opening it";

    private RecordFile() {}

    static Session open(Path file, Duration patience) {
        requireDatabase(file);
        Session session = Session.open(file, patience);
        try {
            requireRecord(session);
            session.execute(OPENING, "PRAGMA journal_mode = WAL");
            migrate(session);
            return session;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    static Session openToRead(Path file, Duration patience) {
        return openToRead(file, patience, isWritable(file));
    }

    /**
     * A writer may come while a file that can be written is read, so it is read with the locks that writers heed, and
     * what is laid beside it is cleared away. Elsewhere the locks would need files that cannot be made.
     */
    static Session openToRead(Path file, Duration patience, boolean isWritable) {
        requireThere(file);
        Session session;
        if (isWritable) {
            session = open(file, patience);
        } else {
            requireDatabase(file);
            session = Session.open(file, patience, hasLog(file) ? Session.Access.READ : Session.Access.READ_ALONE);
        }
        try {
            if (!isWritable) requireTables(session);
            return session;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    static void requireThere(Path file) {
        if (Files.exists(file)) return;
        throw new StoreException(
                file.toString(),
                "no such file",
                "a Rapport record",
                "Make one with \"rapport read\", or name another with --record.");
    }

    private static boolean isWritable(Path file) {
        Path folder = target(file).getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    /** Whether someone is writing it, or was cut off: the last changes are still beside the file. */
    private static boolean hasLog(Path file) {
        Path target = target(file);
        Path log = target.resolveSibling(target.getFileName() + "-wal");
        Path index = target.resolveSibling(target.getFileName() + "-shm");
        try {
            return Files.exists(log) && (Files.exists(index) || Files.size(log) > 0);
        } catch (IOException e) {
            return false; // it has just been cleared away
        }
    }

    /** The file itself, past links: what belongs to it lies beside it. */
    private static Path target(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    private static void requireTables(Session session) {
        requireRecord(session);
        long version = session.number(OPENING, "PRAGMA user_version");
        if (version == Migration.latest()) return;
        throw new StoreException(
                session.file().toString(),
                "a record of an earlier version (tables %d) that cannot be written".formatted(version),
                "tables %d, or permission to bring it up to them".formatted(Migration.latest()),
                "Copy it to a folder that can be written, or change the permission.");
    }

    private static void requireDatabase(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new StoreException(
                    file.toString(),
                    "no folder \"" + folder + "\"",
                    "the folder in which the record is to be kept",
                    "Make the folder, or name another place with --record.");
        }
        if (Files.isDirectory(file)) {
            throw new StoreException(
                    file.toString(),
                    "a folder",
                    "a file",
                    "Name a file in it, as in --record " + file + "/rapport.record.");
        }
        if (!Files.exists(file)) return;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER.length);
            if (start.length > 0 && !Arrays.equals(start, HEADER)) throw notARecord(file, "a file of another kind");
        } catch (IOException e) {
            throw new StoreException(
                    file.toString(),
                    "a file that cannot be read",
                    "permission to read it",
                    "Change the permission, or name another file with --record.",
                    e);
        }
    }

    private static void requireRecord(Session session) {
        long application = session.number(OPENING, "PRAGMA application_id");
        boolean isEmpty = session.number(OPENING, "SELECT count(*) FROM sqlite_schema") == 0;
        if (application != APPLICATION && !isEmpty) {
            throw notARecord(session.file(), "the database of another program");
        }
        long version = session.number(OPENING, "PRAGMA user_version");
        if (version > Migration.latest()) {
            throw new StoreException(
                    session.file().toString(),
                    "a record of a later version (tables %d)".formatted(version),
                    "tables %d or earlier".formatted(Migration.latest()),
                    "Update Rapport, or name another record with --record; this one has not been changed.");
        }
    }

    private static void migrate(Session session) {
        if (session.number(OPENING, "PRAGMA user_version") == Migration.latest()) return;
        session.execute(OPENING, "BEGIN IMMEDIATE");
        try {
            long version = session.number(OPENING, "PRAGMA user_version"); // another program may have been first
            for (Migration migration : Migration.all()) {
                if (migration.number() > version) session.execute(OPENING, migration.sql());
            }
            session.execute(OPENING, "PRAGMA application_id = " + APPLICATION);
            session.execute(OPENING, "PRAGMA user_version = " + Migration.latest());
            session.execute(OPENING, "COMMIT");
        } catch (StoreException e) {
            session.rollback();
            throw e;
        }
    }

    private static StoreException notARecord(Path file, String found) {
        return new StoreException(
                file.toString(),
                found,
                "a Rapport record, or no file yet",
                "Name another file with --record; this one has not been changed.");
    }
}
