package rapport.record;

import java.util.Optional;

/**
 * A document or part of one that was not coded, with the reason.
 *
 * @param document id, if it came so far
 * @param path of the file, as in {@link Document#path()}
 * @param stage where it was given up: "intake"
 * @param reason a short sentence that quotes at most a few words
 */
public record Discard(
        String id, Optional<String> document, Optional<String> path, String stage, String reason, Optional<Span> span) {

    public static Discard ofFile(String path, String stage, String reason) {
        return new Discard(
                Ids.of('x', path, stage, reason), Optional.empty(), Optional.of(path), stage, reason, Optional.empty());
    }

    public static Discard ofPassage(Document document, String stage, String reason, Span span) {
        return new Discard(
                Ids.of('x', document.id(), stage, reason, span),
                Optional.of(document.id()),
                Optional.of(document.path()),
                stage,
                reason,
                Optional.of(span));
    }
}
