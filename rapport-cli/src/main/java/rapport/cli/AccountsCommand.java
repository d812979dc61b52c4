package rapport.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.web.account.Account;
import rapport.web.account.AccountsFile;
import rapport.web.account.PasswordHash;

/** {@code rapport accounts}: who may sign in. */
@Command(
        name = "accounts",
        description = {
            "Say who may sign in where \"rapport serve\" shows the record. As soon as there is an account, everybody must sign in.",
            "Accounts are kept in a file beside the record, x.accounts beside x.record, which only its owner can read; of a password"
                    + " no more than a hash. Exports do not have them."
        },
        synopsisSubcommandLabel = "COMMAND")
final class AccountsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    /** Where a password comes from. Never from an argument: those of a running program can be seen by others. */
    static final class PasswordOption {

        @Option(
                names = "--password-stdin",
                description = "Take the first line of standard input as the password. Without it you are asked.")
        private boolean isInput;

        String read(String name) throws IOException {
            String password = isInput ? line() : typed();
            Account.requirePassword(name, password);
            return password;
        }

        private static String line() throws IOException {
            // not closed: standard input is not ours
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new Refused("standard input: found nothing, expected a password and a line end. Pipe one in.");
            }
            return line;
        }

        private static String typed() {
            Console console = System.console();
            if (console == null) {
                throw new Refused("found no terminal to ask for the password on, expected one. Use --password-stdin.");
            }
            char[] once = console.readPassword("Password: ");
            char[] twice = console.readPassword("Again: ");
            if (once == null || twice == null || !Arrays.equals(once, twice)) {
                throw new Refused(
                        "password: found two that differ, expected the same twice. Run the same command again.");
            }
            return new String(once);
        }
    }

    @Command(name = "add", description = "Add an account.")
    int add(
            @Parameters(paramLabel = "NAME", description = "As it is to stand beside what its owner says of records.")
                    String name,
            @Mixin PasswordOption password,
            @Mixin RecordOption record)
            throws IOException {
        AccountsFile file = AccountsFile.beside(record.file());
        String named = Account.named(name);
        file.read(); // before anybody types a password for nothing
        file.add(new Account(named, hash(password.read(named))));
        told(file, named, "added");
        return 0;
    }

    @Command(name = "list", description = "Print the names of all accounts, one a line.")
    int list(@Mixin RecordOption record) {
        for (Account account : AccountsFile.beside(record.file()).read()) {
            spec.commandLine().getOut().println(account.name());
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Remove an account: its owner is signed out at once. What he has said of records stays.")
    int remove(
            @Parameters(paramLabel = "NAME", description = "As \"accounts list\" prints it.") String name,
            @Mixin RecordOption record) {
        AccountsFile file = AccountsFile.beside(record.file());
        file.remove(name);
        told(file, name, "removed");
        return 0;
    }

    @Command(
            name = "password",
            description = "Set another password: whoever is signed in by the old one is signed out.")
    int password(
            @Parameters(paramLabel = "NAME", description = "As \"accounts list\" prints it.") String name,
            @Mixin PasswordOption password,
            @Mixin RecordOption record)
            throws IOException {
        AccountsFile file = AccountsFile.beside(record.file());
        String known = file.require(name).name();
        file.setPassword(known, hash(password.read(known)));
        told(file, known, "has another password");
        return 0;
    }

    private static PasswordHash hash(String password) {
        return PasswordHash.of(password, PasswordHash.Cost.ADVISED, new SecureRandom());
    }

    private void told(AccountsFile file, String name, String what) {
        spec.commandLine().getOut().println(file.path() + ": " + name + " " + what);
    }
}
