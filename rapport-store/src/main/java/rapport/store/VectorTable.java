package rapport.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rapport.store.Candidates.Candidate;

/** The {@code vectors} table. */
final class VectorTable {

    /** Of so many signs are looked at more closely, whatever the limit; decision 0015 has what that misses. */
    private static final int LOOKED_AT = 1000;

    private static final int LOOKED_AT_A_HIT = 4;

    private static final String KEEP = """
            INSERT OR REPLACE INTO vectors (document, model, signs, vectors)
            SELECT key, ?, ?, ? FROM document WHERE id = ?
            """;

    private static final String STATEMENTS = """
            SELECT statement.id FROM statement JOIN document ON document.key = statement.document
             WHERE document.id = ? ORDER BY statement.id
            """;

    private static final String MISSING = """
            SELECT document.id FROM document
             WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.document = document.key AND model = ?)
               AND EXISTS (SELECT 1 FROM statement WHERE statement.document = document.key)
             ORDER BY document.id
            """;

    private static final String SIGNS = """
            SELECT document, signs FROM vectors WHERE model = ?
            """;

    private static final String OF_DOCUMENT = """
            SELECT document.id, vectors.vectors FROM vectors JOIN document ON document.key = vectors.document
             WHERE vectors.document = ?
            """;

    private record Signs(long document, byte[] bits) {}

    private record Stored(String document, byte[] vectors) {}

    private record Ranked(String document, int place, double likeness) {}

    private final Session session;

    VectorTable(Session session) {
        this.session = session;
    }

    /** In place of those of another model. A document that has gone, or has been read anew, is passed over. */
    void keep(String model, List<Vectors> all) {
        session.each(
                "keeping vectors",
                KEEP,
                all.stream()
                        .filter(vectors -> statements(vectors.document()).equals(vectors.statements()))
                        .toList(),
                (binding, vectors) -> binding.text(model)
                        .bytes(vectors.joinedSigns())
                        .bytes(vectors.joined())
                        .text(vectors.document()));
    }

    /** Ids of documents whose statements have no vectors of this model, in order. */
    List<String> missing(String model) {
        return session.list("looking for vectors", MISSING, model, Binding::text, row -> row.text("id"));
    }

    /** Likest first, then by document. */
    List<StatementHit> nearest(String model, byte[] vector, int limit) {
        Candidates candidates = new Candidates(Vectors.signs(vector), Math.max(LOOKED_AT, LOOKED_AT_A_HIT * limit));
        try (Stream<Signs> all = session.stream(
                "searching by meaning",
                SIGNS,
                model,
                Binding::text,
                row -> new Signs(row.number("document"), row.bytes("signs")))) {
            all.forEach(signs -> candidates.add(signs.document(), signs.bits()));
        }
        Map<Long, Stored> stored = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (Candidate candidate : candidates.nearest()) {
            Stored of = stored.computeIfAbsent(candidate.document(), this::stored);
            int at = candidate.place() * vector.length;
            ranked.add(new Ranked(of.document(), candidate.place(), Vectors.cosine(vector, of.vectors(), at)));
        }
        Map<String, List<String>> ids = new HashMap<>();
        return ranked.stream()
                .sorted(Comparator.comparingDouble((Ranked hit) -> -hit.likeness())
                        .thenComparing(Ranked::document)
                        .thenComparing(Ranked::place))
                .limit(limit)
                .map(hit -> new StatementHit(
                        ids.computeIfAbsent(hit.document(), this::statements).get(hit.place()),
                        hit.document(),
                        hit.likeness()))
                .toList();
    }

    private Stored stored(long document) {
        return session.find(
                        "reading vectors",
                        OF_DOCUMENT,
                        document,
                        (binding, key) -> binding.number(key),
                        row -> new Stored(row.text("id"), row.bytes("vectors")))
                .orElseThrow();
    }

    private List<String> statements(String document) {
        return session.list(
                "reading statements of document " + document,
                STATEMENTS,
                document,
                Binding::text,
                row -> row.text("id"));
    }
}
