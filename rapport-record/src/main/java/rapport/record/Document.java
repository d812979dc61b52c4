package rapport.record;

import java.util.Optional;

/**
 * One published text with its outlet, day of publication and dateline. The {@code text} is what all positions refer to; it
 * begins with the title if there is one.
 *
 * @param id from path and text
 * @param published unknown if nothing tells it; inferred, with its reasons, if what the text mentions does
 * @param language ISO 639-1
 * @param textSha256 of the UTF-8 bytes of {@code text}, hexadecimal
 * @param path relative to what was given to {@code read}, with forward slashes
 */
public record Document(
        String id,
        Optional<String> outlet,
        Optional<String> url,
        Optional<String> title,
        Optional<String> byline,
        Optional<Dateline> dateline,
        Time published,
        String language,
        String text,
        String textSha256,
        String path) {

    /** With another day of publication, as when it has been inferred. */
    public Document publishedAt(Time time) {
        return new Document(id, outlet, url, title, byline, dateline, time, language, text, textSha256, path);
    }
}
