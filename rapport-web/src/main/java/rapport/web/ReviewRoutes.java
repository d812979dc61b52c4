package rapport.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rapport.record.Correction;
import rapport.record.Judgement;
import rapport.store.Outcome;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.Submission;
import rapport.store.ValueWords;
import rapport.store.export.ActorLines;
import rapport.store.export.TrainingWriter;
import rapport.web.api.Answers;
import rapport.web.api.CorrectionTree;
import rapport.web.api.Submitted;
import rapport.web.page.AgreementPage;
import rapport.web.page.ConflictPage;
import rapport.web.page.Declined;
import rapport.web.page.Edition;
import rapport.web.page.Labels;
import rapport.web.page.MentionReviewPage;
import rapport.web.page.OneRecord;
import rapport.web.page.OpenRecord;
import rapport.web.page.Query;
import rapport.web.page.ReviewPage;
import rapport.web.page.StatementReviewPage;
import rapport.web.page.Waiting;
import rapport.web.page.Way;

/**
 * Where reviewers say what they think of records. Every change is a form that is sent and answered by a page to be fetched, so
 * that going back or reloading sends nothing.
 *
 * <p>Threads: any; of two that store at once the second waits, and is told of the first.
 */
final class ReviewRoutes {

    private final OpenRecord record;
    private final Reviewing reviewing;
    private final Templates templates;
    private final Gate gate;

    ReviewRoutes(OpenRecord record, Reviewing reviewing, Templates templates, Gate gate) {
        this.record = record;
        this.reviewing = reviewing;
        this.templates = templates;
        this.gate = gate;
    }

    void add(JavalinConfig config) {
        var routes = config.routes;
        routes.get("/review", this::next);
        routes.get("/review/{id}", this::one);
        routes.post("/review", this::submit);
        routes.get("/agreement", this::agreement);
        routes.post("/api/corrections", this::submitJson);
        routes.get("/training.jsonl", context -> download(context, "application/x-ndjson", TrainingWriter::write));
        routes.get("/actors.tsv", context -> download(context, "text/tab-separated-values", ActorLines::write));
    }

    // ---- pages

    private void next(Context context) {
        Query query = query(context).allow("after", "kind", "second", "asked");
        Waiting waiting = waiting(context, query);
        Optional<Waiting.Place> next = waiting.next(query.given("after"));
        if (next.isPresent()) show(context, waiting, next.get().id(), next.get().document());
        else html(context, "Review", "review", ReviewPage.none(waiting));
    }

    private void one(Context context) {
        Query query = query(context).allow("kind", "second", "asked", "in");
        String id = context.pathParam("id");
        boolean isEventMention =
                Correction.Kind.of(id).orElse(Correction.Kind.EVENT_MENTION) == Correction.Kind.EVENT_MENTION;
        show(context, waiting(context, query), id, isEventMention ? "" : documentOf(id));
    }

    private static Query query(Context context) {
        return Query.of(context.path(), context.queryParamMap());
    }

    private Waiting waiting(Context context, Query query) {
        return new Waiting(record.edition(), gate.reviewer(context), Way.of(query), gate.accounts(context));
    }

    /** @param document in which it stands; of an event mention the record knows it */
    private void show(Context context, Waiting waiting, String id, String document) {
        switch (Correction.Kind.of(id).orElse(Correction.Kind.EVENT_MENTION)) {
            case EVENT_MENTION -> html(context, "Review", "review", ReviewPage.of(waiting, id));
            case STATEMENT ->
                html(
                        context,
                        "Review of a statement",
                        "review-statement",
                        StatementReviewPage.of(waiting, document, id));
            case MENTION ->
                html(context, "Review of a mention", "review-mention", MentionReviewPage.of(waiting, document, id));
        }
    }

    private String documentOf(String id) {
        try (Snapshot snapshot = record.snapshot()) {
            return snapshot.documentOf(id).orElseThrow(() -> OneRecord.notFound(id));
        }
    }

    private void agreement(Context context) {
        query(context).allow();
        try (Snapshot snapshot = record.snapshot()) {
            html(
                    context,
                    "Agreement of reviewers",
                    "agreement",
                    AgreementPage.of(
                            record.edition(),
                            gate.reviewer(context),
                            reviewing.agreement().apply(snapshot)));
        }
    }

    private void html(Context context, String title, String template, Object page) {
        context.html(templates.html(template, Map.of("frame", gate.frame(context, title), "page", page)));
    }

    // ---- storing

