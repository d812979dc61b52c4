package rapport.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One change to the tables.
 *
 * @param number counted from 1, without gaps
 * @param sql statements that bring the tables from the number before to this one
 */
public record Migration(int number, String sql) {

    private static final List<String> FILES =
            List.of("0001-first-tables.sql", "0002-corrections.sql", "0003-vectors.sql", "0004-settings.sql");

    /** All changes, the first one first. */
    public static List<Migration> all() {
        return FILES.stream().map(Migration::read).toList();
    }

    /** The number of the last change: what a record of this program carries. */
    public static int latest() {
        return FILES.size();
    }

    private static Migration read(String file) {
        try (InputStream in = Migration.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("not in the program: " + file);
            return new Migration(
                    Integer.parseInt(file.substring(0, 4)), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
