package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.ontology.Basis;
import rapport.record.Document;
import rapport.record.Span;

/** HTML pages: what they say about themselves, and what of them is the article. */
class PageTest {

    private static final String FIRST =
            "The envoys of Ruritania and Graustark met in the lake town of Zenda on Monday.";
    private static final String SECOND = "Both sides said that they want to close the border posts before the winter.";
    private static final String THIRD =
            "“We have not signed anything,” the envoy of Graustark told the Strelsau Courier.";

    @TempDir
    Path folder = Path.of("");

    @Test
    void keeps_the_article_and_drops_what_stands_around_it() throws IOException {
        Document document = read("""
                <html lang="en"><head><title>Lake talks open | Strelsau Courier</title></head><body>
                <header><a href="/">Strelsau Courier</a><nav><a href="/world">World</a></nav></header>
                <div class="cookie-banner"><p>We use cookies so that the pages of this paper can be shown to you at all.</p></div>
                <main><article>
                  <header><h1>Lake talks open</h1><p class="standfirst">Envoys meet after a year of silence</p>
                  <div class="byline">By Jane Roe</div></header>
                  <figure><img src="a.jpg"><figcaption>The envoys leave the hall in Zenda. Photo: John Doe/Agency</figcaption></figure>
                  <p>%s</p>
                  <div class="share-tools"><p>Share this report with all the people whom you know and like.</p></div>
                  <p>%s</p>
                  <h2>The salt tax</h2>
                  <p>%s</p>
                  <h3>More stories</h3><ul><li><a href="/b">The lake war that nobody wanted to see again</a></li></ul>
                  <div class="newsletter"><p>Sign up and we will send you our letter every morning before breakfast.</p></div>
                  <p><a href="/c">Read more about the lake war that nobody wanted.</a></p>
                </article>
                <aside><p>Most of our readers also read this long report about the salt tax of last year.</p></aside></main>
                <section class="comments"><p>I do not agree with a single word of what this paper says about the lake.</p></section>
                <footer><p>© Strelsau Courier. All rights reserved by the Strelsau Courier and its friends.</p></footer>
                </body></html>
                """.formatted(FIRST, SECOND, THIRD));

        assertThat(document.text())
                .isEqualTo(String.join(
                        "\n",
                        "Lake talks open",
                        "Envoys meet after a year of silence",
                        "The envoys leave the hall in Zenda.",
                        FIRST,
                        SECOND,
                        "The salt tax",
                        THIRD));
        assertThat(document.title()).contains("Lake talks open");
        assertThat(document.byline()).contains("Jane Roe");
    }

    @Test
    void finds_the_body_by_its_density_where_nothing_is_marked() throws IOException {
        Document document = read(("<html><head><title>Lake talks open</title></head><body>"
                        + "<div><a href='/'>Home</a> <a href='/w'>World</a> <a href='/s'>Salt</a></div>"
                        + "<table><tr><td><div><div>%s<br><br>%s<br><br>%s</div></div></td>"
                        + "<td><div>Subscribe</div><div><a href='/b'>A report on the salt tax of last year is here.</a></div></td></tr></table>"
                        + "<div>Contact Imprint</div></body></html>")
                .formatted(FIRST, SECOND, THIRD));

        assertThat(document.text()).isEqualTo(String.join("\n", "Lake talks open", FIRST, SECOND, THIRD));
    }

    @Test
    void keeps_a_body_that_is_cut_into_several_boxes() throws IOException {
        Document document = read(
                ("<title>Lake talks open</title><div id='x'><div class='lead'><p>%s</p></div><div class='ad'><p>Buy salt, buy"
                                + " more salt, buy all the salt that you can carry.</p></div><div class='text'><p>%s</p><p>%s</p></div></div>")
                        .formatted(FIRST, SECOND, THIRD));

        assertThat(document.text()).isEqualTo(String.join("\n", "Lake talks open", FIRST, SECOND, THIRD));
    }

