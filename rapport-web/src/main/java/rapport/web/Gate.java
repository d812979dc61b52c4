package rapport.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.web.account.Session;
import rapport.web.account.SignIn;
import rapport.web.api.Answers;
import rapport.web.api.SignInTree;
import rapport.web.api.Submitted;
import rapport.web.page.Declined;
import rapport.web.page.Edition;
import rapport.web.page.Frame;
import rapport.web.page.KeptPage;
import rapport.web.page.OpenRecord;
import rapport.web.page.Query;
import rapport.web.page.Reviewer;
import rapport.web.page.SignInPage;

/**
 * Who asks, and what is open to him: by his account where there are accounts, else by the name that he gives himself.
 *
 * <p>A session is told by a cookie, and then each form must bear what only pages of this session know; or by a token in the
 * request's head, which no other site can make a browser send.
 *
 * <p>Threads: any.
 */
final class Gate {

    private static final String SESSION = "session";
    private static final String FORM = "session"; // its field, beside those of corrections
    private static final String REVIEW = "/review";
    private static final String BEARER = "Bearer ";

    private static final String WRONG =
            "found a name or a password that is wrong, expected those of an account. Try again.";

    private static final String NAME_COOKIE = "reviewer";
    private static final int YEAR = 31_536_000; // seconds
    private static final int LONGEST_NAME = 100; // characters, as the record has it
    private static final int LONGEST_FORM =
            100_000; // bytes, of somebody who is not signed in: a correction and its comment

    /** Pages to which a form may lead back. */
    private static final String BACK =
            "/(review|event|report|actor|corrections|agreement)(/[A-Za-z0-9][A-Za-z0-9.-]*)?";

    /** Addresses of this server, to which signing in may lead: with one slash, or it would be another server. */
    private static final String THEN = "/(?![/\\\\])[!-~&&[^\\\\]]{0,1999}";

    private final OpenRecord record;
    private final Access access;
    private final Reviewing reviewing;
    private final Templates templates;
    private final SignIn signIn;
    private final Set<String> assets = new HashSet<>();

    Gate(OpenRecord record, Access access, Reviewing reviewing, Templates templates) {
        this.record = record;
        this.access = access;
        this.reviewing = reviewing;
        this.templates = templates;
        this.signIn = new SignIn(access.accounts(), reviewing.clock(), access.random(), access.isOpen());
        Assets.paths().forEach(assets::add);
    }

    void add(JavalinConfig config) {
        var routes = config.routes;
        routes.before(this::check);
        routes.get(Frame.SIGN_IN, this::signInForm);
        routes.post(Frame.SIGN_IN, this::signIn);
        routes.post("/sign-out", this::signOut);
        routes.post(SignInTree.PATH, this::signInJson);
        routes.delete(SignInTree.PATH, this::signOutJson);
        routes.post("/reviewer", this::name);
    }

    // ---- before every answer

    private void check(Context context) throws IOException {
        Guard.check(context, access);
        if (assets.contains(context.path()) || !signIn.isDemanded()) return;
        requireRate(signIn.ask(visitor(context)), context);
        Optional<Session> session = sessionId(context).flatMap(signIn::session);
        session.ifPresent(one -> context.attribute(SESSION, one));
        boolean isSigningIn = context.path().equals(Frame.SIGN_IN)
                || context.path().equals(SignInTree.PATH)
                        && context.method().name().equals("POST");
        if (isSigningIn) return;
        if (session.isEmpty()) turnAway(context);
        else if (Guard.isChange(context) && bearer(context).isEmpty()) requireOwnForm(context, session.get());
    }

    private static void requireRate(Duration wait, Context context) {
        if (wait.isZero()) return;
        throw Declined.tooOften(tooOften(wait, context));
    }

    private static String tooOften(Duration wait, Context context) {
        long seconds = wait.toSeconds() + 1;
        context.header("Retry-After", Long.toString(seconds));
        String told = seconds < 120 ? seconds + " seconds" : (seconds / 60 + 1) + " minutes";
        return "found too many requests or tries, expected fewer. Wait " + told + ".";
    }

    private String visitor(Context context) {
        return Visitor.of(context.req(), access.proxy());
    }

    private static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(given -> given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(given -> given.substring(BEARER.length()).strip());
    }

    private Optional<String> sessionId(Context context) {
        return bearer(context).or(() -> Optional.ofNullable(context.cookie(cookie(context))));
    }

    /** The part of the name before the hyphens makes browsers take it from this very server and by TLS alone. Ports share cookies. */
    private String cookie(Context context) {
        return access.isSecure() ? "__Host-rapport" : "rapport-" + context.req().getLocalPort();
    }

