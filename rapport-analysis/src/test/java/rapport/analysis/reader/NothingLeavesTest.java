package rapport.analysis.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model's runtime must not report to anybody; some of its releases do, from the moment it is loaded. */
class NothingLeavesTest {

    private static final List<String> REPORTERS = List.of("OneCollector", "events.data.microsoft.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void the_runtime_knows_no_address_to_report_to(String library) throws IOException {
        try (InputStream in = Model.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assertThat(in).isNotNull();
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(REPORTERS).noneMatch(bytes::contains);
        }
    }
}
