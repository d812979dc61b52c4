package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help texts as people see them: {@code help.txt} holds them all, to be read as a whole. */
class HelpTest {

    static List<String> commands() {
        return List.of(
                "",
                "read",
                "show",
                "show timeline",
                "show statements",
                "show document",
                "show documents",
                "show actors",
                "show actor",
                "show search",
                "show events",
                "show ledger",
                "show dyad",
                "show disputes",
                "show storylines",
                "show corrections",
                "correct",
                "settings",
                "show storyline",
                "serve",
                "accounts",
                "accounts add",
                "accounts list",
                "accounts remove",
                "accounts password",
                "report",
                "export",
                "import",
                "remove",
                "evaluate",
                "evaluate plv",
                "evaluate polnear",
                "evaluate gold",
                "evaluate exchange",
                "evaluate identity",
                "evaluate agreement",
                "bench",
                "bench together",
                "bench pages",
                "actors",
                "actors check");
    }

    @Test
    void is_what_we_want_people_to_read() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String command : commands()) {
            all.append("$ rapport ").append(command).append(command.isEmpty() ? "--help\n" : " --help\n");
            all.append(help(command).out()).append('\n');
        }

        try (InputStream in = HelpTest.class.getResourceAsStream("help.txt")) {
            assertThat(all.toString()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void ends_with_zero_and_says_nothing_else(String command) {
        Run help = help(command);

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
    }

    @Test
    void prints_the_versions_that_every_export_names() {
        assertThat(Run.of("--version").out())
                .matches("rapport 0\\.1\\.0\nformat 1\ncodebook plover-2\\.0 actors-[0-9a-f]{8}\nmodel .+\n");
    }

    private static Run help(String command) {
        return Run.of(Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                .filter(word -> !word.isEmpty())
                .toArray());
    }
}
