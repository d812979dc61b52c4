package rapport.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rapport.web.api.Submitted;
import rapport.web.page.Declined;
import rapport.web.page.Edition;
import rapport.web.page.Frame;
import rapport.web.page.KeptPage;
import rapport.web.page.OpenRecord;
import rapport.web.page.Reviewer;
import rapport.web.page.SignInPage;

/**
 * Corrections that come from a page of an earlier session. None is dropped and none is stored unasked: it is kept on the page at
 * which one signs in, and whoever has signed in, or somebody else by now, says whether it is to be stored.
 */
final class KeptForms {

    private static final String REVIEW = "/review";
    private static final int LONGEST = 100_000; // bytes, of somebody who is not signed in: a correction and its comment

    private final OpenRecord record;
    private final Access access;
    private final Templates templates;

    KeptForms(OpenRecord record, Access access, Templates templates) {
        this.record = record;
        this.access = access;
        this.templates = templates;
    }

    /** Whether a form is one that is kept. */
    boolean isKept(Context context) {
        return context.path().equals(REVIEW) && Guard.isOwn(context, access);
    }

    /** Answers a form of nobody who is signed in. */
    void keep(Context context) throws IOException {
        requireSmall(context);
        boolean isKept = isKept(context);
        Map<String, List<String>> sent = new TreeMap<>(isKept ? context.formParamMap() : Map.of());
        sent.keySet().removeAll(Set.of(Gate.SESSION, "by"));
        String message = isKept
                ? "Your session has ended. What you sent is not stored yet and not lost: sign in, and you are asked."
                : "Your session has ended, and nothing of what you sent is stored. Sign in and send it again.";
        show(context, HttpStatus.UNAUTHORIZED, new SignInPage(REVIEW, "", message, sent));
    }

    static void requireSmall(Context context) throws IOException {
        long length = context.req().getContentLengthLong();
        if (length < 0 || length > LONGEST) {
            if (length > 0) Guard.drop(context);
            throw Declined.tooLarge("found nobody signed in and more than " + LONGEST / 1000
                    + " kB, expected a session. Sign in at " + Frame.SIGN_IN + " and send it again.");
        }
    }

    /** The page at which one signs in. */
    void show(Context context, HttpStatus status, SignInPage page) {
        context.status(status)
                .html(templates.html(
                        "sign-in",
                        Map.of(
                                "frame",
                                new Frame("Sign in", Frame.SIGN_IN, "", Reviewer.NOBODY, false),
                                "page",
                                page)));
    }

    /** What that page has kept. */
    static Map<String, List<String>> sent(Map<String, List<String>> form) {
        Map<String, List<String>> sent = new TreeMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(SignInPage.SENT)) sent.put(name.substring(SignInPage.SENT.length()), values);
        });
        return sent;
    }

    /** Shows it to whoever is signed in, and asks. */
    void ask(Context context, HttpStatus status, Reviewer reviewer, Map<String, List<String>> form) {
        Map<String, List<String>> again = new TreeMap<>(form);
        again.remove("by");
        again.put(Gate.SESSION, List.of(reviewer.session()));
        Edition edition = record.edition();
        Map<String, String> yours = ReviewRoutes.yours(edition, Submitted.of(again, reviewer, edition::idOf));
        Frame frame = new Frame("Store it now?", REVIEW, "", reviewer, record.isBehind());
        context.status(status)
                .html(templates.html("kept", Map.of("frame", frame, "page", new KeptPage(reviewer, yours, again))));
    }
}
