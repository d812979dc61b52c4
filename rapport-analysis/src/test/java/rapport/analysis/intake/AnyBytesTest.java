package rapport.analysis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.record.Span;

/** Whatever the bytes: a document with furniture inside its text, or a discard; never an exception. */
class AnyBytesTest {

    private static final List<String> PARTS = List.of(
            "<html>",
            "<article>",
            "<p>",
            "</p>",
            "<time datetime='",
            "<script type='application/ld+json'>",
            "{\"@type\":\"NewsArticle\",",
            "\"author\":",
            "[",
            "]",
            "}",
            "\\u",
            "</script>",
            "<h1>",
            "<meta name='date' content='",
            "'>",
            "By Jane Roe",
            "by ",
            "\n",
            "\n",
            "\r",
            "4 May 2025",
            "2025-13-45",
            "Updated: ",
            "STRELSAU (Agency) - ",
            "Strelsau: ",
            "(",
            ")",
            " - ",
            " | ",
            ", ",
            "and ",
            "The" + " envoys of Ruritania met the envoys of Graustark and said that it was over.",
            "JANE ROE",
            "# ",
            "\ud83d\ude00",
            "\ud800",
            "\u00a0",
            "السفير",
            "©",
            "* * *",
            " ",
            "Strelsau Courier",
            "Our Correspondent",
            "x".repeat(300));

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.html", "a"})
    void gives_a_document_or_a_discard(String name) throws IOException {
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = next(random);
            var result = new Intake().read(Files.write(folder.resolve(name), bytes), name);

            if (result instanceof Intake.Page page) {
                int end = 0;
                for (Span span : page.furniture()) {
                    assertThat(span.start())
                            .as("repeat with -Drapport.seed=%d", seed)
                            .isGreaterThanOrEqualTo(end);
                    end = span.end();
                }
                assertThat(end)
                        .as("repeat with -Drapport.seed=%d", seed)
                        .isLessThanOrEqualTo(page.document().text().length());
            } else {
                assertThat(((Intake.Refused) result).discard().reason()).isNotBlank();
            }
        }
    }

    private static byte[] next(Random random) {
        if (random.nextInt(5) == 0) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) text.append(PARTS.get(random.nextInt(PARTS.size())));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }
}
