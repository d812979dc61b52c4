package rapport.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rapport.record.Anchor;
import rapport.record.Correction;

/** The {@code correction} table. Rows are added, and go only with a document that is removed. */
final class CorrectionTable {

    private static final String ADD = """
            INSERT INTO correction (id, of, field, before, after, reviewer, at, text_sha256, anchor_start, anchor_end,
                   anchor_words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String BY_ID = """
            SELECT * FROM correction ORDER BY id
            """;

    private static final String BY_TIME = """
            SELECT * FROM correction ORDER BY at, id
            """;

    private static final String OF_TEXT = """
            SELECT * FROM correction WHERE text_sha256 = ? ORDER BY at, id
            """;

    private static final String ONE = """
            SELECT * FROM correction WHERE id = ?
            """;

    private static final String LAST = """
            SELECT * FROM correction ORDER BY at DESC, id DESC LIMIT 1
            """;

    private static final String DOCUMENTS = """
            SELECT id FROM document WHERE text_sha256 IN (SELECT text_sha256 FROM correction) ORDER BY id
            """;

    private static final String DOCUMENTS_WITH_TEXT = """
            SELECT id FROM document WHERE text_sha256 = ? ORDER BY id
            """;

    /** The document of a mention, statement or event mention. */
    private static final String DOCUMENT_OF = """
            SELECT id FROM document
             WHERE key IN (SELECT document FROM mention WHERE id = ?1 UNION ALL
                           SELECT document FROM statement WHERE id = ?1 UNION ALL
                           SELECT document FROM event_mention WHERE id = ?1)
            """;

    private static final String DOCUMENTS_NAMING = """
            SELECT DISTINCT document.id FROM document JOIN naming ON naming.document = document.key
                   JOIN actor ON actor.key = naming.actor
             WHERE actor.id IN (SELECT value FROM json_each(?)) ORDER BY document.id
            """;

    /** What is said of a text that no document has. */
    private static final String REMOVE = """
            DELETE FROM correction
             WHERE text_sha256 = ? AND text_sha256 NOT IN (SELECT text_sha256 FROM document)
            """;

    private final Session session;

    CorrectionTable(Session session) {
        this.session = session;
    }

    void add(Correction correction) {
        session.update(
                "storing correction " + correction.id(),
                ADD,
                correction,
                (binding, c) -> binding.text(c.id())
                        .text(c.of())
                        .text(c.writtenField())
                        .text(c.before())
                        .text(c.after())
                        .text(c.by())
                        .number(c.at().toEpochMilli())
                        .text(c.anchor().textSha256())
                        .number(c.anchor().start())
                        .number(c.anchor().end())
                        .text(c.anchor().words()));
    }

    Stream<Correction> byId() {
        return session.stream("reading corrections", BY_ID, CorrectionTable::read);
    }

    List<Correction> byTime() {
        return session.list("reading corrections", BY_TIME, "", (binding, none) -> {}, CorrectionTable::read);
    }

    List<Correction> ofText(String textSha256) {
        return session.list("reading corrections", OF_TEXT, textSha256, Binding::text, CorrectionTable::read);
    }

    Optional<Correction> find(String id) {
        return session.find("reading correction " + id, ONE, id, Binding::text, CorrectionTable::read);
    }

    Optional<Instant> last() {
        return session.find("reading corrections", LAST, "", (binding, none) -> {}, CorrectionTable::read)
                .map(Correction::at);
    }

    /** Ids of documents of whose text something is said. */
    Set<String> documents() {
        return new HashSet<>(session.list(
                "looking for corrected documents", DOCUMENTS, "", (binding, none) -> {}, row -> row.text("id")));
    }

    List<String> documentsWith(String textSha256) {
        return session.list(
                "looking for documents", DOCUMENTS_WITH_TEXT, textSha256, Binding::text, row -> row.text("id"));
    }

    /** Documents that name any of these actors, or what belongs to them. */
    List<String> documentsNaming(Collection<String> actors) {
        return session.list(
                "looking for documents",
                DOCUMENTS_NAMING,
                JsonColumn.ofTexts(actors),
                Binding::text,
                row -> row.text("id"));
    }

    Optional<String> documentOf(String record) {
        return session.find("looking for " + record, DOCUMENT_OF, record, Binding::text, row -> row.text("id"));
    }

    /** Takes out what is said of a text, unless a document still has it. */
    long remove(String textSha256) {
        return session.update("removing corrections", REMOVE, textSha256, Binding::text);
    }

    private static Correction read(Row row) throws SQLException {
        String field = row.text("field");
        return new Correction(
                row.text("id"),
                row.text("of"),
                Correction.field(field),
                Correction.settles(field),
                row.findText("before"),
                row.findText("after"),
                row.text("reviewer"),
                Instant.ofEpochMilli(row.number("at")),
                new Anchor(
                        row.text("text_sha256"),
                        (int) row.number("anchor_start"),
                        (int) row.number("anchor_end"),
                        row.text("anchor_words")));
    }
}
