package rapport.record;

import java.util.Optional;

/**
 * One who acts, is acted on or speaks: the words, and who they stand for if that is known. The words may stand in another
 * sentence than the event.
 */
public record Role(Optional<String> actor, Span span) {}
