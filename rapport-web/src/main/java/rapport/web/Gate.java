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
import java.util.Optional;
import java.util.Set;
import rapport.web.account.Account;
import rapport.web.account.Session;
import rapport.web.account.SignIn;
import rapport.web.api.SignInTree;
import rapport.web.page.Declined;
import rapport.web.page.Frame;
import rapport.web.page.OpenRecord;
import rapport.web.page.Query;
import rapport.web.page.Reviewer;

/**
 * Who asks, and what is open to him: by his account where there are accounts, else by the name that he gives himself.
 *
 * <p>A session is told by a cookie, and then each form must bear what only pages of this session know; or by a token in the
 * request's head, which no other site can make a browser send.
 *
 * <p>Threads: any.
 */
final class Gate {

    /** The attribute of a request that has its session, and the field of a form that must match it. */
    static final String SESSION = "session";

    /** The cookie with the name that somebody gives himself, where there are no accounts. */
    static final String NAME_COOKIE = "reviewer";

    private static final String BEARER = "Bearer ";

    private final OpenRecord record;
    private final Access access;
    private final Reviewing reviewing;
    private final SignIn signIn;
    private final KeptForms kept;
    private final SignInRoutes door;
    private final Set<String> assets = new HashSet<>();

    Gate(OpenRecord record, Access access, Reviewing reviewing, Templates templates) {
        this.record = record;
        this.access = access;
        this.reviewing = reviewing;
        this.signIn = new SignIn(access.accounts(), reviewing.clock(), access.random(), access.isOpen());
        this.kept = new KeptForms(record, access, templates);
        this.door = new SignInRoutes(this, access, signIn, kept);
        Assets.paths().forEach(assets::add);
    }

    void add(JavalinConfig config) {
        config.routes.before(this::check);
        door.add(config);
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

    static void requireRate(Duration wait, Context context) {
        if (wait.isZero()) return;
        throw Declined.tooOften(tooOften(wait, context));
    }

    static String tooOften(Duration wait, Context context) {
        long seconds = wait.toSeconds() + 1;
        context.header("Retry-After", Long.toString(seconds));
        String told = seconds < 120 ? seconds + " seconds" : (seconds / 60 + 1) + " minutes";
        return "found too many requests or tries, expected fewer. Wait " + told + ".";
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
            kept.keep(context);
        } else if (context.header("HX-Request") != null) {
            // a filter would put the sign-in page into the middle of another
            context.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", Query.address(Frame.SIGN_IN, "then", path));
        } else {
            context.redirect(
                    path.equals("/") ? Frame.SIGN_IN : Query.address(Frame.SIGN_IN, "then", path),
                    HttpStatus.SEE_OTHER);
        }
    }

    private void requireOwnForm(Context context, Session session) throws IOException {
        Guard.requireSize(context);
        String given = Optional.ofNullable(context.formParam(SESSION)).orElse("");
        if (MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), session.form().getBytes(StandardCharsets.UTF_8))) return;
        if (kept.isKept(context)) {
            context.skipRemainingHandlers();
            kept.ask(context, HttpStatus.FORBIDDEN, reviewer(session), context.formParamMap());
            return;
        }
        throw Declined.foreign(
                "found a form of another session, expected one of yours. Open the page again, and send it"
                        + " from there; programs send their token as \"Authorization: Bearer\".");
    }

    // ---- who it is

    String visitor(Context context) {
        return Visitor.of(context.req(), access.proxy());
    }

    static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(given -> given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(given -> given.substring(BEARER.length()).strip());
    }

    /** As a request gives it; there need be no such session. */
    Optional<String> sessionId(Context context) {
        return bearer(context).or(() -> Optional.ofNullable(context.cookie(cookie(context))));
    }

    void setCookie(Context context, String id, String more) {
        // lax, so that a link in a letter does not ask for the password again; forms of other sites bear it not even so
        context.header(
                "Set-Cookie",
                cookie(context) + "=" + id + "; Path=/; HttpOnly; SameSite=Lax" + (access.isSecure() ? "; Secure" : "")
                        + more);
    }

    /** The part of the name before the hyphens makes browsers take it from this very server and by TLS alone. Ports share cookies. */
    private String cookie(Context context) {
        return access.isSecure() ? "__Host-rapport" : "rapport-" + context.req().getLocalPort();
    }

    static Optional<Session> session(Context context) {
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

    Reviewer reviewer(Session session) {
        return new Reviewer(session.account().name(), reviewing.tokens().get(), session.form());
    }

    /** Names of all who may sign in; empty where there are no accounts. */
    List<String> accounts(Context context) {
        if (session(context).isEmpty()) return List.of();
        return access.accounts().read().stream().map(Account::name).toList();
    }

    Frame frame(Context context, String title) {
        return frame(context, title, "");
    }

    /** @param words what the search box holds */
    Frame frame(Context context, String title, String words) {
        return new Frame(title, context.path(), words, reviewer(context), record.isBehind());
    }
}
