package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = Encoder.shipped();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static double likeness(byte[] one, byte[] other) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            squares += one[i] * one[i];
            otherSquares += other[i] * other[i];
        }
        return product / Math.sqrt(squares * otherSquares);
    }

    @Test
    void what_means_the_same_is_alike_though_no_word_is() {
        byte[] question = encoder.question("Who says sorry for a death at sea?");

        assertThat(likeness(question, encoder.statement("Rupert apologised for the drowning of a fisherman")))
                .isGreaterThan(likeness(question, encoder.statement("Rupert praised the harvest in Zenda")))
                .isGreaterThan(likeness(question, encoder.statement("Graustark demanded that talks be held")));
    }

    @Test
    void the_same_words_have_the_same_vector_alone_and_beside_others() {
        List<String> all = List.of("Ruritania denied it", "Graustark will not attend", "Ruritania denied it");
        List<byte[]> beside = all.parallelStream().map(encoder::statement).toList();

        assertThat(beside.get(0)).isEqualTo(beside.get(2)).isEqualTo(encoder.statement("Ruritania denied it"));
        assertThat(beside.get(0)).hasSize(384).isNotEqualTo(beside.get(1));
    }

    /** A known miss: the end of a very long statement does not count. */
    @Test
    void of_very_long_words_the_first_count() {
        String start = "Ruritania denied it. ".repeat(200);

        assertThat(encoder.statement(start + "Zenda")).isEqualTo(encoder.statement(start + "Strelsau"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the of and",
                "<script>alert(1)</script>",
                "\u0000\ud800",
                "Руритания отрицает это",
                "鲁里坦尼亚否认",
                "İı",
                "🕊"
            })
    void any_words_have_a_vector(String words) {
        assertThat(encoder.statement(words)).hasSize(384);
        assertThat(encoder.question(words.repeat(1000))).hasSize(384);
    }
}
