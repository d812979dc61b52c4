package rapport.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTest {

    @Test
    void are_numbered_from_one_without_gaps() {
        assertThat(Migration.all())
                .extracting(Migration::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Migration.latest()).boxed().toList());
    }

    @Test
    void begin_with_their_number_and_say_why() {
        for (Migration migration : Migration.all()) {
            assertThat(migration.sql()).startsWith("-- " + migration.number() + ". ");
            assertThat(migration.sql()).contains("-- Why: ");
        }
    }

    @Test
    void leave_out_no_file() throws Exception {
        assertThat(files()).hasSize(Migration.latest());
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        URI first = MigrationTest.class.getResource("0001-first-tables.sql").toURI();
        try (var files = Files.list(Path.of(first).getParent())) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
