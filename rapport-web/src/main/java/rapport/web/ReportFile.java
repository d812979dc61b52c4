package rapport.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.store.Snapshot;
import rapport.web.page.ByMeaning;
import rapport.web.page.Declined;
import rapport.web.page.Edition;
import rapport.web.page.SelectionPage;

/** One page that holds everything itself: it loads nothing, needs no script and can be sent to a colleague. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * All that the record says of one actor, of two, or of all.
     *
     * @param of by id or name
     * @return HTML
     * @throws Declined if nobody, or more than one, is called so
     */
    public static String html(Snapshot snapshot, Optional<String> of, Optional<String> to) {
        Edition edition = Edition.of(snapshot, words -> List.of(), (question, limit) -> new ByMeaning(List.of(), 0));
        String style = Assets.style();
        String policy =
                "default-src 'none'; style-src 'sha256-" + digest(style) + "'; base-uri 'none'; form-action 'none'";
        return new Templates()
                .html("selection", Map.of("page", SelectionPage.of(edition, of, to), "css", style, "policy", policy));
    }

    /** Only a style sheet of these bytes may be used: words of a report can bring none in. */
    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