    /** Thrown so that nothing of what was sent together is stored. */
    private static final class NotStored extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        NotStored(Outcome outcome) {
            super("not stored");
            this.outcome = outcome;
        }
    }

    /** All of it or nothing. What came before it is in the record already, and so is what was sent twice. */
    private Outcome stored(List<Submission> submissions) {
        try (RecordStore store = record.store()) {
            return store.together(() -> {
                Optional<Outcome> last = Optional.empty();
                for (Submission submission : submissions) {
                    if (Submitted.isAccepted(submission)) requireSeen(store, submission);
                    Outcome outcome = store.correct(submission, reviewing.clock());
                    if (!(outcome instanceof Outcome.Stored)) throw new NotStored(outcome);
                    last = Optional.of(outcome);
                }
                return last.orElseThrow();
            });
        } catch (NotStored e) {
            return e.outcome;
        }
    }

    /** Who accepts a record as it stands must have seen how it stands. */
    private static void requireSeen(RecordStore store, Submission submission) {
        List<Correction> said;
        try (Snapshot snapshot = store.snapshot()) {
            said = snapshot.correctionsOf(submission.of());
        }
        Set<String> undone = Judgement.undone(said);
        Optional<Correction> seen = submission
                .seen()
                .flatMap(id -> said.stream().filter(c -> c.id().equals(id)).findFirst());
        List<Correction> newer = said.stream()
                .filter(c -> c.field().isValue() && !c.by().equals(submission.by()) && !undone.contains(c.id()))
                .filter(c -> seen.map(last -> Correction.BY_TIME.compare(c, last) > 0)
                        .orElse(true))
                .toList();
        if (!newer.isEmpty()) throw new NotStored(new Outcome.Conflict(newer));
    }

    private void submit(Context context) {
        Map<String, List<String>> form = context.formParamMap();
        List<Submission> submissions = Submitted.of(
                form, gate.reviewer(context), name -> record.edition().idOf(name));
        requireAccounts(submissions, gate.accounts(context));
        Outcome outcome = stored(submissions);
        if (outcome instanceof Outcome.Conflict conflict) {
            context.status(HttpStatus.CONFLICT);
            html(context, "Somebody was faster", "conflict", conflict(form, submissions, conflict));
            return;
        }
        if (outcome instanceof Outcome.Refused refused) throw refused(refused);
        context.redirect(after(context, submissions.get(0).of()), HttpStatus.SEE_OTHER);
    }

    /** Whoever has none would never see that he is asked. */
    private static void requireAccounts(List<Submission> submissions, List<String> accounts) {
        if (accounts.isEmpty()) return;
        for (Submission submission : submissions) {
            if (Correction.Field.ASKED.code().equals(submission.field())) {
                String asked = ValueWords.of(Correction.Field.ASKED, submission.to(), name -> name);
                if (accounts.contains(asked)) continue;
                throw Declined.badQuestion("\"asked\": found \"" + asked + "\", expected the name of an account: "
                        + String.join(", ", accounts) + ". Nothing has been stored.");
            }
        }
    }

    private static Declined refused(Outcome.Refused refused) {
        return Declined.badQuestion(
                "found " + refused.found() + ", expected " + refused.expected() + ". Nothing has been stored.");
    }

    private String after(Context context, String of) {
        String then = Optional.ofNullable(context.formParam("then")).orElse("");
        if (then.equals("next")) {
            return OwnPaths.of(context, "next").orElse(Way.ALL.after(of));
        }
        String back = OwnPaths.back(context).orElse("/review/" + of);
        if (back.startsWith("/actor/")) return actor(back);
        if (!then.equals("event") && !back.startsWith("/event/")) return back;
        // a join, a split or its undo may have given the event another id
        Edition edition = record.edition();
        if (back.startsWith("/event/") && edition.hasEvent(back.substring("/event/".length()))) return back;
        String mention = Optional.ofNullable(context.formParam("of")).orElse("");
        return edition.eventOf(mention).map(event -> "/event/" + event.id()).orElse("/timeline");
    }

    /** An undo may leave nobody who is known by this id. */
    private String actor(String back) {
        boolean isThere =
                record.edition().actor(back.substring("/actor/".length())).isPresent();
        return isThere ? back : "/actors";
    }

    private ConflictPage conflict(
            Map<String, List<String>> form, List<Submission> submissions, Outcome.Conflict conflict) {
        Edition edition = record.edition();
        Map<String, List<String>> again = new TreeMap<>(form);
        again.put("again", List.of("yes"));
        again.put(
                "seen",
                List.of(conflict.newer().get(conflict.newer().size() - 1).id()));
        return new ConflictPage(
                edition, conflict.newer().get(0).of(), conflict.newer(), yours(edition, submissions), again);
    }

    /** What a form says, in words. */
    static Map<String, String> yours(Edition edition, List<Submission> submissions) {
        Map<String, String> yours = new LinkedHashMap<>();
        for (Submission submission : submissions) {
            Correction.Field field = Correction.field(submission.field());
            yours.merge(
                    Labels.of(field),
                    field == Correction.Field.UNDO ? "" : ValueWords.of(field, submission.to(), edition::name),
                    (one, other) -> one + ", " + other);
        }
        return yours;
    }

    private void submitJson(Context context) {
        List<Submission> submissions = Submitted.ofJson(context.body(), gate.reviewer(context));
        requireAccounts(submissions, gate.accounts(context));
        Outcome outcome = stored(submissions);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (outcome instanceof Outcome.Refused refused) throw refused(refused);
        Edition edition = record.edition();
        if (outcome instanceof Outcome.Conflict conflict) {
            context.status(HttpStatus.CONFLICT);
            answer.put(
                    "error",
                    "found newer corrections of the same, expected that you have seen them. Send it again with"
                            + " \"seen\"; nothing has been stored.");
            answer.put(
                    "newer",
                    conflict.newer().stream()
                            .map(c -> CorrectionTree.of(edition, c))
                            .toList());
        } else if (outcome instanceof Outcome.Stored stored) {
            context.status(stored.isNew() ? HttpStatus.CREATED : HttpStatus.OK);
            answer.put("correction", CorrectionTree.of(edition, stored.correction()));
            answer.put("isNew", stored.isNew());
        }
        context.contentType("application/json; charset=utf-8").result(Answers.json(answer));
    }

    // ---- what came of it

    @FunctionalInterface
    private interface Writing {
        void write(Snapshot snapshot, OutputStream out) throws IOException;
    }

    private void download(Context context, String type, Writing writing) throws IOException {
        context.contentType(type + "; charset=utf-8");
        String name = context.path().substring(1);
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (Snapshot snapshot = record.snapshot();
                OutputStream out = context.outputStream()) {
            writing.write(snapshot, out);
        }
    }
}
