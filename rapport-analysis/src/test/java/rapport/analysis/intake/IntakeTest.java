package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.analysis.Layer;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Time;

class IntakeTest {

    private final Intake intake = new Intake();

    @TempDir
    Path folder = Path.of("");

    @Test
    void keeps_the_text_as_given_and_names_it_by_path_and_text() throws IOException {
        String text =
                "Lake talks open\n\nThe envoy of “Ruritania”\u00a0– José Al\u2011Zenda (الزندا) – met \ud83d\ude00 nobody.\n";

        Document document = document(text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.id()).isEqualTo(Ids.of('d', "a.txt", text));
        assertThat(document.textSha256()).isEqualTo(Ids.sha256(text));
        assertThat(document.path()).isEqualTo("a.txt");
        assertThat(document.language()).isEqualTo("en");
        assertThat(document.url()).isEmpty();
        assertThat(document.published()).isEqualTo(Time.UNKNOWN);
    }

    @Test
    void writes_every_line_end_in_one_way() throws IOException {
        assertThat(document("The army left.\r\nIt was late.\rThe end.").text())
                .isEqualTo("The army left.\nIt was late.\nThe end.");
    }

    @Test
    void hands_on_furniture_as_a_layer() throws IOException {
        Path file = write("a.txt", "Lake talks open\nBy Jane Roe\nThe talks opened in Zenda on Monday.");
        var page = (Intake.Page) intake.read(file, "a.txt");

        assertThat(page.annotated().get(Layer.FURNITURE).stream()
                        .map(s -> s.in(page.document().text())))
                .containsExactly("By Jane Roe");
    }

    @Test
    void reads_utf_8_with_and_without_a_mark() throws IOException {
        assertThat(textOf("\ufeffThe envoy Žofie left the city.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("The envoy Žofie left the city.");
        assertThat(textOf("The envoy Žofie left the city.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("The envoy Žofie left the city.");
    }

    @Test
    void reads_utf_16_with_a_mark() throws IOException {
        assertThat(textOf("\ufeffThe envoy Žofie left.".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("The envoy Žofie left.");
        assertThat(textOf("\ufeffThe envoy Žofie left.".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("The envoy Žofie left.");
    }

    @Test
    void takes_what_is_no_utf_8_for_windows_1252() throws IOException {
        String text = "The envoy of “Strelsau” – a café owner – left.";

        assertThat(textOf(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
    }

    @Test
    void marks_the_broken_bytes_of_a_text_that_is_mostly_utf_8() throws IOException {
        byte[] bytes = "The “café” of Zürich # and the “lake” are near.".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == '#') bytes[i] = (byte) 0xFF;

        assertThat(textOf(bytes)).isEqualTo("The “café” of Zürich \ufffd and the “lake” are near.");
    }

    @Test
    void marks_lone_surrogates() throws IOException {
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE, 'T', 0, 'h', 0, 'e', 0, 0, (byte) 0xD8, ' ', 0, 'e', 0, 'n', 0, 'd', 0
        };

        assertThat(textOf(utf16)).isEqualTo("The\ufffd end");
    }

    @Test
    void follows_what_a_page_says_of_its_encoding() throws IOException {
        String page = page("<meta charset=\"iso-8859-1\"><title>Café talks</title>", "<p>" + PROSE + " “Café.”</p>");

        assertThat(pageOf(page.getBytes(Charset.forName("windows-1252"))).text())
                .contains("“Café.”");
        String russian = page(
                "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "<p>" + PROSE + " Зенда.</p>");
        assertThat(pageOf(russian.getBytes(Charset.forName("koi8-r"))).text()).contains("Зенда.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\ufeff", "\u00a0\u200b\n"})
    void discards_the_empty(String text) throws IOException {
        assertThat(reasonFor(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("empty");
    }

    @Test
    void discards_the_binary() throws IOException {
        assertThat(reasonFor(new byte[] {'P', 'K', 3, 4, 0, 0, 'a'})).startsWith("binary: ");
        assertThat(reasonFor("The \u0001\u0002\u0003 end of it".getBytes(StandardCharsets.UTF_8)))
                .startsWith("binary: ");
    }

    @Test
    void discards_what_is_too_large_without_reading_it() throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000); // sparse: takes no room on the disk
        }

        assertThat(reason(intake.read(large, "large.txt"))).isEqualTo("too large: 200.0 MB, at most 0.5 MB are read");
    }

    @Test
    void reads_larger_pages_than_texts() throws IOException {
        String page =
                page("<title>Lake talks</title><script>" + "x".repeat(6_000_000) + "</script>", "<p>" + PROSE + "</p>");

        assertThat(pageOf(page.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("Lake talks\n" + PROSE);
    }

    @Test
    void discards_what_is_not_there_or_no_file() {
        assertThat(reason(intake.read(folder.resolve("none.txt"), "none.txt")))
                .isEqualTo("unreadable: there is no such file");
        assertThat(reason(intake.read(folder, "x"))).isEqualTo("unreadable: it is a folder");
    }

    @Test
    void discards_say_where_they_come_from() throws IOException {
        Path file = write("a.txt", "");
        var discard = ((Intake.Refused) intake.read(file, "sub/a.txt")).discard();

        assertThat(discard.path()).contains("sub/a.txt");
        assertThat(discard.stage()).isEqualTo("intake");
        assertThat(discard.document()).isEmpty();
    }

    @Test
    void discards_a_text_in_another_language() throws IOException {
        assertThat(reasonFor("Der Botschafter hat mit dem Minister nicht über die Grenze gesprochen."
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("language: looks like German");
    }

    @Test
    void discards_a_page_without_an_article() throws IOException {
        Path file = write(
                "a.html",
                "<html><body><nav><a href='/'>Home</a></nav><ul><li><a href='/a'>Lake talks open in Zenda</a></ul></body></html>");

        assertThat(reason(intake.read(file, "a.html")))
                .isEqualTo("no article: the page has no running text of its own");
    }

    @Test
    void knows_a_page_by_its_first_words() throws IOException {
        Path file = write("saved", " <!DOCTYPE HTML><title>Lake talks</title><p>" + PROSE + "</p>");

        assertThat(((Intake.Page) intake.read(file, "saved")).document().title())
                .contains("Lake talks");
    }

    @Test
    void takes_80_000_words_without_a_stop_but_not_100_000() throws IOException {
        assertThat(document("the border ".repeat(40_000)).text()).hasSize(440_000);
        assertThat(reasonFor("the border ".repeat(50_000).getBytes(StandardCharsets.UTF_8)))
                .startsWith("too large");
    }

    @Test
    void gives_the_same_document_twice() throws IOException {
        Path file = write("a.txt", "Lake talks open\n4 May 2025\nThe talks opened.");

        assertThat(intake.read(file, "a.txt")).isEqualTo(intake.read(file, "a.txt"));
    }

    static final String PROSE =
            "The envoys of Ruritania and Graustark met in the lake town of Zenda on Monday and spoke about the border"
                    + " posts that both sides want to close before the winter.";

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Document document(String text) throws IOException {
        return ((Intake.Page) intake.read(write("a.txt", text), "a.txt")).document();
    }

    private String textOf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), bytes);
        return ((Intake.Page) intake.read(file, "a.txt")).document().text();
    }

    private Document pageOf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.html"), bytes);
        return ((Intake.Page) intake.read(file, "a.html")).document();
    }

    private String reasonFor(byte[] bytes) throws IOException {
        return reason(intake.read(Files.write(folder.resolve("a.txt"), bytes), "a.txt"));
    }

    private static String reason(Intake.Result result) {
        return ((Intake.Refused) result).discard().reason();
    }
}
