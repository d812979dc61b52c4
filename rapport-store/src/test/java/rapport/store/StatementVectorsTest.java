package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementVectorsTest {

    @TempDir
    Path folder;

    private Path file;
    private RecordStore store;
    private RecordWatch watch;

    /** Counts letters: words of the same letters are alike. */
    private record Letters(String name) implements StatementVectors.Encoder {

        @Override
        public byte[] statement(String words) {
            byte[] vector = new byte[26];
            words.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> vector[c - 'a'] += 4);
            return vector;
        }

        @Override
        public byte[] question(String words) {
            return statement(words);
        }
    }

    @BeforeEach
    void open() {
        file = folder.resolve("x.record");
        store = RecordStore.open(file, Examples.FORMAT);
        watch = RecordWatch.of(file);
    }

    @AfterEach
    void close() {
        watch.close();
        store.close();
    }

    private StatementVectors vectors(String encoder) {
        return new StatementVectors(watch, store::snapshot, new Letters(encoder));
    }

    private void fill(String encoder) {
        vectors(encoder).fill(vectors(encoder).missing(), () -> {});
    }

    private long rows() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM vectors")) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void finds_the_statement_that_is_meant_first() {
        store.put(Examples.protest());
        fill("letters");

        assertThat(vectors("letters").search("Rassendyll told: we will not wait", 10))
                .extracting(StatementHit::statement)
                .containsExactly(
                        Examples.protest().statements().get(1).id(),
                        Examples.protest().statements().get(0).id());
        assertThat(vectors("letters").search("wait", 1)).hasSize(1);
    }

    @Test
    void finds_nothing_that_has_no_vector_yet() {
        store.put(Examples.protest());
        assertThat(vectors("letters").search("boats", 10)).isEmpty();
        assertThat(vectors("letters").missing())
                .containsExactly(Examples.protest().document().id());

        fill("letters");

        assertThat(vectors("letters").missing()).isEmpty();
        assertThat(vectors("letters").search("boats", 10)).hasSize(2);
    }

    @Test
    void a_document_without_statements_is_not_missing() {
        store.put(Examples.talks());
        assertThat(vectors("letters").missing()).isEmpty();
    }

    @Test
    void another_encoder_makes_them_anew_and_never_reads_the_others() {
        store.put(Examples.protest());
        fill("letters");

        assertThat(vectors("letters 2").search("boats", 10)).isEmpty();
        fill("letters 2");

        assertThat(vectors("letters 2").search("boats", 10)).hasSize(2);
        assertThat(vectors("letters").search("boats", 10)).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void vectors_go_with_their_document() {
        store.put(Examples.protest());
        fill("letters");
        store.remove("post/protest.txt");

        assertThat(rows()).isZero();
        assertThat(vectors("letters").search("boats", 10)).isEmpty();
    }

    @Test
    void a_document_that_is_read_anew_has_no_vectors_until_they_are_made_anew() {
        store.put(Examples.protest());
        fill("letters");
        store.put(Examples.protest("post/protest.txt", Examples.PROTEST_TEXT + " Again."));

        assertThat(rows()).isZero();
        assertThat(vectors("letters").missing()).hasSize(1);
    }

    @Test
    void what_has_been_replaced_meanwhile_is_passed_over() {
        store.put(Examples.protest());
        String document = Examples.protest().document().id();
        watch.keep("letters", List.of(new Vectors(document, List.of("s0", "s1"), List.of(new byte[26], new byte[26]))));
        watch.keep("letters", List.of(new Vectors("d0", List.of(), List.of())));

        assertThat(rows()).isZero();
    }

    @Test
    void making_them_is_no_change_of_the_record() {
        store.put(Examples.protest());
        String before = watch.state();
        fill("letters");

        assertThat(rows()).isEqualTo(1);
        assertThat(watch.state()).isEqualTo(before);
    }

    @Test
    void the_same_in_another_order_is_found_in_the_same_order() {
        List<String> paths = List.of("a", "b", "c", "d");
        paths.forEach(path -> store.put(Examples.protest(path, Examples.PROTEST_TEXT)));
        fill("letters");
        Path other = folder.resolve("other.record");
        try (RecordStore reversed = RecordStore.open(other, Examples.FORMAT);
                RecordWatch watching = RecordWatch.of(other)) {
            List<String> order = new ArrayList<>(paths);
            Collections.reverse(order);
            order.forEach(path -> reversed.put(Examples.protest(path, Examples.PROTEST_TEXT)));
            StatementVectors vectors = new StatementVectors(watching, reversed::snapshot, new Letters("letters"));
            vectors.fill(vectors.missing(), () -> {});

            assertThat(vectors.search("boats near", 5))
                    .hasSize(5)
                    .isEqualTo(vectors("letters").search("boats near", 5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\0", "?!…", "🕊"})
    void a_question_without_a_word_finds_nothing(String question) {
        store.put(Examples.protest());
        fill("letters");

        assertThat(vectors("letters").search(question, 10)).isEmpty();
    }

    /** Of vectors as they scatter by chance, those with the likest signs hold the likest: by far more than are looked at. */
    @Test
    void signs_lose_none_of_the_likest() {
        Random random = new Random(14);
        List<byte[]> vectors = new ArrayList<>();
        byte[] sought = random(random);
        for (int i = 0; i < 5000; i++) {
            byte[] vector = random(random);
            double share = i % 100 == 0 ? 0.5 : 0; // a hundredth is near what is sought
            for (int j = 0; j < vector.length; j++) vector[j] = (byte) (share * sought[j] + (1 - share) * vector[j]);
            vectors.add(vector);
        }
        Candidates candidates = new Candidates(Vectors.signs(sought), 100);
        for (int i = 0; i < vectors.size(); i++) candidates.add(i, Vectors.signs(vectors.get(i)));

        assertThat(candidates.nearest()).hasSizeBetween(100, 150);
        assertThat(candidates.nearest())
                .extracting(Candidates.Candidate::document)
                .contains(0L, 100L, 1000L, 2500L, 4900L);
    }

    private static byte[] random(Random random) {
        byte[] vector = new byte[384];
        for (int i = 0; i < vector.length; i++) vector[i] = (byte) (random.nextGaussian() * 30);
        return vector;
    }
}