    @Test
    void reads_json_ld_in_a_graph() throws IOException {
        Document document = read(article("""
                <link rel="canonical" href="https://courier.example/lake">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                  {"@type":"Organization","@id":"#paper","name":"The Strelsau Courier"},
                  {"@type":["NewsArticle"],"headline":"Lake talks open","datePublished":"2025-05-04T23:30:00-05:00",
                   "dateModified":"2025-05-06","author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"John Doe"}],
                   "publisher":{"@id":"#paper"},"inLanguage":"en"}]}</script>
                """));

        assertThat(document.title()).contains("Lake talks open");
        assertThat(document.byline()).contains("Jane Roe, John Doe");
        assertThat(document.outlet()).contains("The Strelsau Courier");
        assertThat(document.url()).contains("https://courier.example/lake");
        assertThat(document.published().day()).contains(LocalDate.of(2025, 5, 4));
        assertThat(document.published().basis()).isEqualTo(Basis.STATED);
    }

    @Test
    void reads_a_list_of_json_ld_and_lets_broken_ones_pass() throws IOException {
        Document document = read(article("""
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
                <script type="application/ld+json">[{"@type":"WebSite","name":"x"},
                  {"@type":"ReportageNewsArticle","datePublished":"2025-05-04","author":"Jane Roe","publisher":{"name":"Courier"},"n":1.5,"b":null}]
                </script>
                """));

        assertThat(document.byline()).contains("Jane Roe");
        assertThat(document.outlet()).contains("Courier");
        assertThat(document.published().day()).contains(LocalDate.of(2025, 5, 4));
    }

    @Test
    void reads_meta_tags() throws IOException {
        Document document = read(article("""
                <meta property="og:title" content="Lake talks open"><meta property="og:site_name" content="Strelsau Courier">
                <meta property="og:url" content="https://courier.example/lake"><meta name="author" content="By Jane Roe">
                <meta property="article:published_time" content="2025-05-04T00:10:00+12:45">
                <meta property="article:modified_time" content="2025-05-07T00:10:00Z">
                """));

        assertThat(document.title()).contains("Lake talks open");
        assertThat(document.outlet()).contains("Strelsau Courier");
        assertThat(document.url()).contains("https://courier.example/lake");
        assertThat(document.byline()).contains("Jane Roe");
        assertThat(document.published().day()).contains(LocalDate.of(2025, 5, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time datetime='2025-05-04T22:00:00-04:00'>yesterday</time>",
                "<time class='updated' datetime='2025-05-07'>7 May</time><time class='published' datetime='2025-05-04'>4 May</time>",
                "<time>4 May 2025</time>",
                "<span itemprop='datePublished' content='2025-05-04'>on Sunday</span>",
                "<p>Published: 4 May 2025</p>",
                "<p>Published: 4 May 2025 | Updated: 7 May 2025</p>"
            })
    void reads_the_day_that_stands_on_the_page(String day) throws IOException {
        Document document = read("<title>Lake talks open</title><article><h1>Lake talks open</h1>" + day + "<p>" + FIRST
                + "</p><p>" + SECOND + "</p></article>");

        assertThat(document.published().day()).contains(LocalDate.of(2025, 5, 4));
        assertThat(document.published().basis()).isEqualTo(Basis.STATED);
    }

    @Test
    void infers_the_day_from_an_update_if_there_is_no_other() throws IOException {
        Document document = read(article("<meta property='article:modified_time' content='2025-05-07'>"));

        assertThat(document.published().day()).contains(LocalDate.of(2025, 5, 7));
        assertThat(document.published().because()).containsExactly("the day of the update");
    }

    @Test
    void leaves_the_day_unknown_if_the_page_has_none() throws IOException {
        Document document = read(article("<meta name='date' content='soon'>"));

        assertThat(document.published().isUnknown()).isTrue();
    }

    @Test
    void knows_the_dateline_and_furniture_of_the_body() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.html"),
                "<title>Lake talks open</title><h1>Lake talks open</h1><p>STRELSAU, May 4 (Graustark Press) — " + FIRST
                        + "</p><p>" + SECOND + "</p><meta name='date' content='2025-05-05'>");
        var page = (Intake.Page) new Intake().read(file, "a.html");

