package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.store.RecordStore;
import rapport.web.Access;
import rapport.web.WebServer;
import rapport.web.account.AccountsFile;

/**
 * An afternoon of somebody who uses the program: reports are dropped, read by the program's own reader, looked at, doubted, corrected,
 * and what is corrected is taken along. Needs Debian's package chromium; run it with {@code mvn -Pbrowser verify}. With
 * {@code -Drapport.screenshots=FOLDER} pages are also kept as images.
 */
class AfternoonBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path EXAMPLE = Path.of("../examples/ruritania-graustark");
    private static final int TABS = 150; // more than any page has before what is looked for

    private static final String TALKS =
            "Boats seized\n\nSTRELSAU, May 3, 2024 (CPA) - Ruritania on Friday accused Graustark of seizing two boats at Zenda.\n";
    private static final String THREAT =
            "Graustark answers\n\nEDELWEISS, May 6, 2024 (Edelweiss Tribune) - Graustark on Monday rejected the accusation.\n";

    @TempDir
    static Path folder;

    private static final Locale before = Locale.getDefault();

    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser at /usr/bin/chromium: install Debian's package chromium");
        try (InputStream in = AfternoonBrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Locale.setDefault(
                Locale.ROOT); // Playwright writes "light" by the default locale, which tests have set to Turkish
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) playwright.close();
        Locale.setDefault(before);
    }

    /** The server as the command starts it, on a free port. */
    private record Served(Adding adding, WebServer server, StringWriter told) implements AutoCloseable {

        static Served of(Path record) throws IOException {
            CoderOptions coder = new CoderOptions();
            new picocli.CommandLine(coder)
                    .parseArgs("--actors", EXAMPLE.resolve("actors.tsv").toString());
            StringWriter told = new StringWriter();
            Adding adding = new Adding(coder, record, new PrintWriter(told, true));
            WebServer server = WebServer.start(
                    record,
                    Assembly.unread(),
                    Access.here(0, AccountsFile.beside(record), new SecureRandom()),
                    Optional.of(adding),
                    Optional.empty(),
                    ServeCommand.reviewing(),
                    ShippedEncoder::load,
                    line -> told.append(line));
            return new Served(adding, server, told);
        }

        String at(String path) {
            return server.address() + path.substring(1);
        }

        @Override
        public void close() {
            server.close();
            adding.close();
            assertThat(told.toString()).isEmpty();
        }
    }

    private static Page page(ColorScheme scheme, int width) {
        return browser.newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))
                .newPage();
    }

    private static Path empty(String name) throws IOException {
        Path record = Files.createDirectory(folder.resolve(name)).resolve("x.record");
        RecordStore.open(record, Assembly.unread()).close();
        return record;
    }

    private static void keep(Page page, String name) {
        String into = System.getProperty("rapport.screenshots", "");
        if (into.isEmpty()) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(into, name + ".png"))
                .setFullPage(true));
    }

    // ---- the afternoon

    private static final String DROP = """
            files => {
              const dropped = new DataTransfer();
              for (const [name, text] of Object.entries(files))
                dropped.items.add(new File([text], name, {type: "text/plain"}));
              for (const type of ["dragover", "drop"])
                document.body.dispatchEvent(
                    new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: dropped}));
            }""";

    @Test
    void from_dropped_files_to_an_exported_correction() throws Exception {
        try (Served served = Served.of(empty("mouse"))) {
            Page page = page(ColorScheme.LIGHT, 1200);
            page.navigate(served.at("/"));
            page.click("main a:has-text('Add reports')");
            page.waitForURL("**/add"); // or the files would be dropped on the page before
            page.evaluate(DROP, Map.of("boats.txt", TALKS, "answer.txt", THREAT));
            page.click("text=Read them");
            page.waitForURL("**/added?**", new Page.WaitForURLOptions().setTimeout(300_000)); // the model is loaded
            assertThat(page.locator("main").innerText()).contains("Boats seized", "Graustark answers");
            keep(page, "afternoon-added");

            page.click("nav >> text=Relations");
            page.click("main tbody th a");
            assertThat(page.locator(".bar").count()).isPositive();
            keep(page, "afternoon-dyad");

            page.click(".event a.type >> nth=0");
            String event = page.url();
            page.click("text=Give your name");
            page.fill("#r-name", "Flavia");
            page.click("text=Begin");
            page.navigate(event);
            page.click("text=Review this sentence >> nth=0");
            page.selectOption("#r-modality", "denied");
            page.click("button:has-text('Store') >> nth=0");
            page.waitForSelector("text=→ denied");
            String corrected = page.url().replaceFirst("^.*/", "");

            acceptTheRest(page, served);
            assertThat(training(page, served))
                    .anySatisfy(line -> assertThat(line.toString()).contains("denied"));
            page.navigate(served.at("/corrections"));
            assertThat(page.locator("main").innerText()).contains("Flavia", "→ denied");
            keep(page, "afternoon-corrections");
            page.navigate(served.at("/review/" + corrected));
            page.click("button[name=undo] >> nth=0");
            page.waitForSelector("text=takes back");
        }
    }

    /** All that was read in the reports, by single keys: events, statements and mentions from the queue. */
    private static void acceptTheRest(Page page, Served served) {
        page.navigate(served.at("/review"));
        while (page.locator("button[value=accepted]").count() > 0) {
            String url = page.url();
            String shown = page.locator(".passage + .facts").innerText();
            page.locator("h1").click();
            page.keyboard().press("a");
            page.waitForFunction(
                    "([url, shown]) => location.href !== url || !document.querySelector('.passage + .facts')"
                            + " || document.querySelector('.passage + .facts').innerText !== shown",
                    List.of(url, shown));
        }
    }

    private static List<String> hrefs(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    /** Passages of which everything has been judged. */
    private static List<JsonNode> training(Page page, Served served) throws IOException {
        String lines = page.request().get(served.at("/training.jsonl")).text();
        List<JsonNode> passages = new ArrayList<>();
        for (String line : lines.split("\n")) if (!line.isEmpty()) passages.add(new ObjectMapper().readTree(line));
        return passages;
    }

    // ---- the same without a mouse

    /** Goes on by the tabulator until the focus is on a link or button that begins with these words, or on this id behind a #. */
    private static void tabTo(Page page, String words) {
        for (int i = 0; i < TABS; i++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate(
                    "words => { const e = document.activeElement; return words.startsWith('#') ? '#' + e.id === words"
                            + " : e.matches('a, button') && (e.innerText + ' ').startsWith(words + ' '); }",
                    words);
            if (there.equals(true)) return;
        }
        throw new AssertionError("the tabulator does not lead to " + words + " at " + page.url());
    }

    @Test
    void the_same_by_the_keyboard_alone() throws Exception {
        try (Served served = Served.of(empty("keyboard"))) {
            Path file = Files.writeString(folder.resolve("boats.txt"), TALKS);
            Page page = page(ColorScheme.DARK, 1200);
            page.onFileChooser(chooser ->
                    chooser.setFiles(file)); // from the start: listening begins some time after it is asked for
            page.navigate(served.at("/"));
            tabTo(page, "Add reports");
            page.keyboard().press("Enter");
            page.waitForURL("**/add");
            tabTo(page, "#a-files");
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.querySelector('#a-files').files.length === 1");
            tabTo(page, "Read them");
            page.keyboard().press("Enter");
            page.waitForURL("**/added?**", new Page.WaitForURLOptions().setTimeout(300_000));

            tabTo(page, "Relations");
            page.keyboard().press("Enter");
            page.waitForSelector("h1:has-text('Relations')");
            tabTo(page, "Graustark");
            page.keyboard().press("Enter");
            page.waitForURL("**/dyad?**");
            String box = page.locator(".brush").first().getAttribute("id");
            tabTo(page, "#" + box);
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.waitForURL("**first=2024-05-01&last=2024-05-31**");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo(box);
            page.keyboard().press("Escape");
            page.waitForURL(url -> !url.contains("first=2024"));

            tabTo(page, "Review");
            page.keyboard().press("Enter");
            page.waitForURL("**/review");
            tabTo(page, "#r-name");
            page.keyboard().type("Rudolf");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Accept");
            tabTo(page, "events");
            page.keyboard().press("Enter");
            page.waitForURL("**/review?kind=event");
            page.keyboard().press("o"); // the modality
            page.keyboard().type("denied");
            page.keyboard().press("Escape");
            page.keyboard().press("s");
            page.waitForSelector("text=→ denied");
            page.keyboard().press("m");
            page.keyboard().type("Two reports differ.");
            page.keyboard().press("Enter");
            page.waitForSelector("text=comment: “Two reports differ.”");

            acceptTheRest(page, served);
            assertThat(training(page, served)).isNotEmpty();
            page.navigate(served.at("/corrections"));
            tabTo(page, "Undo");
        }
    }

    // ---- the example story

    private static Path story() throws IOException {
        Path record = folder.resolve("story.record");
        if (!Files.exists(record)) {
            Run read = Run.of("read", EXAMPLE, "--record", record);
            assertThat(read.code()).as(read.err()).isZero();
        }
        return record;
    }

    @Test
    void a_stretch_that_is_dragged_over_on_the_curve_lists_its_events_and_stands_in_the_address() throws Exception {
        try (Served served = Served.of(story())) {
            Page page = page(ColorScheme.LIGHT, 1200);
            page.navigate(served.at("/dyad?one=gra&other=rur"));
            String all = page.locator(".count").innerText();
            Locator columns = page.locator("#toward-box .column");
            BoundingBox from = columns.nth(0).boundingBox();
            BoundingBox to = columns.nth(1).boundingBox();
            page.mouse().move(from.x + 5, from.y + 20);
            page.mouse().down();
            page.mouse().move(to.x + 5, to.y + 20);
            assertThat(page.locator("#brush-told").textContent()).isEqualTo("2024-01 to 2024-02");
            page.mouse().up();
            page.waitForURL("**first=2024-01-01&last=2024-02-29**");
            page.waitForSelector("text=Those that the drawings place");
            String some = page.locator(".count").innerText();
            int drawn = ((Number) page.evaluate("() => document.querySelectorAll('.event').length")).intValue();
            assertThat(some).isNotEqualTo(all);
            assertThat(drawn).isPositive();
            assertThat(page.locator(".event").allInnerTexts()).anyMatch(event -> event.startsWith("no day"));
            assertThat(page.locator("#toward-box .column.chosen").count()).isEqualTo(2);
            assertThat(page.locator("#toward-box .column").count()).isGreaterThan(2); // the drawing shows all
            keep(page, "stretch");

            Page colleague = page(ColorScheme.DARK, 400);
            colleague.navigate(page.url());
            assertThat(colleague.locator(".count").innerText()).isEqualTo(some);
            assertThat(colleague.locator("#f-first").inputValue()).isEqualTo("2024-01-01");

            page.goBack();
            page.waitForFunction("all => document.querySelector('.count').innerText === all", all);
            page.focus("#back-box");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Enter");
            page.waitForURL("**first=2024-01-01&last=2024-02-29**");

            Page plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                    .newPage();
            plain.navigate(served.at("/dyad?one=gra&other=rur"));
            plain.fill("#f-first", "2024-01-01");
            plain.fill("#f-last", "2024-02-29");
            plain.click(".filters button");
            assertThat(plain.locator(".count").innerText()).isEqualTo(some);
            plain.click("text=All days");
            assertThat(plain.locator(".count").innerText()).isEqualTo(all);
        }
    }

    @Test
    void every_page_of_the_example_story_is_accessible_in_both_themes_and_fits_two_widths() throws Exception {
        List<String> found = new ArrayList<>();
        try (Served served = Served.of(story())) {
            Page page = page(ColorScheme.LIGHT, 1200);
            page.navigate(served.at("/review"));
            page.fill("#r-name", "Flavia");
            page.click("text=Begin");
            for (String path : somePages(page, served)) {
                page.navigate(served.at(path));
                page.evaluate(axe);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                broken(page, path, "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']", found);
                String name = path.replaceAll("[^a-z0-9]+", "-");
                keep(page, name + "-light-1200");
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                broken(page, path, "{type: 'rule', values: ['color-contrast']}", found);
                page.setViewportSize(400, 900);
                int width = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
                if (width > 400) found.add(path + " is " + width + " wide");
                keep(page, name + "-dark-400");
                page.setViewportSize(1200, 900);
            }
        }
        assertThat(found).isEmpty();
    }

    /** What the first pages lead to: of each kind of page the first two. */
    private static Set<String> somePages(Page page, Served served) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/dyad?one=gra&other=rur&first=2024-01-01"));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            page.navigate(served.at(waiting.pop()));
            for (String link : hrefs(page, "a[href^='/']")) {
                String path = link.replaceFirst("#.*", "");
                if (path.matches("/(text/.*|api/.*|.*\\.(jsonl|tsv))")) continue;
                String kind = path.replaceFirst("(?<=.)[/?].*", "");
                long alike = seen.stream()
                        .filter(one -> one.replaceFirst("(?<=.)[/?].*", "").equals(kind))
                        .count();
                if (alike < 2 && seen.add(path)) waiting.add(path);
            }
        }
        return seen;
    }

    private static void broken(Page page, String where, String rules, List<String> found) {
        Object broken =
                page.evaluate("() => axe.run({runOnly: " + rules + "}).then(r => r.violations.map(v => v.id + ': '"
                        + " + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))");
        ((List<?>) broken).forEach(one -> found.add(where + " " + one));
    }
}
