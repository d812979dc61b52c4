package rapport.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Dateline;
import rapport.record.Document;
import rapport.record.Format;

/** The {@code document} table, and the full-text index that follows it. */
final class DocumentTable {

    /** A row's number in this file, by which the other tables hang from it; and the document's own names. */
    record Key(long key, String id, String path, long format) {}

    private static final String ADD = """
            INSERT INTO document (key, id, path, format, outlet, url, title, byline, dateline, dateline_place, dateline_day,
                   published_first, published_last, published_basis, published_because, published_start, published_end,
                   language, text_sha256, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MARKS = """
            SELECT id, key, format, text_sha256 FROM document
            """;

    private static final String REMOVE = """
            DELETE FROM document WHERE key = ?
            """;

    private static final String KEYS = """
            SELECT key, id, path, format FROM document WHERE id = ? OR path = ? ORDER BY id = ? DESC, key
            """;

    private static final String IS_CODED = """
            SELECT 1 FROM document JOIN format ON format.key = document.format
             WHERE path = ? AND text_sha256 = ? AND version = ? AND program = ? AND codebook = ? AND model = ?
            """;

    private static final String BY_DAY = """
            SELECT * FROM document
             ORDER BY published_first IS NULL, published_first, published_last IS NULL, published_last, id
            """;

    private static final String BY_ID = """
            SELECT * FROM document ORDER BY id
            """;

    private static final String IDS = """
            SELECT id FROM document ORDER BY id
            """;

    private static final String WITH_ID = """
            SELECT * FROM document WHERE id = ?
            """;

    private static final String TEXT = """
            SELECT text FROM document WHERE id = ?
            """;

    /** Noncharacters, which no text should hold; where one does all the same, {@link Marked} says so. */
    private static final String SEARCH = """
            SELECT document.id, document.text, highlight(document_words, 0, ?, ?) AS marked
              FROM document_words JOIN document ON document.key = document_words.rowid
             WHERE document_words MATCH ? ORDER BY document_words.rank, document.id LIMIT ?
            """;

    private final Session session;

    DocumentTable(Session session) {
        this.session = session;
    }

    /** A number that no document has or gives up for this one, so that what is read anew can be told from what was there. */
    long nextKey() {
        return session.number("looking for a number", "SELECT ifnull(max(key), 0) + 1 FROM document");
    }

    /** By id, what changes if something else is stored under it. */
    Map<String, String> marks() {
        return session
                .list(
                        "looking for what has changed",
                        MARKS,
                        "",
                        (binding, none) -> {},
                        row -> Map.entry(
                                row.text("id"),
                                row.number("key") + " " + row.number("format") + " " + row.text("text_sha256")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(Document document, long key, long format) {
        session.update(
                "storing document " + document.id(),
                ADD,
                document,
                (binding, d) -> binding.number(key)
                        .text(d.id())
                        .text(d.path())
                        .number(format)
                        .text(d.outlet())
                        .text(d.url())
                        .text(d.title())
                        .text(d.byline())
                        .flag(d.dateline().isPresent())
                        .text(d.dateline().flatMap(Dateline::place))
                        .day(d.dateline().flatMap(Dateline::day))
                        .time(d.published())
                        .text(d.language())
                        .text(d.textSha256())
                        .text(d.text()));
    }

    /** With everything that hangs from it. */
    void remove(Key document) {
        session.update(
                "removing document " + document.id(), REMOVE, document.key(), (binding, key) -> binding.number(key));
    }

    /** Those with this id or this path; the id first. */
    Collection<Key> keys(String id, String path) {
        return session.list(
                "looking for document " + id,
                KEYS,
                id,
                (binding, i) -> binding.text(i).text(path).text(i),
                row -> new Key(row.number("key"), row.text("id"), row.text("path"), row.number("format")));
    }

    boolean isCoded(String path, String textSha256, Format by) {
        return session.find(
                        "looking for a document that is coded",
                        IS_CODED,
                        by,
                        (binding, format) -> binding.text(path)
                                .text(textSha256)
                                .number(format.version())
                                .text(format.program())
                                .text(format.codebook())
                                .text(format.model()),
                        row -> true)
                .isPresent();
    }

    Stream<Document> byDay() {
        return session.stream("reading documents", BY_DAY, DocumentTable::read);
    }

    Stream<Document> byId() {
        return session.stream("reading documents", BY_ID, DocumentTable::read);
    }

    List<String> ids() {
        return session.list("reading documents", IDS, "", (binding, none) -> {}, row -> row.text("id"));
    }

    Optional<Document> find(String id) {
        return session.find("reading document " + id, WITH_ID, id, Binding::text, DocumentTable::read);
    }

    Optional<String> text(String id) {
        return session.find("reading document " + id, TEXT, id, Binding::text, row -> row.text("text"));
    }

    List<Hit> search(String expression, int limit) {
        return session.list(
                "searching for words",
                SEARCH,
                expression,
                (binding, words) ->
                        binding.text(Marked.OPEN).text(Marked.CLOSE).text(words).number(limit),
                row -> Marked.hit(row.text("id"), row.text("text"), row.text("marked")));
    }

    private static Document read(Row row) throws SQLException {
        return new Document(
                row.text("id"),
                row.findText("outlet"),
                row.findText("url"),
                row.findText("title"),
                row.findText("byline"),
                row.flag("dateline")
                        ? Optional.of(new Dateline(row.findText("dateline_place"), row.findDay("dateline_day")))
                        : Optional.empty(),
                row.time("published"),
                row.text("language"),
                row.text("text"),
                row.text("text_sha256"),
                row.text("path"));
    }
}
