package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.record.Span;

/** What is coded badly is told with its line, and never measured. */
class GoldTest {

    private static final String GOOD = "{'id': 'a', 'text': 'Ruritania bombed Zenda.',"
            + " 'actors': [{'id': 'rur', 'name': 'Ruritania'}],"
            + " 'mentions': [{'span': 'Ruritania', 'actor': 'rur', 'form': 'name'}],"
            + " 'statements': [{'id': 's', 'content': 'bombed Zenda', 'kind': 'claim'}],"
            + " 'events': [{'trigger': 'bombed', 'eventType': 'ASSAULT', 'modality': 'occurred', 'actors': 'Ruritania',"
            + " 'attribution': 's'}]}";

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("a.jsonl"), String.join("\n", lines).replace('\'', '"'));
    }

    @Test
    void reads_spans_by_their_words() throws IOException {
        Gold.Passage passage = Gold.passages(file(GOOD)).get(0);

        assertThat(passage.mentions().get(0).span()).isEqualTo(new Span(0, 9));
        assertThat(passage.events().get(0).trigger()).isEqualTo(new Span(10, 16));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'id'                           | no JSON                     | {
            {'id'                           | no JSON                     | {} {'id'
            'text'                          | no text                     | 'words'
            'span': 'Ruritania'             | 'Graustark'                 | 'span': 'Graustark'
            'span': 'Ruritania'             | 'Ruritania'                 | 'span': 'Ruritania', 'nth': 2
            'trigger': 'bombed'             | ''                          | 'trigger': ''
            'form': 'name'                  | form 'noun'                 | 'form': 'noun'
            'kind': 'claim'                 | kind 'remark'               | 'kind': 'remark'
            'modality': 'occurred'          | modality ''                 | 'modality': ''
            'eventType': 'ASSAULT'          | eventType 'ATTACK'          | 'eventType': 'ATTACK'
            'content': 'bombed Zenda'       | a statement without content | 'content': []
            'actor': 'rur'                  | actor 'gra'                 | 'actor': 'gra'
            'name': 'Ruritania'             | partOf 'eur'                | 'name': 'Ruritania', 'partOf': 'eur'
            'attribution': 's'              | attribution 't'             | 'attribution': 't'
            'kind'                          | within 't'                  | 'within': 't', 'kind'
            'text'                          | day 'Monday'                | 'day': 'Monday', 'text'
            """)
    void says_in_which_line_something_is_coded_badly(String good, String found, String bad) throws IOException {
        Path file = file(GOOD, "", GOOD.replace(good, bad));

        assertThatThrownBy(() -> Gold.passages(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(file + ":3: found " + found.replace('\'', '"') + ", expected ")
                .hasMessageEndingWith(". Correct the file and run it again.");
    }

    @Test
    void lists_what_a_code_may_be() throws IOException {
        Path file = file(GOOD.replace("'occurred'", "'done'"));

        assertThatThrownBy(() -> Gold.passages(file))
                .hasMessage(file + ":1: found modality \"done\", expected one of occurred, ongoing, planned, promised,"
                        + " demanded, hypothetical, denied. Correct the file and run it again.");
    }

    @Test
    void says_in_which_line_bytes_are_no_text() throws IOException {
        Path file = file(GOOD, GOOD.replace("Zenda", "Z\u00e9nda"));
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Gold.passages(file))
                .hasMessage(
                        file + ":2: found bytes that are no text, expected UTF-8. Correct the file and run it again.");
    }
}
