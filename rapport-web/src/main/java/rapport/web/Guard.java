package rapport.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import rapport.web.page.Declined;

/** What every request and answer must keep to, so that no other site reads or changes the record through the browser. */
final class Guard {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Guard() {}

    /** @throws Declined if the request comes through another name than this machine's own, or from another site's page */
    static void check(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                // not no-referrer: browsers then hide the origin of this program's own forms too
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                // reports may be confidential: the browser keeps none of them
                .header("Cache-Control", context.path().startsWith("/assets/") ? "no-cache" : "no-store");
        String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!isHere(host)) {
            // another name that leads here is how a foreign page reads a local server (DNS rebinding)
            throw Declined.foreign(
                    "found a request for \"" + host + "\", expected 127.0.0.1 or localhost. Use that address.");
        }
        boolean changes = !context.method().name().equals("GET")
                && !context.method().name().equals("HEAD");
        String origin = Optional.ofNullable(context.header("Origin")).orElse("");
        if (changes && !origin.isEmpty() && !origin.toLowerCase(Locale.ROOT).equals("http://" + host)) {
            throw Declined.foreign(
                    "found a form of \"" + origin + "\", expected one of this program's own pages. Use /add.");
        }
    }

    private static boolean isHere(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("127.0.0.1") || name.equals("localhost") || name.equals("[::1]");
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
