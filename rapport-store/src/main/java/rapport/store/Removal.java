package rapport.store;

import java.util.Optional;

/**
 * What was taken out of the record.
 *
 * @param document id; empty if the path had only been discarded
 * @param actors that no other document names
 * @param corrections of its text, if no other document has that
 */
public record Removal(
        Optional<String> document,
        String path,
        long mentions,
        long statements,
        long eventMentions,
        long actors,
        long discards,
        long corrections) {}
