package rapport.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import rapport.record.Document;
import rapport.record.Format;
import rapport.store.Snapshot;
import rapport.store.StatementVectors;
import rapport.store.StoreException;
import rapport.store.export.RecordWriter;
import rapport.web.account.AccountsException;
import rapport.web.api.Answers;
import rapport.web.page.ActorPage;
import rapport.web.page.ActorsPage;
import rapport.web.page.CorrectionsPage;
import rapport.web.page.Declined;
import rapport.web.page.DisputesPage;
import rapport.web.page.DyadPage;
import rapport.web.page.Edition;
import rapport.web.page.EventPage;
import rapport.web.page.Frame;
import rapport.web.page.LedgerPage;
import rapport.web.page.LeftOutPage;
import rapport.web.page.Links;
import rapport.web.page.ModelCard;
import rapport.web.page.OpenRecord;
import rapport.web.page.Query;
import rapport.web.page.RelationsPage;
import rapport.web.page.ReportPage;
import rapport.web.page.ReportsPage;
import rapport.web.page.SearchPage;
import rapport.web.page.StatementsPage;
import rapport.web.page.StorylinePage;
import rapport.web.page.StorylinesPage;
import rapport.web.page.TimelinePage;

/**
 * Shows a record in a browser, on this machine alone or to those who have an account.
 *
 * <p>Threads: any may ask; reports are added one after another.
 */
public final class WebServer implements AutoCloseable {

    /** A header of answers that do not hold the last changes of the record yet. */
    public static final String BEHIND = "Rapport-Behind";

    private static final int MEGABYTES = Guard.MEGABYTES;

    /** An attribute of a request of which a page already says what went wrong. */
    private static final String TOLD = "told";

    private final Templates templates = new Templates();
    private final OpenRecord record;
    private final Access access;
    private final Gate gate;
    private final ReviewRoutes review;
    private final AddRoutes add;
    private final Optional<Originals> originals;
    private final Consumer<String> faults;
    private final Javalin javalin;

