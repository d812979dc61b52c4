package rapport.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import rapport.web.page.Declined;

/** What every request and answer must keep to, so that no other site reads or changes the record through the browser. */
final class Guard {

    /** The most that is taken in one request. */
    static final int MEGABYTES = 20;

    private static final long DROPPED = 500_000_000; // bytes; whoever sends more is cut off

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Guard() {}

    /** @throws Declined if the request comes through another name than this server's own, or from another site's page */
    static void check(Context context, Access access) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                // not no-referrer: browsers then hide the origin of this program's own forms too
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                // reports may be confidential: the browser keeps none of them
                .header("Cache-Control", context.path().startsWith("/assets/") ? "no-cache" : "no-store");
        String host = header(context, "Host");
        if (!access.isName(host)) {
            throw Declined.foreign("found a request for \"" + host + "\", expected "
                    + (access.isOpen()
                            ? "an address in figures or the one that --url names. Use that one."
                            : "127.0.0.1 or localhost. Use that address."));
        }
        String origin = header(context, "Origin");
        if (isChange(context) && !origin.isEmpty() && !access.isOwn(origin, host)) {
            throw Declined.foreign(
                    "found a form of \"" + origin + "\", expected one of this program's own pages. Use /add.");
        }
    }

    /** Whether the request wants more than to look. */
    static boolean isChange(Context context) {
        return !context.method().name().equals("GET")
                && !context.method().name().equals("HEAD");
    }

    /** Whether a page of this server sent it. Not every browser says so, but where there is no session yet to tell by, it must. */
    static boolean isOwn(Context context, Access access) {
        String origin = header(context, "Origin");
        if (origin.isEmpty()) origin = header(context, "Referer").replaceFirst("^([a-z]+://[^/]*).*$", "$1");
        return access.isOwn(origin, header(context, "Host"));
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("").toLowerCase(Locale.ROOT);
    }

    // ---- size

    static void requireSize(Context context) throws IOException {
        if (context.req().getContentLengthLong() <= MEGABYTES * 1_000_000L) return;
        drop(context);
        throw tooLarge();
    }

    /** A browser shows no answer while it is still sending, so what is too much is read to its end, within reason. */
    static void drop(Context context) throws IOException {
        if (context.req().getContentLengthLong() <= DROPPED)
            context.req().getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static Declined tooLarge() {
        return Declined.tooLarge(
                "found more than " + MEGABYTES + " MB, expected at most so much. Send fewer files at once.");
    }

    /** Whether what was sent is over the limit: the server's library says so in several ways. */
    static boolean isTooLarge(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            String told = String.valueOf(at.getMessage());
            if (told.contains("max length exceeded")
                    || told.contains("too large")
                    || told.contains("exceeds max")
                    || told.contains("max file size")) return true;
        }
        return false;
    }
}
