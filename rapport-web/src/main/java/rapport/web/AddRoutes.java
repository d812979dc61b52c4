package rapport.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import rapport.record.Ids;
import rapport.web.page.AddedPage;
import rapport.web.page.AddingPage;
import rapport.web.page.Declined;
import rapport.web.page.OpenRecord;
import rapport.web.page.Query;

/**
 * Where reports are added: they are sent, a page shows how far reading is, and then what came of it.
 *
 * <p>Threads: any may send; one reads, one file after another.
 */
final class AddRoutes implements AutoCloseable {

    private static final int FILES = 50;
    private static final int PATIENCE = 1000; // milliseconds, after which a page shows how far it is
    private static final int WAITING = 5; // deliveries, the most that wait to be read: each may hold 20 MB
    private static final int KEPT = 100; // deliveries of which one can still ask
    private static final int LONGEST = 4000; // characters of an address; servers and browsers take little more
    private static final int ENDING = 30; // seconds: more than reading and storing one report takes

    private final OpenRecord record;
    private final Optional<Intake> intake;
    private final Supplier<String> tokens;
    private final Templates templates;
    private final Gate gate;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reading what was sent");
        thread.setDaemon(true);
        return thread;
    });

    /** @param intake adds reports; without it the record is only shown */
    AddRoutes(OpenRecord record, Optional<Intake> intake, Supplier<String> tokens, Templates templates, Gate gate) {
        this.record = record;
        this.intake = intake;
        this.tokens = tokens;
        this.templates = templates;
        this.gate = gate;
    }

    void add(JavalinConfig config) {
        var routes = config.routes;
        routes.get("/add", this::form);
        routes.post("/add", this::take);
        routes.get("/adding/{id}", this::adding);
        routes.get("/added", this::added);
    }

    private void form(Context context) {
        html(
                context,
                "Add reports",
                "add",
                Map.of("canAdd", intake.isPresent(), "files", FILES, "megabytes", Guard.MEGABYTES));
    }

    private void html(Context context, String title, String template, Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("frame", gate.frame(context, title));
        context.html(templates.html(template, all));
    }

    // ---- sending

    private void take(Context context) throws IOException {
        Guard.requireSize(context);
        Intake reader = intake.orElseThrow(() -> Declined.foreign(
                "found reports to add, expected questions only: this server shows the record. Use rapport read."));
        List<Intake.Upload> uploads = uploads(context);
        if (uploads.isEmpty()) {
            throw Declined.badQuestion(
                    "found no file and no text, expected at least one. Choose files or paste a report.");
        }
        if (uploads.size() > FILES) {
            throw Declined.tooLarge("found " + uploads.size() + " files, expected at most " + FILES
                    + ". Send fewer at once, or use rapport read for a folder.");
        }
        Delivery delivery = new Delivery(uploads);
        String id = keep(delivery);
        thread.execute(() -> delivery.read(reader));
        String progress = "/adding/" + id;
        String next = delivery.isOver(PATIENCE) ? address(delivery).orElse(progress) : progress;
        context.redirect(next, HttpStatus.SEE_OTHER);
    }

    private static List<Intake.Upload> uploads(Context context) {
        List<Intake.Upload> uploads = new ArrayList<>();
        for (UploadedFile file : context.uploadedFiles("files")) {
            if (file.size() > 0) uploads.add(new Intake.Upload(file.filename(), bytes(file)));
        }
        String text = Optional.ofNullable(context.formParam("text")).orElse("");
        if (!text.isBlank()) {
            uploads.add(new Intake.Upload(
                    "pasted-" + Ids.sha256(text).substring(0, 8) + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        }
        return uploads;
    }

    private static byte[] bytes(UploadedFile file) {
        try (InputStream in = file.content()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading what was sent", e);
        }
    }

    private String keep(Delivery delivery) {
        synchronized (deliveries) {
            long waiting =
                    deliveries.values().stream().filter(one -> !one.isOver(0)).count();
            if (waiting > WAITING) {
                throw Declined.tooOften("found " + waiting
                        + " deliveries that are not read yet, expected at most " + WAITING
                        + ". Nothing of this one is stored; send it again when they are.");
            }
            String id = tokens.get();
            deliveries.put(id, delivery);
            if (deliveries.size() > KEPT)
                deliveries.remove(deliveries.keySet().iterator().next());
            return id;
        }
    }

    // ---- how far it is, and what came of it

    private void adding(Context context) {
        String id = context.pathParam("id");
        Delivery delivery;
        synchronized (deliveries) {
            delivery = Optional.ofNullable(deliveries.get(id))
                    .orElseThrow(() -> Declined.notFound(
                            "found no delivery of this number, expected one of those sent last. What is read is at"
                                    + " /reports, what is not coded at /left-out."));
        }
        boolean isPart = context.header("HX-Request") != null;
        if (!delivery.isOver(0)) {
            AddingPage page = new AddingPage(context.path(), delivery.all(), delivery.paths());
            html(context, "Reading", "adding", Map.of("page", page));
        } else if (isPart) {
            context.header("HX-Redirect", context.path());
        } else {
            address(delivery)
                    .ifPresentOrElse(
                            address -> context.redirect(address, HttpStatus.SEE_OTHER),
                            () -> added(context, delivery.paths()));
        }
    }

    /** Where one sees what came of it for as long as the record has it; none if the paths are too long for an address. */
    private static Optional<String> address(Delivery delivery) {
        delivery.requireWell();
        StringBuilder address = new StringBuilder("/added");
        for (String path : delivery.paths()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(Query.address("", "path", path).substring(1));
        }
        return Optional.of(address.toString()).filter(one -> one.length() <= LONGEST);
    }

    private void added(Context context) {
        added(context, context.queryParams("path"));
    }

    private void added(Context context, List<String> paths) {
        html(context, "What was added", "added", Map.of("page", AddedPage.of(record.edition(), paths)));
    }

    /** Waits for the report that is being stored; the others of its delivery are dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