    /** Nobody is signed in, or no longer. */
    private void turnAway(Context context) throws IOException {
        if (context.path().startsWith("/api/")) {
            context.header("WWW-Authenticate", "Bearer realm=\"rapport\"");
            throw Declined.notSignedIn("found no session, expected the token of one. POST name and password to "
                    + SignInTree.PATH + ", and send the token as \"Authorization: Bearer\".");
        }
        context.skipRemainingHandlers();
        String query = Optional.ofNullable(context.req().getQueryString()).orElse("");
        String path = context.req().getRequestURI() + (query.isEmpty() ? "" : "?" + query);
        if (Guard.isChange(context)) {
            requireSmall(context);
            boolean isKept = context.path().equals(REVIEW) && Guard.isOwn(context, access);
            Map<String, List<String>> sent = new TreeMap<>(isKept ? context.formParamMap() : Map.of());
            sent.keySet().removeAll(Set.of(FORM, "by"));
            String message = isKept
                    ? "Your session has ended. What you sent is not stored yet and not lost: sign in, and you are asked."
                    : "Your session has ended, and nothing of what you sent is stored. Sign in and send it again.";
            show(context, HttpStatus.UNAUTHORIZED, new SignInPage(REVIEW, "", message, sent));
        } else if (context.header("HX-Request") != null) {
            // a filter would put the sign-in page into the middle of another
            context.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", Query.address(Frame.SIGN_IN, "then", path));
        } else {
            context.redirect(
                    path.equals("/") ? Frame.SIGN_IN : Query.address(Frame.SIGN_IN, "then", path),
                    HttpStatus.SEE_OTHER);
        }
    }

    private static void requireSmall(Context context) throws IOException {
        long length = context.req().getContentLengthLong();
        if (length < 0 || length > LONGEST_FORM) {
            if (length > 0) Guard.drop(context);
            throw Declined.tooLarge("found nobody signed in and more than " + LONGEST_FORM / 1000
                    + " kB, expected a session. Sign in at " + Frame.SIGN_IN + " and send it again.");
        }
    }

