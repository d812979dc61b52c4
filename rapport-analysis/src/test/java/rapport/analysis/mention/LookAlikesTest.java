package rapport.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.actor.ActorDictionary;
import rapport.analysis.Layer;
import rapport.ontology.MentionForm;
import rapport.record.Mention;
import rapport.record.Span;

/** Names that look alike, each with a sentence that tells which is meant: none may be linked to the other. */
class LookAlikesTest {

    private static final ActorDictionary DICTIONARY = ActorDictionary.shipped();

    /** Known misses, kept in sight: nothing in or beside these words tells a region, a club or a town from an actor. */
    private static final Set<String> MISSED = Set.of("Micronesia", "Al-Shabab", "Fano");

    record Row(String sentence, String mention, int nth, String day, String expected) {}

    @ParameterizedTest
    @MethodSource("rows")
    void keeps_look_alikes_apart(Row row) {
        assertThat(row.expected().equals("-") || DICTIONARY.find(row.expected()).isPresent())
                .as("%s is in the dictionary", row.expected())
                .isTrue();
        Span span = Texts.nth(row.sentence(), row.mention(), row.nth());
        var annotated = Texts.resolved(
                DICTIONARY,
                row.sentence(),
                row.day().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.day())),
                List.of(new Found(span, MentionForm.NAME, 0)));

        List<String> linked = annotated.get(Layer.MENTIONS).stream()
                .map(Mention::actor)
                .flatMap(Optional::stream)
                .filter(id -> DICTIONARY.find(id).isPresent())
                .toList();

        boolean isMissed = row.expected().equals("-") && MISSED.contains(row.mention());
        assertThat(linked.equals(row.expected().equals("-") ? List.of() : List.of(row.expected())))
                .as("%s", linked)
                .isEqualTo(!isMissed);
    }

    static Stream<Row> rows() throws IOException {
        InputStream in = Objects.requireNonNull(LookAlikesTest.class.getResourceAsStream("look-alikes.tsv"));
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("sentence\t"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]));
    }
}
