package rapport.store;

import static rapport.store.Examples.FORMAT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A new record for each test, open, and what a reader is told of it as it stands. */
abstract class RecordFixture {

    @TempDir
    Path folder;

    Path file;
    RecordStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("a?b c%20.record");
        store = RecordStore.open(file, FORMAT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    Counts counts() {
        try (Snapshot record = store.snapshot()) {
            return record.counts();
        }
    }

    <T> Optional<T> find(Function<Snapshot, Optional<T>> question) {
        try (Snapshot record = store.snapshot()) {
            return question.apply(record);
        }
    }

    <T> List<T> all(Function<Snapshot, Stream<T>> question) {
        try (Snapshot record = store.snapshot()) {
            return question.apply(record).toList();
        }
    }
}
