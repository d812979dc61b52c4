package rapport.store;

/**
 * A statement that means something like what was asked.
 *
 * @param statement id
 * @param document id
 * @param likeness cosine of the two vectors, at most 1; it ranks, and is no chance
 */
public record StatementHit(String statement, String document, double likeness) {}
