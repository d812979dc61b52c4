package rapport.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rapport.evaluation.Report;
import rapport.record.Coded;
import rapport.store.Counts;
import rapport.store.Snapshot;
import rapport.web.Access;
import rapport.web.WebServer;
import rapport.web.account.AccountsFile;
import rapport.web.api.Answers;

/**
 * {@code rapport bench pages}: how long each kind of page of the web application takes over a record.
 *
 * <p>Asked from the same process over the loopback, so that a time holds the network's part on one machine, and processor time the asking
 * side's. A page that is about one of many is asked for the first that its list leads to: in most lists that of which there is most.
 */
@Command(
        name = "pages",
        description = {
            "Ask every kind of page of the web application, and of the JSON, over a record; print for each the median"
                    + " and the slowest time, and processor time. The first round, which warms up, does not count.",
            "A large record needs a larger heap: RAPPORT_HEAP=6g in the environment."
        })
final class BenchPagesCommand implements Callable<Integer> {

    private static final int ROUNDS = 5;
    private static final Pattern NAME = Pattern.compile("<a class=\"who\" href=\"/actor/[^\"]*\"><bdi>([^<]*)</bdi>");
    private static final Pattern OUTLET = Pattern.compile("<option value=\"([^\"]+)\"");

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "The record to ask. If there is no such file, one is made there and kept; without this option, one"
                            + " is thrown away.")
    private @Nullable Path file;

    @Option(
            names = "--reports",
            paramLabel = "N",
            description = "How many reports to make up, if a record has to be made. Default: ${DEFAULT-VALUE}.")
    private int reports = 1000;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    /** @param name of the kind of page; its address may hold an id */
    private record Asked(String name, String path) {}

    private record Answer(int status, String body, boolean isBehind, double milliseconds, double cpuMilliseconds) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Given.requireOneOrMore(spec.commandLine(), "--reports", reports);
        if (file != null && Files.exists(file)) return ask(Given.requireFile(file, "a record"));
        if (file != null) {
            BenchRecord.make(file, reports);
            return ask(file);
        }
        Path folder = Files.createTempDirectory("rapport-bench");
        try {
            Path made = folder.resolve("bench.record");
            BenchRecord.make(made, reports);
            return ask(made);
        } finally {
            BenchCommand.delete(folder);
        }
    }

    private int ask(Path record) throws IOException, InterruptedException {
        Counts counts;
        boolean isMadeUp;
        try (Snapshot snapshot = Snapshot.of(record, Assembly.unread())) {
            counts = snapshot.counts();
            isMadeUp = BenchRecord.isMadeUp(snapshot);
        }
        Access access = Access.here(0, AccountsFile.beside(record), new SecureRandom());
        try (WebServer server = WebServer.start(
                record,
                Assembly.unread(),
                access,
                Optional.empty(),
                Optional.empty(),
                ServeCommand.reviewing(),
                ShippedEncoder::load,
                spec.commandLine().getErr()::println)) {
            Asking asking = new Asking(URI.create(server.address()));
            double opened = asking.secondsUntilShown();
            Map<Asked, List<Answer>> answers = asking.all();
            List<Double> changes = isMadeUp ? changes(record, asking) : List.of();
            report(counts, opened, changes, answers).print(spec.commandLine().getOut(), json.isGiven());
        }
        return 0;
    }

    /** Seconds until it shows that a report is taken out, and that it is there again. */
    private static List<Double> changes(Path record, Asking asking) throws IOException, InterruptedException {
        Coded report = BenchRecord.takeOut(record);
        double out = asking.secondsUntilShown();
        BenchRecord.putBack(record, report);
        return List.of(out, asking.secondsUntilShown());
    }

    private Report report(Counts counts, double opened, List<Double> changes, Map<Asked, List<Answer>> answers) {
        long heap = BenchCommand.heapPeakInBytes();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("reports", counts.documents());
        tree.put("eventMentions", counts.eventMentions());
        tree.put("statements", counts.statements());
        tree.put("mentions", counts.mentions());
        tree.put("actors", counts.actors());
        tree.put("openedSeconds", opened);
        tree.put("changeSeconds", changes);
        tree.put("heapPeakInBytes", heap);
        List<String> table = new ArrayList<>();
        table.add(String.format(
                Locale.ROOT,
                "%d reports, %d event mentions, %d statements, %d mentions, %d actors; opened in %.1f s; heap at most"
                        + " %.0f MB",
                counts.documents(),
                counts.eventMentions(),
                counts.statements(),
                counts.mentions(),
                counts.actors(),
                opened,
                heap / 1e6));
        changes.forEach(seconds ->
                table.add(String.format(Locale.ROOT, "one report less or more: shown after %.1f s", seconds)));
        table.add(String.format(
                Locale.ROOT, "%-36s %10s %10s %10s %8s", "milliseconds of", "median", "slowest", "processor", "kB"));
        List<Map<String, Object>> pages = new ArrayList<>();
        answers.forEach((asked, given) -> {
            double median =
                    median(given.stream().mapToDouble(Answer::milliseconds).toArray());
            double slowest =
                    given.stream().mapToDouble(Answer::milliseconds).max().orElseThrow();
            double cpu =
                    median(given.stream().mapToDouble(Answer::cpuMilliseconds).toArray());
            int bytes = given.get(0).body.getBytes(StandardCharsets.UTF_8).length;
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("page", asked.name);
            page.put("path", asked.path);
            page.put("medianMilliseconds", median);
            page.put("slowestMilliseconds", slowest);
            page.put("cpuMilliseconds", cpu);
            page.put("bytes", bytes);
            pages.add(page);
            table.add(String.format(
                    Locale.ROOT, "%-36s %10.1f %10.1f %10.1f %8.0f", asked.name, median, slowest, cpu, bytes / 1e3));
        });
        tree.put("pages", pages);
        return new Report(tree, table);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** Somebody who reviews, and asks one page after the other. */
    private static final class Asking {

        private static final int NOT_YET = 503;

        private final URI server;
        private final HttpClient client = HttpClient.newHttpClient();
        private final String cookie = "reviewer="
                + Base64.getUrlEncoder().withoutPadding().encodeToString("bench".getBytes(StandardCharsets.UTF_8));

        Asking(URI server) {
            this.server = server;
        }

        /** @throws IllegalStateException if the answer is no page */
        Answer ask(String path) throws IOException, InterruptedException {
            Answer answer = answer(path);
            if (answer.status == 200) return answer;
            throw new IllegalStateException(path + " answered " + answer.status);
        }

        /** How long until a page shows the record as it is now. */
        double secondsUntilShown() throws IOException, InterruptedException {
            long start = System.nanoTime();
            Answer answer = answer("/");
            while (answer.status == NOT_YET || answer.isBehind) answer = answer("/");
            return (System.nanoTime() - start) / 1e9;
        }

        private Answer answer(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                    .header("Cookie", cookie)
                    .build();
            double cpu = spent();
            long start = System.nanoTime();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            double milliseconds = (System.nanoTime() - start) / 1e6;
            boolean isBehind = response.headers().firstValue(WebServer.BEHIND).isPresent();
            return new Answer(response.statusCode(), response.body(), isBehind, milliseconds, spent() - cpu);
        }

        /** Processor time of the threads of this process, in milliseconds: other programs do not count. */
        private static double spent() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getAllThreadIds())
                            .map(threads::getThreadCpuTime)
                            .filter(time -> time > 0)
                            .sum()
                    / 1e6;
        }

        Map<Asked, List<Answer>> all() throws IOException, InterruptedException {
            List<Asked> pages = pages();
            for (Asked page : pages) ask(page.path);
            Map<Asked, List<Answer>> answers = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Asked page : pages) {
                    answers.computeIfAbsent(page, p -> new ArrayList<>()).add(ask(page.path));
                }
            }
            return answers;
        }

        private List<Asked> pages() throws IOException, InterruptedException {
            String actors = ask("/actors").body;
            String actor = id(actors, "/actor/");
            String name = found(NAME, actors);
            String outlet = found(OUTLET, ask("/reports").body);
            String dyad = link(ask("/").body, "/dyad");
            String document = id(ask("/reports").body, "/report/");
            String event = id(ask("/timeline").body, "/event/");
            List<Asked> pages = new ArrayList<>();
            for (String path : List.of(
                    "/",
                    "/?page=2",
                    "/ledger",
                    "/ledger?state=demanded",
                    "/actors",
                    "/actors?kind=state",
                    "/statements",
                    "/statements?kind=demand",
                    "/timeline",
                    "/timeline?page=2",
                    "/timeline?class=conflict",
                    "/timeline?from=2021-01-01&until=2021-01-31",
                    "/disputes",
                    "/storylines",
                    "/reports",
                    "/reports?page=2",
                    "/left-out",
                    "/quality",
                    "/corrections",
                    "/review",
                    "/review?kind=mention",
                    "/agreement",
                    "/add",
                    "/api")) {
                pages.add(new Asked(path, path));
            }
            add(pages, dyad, "");
            add(pages, dyad, "&by=day");
            add(pages, "/event/", event);
            findId(ask("/disputes").body, "/event/").ifPresent(id -> add(pages, "/event/", id));
            add(pages, "/report/", document);
            add(pages, "/actor/", actor);
            findId(ask("/storylines").body, "/storyline/").ifPresent(id -> add(pages, "/storyline/", id));
            findId(ask("/event/" + event).body, "/review/").ifPresent(id -> add(pages, "/review/", id));
            add(pages, "/ledger?obligor=", actor);
            add(pages, "/statements?speaker=", actor);
            add(pages, "/timeline?of=", actor);
            add(pages, "/timeline?outlet=", outlet);
            add(pages, "/reports?outlet=", outlet);
            add(pages, "/actors?name=", name);
            add(pages, "/statements?words=", name);
            add(pages, "/search?words=", name);
            for (Answers.Question question : Answers.all()) {
                String path = question.path();
                if (path.equals("/api/dyad")) add(pages, dyad.replaceFirst("/dyad", path), "");
                else if (path.equals("/api/review")) add(pages, path + "?by=", "bench");
                else if (path.equals("/api/search")) add(pages, path + "?words=", name);
                else if (!question.isOfOne()) add(pages, path, "");
                else if (path.contains("/event/")) add(pages, "/api/event/", event);
                else if (path.contains("/actor/")) add(pages, "/api/actor/", actor);
                else if (path.contains("/document/")) add(pages, "/api/document/", document);
            }
            return pages;
        }

        private static void add(List<Asked> pages, String path, String value) {
            boolean isWhole = value.isEmpty() || value.startsWith("&");
            String name =
                    isWhole ? path.replaceAll("=[^&]*", "=…") + value : path + (path.endsWith("=") ? "…" : "{id}");
            pages.add(
                    new Asked(name, isWhole ? path + value : path + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }

        private static Optional<String> findLink(String html, String path) {
            Matcher link = Pattern.compile("href=\"(" + Pattern.quote(path) + "[^\"]*)\"")
                    .matcher(html);
            return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
        }

        private static Optional<String> findId(String html, String path) {
            return findLink(html, path).map(link -> link.substring(path.length()));
        }

        private static String link(String html, String path) {
            return findLink(html, path)
                    .orElseThrow(() -> new Refused("found a record without a link to \"" + path
                            + "\", expected one with reports, events and relations. Name another."));
        }

        private static String id(String html, String path) {
            return link(html, path).substring(path.length());
        }

        private static String found(Pattern pattern, String html) {
            Matcher matcher = pattern.matcher(html);
            if (matcher.find()) return matcher.group(1);
            throw new Refused("found a record without outlets or names, expected one with both. Name another.");
        }
    }
}
