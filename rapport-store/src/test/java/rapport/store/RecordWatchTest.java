package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWatchTest {

    @TempDir
    Path folder;

    @Test
    void tells_of_a_change_and_of_nothing_else() {
        Path file = folder.resolve("x.record");
        try (RecordStore store = RecordStore.open(file, Examples.FORMAT);
                RecordWatch watch = RecordWatch.of(file)) {
            String empty = watch.state();
            assertThat(watch.state()).isEqualTo(empty);
            store.put(Examples.protest());
            String stored = watch.state();
            assertThat(stored).isNotEqualTo(empty);
            assertThat(watch.state()).isEqualTo(stored);
        }
    }

    @Test
    void tells_of_another_file_under_the_same_name() throws Exception {
        Path file = folder.resolve("x.record");
        Path other = folder.resolve("other.record");
        RecordStore.open(file, Examples.FORMAT).close();
        RecordStore.open(other, Examples.FORMAT).close();
        try (RecordWatch watch = RecordWatch.of(file)) {
            String before = watch.state();
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(watch.state()).isNotEqualTo(before);
        }
    }

    @Test
    void needs_a_record() {
        assertThatThrownBy(() -> RecordWatch.of(folder.resolve("none.record")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found no such file");
    }
}
