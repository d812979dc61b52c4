package rapport.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import rapport.ontology.MentionForm;
import rapport.record.Mention;

/** The {@code mention} table. */
final class MentionTable {

    private static final String ADD = """
            INSERT INTO mention (id, document, span_start, span_end, actor, form) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            SELECT mention.*, document.id AS document_id FROM mention JOIN document ON document.key = mention.document
            """;

    private static final String BY_ID = SELECT + " ORDER BY mention.id";

    private static final String OF_DOCUMENT =
            SELECT + " WHERE document.id = ? ORDER BY span_start, span_end, mention.id";

    private final Session session;

    MentionTable(Session session) {
        this.session = session;
    }

    void add(long document, List<Mention> mentions) {
        session.each(
                "storing mentions",
                ADD,
                mentions,
                (binding, mention) -> binding.text(mention.id())
                        .number(document)
                        .span(mention.span())
                        .text(mention.actor())
                        .code(mention.form()));
    }

    Stream<Mention> byId() {
        return session.stream("reading mentions", BY_ID, MentionTable::read);
    }

    /** In the order of the text. */
    List<Mention> of(String document) {
        return session.list(
                "reading mentions of document " + document, OF_DOCUMENT, document, Binding::text, MentionTable::read);
    }

    private static Mention read(Row row) throws SQLException {
        return new Mention(
                row.text("id"),
                row.text("document_id"),
                row.span("span"),
                row.findText("actor"),
                row.code(MentionForm.class, "form"));
    }
}