        assertThat(page.document().outlet()).contains("Graustark Press");
        assertThat(page.document().dateline().flatMap(d -> d.day())).contains(LocalDate.of(2025, 5, 4));
        List<String> furniture = page.furniture().stream()
                .map((Span s) -> s.in(page.document().text()))
                .toList();
        assertThat(furniture).containsExactly("STRELSAU, May 4 (Graustark Press) — ");
    }

    @Test
    void keeps_no_break_spaces_hyphens_and_quotation_marks() throws IOException {
        Document document = read(article("").replace("Monday", "Monday,&nbsp;in the Al&#8209;Zenda “hall” of الزندا"));

        assertThat(document.text()).contains("Monday,\u00a0in the Al\u2011Zenda “hall” of الزندا");
    }

    @Test
    void takes_the_article_from_json_ld_if_the_page_does_not_show_it() throws IOException {
        Document document = read("<title>Lake talks open</title><div>Loading</div><script type='application/ld+json'>"
                + "{\"@type\":\"NewsArticle\",\"headline\":\"Lake talks open\",\"articleBody\":\"" + FIRST + "\\n\\n"
                + SECOND
                + "\"}</script>");

        assertThat(document.text()).isEqualTo("Lake talks open\n" + FIRST + "\n" + SECOND);
    }

    @Test
    void refuses_a_front_page() throws IOException {
        String teaser = "<article><h2><a href='/a'>Lake talks</a></h2><p>%s</p></article>";
        String page = "<title>Strelsau Courier</title>" + teaser.formatted(FIRST) + teaser.formatted(SECOND)
                + teaser.formatted(THIRD);

        assertThat(refused(page)).startsWith("no article: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Not found.</p>",
                "<p></p>",
                "<script>var text = 'The envoys met in the lake town of Zenda.'</script>"
            })
    void refuses_a_page_that_says_nothing(String body) throws IOException {
        assertThat(refused("<html><title>404</title><body>" + body)).startsWith("no article: ");
    }

    @Test
    void refuses_a_page_in_another_language() throws IOException {
        assertThat(refused(
                        "<title>Gespräche</title><p>Die Gesandten haben sich am Montag in der Stadt am See getroffen und über die Posten"
                                + " an der Grenze gesprochen, die beide noch vor dem Winter schließen wollen.</p>"))
                .isEqualTo("language: looks like German");
    }

    @Test
    void survives_deep_and_broken_markup() throws IOException {
        String deep = "<div>".repeat(20_000) + "<p>" + FIRST + "</p><p>" + SECOND;

        assertThat(read("<title>Lake talks open</title>" + deep).text()).contains(FIRST);
        assertThat(read("<title>Lake talks open</title><p>" + FIRST + "<p>" + SECOND + "</div></td><b><i></b>")
                        .text())
                .isEqualTo("Lake talks open\n" + FIRST + "\n" + SECOND);
    }

    @Test
    void reads_a_page_of_many_paragraphs_whole() throws IOException {
        StringBuilder page = new StringBuilder("<title>Lake talks open</title><article>");
        for (int i = 0; i < 1_000; i++)
            page.append("<div><p>In the year ")
                    .append(i)
                    .append(' ')
                    .append(FIRST)
                    .append("</p></div>");

        assertThat(read(page.toString()).text()).hasLineCount(1_001);
    }

    private static String article(String head) {
        return "<html><head>" + head + "</head><body><h1>Lake talks open</h1><p>" + FIRST + "</p><p>" + SECOND
                + "</p></body></html>";
    }

    private Document read(String page) throws IOException {
        return ((Intake.Page) result(page)).document();
    }

    private String refused(String page) throws IOException {
        return ((Intake.Refused) result(page)).discard().reason();
    }

    private Intake.Result result(String page) throws IOException {
        return new Intake().read(Files.writeString(folder.resolve("a.html"), page), "a.html");
    }
}
