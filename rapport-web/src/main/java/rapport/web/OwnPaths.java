package rapport.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of this server to which a form or a link may lead on; anything else might be another server. */
final class OwnPaths {

    /** Pages to which a form may lead back. */
    private static final String BACK =
            "/(review|event|report|actor|corrections|agreement)(/[A-Za-z0-9][A-Za-z0-9.-]*)?([?][A-Za-z0-9=&.-]{1,200})?";

    /** To which signing in may lead: with one slash, or it would be another server. */
    private static final String THEN = "/(?![/\\\\])[!-~&&[^\\\\]]{0,1999}";

    private OwnPaths() {}

    static Optional<String> back(Context context) {
        return of(context, "back");
    }

    /** What a form gives as a page of ours. */
    static Optional<String> of(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).filter(path -> path.matches(BACK));
    }

    /** What was asked for before signing in; the first page if that is none of ours. */
    static String then(@Nullable String asked) {
        return Optional.ofNullable(asked).filter(path -> path.matches(THEN)).orElse("/");
    }
}