    private WebServer(
            OpenRecord record,
            Access access,
            Optional<Intake> intake,
            Optional<Originals> originals,
            Reviewing reviewing,
            Consumer<String> faults) {
        this.record = record;
        this.originals = originals;
        this.access = access;
        this.gate = new Gate(record, access, reviewing, templates);
        this.review = new ReviewRoutes(record, reviewing, templates, gate);
        this.add = new AddRoutes(record, intake, reviewing.tokens(), templates, gate);
        this.faults = faults;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * @param ifEmpty the format of a record in which nothing is
     * @param access how it is reached, and by whom
     * @param intake adds reports; without it the record is only shown
     * @param originals finds the files of reports; without it pages have their texts alone
     * @param reviewing lets people say what they think of records
     * @param encoder for questions by meaning; asked for once, when there is the first
     * @param faults gets a line for each fault of the program, without words of reports
     * @throws StoreException if there is no such file, or it is no record
     * @throws IOException if address or port cannot be used
     */
    public static WebServer start(
            Path file,
            Format ifEmpty,
            Access access,
            Optional<Intake> intake,
            Optional<Originals> originals,
            Reviewing reviewing,
            Supplier<StatementVectors.Encoder> encoder,
            Consumer<String> faults)
            throws IOException {
        OpenRecord record = OpenRecord.of(file, ifEmpty, encoder);
        try {
            WebServer server = new WebServer(record, access, intake, originals, reviewing, faults);
            server.javalin.start(access.listen().getHostAddress(), access.port());
            return server;
        } catch (RuntimeException e) {
            record.close();
            throw new IOException("address or port cannot be used", e);
        }
    }

    /** Where it is to be opened. */
    public String address() {
        return access.address(port());
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
        add.close();
        record.close();
    }

    // ---- every route

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MEGABYTES * 1_000_000L;
        config.jetty.multipartConfig.maxTotalRequestSize(MEGABYTES, SizeUnit.MB);
        config.jetty.multipartConfig.maxFileSize(MEGABYTES, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(MEGABYTES, SizeUnit.MB); // nothing sent is laid on the disk
        var routes = config.routes;
        gate.add(config);

        page(config, "/", "Relations", "relations", (edition, id, query) -> RelationsPage.of(edition, query));
        page(config, "/dyad", "Two sides", "dyad", (edition, id, query) -> DyadPage.of(edition, query));
        page(config, "/ledger", "Ledger", "ledger", (edition, id, query) -> LedgerPage.of(edition, query));
        page(config, "/event/{id}", "Event", "event", EventPage::of);
        routes.get("/report/{id}", this::report);
        page(config, "/actor/{id}", "Actor", "actor", ActorPage::of);
        page(config, "/actors", "Actors", "actors", (edition, id, query) -> ActorsPage.of(edition, query));
        page(
                config,
                "/statements",
                "Statements",
                "statements-page",
                (edition, id, query) -> StatementsPage.of(edition, query));
        page(config, "/timeline", "Timeline", "timeline", (edition, id, query) -> TimelinePage.of(edition, query));
        page(config, "/disputes", "Disputes", "disputes", (edition, id, query) -> DisputesPage.of(edition, query));
        page(
                config,
                "/storylines",
                "Storylines",
                "storylines",
                (edition, id, query) -> StorylinesPage.of(edition, query));
        page(config, "/storyline/{id}", "Storyline", "storyline", StorylinePage::of);
        page(config, "/reports", "Reports", "reports", (edition, id, query) -> ReportsPage.of(edition, query));
        page(config, "/search", "Search", "search", (edition, id, query) -> SearchPage.of(edition, query));
        page(
                config,
                "/left-out",
                "What was left out",
                "left-out",
                (edition, id, query) -> LeftOutPage.of(edition, query));
        page(config, "/quality", "How good is it", "quality", (edition, id, query) -> ModelCard.shipped());
        page(
                config,
                "/corrections",
                "Corrections",
                "corrections",
                (edition, id, query) -> CorrectionsPage.of(edition, query));
        routes.after(context -> {
            if (record.isBehind()) context.header(BEHIND, "true");
        });
        review.add(config);
        add.add(config);
        routes.get("/record.jsonl", this::download);
        routes.get("/api", this::api);
        // a form cannot put what is typed into a path
        routes.get(
                "/api/try/{name}",
                context -> context.redirect(
                        "/api/" + Links.part(context.pathParam("name")) + "/"
                                + Links.part(query(context).require("id")),
                        HttpStatus.SEE_OTHER));
        routes.get(Answers.TEXT, this::text);
        routes.get(Answers.FILE, this::file);
        routes.get(
                "/api/openapi.json",
                context ->
                        json(context, Answers.openApi(record.edition().format().program())));
        for (Answers.Question question : Answers.all()) {
            routes.get(
                    question.path(),
                    context -> json(
                            context,
                            Answers.json(question.answer().of(record.edition(), id(context), query(context)))));
        }
        Answers.all().stream()
                .filter(question -> !question.isOfOne())
                .forEach(question -> routes.get(question.path() + ".jsonl", context -> lines(context, question)));
        for (String path : Assets.paths()) {
            routes.get(path, context -> context.contentType(Assets.type(path)).result(Assets.bytes(path)));
        }

        routes.exception(
                Declined.class,
                (declined, context) -> message(context, declined.status(), String.valueOf(declined.getMessage())));
        routes.exception(StoreException.class, (e, context) -> message(context, 503, String.valueOf(e.getMessage())));
        routes.exception(
                AccountsException.class, (e, context) -> message(context, 503, String.valueOf(e.getMessage())));
        routes.exception(
                HttpResponseException.class,
                (e, context) -> message(context, e.getStatus(), told(e.getStatus(), context)));
        routes.exception(Exception.class, this::fault);
        routes.error(404, context -> {
            if (context.attribute(TOLD) == null) message(context, 404, told(404, context));
        });
    }

    // ---- pages

    /** What a page shows. */
    @FunctionalInterface
    private interface Page {
        Object of(Edition edition, String id, Query query);
    }

    private void page(JavalinConfig config, String path, String title, String template, Page page) {
        config.routes.get(path, context -> {
            Query query = query(context);
            Object shown = page.of(record.edition(), id(context), query);
            Frame frame = gate.frame(context, Titles.of(shown, title), query.given("words"));
            html(context, template, Map.of("frame", frame, "page", shown, "reviewer", frame.reviewer()));
        });
    }

    private void html(Context context, String template, Map<String, Object> parameters) {
        context.html(templates.html(template, parameters));
    }

    private static void json(Context context, String json) {
        context.contentType("application/json; charset=utf-8").result(json);
    }

    private static Query query(Context context) {
        return Query.of(context.path(), context.queryParamMap());
    }

    private static String id(Context context) {
        return context.pathParamMap().getOrDefault("id", "");
    }

    private void api(Context context) {
        html(context, "api", Map.of("frame", gate.frame(context, "JSON"), "questions", Answers.all()));
    }

    /** A report's text as it was read, for whoever doubts what the page makes of it. */
    private void text(Context context) {
        query(context).allow();
        Document document = record.edition().document(id(context));
        String name = name(document);
        context.header(
                "Content-Disposition", "inline; filename=\"" + name + (name.endsWith(".txt") ? "" : ".txt") + "\"");
        context.contentType("text/plain; charset=utf-8").result(document.text());
    }

    /** The file of a report. It is never shown on a page of ours: what stands in it may be more than words. */
    private void file(Context context) {
        query(context).allow();
        Document document = record.edition().document(id(context));
        byte[] bytes = originals
                .flatMap(all -> all.find(document))
                .orElseThrow(() -> Declined.notFound("found no file of this report, expected one in a folder that "
                        + (originals.isEmpty()
                                ? "\"rapport serve --reports\" names: it names none."
                                : "\"--reports\" names, at the same path and giving the same text. It has been moved or changed since"
                                        + " it was read, or it was added here.")
                        + " The text that was read is at /text/" + document.id() + "."));
        context.header("Content-Disposition", "attachment; filename=\"" + name(document) + "\"");
        context.contentType("application/octet-stream").result(bytes);
    }

    /** As a file can be called anywhere: the last part of its path. */
    private static String name(Document document) {
        String name = document.path()
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[^A-Za-z0-9._-]", "_")
                .replaceFirst("^[.-]+", "");
        return name.isEmpty() ? "report" : name;
    }

    private void report(Context context) {
        ReportPage page = ReportPage.of(record.edition(), id(context), query(context));
        Frame frame = gate.frame(context, Titles.of(page, "Report"));
        html(
                context,
                "report",
                Map.of("frame", frame, "page", page, "reviewer", frame.reviewer(), "hasFile", originals.isPresent()));
    }

    /** What a list shows, all pages of it, to be kept. */
    private void lines(Context context, Answers.Question question) {
        context.contentType("application/x-ndjson; charset=utf-8");
        context.header("Content-Disposition", "attachment; filename=\"" + question.name() + ".jsonl\"");
        context.result(Answers.lines(question, record.edition(), query(context)));
    }

    // ---- the whole record

    private void download(Context context) throws IOException {
        context.contentType("application/x-ndjson; charset=utf-8");
        context.header("Content-Disposition", "attachment; filename=\"record.jsonl\"");
        Edition edition = record.edition();
        try (Snapshot snapshot = record.snapshot();
                OutputStream out = context.outputStream()) {
            RecordWriter.complete().write(snapshot, edition.together(), edition.months(), out);
        }
    }

    // ---- what went wrong

    private void message(Context context, int status, String message) {
        context.status(status);
        context.attribute(TOLD, true);
        if (context.path().startsWith("/api/")) {
            json(context, Answers.json(Map.of("error", message)));
            return;
        }
        String title = switch (status) {
            case 404 -> "Not here";
            case 400 -> "The question is not understood";
            case 403 -> "Not from there";
            case 413 -> "Too much at once";
            case 401 -> "Not signed in";
            case 429 -> "Too often";
            default -> "That did not work";
        };
        html(context, "message", Map.of("frame", gate.frame(context, title), "message", message));
    }

    private static String told(int status, Context context) {
        return switch (status) {
            case 404 ->
                "found nothing at \"" + context.path()
                        + "\", expected the address of a page. The navigation lists them.";
            case 413 -> String.valueOf(Guard.tooLarge().getMessage());
            default -> "found a request that cannot be answered (" + status + "), expected a page's own.";
        };
    }

    private void fault(Exception e, Context context) {
        if (Guard.isTooLarge(e)) {
            message(context, 413, told(413, context));
            return;
        }
        faults.accept("fault of the program at " + context.endpoint().path + ": "
                + e.getClass().getSimpleName() + firstLine(e));
        message(
                context,
                500,
                "found a fault of the program, expected none. Report it as a bug with what stands on standard error;"
                        + " what is stored is safe.");
    }

    /** Where in the program it was. Not what it says: that might quote a report. */
    private static String firstLine(Exception e) {
        for (StackTraceElement element : e.getStackTrace()) {
            if (element.getClassName().startsWith("rapport.")
                    || element.getClassName().startsWith("gg.jte.generated")) {
                return " in " + element.getClassName() + ", line " + element.getLineNumber();
            }
        }
        return "";
    }
}