    private void requireOwnForm(Context context, Session session) throws IOException {
        Guard.requireSize(context);
        String given = Optional.ofNullable(context.formParam(FORM)).orElse("");
        if (MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), session.form().getBytes(StandardCharsets.UTF_8))) return;
        if (context.path().equals(REVIEW) && Guard.isOwn(context, access)) {
            context.skipRemainingHandlers();
            kept(context, HttpStatus.FORBIDDEN, reviewer(session), context.formParamMap());
            return;
        }
        throw Declined.foreign(
                "found a form of another session, expected one of yours. Open the page again, and send it"
                        + " from there; programs send their token as \"Authorization: Bearer\".");
    }

    // ---- signing in and out

    private void signInForm(Context context) {
        String then = then(context.queryParam("then"));
        if (!signIn.isDemanded() || session(context).isPresent()) {
            context.redirect(then, HttpStatus.SEE_OTHER);
            return;
        }
        show(context, HttpStatus.OK, new SignInPage(then, "", "", Map.of()));
    }

    private void show(Context context, HttpStatus status, SignInPage page) {
        context.status(status)
                .html(templates.html(
                        "sign-in",
                        Map.of("frame", new Frame("Sign in", Frame.SIGN_IN, "", Reviewer.NOBODY), "page", page)));
    }

    private void signIn(Context context) throws IOException, InterruptedException {
        requireSmall(context);
        // or another site could sign somebody in under a name that is not his
        if (!Guard.isOwn(context, access)) {
            throw Declined.foreign(
                    "found a form that does not say where it comes from, expected one of this program's own"
                            + " pages. Open " + Frame.SIGN_IN + ".");
        }
        if (!signIn.isDemanded()) throw noAccounts();
        String name = given(context, "name");
        String then = then(context.formParam("then"));
        Map<String, List<String>> sent = sent(context.formParamMap());
        SignIn.Outcome outcome = signIn.signIn(name, given(context, "password"), visitor(context));
        if (outcome instanceof SignIn.Outcome.Opened opened) {
            sessionId(context).ifPresent(signIn::signOut);
            setCookie(context, opened.id(), "");
            if (sent.isEmpty()) context.redirect(then, HttpStatus.SEE_OTHER);
            else kept(context, HttpStatus.OK, reviewer(opened.session()), sent);
        } else if (outcome instanceof SignIn.Outcome.TooOften tooOften) {
            String message = tooOften(tooOften.after(), context);
            show(context, HttpStatus.TOO_MANY_REQUESTS, new SignInPage(then, name, message, sent));
        } else {
            show(context, HttpStatus.UNAUTHORIZED, new SignInPage(then, name, WRONG, sent));
        }
    }

    private void setCookie(Context context, String id, String more) {
        // lax, so that a link in a letter does not ask for the password again; forms of other sites bear it not even so
        context.header(
                "Set-Cookie",
                cookie(context) + "=" + id + "; Path=/; HttpOnly; SameSite=Lax" + (access.isSecure() ? "; Secure" : "")
                        + more);
    }

    private static String given(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private static String then(@Nullable String asked) {
        return Optional.ofNullable(asked).filter(path -> path.matches(THEN)).orElse("/");
    }

    private static Map<String, List<String>> sent(Map<String, List<String>> form) {
        Map<String, List<String>> sent = new TreeMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(SignInPage.SENT)) sent.put(name.substring(SignInPage.SENT.length()), values);
        });
        return sent;
    }

    /** A correction of an earlier session: whoever sent it, or somebody else by now, says whether it is to be stored. */
    private void kept(Context context, HttpStatus status, Reviewer reviewer, Map<String, List<String>> form) {
        Map<String, List<String>> again = new TreeMap<>(form);
        again.remove("by");
        again.put(FORM, List.of(reviewer.session()));
        Edition edition = record.edition();
        Map<String, String> yours = ReviewRoutes.yours(edition, Submitted.of(again, reviewer, edition::idOf));
        Frame frame = new Frame("Store it now?", REVIEW, "", reviewer);
        context.status(status)
                .html(templates.html("kept", Map.of("frame", frame, "page", new KeptPage(reviewer, yours, again))));
    }

    private void signOut(Context context) {
        sessionId(context).ifPresent(signIn::signOut);
        setCookie(context, "", "; Max-Age=0");
        context.redirect(Frame.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void signInJson(Context context) throws IOException, InterruptedException {
        requireSmall(context);
        if (!signIn.isDemanded()) throw noAccounts();
        SignInTree.Sent sent = SignInTree.of(context.body());
        SignIn.Outcome outcome = signIn.signIn(sent.name(), sent.password(), visitor(context));
        if (outcome instanceof SignIn.Outcome.TooOften tooOften) requireRate(tooOften.after(), context);
        if (!(outcome instanceof SignIn.Outcome.Opened opened)) throw Declined.notSignedIn(WRONG);
        context.status(HttpStatus.CREATED)
                .contentType("application/json; charset=utf-8")
                .result(Answers.json(SignInTree.of(opened.id(), opened.session())));
    }

    private void signOutJson(Context context) {
        if (!signIn.isDemanded()) throw noAccounts();
        bearer(context).ifPresent(signIn::signOut);
        context.status(HttpStatus.NO_CONTENT);
    }

    private static Declined noAccounts() {
        return Declined.notFound("found no accounts, so nobody signs in here, expected a server that demands them. Ask"
                + " without a token.");
    }

    // ---- who it is

    private static Optional<Session> session(Context context) {
        return Optional.ofNullable(context.attribute(SESSION));
    }

    /** By his session; where no accounts are, by the name in the browser's cookie. */
    Reviewer reviewer(Context context) {
        Optional<Session> session = session(context);
        if (session.isPresent()) return reviewer(session.get());
        String token = reviewing.tokens().get();
        String cookie = Optional.ofNullable(context.cookie(NAME_COOKIE)).orElse("");
        try {
            return new Reviewer(new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8), token, "");
        } catch (IllegalArgumentException e) {
            return new Reviewer("", token, "");
        }
    }

    private Reviewer reviewer(Session session) {
        return new Reviewer(session.account().name(), reviewing.tokens().get(), session.form());
    }

    Frame frame(Context context, String title) {
        return frame(context, title, "");
    }

    /** @param words what the search box holds */
    Frame frame(Context context, String title, String words) {
        return new Frame(title, context.path(), words, reviewer(context));
    }

    private void name(Context context) {
        session(context).ifPresent(session -> {
            throw Declined.foreign("\"name\": found one to take, expected none: yours is that of your account.");
        });
        String name = given(context, "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ' || c == '|')) {
            throw Declined.badQuestion("\"name\": found " + (name.isEmpty() ? "nothing" : name.length() + " characters")
                    + ", expected a name of 1 to " + LONGEST_NAME
                    + " characters without line ends and bars. Go back and give one.");
        }
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        context.header(
                "Set-Cookie", NAME_COOKIE + "=" + value + "; Path=/; Max-Age=" + YEAR + "; HttpOnly; SameSite=Strict");
        context.redirect(back(context).orElse(REVIEW), HttpStatus.SEE_OTHER);
    }

    static Optional<String> back(Context context) {
        return path(context, "back");
    }

    /** What a form gives as a page of ours. */
    static Optional<String> path(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).filter(path -> path.matches(BACK));
    }
}
