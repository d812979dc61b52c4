package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.record.Span;

/** A passage's scores are the same to the bit alone, after others, in another order and beside other threads. */
class AloneAsInCompanyTest {

    private static final List<String> PASSAGES = List.of(
            "Ruritania urged Graustark on Monday to withdraw its troops from the valley.",
            "“We will not attend,” the envoy said.",
            "No.",
            "Officials in Strelsau claimed that the general had ordered the shelling of Edelweiss, which the army denied; "
                    + "at least 40 people were reportedly killed, and aid convoys were turned back at three crossings.",
            "The two sides agreed to meet again in Slavna in June, the mediator announced after talks.");

    private static Model model;

    @BeforeAll
    static void load() {
        model = Model.shipped();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void reads_the_same_in_any_order_and_on_any_number_of_threads() throws Exception {
        List<String> alone = PASSAGES.stream().map(AloneAsInCompanyTest::read).toList();
        Random random = new Random(17);
        for (int threads = 1; threads <= 4; threads++) {
            List<Integer> order = new ArrayList<>();
            for (int copy = 0; copy < 3; copy++) for (int i = 0; i < PASSAGES.size(); i++) order.add(i);
            Collections.shuffle(order, random);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<String>> readings = new ArrayList<>();
                for (int i : order) readings.add(pool.submit(() -> read(PASSAGES.get(i))));
                for (int at = 0; at < order.size(); at++) {
                    assertThat(readings.get(at).get())
                            .as("passage %d with %d threads", order.get(at), threads)
                            .isEqualTo(alone.get(order.get(at)));
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /** Every bit of every score, as text. */
    private static String read(String text) {
        Reading reading = model.read(text, List.of(new Span(0, text.length())), List.of());
        StringBuilder bits = new StringBuilder();
        for (WordLayer layer : WordLayer.values()) bits.append(Arrays.deepToString(reading.scores(layer)));
        for (LinkLayer layer : LinkLayer.values()) {
            for (int word = 0; word < reading.words().size(); word++) {
                bits.append(reading.link(layer, new Reading.Words(0, 1), new Reading.Words(word, word + 1)))
                        .append(' ');
            }
        }
        return bits.toString();
    }
}
