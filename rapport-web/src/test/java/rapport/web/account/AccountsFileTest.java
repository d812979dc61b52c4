package rapport.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTest {

    private static final PasswordHash HASH =
            PasswordHash.of("the rose of Strelsau", new PasswordHash.Cost(256, 2, 1), new SecureRandom());

    @TempDir
    Path folder;

    private AccountsFile file;

    @BeforeEach
    void name() {
        file = AccountsFile.beside(folder.resolve("x.record"));
    }

    private List<String> names() {
        return file.read().stream().map(Account::name).toList();
    }

    @Test
    void stands_beside_its_record() {
        assertThat(file.path()).isEqualTo(folder.resolve("x.accounts"));
        assertThat(AccountsFile.beside(Path.of("kept")).path()).isEqualTo(Path.of("kept.accounts"));
    }

    @Test
    void keeps_what_is_added_until_it_is_removed() {
        assertThat(file.read()).isEmpty();
        file.add(new Account("Flavia", HASH));
        file.add(new Account("<script>alert(1)</script>\"'&amp;", HASH));
        file.add(new Account("\u0424\u043b\u0430\u0432\u0438\u044f", HASH));

        assertThat(names())
                .containsExactly("Flavia", "<script>alert(1)</script>\"'&amp;", "\u0424\u043b\u0430\u0432\u0438\u044f");
        file.remove("flavia");
        assertThat(names()).doesNotContain("Flavia").hasSize(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void another_password_is_another_account() {
        file.add(new Account("Flavia", HASH));
        Account before = file.read().get(0);
        file.setPassword(
                "FLAVIA", PasswordHash.of("the castle of Zenda", new PasswordHash.Cost(256, 2, 1), new SecureRandom()));

        assertThat(names()).containsExactly("Flavia");
        assertThat(file.read()).doesNotContain(before);
    }

    @Test
    void goes_with_the_last_account() {
        file.add(new Account("Flavia", HASH));
        file.remove("Flavia");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nobody_is_called_as_somebody_else() {
        file.add(new Account("Flavia", HASH));

        assertThatThrownBy(() -> file.add(new Account("\uff26LAVIA", HASH)))
                .isInstanceOf(AccountsException.class)
                .hasMessage("name: found an account \"Flavia\", expected a name that differs by more than case. Choose"
                        + " another, or \"rapport accounts password\" if it is a new password that you want.");
        assertThatThrownBy(() -> file.remove("Rudolf"))
                .hasMessage(
                        "name: found no account \"Rudolf\", expected one of those that \"rapport accounts list\" prints.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a|b", "a\tb", "a\nb", "a\u202eb", "a\u200bb", "a\ud800b"})
    void some_words_are_no_names(String name) {
        assertThatThrownBy(() -> Account.named(name))
                .isInstanceOf(AccountsException.class)
                .hasMessageStartingWith("name: found ")
                .hasMessageEndingWith(
                        ", expected 1 to 100 characters without bars, line ends and what cannot be seen. Choose another.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen signs", "aaaaaaaaaaaaaaaaaaaa", "rudolf rassendyll"})
    void some_words_are_no_passwords(String password) {
        assertThatThrownBy(() -> Account.requirePassword("Rudolf Rassendyll", password))
                .isInstanceOf(AccountsException.class)
                .hasMessageStartingWith("password: found ");
    }

    // ---- the file

    @Test
    void only_its_owner_may_read_it() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        file.add(new Account("Flavia", HASH));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(file::read)
                .isInstanceOf(AccountsException.class)
                .hasMessage(file.path()
                        + ": found permissions rw-r--r--, expected rw-------: others must not read hashes of"
                        + " passwords. Run chmod 600 on it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rapport-accounts 1\n",
                "rapport-accounts 2\nFlavia\tHASH\n",
                "rapport-accounts 1\nFlavia\n",
                "rapport-accounts 1\nFlavia\tsecret\n",
                "rapport-accounts 1\nFlavia\tHASH\tmore\n",
                "rapport-accounts 1\nFlavia\tHASH\nflavia\tHASH\n",
                "rapport-accounts 1\nFla\u202evia\tHASH\n"
            })
    void a_damaged_file_lets_nobody_in(String text) throws IOException {
        file.add(new Account("Rudolf", HASH));
        Files.writeString(file.path(), text.replace("HASH", HASH.written()));

        assertThatThrownBy(file::read)
                .isInstanceOf(AccountsException.class)
                .hasMessageMatching(
                        "(?s).*x\\.accounts, line [123]: found something else, expected .*\\. Bring back a copy of the"
                                + " file, or delete it and add the accounts again with \"rapport accounts add\"\\.")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> file.add(new Account("Michael", HASH))).isInstanceOf(AccountsException.class);
        assertThat(Files.readString(file.path())).isEqualTo(text.replace("HASH", HASH.written()));
    }

    @Test
    void two_do_not_change_it_at_once() throws IOException {
        file.add(new Account("Flavia", HASH));
        Path part = Files.createFile(folder.resolve("x.accounts.part"));

        assertThatThrownBy(() -> file.add(new Account("Rudolf", HASH)))
                .hasMessage(part + ": found it, expected that nobody else is changing accounts. Wait; or, if nobody is,"
                        + " delete it: a command was cut off.");
        assertThat(part).exists();
        assertThat(names()).containsExactly("Flavia");
    }
}
