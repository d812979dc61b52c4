package rapport.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import rapport.ontology.ActorKind;
import rapport.ontology.KnownBy;
import rapport.record.Actor;

/**
 * The {@code actor} table, and {@code naming}, which documents name which.
 *
 * <p>Documents may know the same actor by different names. Each keeps its own row, and what is shown joins them: the
 * values of the row that knows best, the names of all. So the order in which documents were read shows nowhere, and a
 * document that goes takes with it what only it knew.
 */
final class ActorTable {

    private static final String ADD = """
            INSERT INTO actor (id, name, kind, country, sectors, part_of, offices, names, wikidata, known)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String WITH_ID = """
            SELECT * FROM actor WHERE id = ? ORDER BY key
            """;

    private static final String NAME = """
            INSERT INTO naming (document, actor) VALUES (?, ?)
            """;

    private static final String OF_DOCUMENT = """
            SELECT actor.* FROM actor JOIN naming ON naming.actor = actor.key
                   JOIN document ON document.key = naming.document
             WHERE document.id = ? ORDER BY actor.id
            """;

    /** Of one id the best row first: coded last, then best known, then by its content, so that the order never varies. */
    private static final String BEST_FIRST = """
            SELECT actor.*, (SELECT max(format) FROM document JOIN naming ON naming.document = document.key
                              WHERE naming.actor = actor.key) AS coded
              FROM actor
             %s
             ORDER BY id, coded DESC,
                   CASE known WHEN 'review' THEN 0 WHEN 'user' THEN 1 WHEN 'dictionary' THEN 2 ELSE 3 END,
                   name, names, kind, country, sectors, part_of, offices, wikidata, key
            """;

    private static final String ALL = BEST_FIRST.formatted("");

    private static final String ONE = BEST_FIRST.formatted("WHERE id = ?");

    private static final String REMOVE_NAMED_ONLY_BY = """
            DELETE FROM actor
             WHERE key IN (SELECT actor FROM naming WHERE document = ?)
               AND NOT EXISTS (SELECT 1 FROM naming WHERE naming.actor = actor.key AND naming.document <> ?)
            """;

    private record Stored(long key, Actor actor) {}

    private final Session session;

    ActorTable(Session session) {
        this.session = session;
    }

    void add(long document, List<Actor> actors) {
        List<Long> keys = new ArrayList<>();
        for (Actor actor : actors) {
            keys.add(key(actor).orElseGet(() -> add(actor)));
        }
        session.each(
                "storing who is named",
                NAME,
                keys,
                (binding, key) -> binding.number(document).number(key));
    }

    /** Takes out what no other document knows. To be called before the document itself goes. */
    void removeNamedOnlyBy(DocumentTable.Key document) {
        session.update(
                "removing actors of document " + document.id(),
                REMOVE_NAMED_ONLY_BY,
                document.key(),
                (binding, key) -> binding.number(key).number(key));
    }

    /** As the document knows them, by id. */
    List<Actor> of(String document) {
        return session.list(
                "reading actors of document " + document, OF_DOCUMENT, document, Binding::text, ActorTable::read);
    }

    Optional<Actor> find(String id) {
        List<Actor> rows = session.list("reading actor " + id, ONE, id, Binding::text, ActorTable::read);
        return rows.isEmpty() ? Optional.empty() : Optional.of(joined(rows));
    }

    /** Each id once, in its order. */
    Stream<Actor> all() {
        Stream<Actor> rows = session.stream("reading actors", ALL, ActorTable::read);
        Joining joining = new Joining(rows.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(joining, Spliterator.ORDERED), false)
                .onClose(rows::close);
    }

    private Optional<Long> key(Actor actor) {
        return session
                .list(
                        "looking for actor " + actor.id(),
                        WITH_ID,
                        actor.id(),
                        Binding::text,
                        row -> new Stored(row.number("key"), read(row)))
                .stream()
                .filter(stored -> stored.actor().equals(actor))
                .map(Stored::key)
                .findFirst();
    }

    private long add(Actor actor) {
        String doing = "storing actor " + actor.id();
        session.update(
                doing,
                ADD,
                actor,
                (binding, a) -> binding.text(a.id())
                        .text(a.name())
                        .code(a.kind())
                        .text(a.country())
                        .text(JsonColumn.ofTexts(a.sectors()))
                        .text(JsonColumn.ofMemberships(a.partOf()))
                        .text(JsonColumn.ofOffices(a.offices()))
                        .text(JsonColumn.ofTexts(a.names()))
                        .text(a.wikidata())
                        .code(a.known()));
        return session.number(doing, "SELECT last_insert_rowid()");
    }

    /** The first, with its names first and those of the others after it, sorted. */
    private static Actor joined(List<Actor> rows) {
        Actor best = rows.get(0);
        if (rows.size() == 1) return best;
        Set<String> others = new TreeSet<>();
        rows.forEach(actor -> others.addAll(actor.names()));
        Set<String> names = new LinkedHashSet<>(best.names());
        names.addAll(others);
        return new Actor(
                best.id(),
                best.name(),
                best.kind(),
                best.country(),
                best.sectors(),
                best.partOf(),
                best.offices(),
                List.copyOf(names),
                best.wikidata(),
                best.known());
    }

    private static Actor read(Row row) throws SQLException {
        return new Actor(
                row.text("id"),
                row.text("name"),
                row.code(ActorKind.class, "kind"),
                row.findText("country"),
                JsonColumn.texts(row.text("sectors")),
                JsonColumn.memberships(row.text("part_of")),
                JsonColumn.offices(row.text("offices")),
                JsonColumn.texts(row.text("names")),
                row.findText("wikidata"),
                row.code(KnownBy.class, "known"));
    }

    /** Joins neighbours of the same id. */
    private static final class Joining implements Iterator<Actor> {

        private final Iterator<Actor> rows;
        private Optional<Actor> ahead;

        Joining(Iterator<Actor> rows) {
            this.rows = rows;
            this.ahead = advance();
        }

        @Override
        public boolean hasNext() {
            return ahead.isPresent();
        }

        @Override
        public Actor next() {
            List<Actor> same = new ArrayList<>(List.of(ahead.orElseThrow()));
            ahead = advance();
            while (ahead.isPresent() && ahead.get().id().equals(same.get(0).id())) {
                same.add(ahead.get());
                ahead = advance();
            }
            return joined(same);
        }

        private Optional<Actor> advance() {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        }
    }
}
