package rapport.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.web.account.SignIn;
import rapport.web.api.Answers;
import rapport.web.api.SignInTree;
import rapport.web.page.Declined;
import rapport.web.page.Frame;
import rapport.web.page.SignInPage;

/** Where people sign in and out, by a page or as JSON; and where they give their name if there are no accounts. */
final class SignInRoutes {

    private static final String WRONG =
            "found a name or a password that is wrong, expected those of an account. Try again.";

    private static final int YEAR = 31_536_000; // seconds
    private static final int LONGEST_NAME = 100; // characters, as the record has it

    private final Gate gate;
    private final Access access;
    private final SignIn signIn;
    private final KeptForms kept;

    SignInRoutes(Gate gate, Access access, SignIn signIn, KeptForms kept) {
        this.gate = gate;
        this.access = access;
        this.signIn = signIn;
        this.kept = kept;
    }

    void add(JavalinConfig config) {
        var routes = config.routes;
        routes.get(Frame.SIGN_IN, this::form);
        routes.post(Frame.SIGN_IN, this::signIn);
        routes.post("/sign-out", this::signOut);
        routes.post(SignInTree.PATH, this::signInJson);
        routes.delete(SignInTree.PATH, this::signOutJson);
        routes.post("/reviewer", this::name);
    }

    // ---- by a page

    private void form(Context context) {
        String then = OwnPaths.then(context.queryParam("then"));
        if (!signIn.isDemanded() || Gate.session(context).isPresent()) {
            context.redirect(then, HttpStatus.SEE_OTHER);
            return;
        }
        kept.show(context, HttpStatus.OK, new SignInPage(then, "", "", Map.of()));
    }

    private void signIn(Context context) throws IOException, InterruptedException {
        KeptForms.requireSmall(context);
        // or another site could sign somebody in under a name that is not his
        if (!Guard.isOwn(context, access)) {
            throw Declined.foreign(
                    "found a form that does not say where it comes from, expected one of this program's own"
                            + " pages. Open " + Frame.SIGN_IN + ".");
        }
        if (!signIn.isDemanded()) throw noAccounts();
        String name = given(context, "name");
        String then = OwnPaths.then(context.formParam("then"));
        Map<String, List<String>> sent = KeptForms.sent(context.formParamMap());
        SignIn.Outcome outcome = signIn.signIn(name, given(context, "password"), gate.visitor(context));
        if (outcome instanceof SignIn.Outcome.Opened opened) {
            gate.sessionId(context).ifPresent(signIn::signOut);
            gate.setCookie(context, opened.id(), "");
            if (sent.isEmpty()) context.redirect(then, HttpStatus.SEE_OTHER);
            else kept.ask(context, HttpStatus.OK, gate.reviewer(opened.session()), sent);
        } else if (outcome instanceof SignIn.Outcome.TooOften tooOften) {
            String message = Gate.tooOften(tooOften.after(), context);
            kept.show(context, HttpStatus.TOO_MANY_REQUESTS, new SignInPage(then, name, message, sent));
        } else {
            kept.show(context, HttpStatus.UNAUTHORIZED, new SignInPage(then, name, WRONG, sent));
        }
    }

    private static String given(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private void signOut(Context context) {
        gate.sessionId(context).ifPresent(signIn::signOut);
        gate.setCookie(context, "", "; Max-Age=0");
        context.redirect(Frame.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    // ---- as JSON

    private void signInJson(Context context) throws IOException, InterruptedException {
        KeptForms.requireSmall(context);
        if (!signIn.isDemanded()) throw noAccounts();
        SignInTree.Sent sent = SignInTree.of(context.body());
        SignIn.Outcome outcome = signIn.signIn(sent.name(), sent.password(), gate.visitor(context));
        if (outcome instanceof SignIn.Outcome.TooOften tooOften) Gate.requireRate(tooOften.after(), context);
        if (!(outcome instanceof SignIn.Outcome.Opened opened)) throw Declined.notSignedIn(WRONG);
        context.status(HttpStatus.CREATED)
                .contentType("application/json; charset=utf-8")
                .result(Answers.json(SignInTree.of(opened.id(), opened.session())));
    }

    private void signOutJson(Context context) {
        if (!signIn.isDemanded()) throw noAccounts();
        Gate.bearer(context).ifPresent(signIn::signOut);
        context.status(HttpStatus.NO_CONTENT);
    }

    private static Declined noAccounts() {
        return Declined.notFound("found no accounts, so nobody signs in here, expected a server that demands them. Ask"
                + " without a token.");
    }

    // ---- where there are no accounts

    private void name(Context context) {
        Gate.session(context).ifPresent(session -> {
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
                "Set-Cookie",
                Gate.NAME_COOKIE + "=" + value + "; Path=/; Max-Age=" + YEAR + "; HttpOnly; SameSite=Strict");
        context.redirect(OwnPaths.back(context).orElse("/review"), HttpStatus.SEE_OTHER);
    }
}
