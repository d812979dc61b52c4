package rapport.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One connection to a record, and what it was doing when it failed. {@code doing} stands in the message after the file:
 * "storing document d4f0".
 *
 * <p>Threads: one at a time.
 */
final class Session implements AutoCloseable {

    /** Outside Java's heap. Ids are scattered, so a large record is slow with SQLite's own 2 MiB. */
    private static final int CACHE_IN_KIB = 64 * 1024;

    /** Held, so that its level stays: what the driver has to say on loading comes as an exception too. */
    private static final Logger DRIVER = Logger.getLogger("org.sqlite");

    private final Path file;
    private final Connection connection;
    private final Duration patience;

    /** By their SQL, which is constant: what is asked for every document is parsed once. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Session(Path file, Connection connection, Duration patience) {
        this.file = file;
        this.connection = connection;
        this.patience = patience;
    }

    /** What may be done with the file. */
    enum Access {
        /** Makes it if it is not there. */
        WRITE(""),

        /** Sees what is in its write-ahead log, and needs that and the index beside it. */
        READ("?mode=ro"),

        /** Takes it as it is and makes no file beside it; for a file that nobody writes while it is read. */
        READ_ALONE("?mode=ro&immutable=1");

        private final String query; // https://sqlite.org/uri.html

        Access(String query) {
            this.query = query;
        }
    }

    /**
     * Opens the file, or makes it.
     *
     * @param patience how long to wait for another writer
     */
    static Session open(Path file, Duration patience) {
        return open(file, patience, Access.WRITE);
    }

    static Session open(Path file, Duration patience, Access access) {
        DRIVER.setLevel(Level.OFF);
        try {
            // As a URI, so that a question mark in a file name is not read as the driver's settings.
            Connection connection = DriverManager.getConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString() + access.query);
            Session session = new Session(file, connection, patience);
            try {
                String opening = "opening it";
                session.waitFor(opening, patience);
                session.execute(opening, "PRAGMA foreign_keys = ON");
                session.execute(opening, "PRAGMA synchronous = FULL");
                session.execute(opening, "PRAGMA secure_delete = ON");
                session.execute(opening, "PRAGMA cache_size = -" + CACHE_IN_KIB);
            } catch (StoreException e) {
                session.close();
                throw e;
            }
            return session;
        } catch (SQLException e) {
            throw StoreException.of(file, "opening it", e);
        }
    }

    Path file() {
        return file;
    }

    /** Empties the write-ahead log, unless somebody still reads from it; does not wait for that. */
    void emptyLog() {
        String doing = "emptying the log";
        waitFor(doing, Duration.ZERO);
        try {
            number(doing, "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            waitFor(doing, patience);
        }
    }

    private void waitFor(String doing, Duration time) {
        execute(doing, "PRAGMA busy_timeout = " + time.toMillis());
    }

    /** One or more statements without question marks. */
    void execute(String doing, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw StoreException.of(file, doing, e);
        }
    }

    /** Ends a transaction without its changes. After some failures the database has done so by itself, and refuses this. */
    void rollback() {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("ROLLBACK");
        } catch (SQLException e) {
            // If it was anything else, the next BEGIN fails and says so; the first failure is the one to be reported.
        }
    }

    /** The one number that a query without question marks gives. */
    long number(String doing, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw StoreException.of(file, doing, e);
        }
    }

    /** Runs the statement once for each value. */
    <T> void each(String doing, String sql, Collection<T> values, Binding.Writer<T> writer) {
        if (values.isEmpty()) return;
        try {
            PreparedStatement statement = prepared(sql);
            for (T value : values) {
                writer.write(new Binding(statement), value);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(sql, doing, e);
        }
    }

    /** How many rows the statement changed. */
    <T> long update(String doing, String sql, T value, Binding.Writer<T> writer) {
        try {
            PreparedStatement statement = prepared(sql);
            writer.write(new Binding(statement), value);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, doing, e);
        }
    }

    <V, T> List<T> list(String doing, String sql, V value, Binding.Writer<V> writer, Row.Reader<T> reader) {
        try {
            PreparedStatement statement = prepared(sql);
            writer.write(new Binding(statement), value);
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) values.add(reader.read(row));
            }
            return List.copyOf(values);
        } catch (SQLException e) {
            throw failed(sql, doing, e);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    /** The driver cannot use a statement again that has failed. */
    private StoreException failed(String sql, String doing, SQLException failure) {
        PreparedStatement statement = prepared.remove(sql);
        try {
            if (statement != null) statement.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return StoreException.of(file, doing, failure);
    }

    /** The first row, if there is one. */
    <V, T> Optional<T> find(String doing, String sql, V value, Binding.Writer<V> writer, Row.Reader<T> reader) {
        return list(doing, sql, value, writer, reader).stream().findFirst();
    }

    <T> Stream<T> stream(String doing, String sql, Row.Reader<T> reader) {
        return stream(doing, sql, "", (binding, none) -> {}, reader);
    }

    /** Reads while the stream is consumed. The rows are let go when it is closed or consumed, or the session closed. */
    <V, T> Stream<T> stream(String doing, String sql, V value, Binding.Writer<V> writer, Row.Reader<T> reader) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
                writer.write(new Binding(statement), value);
                Rows<T> rows = new Rows<>(doing, statement, reader);
                return StreamSupport.stream(rows, false).onClose(rows::close);
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, doing, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(file, "closing it", e);
        }
    }

    /** The rows of a result, one after the other. */
    private final class Rows<T> extends Spliterators.AbstractSpliterator<T> {

        private final String doing;
        private final PreparedStatement statement;
        private final Row.Reader<T> reader;
        private final ResultSet rows;
        private final Row row;

        Rows(String doing, PreparedStatement statement, Row.Reader<T> reader) throws SQLException {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.doing = doing;
            this.statement = statement;
            this.reader = reader;
            this.rows = statement.executeQuery();
            this.row = new Row(rows);
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            T value;
            try {
                if (rows.isClosed()) return false;
                if (!rows.next()) {
                    statement.close();
                    return false;
                }
                value = reader.read(row);
            } catch (SQLException e) {
                throw StoreException.of(file, doing, e);
            }
            action.accept(value);
            return true;
        }

        void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw StoreException.of(file, doing, e);
            }
        }
    }
}
