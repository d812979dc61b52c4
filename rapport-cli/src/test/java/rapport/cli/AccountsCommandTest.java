package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.store.RecordStore;
import rapport.web.account.AccountsFile;

class AccountsCommandTest {

    @TempDir
    Path folder;

    private final InputStream before = System.in;
    private Path record;

    @BeforeEach
    void name() {
        record = folder.resolve("x.record");
    }

    @AfterEach
    void giveBack() {
        System.setIn(before);
    }

    private Run accounts(String input, Object... arguments) {
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        return Run.of(
                Stream.concat(Stream.concat(Stream.of("accounts"), Stream.of(arguments)), Stream.of("--record", record))
                        .toArray());
    }

    @Test
    void are_added_listed_changed_and_removed() throws Exception {
        Path file = folder.resolve("x.accounts");
        assertThat(accounts("the rose of Strelsau\nmore\n", "add", "Flavia", "--password-stdin"))
                .isEqualTo(new Run(0, file + ": Flavia added\n", ""));
        assertThat(accounts("the castle of Zenda\n", "add", "Rudolf R.", "--password-stdin")
                        .code())
                .isZero();
        assertThat(accounts("", "list")).isEqualTo(new Run(0, "Flavia\nRudolf R.\n", ""));
        assertThat(AccountsFile.beside(record).require("Flavia").password().matches("the rose of Strelsau"))
                .isTrue();
        assertThat(Files.readString(file))
                .contains("$argon2id$v=19$m=47104,t=1,p=1$")
                .doesNotContain("rose", "castle");

        assertThat(accounts("the road to Hentzau\n", "password", "flavia", "--password-stdin"))
                .isEqualTo(new Run(0, file + ": Flavia has another password\n", ""));
        assertThat(AccountsFile.beside(record).require("Flavia").password().matches("the road to Hentzau"))
                .isTrue();
        assertThat(accounts("", "remove", "Flavia").code()).isZero();
        assertThat(accounts("", "list").out()).isEqualTo("Rudolf R.\n");
    }

    @Test
    void go_with_no_export() {
        RecordStore.open(record, Assembly.unread()).close();
        accounts("the rose of Strelsau\n", "add", "Flavia", "--password-stdin");

        Path out = folder.resolve("out.jsonl");
        assertThat(Run.of("export", "--format", "jsonl", "--out", out, "--record", record)
                        .code())
                .isZero();
        assertThat(out).content().doesNotContain("Flavia", "argon2");
    }

    @Test
    void say_what_is_wrong() {
        accounts("the rose of Strelsau\n", "add", "Flavia", "--password-stdin");

        assertThat(accounts("short\n", "add", "Rudolf", "--password-stdin").err())
                .isEqualTo(
                        "password: found 5 characters, expected 15 to 1000. Several words with spaces between them do"
                                + " well.\n");
        assertThat(accounts("", "add", "Rudolf", "--password-stdin").err())
                .isEqualTo("standard input: found nothing, expected a password and a line end. Pipe one in.\n");
        assertThat(accounts("", "add", "Rudolf").err())
                .isEqualTo("found no terminal to ask for the password on, expected one. Use --password-stdin.\n");
        assertThat(accounts("the castle of Zenda\n", "add", "FLAVIA", "--password-stdin")
                        .err())
                .startsWith("name: found an account \"Flavia\", expected a name that differs by more than case.");
        assertThat(accounts("", "remove", "Michael").err())
                .isEqualTo(
                        "name: found no account \"Michael\", expected one of those that \"rapport accounts list\" prints.\n");
        assertThat(accounts("", "list").out()).isEqualTo("Flavia\n");
    }

    @Test
    void take_no_password_as_an_argument() {
        assertThat(accounts("", "add", "Flavia", "--password", "the rose of Strelsau")
                        .code())
                .isEqualTo(2);
    }
}
