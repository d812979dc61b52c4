package rapport.store;

import java.util.Optional;
import rapport.record.Correction.Field;

/**
 * What a reviewer sends.
 *
 * @param of id of a mention, statement or event mention; with {@code sameAs} also of an actor, which stands for the first mention of
 *     it; for an undo, of the correction that is taken back
 * @param field by its written name: "modality"; with ".settled" behind it if it settles a difference between reviewers
 * @param to JSON as an export line has it. Short forms: words that are no JSON stand for themselves; a list of actors may hold
 *     ids alone, a source may be one; a time may be "2024-05-03" or "2024-05-03..2024-05-05", a place a name. An actor that
 *     the record does not know is {@code {"id", "name", "kind", "country"}}; without an id it gets one from its name. Of a join
 *     or split, the other event mention.
 * @param by the reviewer's name
 * @param seen id of the last correction that the reviewer has seen, of this record or of any; empty if none
 * @param token of the form or call: what comes twice with the same token is stored once
 */
public record Submission(String of, String field, Optional<String> to, String by, Optional<String> seen, String token) {

    public static Submission undo(String correction, String by, Optional<String> seen, String token) {
        return new Submission(correction, Field.UNDO.code(), Optional.empty(), by, seen, token);
    }
}
