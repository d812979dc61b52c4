package rapport.web.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who are you?
 *
 * @param then the page that was asked for
 * @param name as it was typed
 * @param message what went wrong; empty if nothing did
 * @param sent a correction that came when nobody was signed in any more: it is kept on the page and not lost
 */
public record SignInPage(String then, String name, String message, Map<String, List<String>> sent) {

    /** Before the names of what is kept, so that they are no names of this form. */
    public static final String SENT = "sent-";

    public SignInPage {
        sent = Collections.unmodifiableMap(new TreeMap<>(sent));
    }

    /** The id of what describes the fields; a template leaves an attribute out if it is null. */
    public @Nullable String problem() {
        return message.isEmpty() ? null : "s-problem";
    }
}
