package rapport.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The few files that pages load: all of this program, and htmx from its jar. */
final class Assets {

    private static final String STYLE = "/rapport/web/rapport.css";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** A file on the class path, and what it is. */
    private record Asset(String resource, String type) {}

    private static final Map<String, Asset> ALL = Map.of(
            "/assets/rapport.css", new Asset(STYLE, "text/css; charset=utf-8"),
            "/assets/icon.svg", new Asset("/rapport/web/icon.svg", "image/svg+xml"),
            "/assets/review.js", new Asset("/rapport/web/review.js", SCRIPT),
            "/assets/brush.js", new Asset("/rapport/web/brush.js", SCRIPT),
            "/assets/add.js", new Asset("/rapport/web/add.js", SCRIPT),
            "/assets/htmx.js", new Asset("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", SCRIPT));

    private Assets() {}

    /** Paths on the server. */
    static Iterable<String> paths() {
        return ALL.keySet();
    }

    static String type(String path) {
        return asset(path).type;
    }

    static byte[] bytes(String path) {
        return read(asset(path).resource);
    }

    /** The style sheet, for a page that holds everything itself. */
    static String style() {
        return new String(read(STYLE), StandardCharsets.UTF_8);
    }

    private static Asset asset(String path) {
        Asset asset = ALL.get(path);
        if (asset == null) throw new IllegalArgumentException("no such asset: " + path);
        return asset;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("the build has left out " + resource);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
