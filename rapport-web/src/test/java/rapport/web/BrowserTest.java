package rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.web.account.Account;
import rapport.web.account.AccountsFile;
import rapport.web.account.PasswordHash;

/**
 * Pages in a real browser, with axe-core's rules of accessibility. Needs Debian's package chromium; run it with {@code mvn
 * -Pbrowser verify}. With {@code -Drapport.screenshots=FOLDER} each page is also kept as an image.
 */
class BrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static final Locale before = Locale.getDefault();

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser at /usr/bin/chromium: install Debian's package chromium");
        try (InputStream in =
                BrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Locale.setDefault(
                Locale.ROOT); // Playwright writes "light" by the default locale, which tests have set to Turkish
        Path record = folder.resolve("x.record");
        Hostile.store(record);
        site = new Site(record, Optional.of(uploads -> List.of()));
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
        if (site != null) site.close();
        Locale.setDefault(before);
    }

    private static List<String> paths() throws Exception {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/dyad?one=rur&other=gra",
                "/ledger",
                "/statements",
                "/timeline",
                "/disputes",
                "/actors",
                "/actor/rur",
                "/actor/hentzau",
                "/storylines",
                "/reports",
                "/search?words=zenda",
                "/left-out",
                "/quality",
                "/review",
                "/review?kind=statement",
                "/review?kind=mention",
                "/review?asked=yes",
                "/corrections",
                "/agreement",
                "/add",
                "/api",
                "/nowhere"));
        for (String kind : List.of("/report/", "/event/", "/storyline/")) {
            for (String list : List.of("/reports", "/timeline", "/storylines")) {
                Site.links(site.get(list).body()).stream()
                        .filter(link -> link.startsWith(kind))
                        .findFirst()
                        .filter(link -> !paths.contains(link))
                        .ifPresent(paths::add);
            }
        }
        String report = paths.stream()
                .filter(path -> path.startsWith("/report/"))
                .findFirst()
                .orElseThrow();
        for (String kind : List.of("/review/s", "/review/m")) paths.add(link(report, kind));
        return paths;
    }

    private static String link(String page, String start) throws Exception {
        return Site.links(site.get(page).body()).stream()
                .filter(link -> link.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** Of somebody who reviews. */
    private static Page page(ColorScheme scheme, int width) {
        return page(site, scheme, width);
    }

    private static Page page(Site site, ColorScheme scheme, int width) {
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))
                .newPage();
        page.navigate(site.at("/review").toString());
        page.fill("#r-name", "Flavia");
        page.click("text=Begin");
        return page;
    }

    @Test
    void single_keys_judge_a_record_and_can_be_turned_off() {
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at("/review").toString());
        String first = page.url() + page.locator("main").innerText();
        page.uncheck("#r-keys");
        page.locator("body").press("a");
        assertThat(page.url() + page.locator("main").innerText()).isEqualTo(first);

        page.check("#r-keys");
        page.locator("h1").click();
        for (String key : List.of("c r-type", "o r-modality", "d r-when", "p r-place", "m r-comment")) {
            page.keyboard().press(key.substring(0, 1));
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo(key.substring(2));
            page.keyboard().press("Escape");
        }
        for (String key : List.of("w actors", "t recipients")) {
            page.keyboard().press(key.substring(0, 1));
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo(key.substring(2));
        }
        page.keyboard().press("k"); // also where a check mark has the focus
        assertThat(page.locator("details[open] .codebook").first().isVisible()).isTrue();
        page.keyboard().press("a");
        page.waitForURL(url -> url.contains("after="));

        page.navigate(site.at("/corrections").toString());
        assertThat(page.locator("main").innerText()).contains("Flavia").contains("accepted");
    }

    @Test
    void single_keys_work_on_statements_and_mentions_too() throws Exception {
        String report = Site.links(site.get("/reports").body()).stream()
                .filter(link -> link.startsWith("/report/"))
                .findFirst()
                .orElseThrow();
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at(link(report, "/review/m")).toString());
        String first = page.url();
        page.keyboard().press("c");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("r-actor");
        page.locator("h1").click();
        page.keyboard().press("u");
        page.waitForURL(url -> !url.equals(first)); // the next mention

        page.navigate(site.at(link(report, "/review/s")).toString());
        page.selectOption("#r-quotation", "mixed");
        page.locator("h1").click();
        page.keyboard().press("s");
        page.waitForSelector("text=quotation: indirect → mixed");
        page.locator("button[name=undo]").click();
        page.waitForSelector("text=takes back");
    }

    @Test
    void a_colleague_is_asked_by_the_keyboard_and_finds_it_first() {
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at("/review?kind=mention").toString());
        String words = page.locator(".passage mark").first().innerText();
        page.locator("body").press("i");
        page.focus("#r-asked-1");
        page.keyboard().type("Rudolf");
        page.keyboard().press("Enter");
        page.waitForSelector(".asked:has-text('Flavia asks Rudolf for an opinion')");

        page.fill("#r-name", "Rudolf");
        page.click("text=Change");
        page.navigate(site.at("/review").toString());
        page.waitForSelector(".asked:has-text('Flavia asks you for an opinion')");
        assertThat(page.locator("h1").innerText()).isEqualTo("Review of a mention");
        assertThat(page.locator(".passage mark").first().innerText()).isEqualTo(words);
        page.locator("body").press("u");
        page.waitForURL("**after=**");
        assertThat(page.locator(".asked").count()).isZero();
    }

    @Test
    void neighbours_ties_and_columns_of_time_are_links_by_pointer_and_keyboard() {
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at("/actor/rur").toString());
        page.click(".ties a circle.node");
        page.waitForURL("**/actor/gra");
        page.focus(".ties a:has(line.conflict)");
        page.keyboard().press("Enter");
        page.waitForURL("**/dyad?class=conflict&one=gra&other=**");

        page.navigate(site.at("/timeline?modality=occurred").toString());
        page.focus(".times a");
        page.keyboard().press("Enter");
        page.waitForURL("**/timeline?from=2024-05-03&modality=occurred&until=2024-05-03");
        page.goBack();
        page.click(".times a");
        page.waitForURL("**/timeline?from=2024-05-03&modality=occurred&until=2024-05-03");
        assertThat(page.inputValue("#f-from")).isEqualTo("2024-05-03");
    }

    @Test
    void somebody_is_taken_for_another_by_the_keyboard_alone_and_that_is_undone() throws Exception {
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at("/actor/hentzau#really").toString());
        page.focus("#a-really");
        page.keyboard().type("Black Michael");
        page.keyboard().press("Tab");
        page.keyboard().type("new: person");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector("h1:has-text('Black Michael')");
        assertThat(page.locator("main").innerText()).contains("Reviewers take for it");

        page.locator("button[name=undo]").first().press("Enter");
        page.waitForURL("**/actors");
        page.navigate(site.at("/actor/hentzau").toString());
        assertThat(page.locator("main").innerText()).doesNotContain("Reviewers take for it");
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_needs_nothing_from_elsewhere() throws Exception {
        List<String> found = new ArrayList<>();
        Page page = page(ColorScheme.LIGHT, 1200);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404"))
                found.add("console: " + message.text());
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(site.server.address())) found.add("loads " + request.url());
        });
        for (String path : paths()) {
            page.navigate(site.at(path).toString());
            page.evaluate(axe);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            found.addAll(broken(
                    page, "light " + path, "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"));
            keep(page, ColorScheme.LIGHT, 1200, path);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            found.addAll(broken(page, "dark " + path, "{type: 'rule', values: ['color-contrast']}"));
            keep(page, ColorScheme.DARK, 1200, path);
        }
        assertThat(found).isEmpty();
    }

    /** What axe finds, by these of its rules. */
    private static List<String> broken(Page page, String where, String rules) {
        Object broken =
                page.evaluate("() => axe.run({runOnly: " + rules + "}).then(r => r.violations.map(v => v.id + ': '"
                        + " + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))");
        return ((List<?>) broken).stream().map(one -> where + " " + one).toList();
    }

    /** The elements that reach beyond a window of 400 pixels and stand in no box that scrolls. */
    private static final String BEYOND = """
            () => [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > 401)
                .filter(e => {
                  for (let a = e.parentElement; a; a = a.parentElement)
                    if (getComputedStyle(a).overflowX !== 'visible') return false;
                  return true;
                })
                .slice(0, 6)
                .map(e => e.outerHTML.slice(0, 200))
                .join(' | ')""";

    /** 640 pixels are what a window of 1280 has at a zoom of 200 %. */
    @Test
    void a_narrow_window_and_a_zoom_of_200_per_cent_scroll_one_way_only() throws Exception {
        List<String> wide = new ArrayList<>();
        for (int window : new int[] {400, 640}) {
            Page page = page(ColorScheme.LIGHT, window);
            for (String path : paths()) {
                page.navigate(site.at(path).toString());
                int width = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
                if (width > window) wide.add(path + " is " + width + " wide: " + page.evaluate(BEYOND));
                keep(page, ColorScheme.LIGHT, window, path);
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void what_is_printed_in_the_dark_is_black_on_white_and_has_no_forms() throws Exception {
        Page page = page(ColorScheme.DARK, 1200);
        List<String> found = new ArrayList<>();
        for (String path : paths()) {
            page.navigate(site.at(path).toString());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate(axe);
            found.addAll(broken(page, "print " + path, "{type: 'rule', values: ['color-contrast']}"));
            if (page.locator("nav:visible, button:visible, select:visible").count() > 0)
                found.add(path + " prints what one cannot press");
            keep(page, ColorScheme.DARK, 1199, "print" + path);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_name_from_right_to_left_stays_in_its_place() throws Exception {
        Path record = Files.createDirectory(folder.resolve("right")).resolve("x.record");
        Hostile.store(record);
        try (Site other = new Site(record, Optional.empty())) {
            Page page = page(other, ColorScheme.LIGHT, 1200);
            for (String id : List.of("rur", "gra")) {
                page.navigate(other.at("/actor/" + id).toString());
                page.fill(
                        "#a-really",
                        id.equals("rur")
                                ? "\u0631\u0648\u0631\u064a\u062a\u0627\u0646\u064a\u0627"
                                : "\u05d2\u05e8\u05d0\u05d5\u05e1\u05d8\u05e8\u05e7");
                page.selectOption("#a-really-kind", "person");
                page.click("text=Merge the two");
                page.waitForSelector("text=Reviewers take for it");
                assertThat(page.evaluate("() => getComputedStyle(document.querySelector('h1')).direction"))
                        .isEqualTo("rtl");
            }
            page.navigate(other.at("/timeline?modality=occurred").toString());
            Object order = page.evaluate("() => [...document.querySelector('.event .parties').children]"
                    + ".filter(e => !e.matches('.unseen')).map(e => e.getBoundingClientRect().left)");
            List<Double> lefts = ((List<?>) order)
                    .stream().map(left -> ((Number) left).doubleValue()).toList();
            assertThat(lefts).hasSize(3).isSorted(); // who, the arrow, to whom
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.event .parties bdi')).direction"))
                    .isEqualTo("rtl");
            keep(page, ColorScheme.LIGHT, 1200, "right-to-left");
        }
    }

    // ---- adding

    private static final String DROP = """
            names => {
              const dropped = new DataTransfer();
              names.forEach(name => dropped.items.add(new File(["Zenda burns."], name, {type: "text/plain"})));
              const main = document.querySelector("main");
              for (const type of ["dragover", "drop"])
                main.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: dropped}));
            }""";

    @Test
    void files_that_are_dropped_are_read_one_by_one_before_ones_eyes() throws Exception {
        Semaphore next = new Semaphore(0);
        Path record = Files.createDirectory(folder.resolve("dropped")).resolve("x.record");
        Hostile.store(record);
        List<String> found = new ArrayList<>();
        try (Site slow = new Site(record, Optional.of(uploads -> {
            next.acquire();
            return uploads.stream().map(Intake.Upload::name).toList();
        }))) {
            Page page = page(slow, ColorScheme.LIGHT, 400);
            page.navigate(slow.at("/add").toString());
            page.evaluate(DROP, List.of("second.txt", "talks.txt"));
            assertThat(page.locator("#a-chosen").textContent()).isEqualTo("second.txt, talks.txt");
            page.keyboard().press("Enter"); // the button has the focus
            page.waitForURL("**/adding/**");
            page.waitForSelector("text=0 of 2 files are read.");
            look(page, ColorScheme.LIGHT, "adding", found);
            next.release();
            page.waitForSelector("text=1 of 2 files are read.");
            assertThat(page.locator("#answer li").allTextContents()).containsExactly("second.txt");
            next.release();
            page.waitForURL("**/added?**");
            assertThat(page.locator("main").innerText()).contains("2 event mentions", "coercion", "Not in the record");
            look(page, ColorScheme.LIGHT, "added", found);

            Page plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                    .newPage();
            plain.navigate(slow.at("/add").toString());
            plain.fill("#a-text", "Zenda burns.");
            plain.click("text=Read them");
            plain.waitForURL("**/adding/**");
            next.release();
            plain.waitForURL("**/added?**");
        }
        assertThat(found).isEmpty();
    }

    @Test
    void what_fails_while_it_is_read_is_told() throws Exception {
        Path record = Files.createDirectory(folder.resolve("fails")).resolve("x.record");
        Hostile.store(record);
        Semaphore next = new Semaphore(0);
        try (Site failing = new Site(record, Optional.of(uploads -> {
            next.acquire();
            throw new IllegalStateException("no model");
        }))) {
            Page page = page(failing, ColorScheme.LIGHT, 1200);
            page.navigate(failing.at("/add").toString());
            page.fill("#a-text", "Zenda burns.");
            page.click("text=Read them");
            page.waitForURL("**/adding/**");
            next.release();
            page.waitForSelector("text=found a fault of the program");
            assertThat(failing.faults).singleElement().asString().contains("/adding/{id}: IllegalStateException");
        }
    }

    @Test
    void a_choice_shows_at_once_and_stands_in_the_address() throws Exception {
        Page page = page(ColorScheme.LIGHT, 1200);
        page.navigate(site.at("/ledger").toString());
        page.selectOption("#f-state", "broken");
        page.waitForURL("**state=broken**");
        page.waitForSelector("text=No lines.");
        assertThat(page.locator("#f-state").inputValue()).isEqualTo("broken");
        page.goBack();
        page.waitForURL("**/ledger");
        assertThat(page.locator("main h1").textContent()).isEqualTo("Ledger");
    }

    @Test
    void works_without_scripts() throws Exception {
        Page page = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(site.at("/ledger").toString());
        page.selectOption("#f-state", "broken");
        page.locator(".filters button").click();
        assertThat(page.locator("main").textContent()).contains("No lines.");
    }

    @Test
    void people_sign_in_and_out_at_a_door_that_all_can_use() throws Exception {
        Path record = Files.createDirectory(folder.resolve("door")).resolve("x.record");
        Hostile.store(record);
        AccountsFile.beside(record)
                .add(new Account(
                        "Flavia, Princess of Ruritania and of a name that does not end",
                        PasswordHash.of("the rose of Strelsau", new PasswordHash.Cost(256, 2, 1), new SecureRandom())));
        List<String> found = new ArrayList<>();
        try (Site guarded = new Site(record, Optional.of(uploads -> List.of()))) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = browser.newContext(new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(400, 900))
                        .newPage();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error") && !message.text().contains("401"))
                        found.add("console: " + message.text());
                });
                page.navigate(guarded.at("/ledger?state=broken").toString());
                look(page, scheme, "door", found);
                page.fill("#s-name", "Flavia");
                page.fill("#s-password", "the rose of Zenda");
                page.click("main button");
                page.waitForSelector("[role=alert]");
                look(page, scheme, "door-wrong", found);
                page.fill("#s-name", "flavia, princess of ruritania and of a name that does not end");
                page.fill("#s-password", "the rose of Strelsau");
                page.keyboard().press("Enter");
                page.waitForURL("**/ledger?state=broken");
                look(page, scheme, "inside", found);
                page.selectOption("#f-state", "demanded");
                page.waitForURL("**state=demanded**");
                page.navigate(guarded.at("/review").toString());
                look(page, scheme, "inside-review", found);
                page.click("button[value=accepted]");
                page.waitForURL("**after=**");
                page.click("text=Sign out");
                page.waitForURL("**/sign-in");
                page.goBack();
                page.waitForURL("**/sign-in**");
            }
        }
        assertThat(found).isEmpty();
    }

    /** Rules of accessibility, and whether it fits. */
    private static void look(Page page, ColorScheme scheme, String name, List<String> found) {
        page.evaluate(axe);
        found.addAll(broken(
                page, scheme + " " + name, "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"));
        Object width = page.evaluate("() => document.documentElement.scrollWidth");
        if (((Number) width).intValue() > 400) found.add(name + " is " + width + " wide");
        keep(page, scheme, 400, name);
    }

    private static void keep(Page page, ColorScheme scheme, int width, String path) {
        String into = System.getProperty("rapport.screenshots", "");
        if (into.isEmpty()) return;
        String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(into, name + ".png"))
                .setFullPage(true));
    }
}
