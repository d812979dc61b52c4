package rapport.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/** The {@code statement} table. */
final class StatementTable {

    private static final String ADD = """
            INSERT INTO statement (id, document, sentence_start, sentence_end, source_actor, source_start, source_end,
                   cue_start, cue_end, content, quotation, kind, addressee, about, negated, within, score)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            SELECT statement.*, document.id AS document_id
              FROM statement JOIN document ON document.key = statement.document
            """;

    private static final String BY_ID = SELECT + " ORDER BY statement.id";

    private static final String OF_DOCUMENT =
            SELECT + " WHERE document.id = ? ORDER BY sentence_start, sentence_end, statement.id";

    /** And those of corrected documents, in which any may have another source now. */
    private static final String OF_SOURCES = SELECT + """
                     WHERE statement.id IN (
                           SELECT id FROM statement WHERE source_actor IN (SELECT value FROM json_each(?))
                           UNION
                           SELECT statement.id FROM statement JOIN document ON document.key = statement.document
                            WHERE text_sha256 IN (SELECT text_sha256 FROM correction))
                     ORDER BY published_first IS NULL, published_first, document.id, sentence_start, statement.id
                    """;

    private final Session session;

    StatementTable(Session session) {
        this.session = session;
    }

    void add(long document, List<Statement> statements) {
        session.each(
                "storing statements",
                ADD,
                statements,
                (binding, statement) -> binding.text(statement.id())
                        .number(document)
                        .span(statement.sentence())
                        .text(statement.source().flatMap(Role::actor))
                        .span(statement.source().map(Role::span))
                        .span(statement.cue())
                        .text(JsonColumn.ofSpans(statement.content()))
                        .code(statement.quotation())
                        .code(statement.kind())
                        .text(statement.addressee())
                        .text(JsonColumn.ofTexts(statement.about()))
                        .flag(statement.negated())
                        .text(statement.within())
                        .real(statement.score()));
    }

    Stream<Statement> byId() {
        return session.stream("reading statements", BY_ID, StatementTable::read);
    }

    /** In the order of the text. */
    List<Statement> of(String document) {
        return session.list(
                "reading statements of document " + document,
                OF_DOCUMENT,
                document,
                Binding::text,
                StatementTable::read);
    }

    /** Oldest report first; with all of corrected documents. */
    Stream<Statement> ofSources(Collection<String> actors) {
        return session.stream(
                "reading statements of actors",
                OF_SOURCES,
                JsonColumn.ofTexts(actors),
                Binding::text,
                StatementTable::read);
    }

    private static Statement read(Row row) throws SQLException {
        Optional<Span> source = row.findSpan("source");
        Optional<String> actor = row.findText("source_actor");
        return new Statement(
                row.text("id"),
                row.text("document_id"),
                row.span("sentence"),
                source.map(span -> new Role(actor, span)),
                row.findSpan("cue"),
                JsonColumn.spans(row.text("content")),
                row.code(Quotation.class, "quotation"),
                row.code(StatementKind.class, "kind"),
                row.findText("addressee"),
                JsonColumn.texts(row.text("about")),
                row.flag("negated"),
                row.findText("within"),
                row.real("score"));
    }
}
