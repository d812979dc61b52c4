package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.record.Span;

/** The program cuts words as the training code did: otherwise the model would read something else than it has learned. */
class PiecesAgreeTest {

    private static final Model MODEL = Model.shipped();

    /** Text, ids, cases and first pieces, as training/pieces.py wrote them. */
    static Stream<List<String>> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(PiecesAgreeTest.class.getResourceAsStream("pieces.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(line -> List.of(line.split("\t"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cuts_as_the_training_code_does(List<String> row) {
        String text = row.get(0);

        WordPieces.Pieces read = MODEL.pieces().read(text, List.of(new Span(0, text.length())), Map.of());

        assertThat(joined(read.ids())).isEqualTo(row.get(1));
        assertThat(joined(read.cases())).isEqualTo(row.get(2));
        assertThat(joined(read.first())).isEqualTo(row.get(3));
    }

    private static String joined(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(","));
    }
}
