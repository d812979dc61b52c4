package rapport.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import rapport.record.Discard;

/** The {@code discard} table. Every row has a path, since it is by their path that discards are replaced. */
final class DiscardTable {

    private static final String ADD = """
            INSERT INTO discard (id, format, path, document, stage, reason, span_start, span_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_PATH = """
            SELECT * FROM discard WHERE path = ? ORDER BY id
            """;

    private static final String ALL = """
            SELECT * FROM discard ORDER BY id
            """;

    private static final String IS_CODED_BY = """
            SELECT 1 FROM discard WHERE id = ? AND path = ? AND format = ?
            """;

    private static final String REMOVE = """
            DELETE FROM discard WHERE path = ?
            """;

    private final Session session;

    DiscardTable(Session session) {
        this.session = session;
    }

    void add(String path, List<Discard> discards, long format) {
        session.each(
                "storing discards",
                ADD,
                discards,
                (binding, discard) -> binding.text(discard.id())
                        .number(format)
                        .text(path)
                        .text(discard.document())
                        .text(discard.stage())
                        .text(discard.reason())
                        .span(discard.span()));
    }

    long remove(String path) {
        return session.update("removing discards", REMOVE, path, Binding::text);
    }

    List<Discard> of(String path) {
        return session.list("reading discards", OF_PATH, path, Binding::text, DiscardTable::read);
    }

    /** Whether the path has this discard by this format, and no other. */
    boolean isOnly(String path, Discard discard, long format) {
        return of(path).equals(List.of(discard))
                && session.find(
                                "reading discards",
                                IS_CODED_BY,
                                discard,
                                (binding, d) -> binding.text(d.id()).text(path).number(format),
                                row -> true)
                        .isPresent();
    }

    Stream<Discard> all() {
        return session.stream("reading discards", ALL, DiscardTable::read);
    }

    private static Discard read(Row row) throws SQLException {
        return new Discard(
                row.text("id"),
                row.findText("document"),
                row.findText("path"),
                row.text("stage"),
                row.text("reason"),
                row.findSpan("span"));
    }
}
