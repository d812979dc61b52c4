package rapport.record;

import java.util.Optional;

/**
 * A place in a text that outlives what was read there: the text's hash, and where in it.
 *
 * <p>Unit: Unicode code points from 0, {@code end} excluded, as in the public format, since the text itself may no longer be
 * at hand.
 *
 * @param textSha256 as {@link Document#textSha256()}
 * @param words what stands there
 */
public record Anchor(String textSha256, int start, int end, String words) {

    public Anchor {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("need 0 <= start < end; got " + start + ", " + end);
        }
    }

    public static Anchor of(Document document, Span span) {
        String text = document.text();
        int start = text.codePointCount(0, span.start());
        return new Anchor(
                document.textSha256(), start, start + text.codePointCount(span.start(), span.end()), span.in(text));
    }

    /** The place in the document's text; empty if it has another text. */
    public Optional<Span> in(Document document) {
        String text = document.text();
        if (!document.textSha256().equals(textSha256) || text.codePointCount(0, text.length()) < end) {
            return Optional.empty();
        }
        int first = text.offsetByCodePoints(0, start);
        return Optional.of(new Span(first, text.offsetByCodePoints(first, end - start)));
    }
}
