package rapport.store;

/**
 * How much the record holds.
 *
 * @param actors as pages show them, each id once
 */
public record Counts(long documents, long mentions, long statements, long eventMentions, long actors, long discards) {}
