package rapport.web.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The accounts of a record, in a file beside it that only its owner may read: {@code x.accounts} beside {@code x.record}. A line
 * an account, name and hash with a tab between. No file, no accounts; with the last account the file goes.
 *
 * <p>Threads: any, and other programs: a change is whole or not at all, and of two at once the second is refused.
 *
 * <p>Known miss: where a disk has no owner's permissions, as on Windows, those of the folder count.
 */
public final class AccountsFile {

    private static final String HEAD = "rapport-accounts 1";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    private AccountsFile(Path path) {
        this.path = path;
    }

    /** There need not be one. */
    public static AccountsFile beside(Path record) {
        String name = String.valueOf(record.getFileName()).replaceFirst("\\.record$", "");
        return new AccountsFile(record.resolveSibling(name + ".accounts"));
    }

    public Path path() {
        return path;
    }

    // ---- reading

    /**
     * As it is at this moment, in the order in which they were added; empty if there is no file. Cost: that of reading a few lines.
     *
     * @throws AccountsException if others may read the file, or it is not as it was written
     */
    public List<Account> read() {
        try {
            String text = Files.readString(path);
            requirePrivate();
            return accounts(text);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new AccountsException(
                    path + ": found \"" + e.getClass().getSimpleName()
                            + "\", expected a file of accounts that can be read. Check its permission and its disk.",
                    e);
        }
    }

    private List<Account> accounts(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) throw damaged(1, "\"" + HEAD + "\"");
        List<Account> accounts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Account account =
                    account(lines.get(i)).orElseThrow(() -> damaged(line, "a name, a tab and the hash of a password"));
            if (!keys.add(Account.key(account.name()))) throw damaged(line, "each name once");
            accounts.add(account);
        }
        // whoever cuts the file off must not open the door
        if (accounts.isEmpty()) throw damaged(2, "at least one account");
        return accounts;
    }

    private static Optional<Account> account(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 2) return Optional.empty();
        try {
            String name = Account.named(parts[0]);
            if (!name.equals(parts[0])) return Optional.empty();
            return PasswordHash.find(parts[1]).map(hash -> new Account(name, hash));
        } catch (AccountsException e) {
            return Optional.empty();
        }
    }

    /** Without the line's words: they may be a hash. */
    private AccountsException damaged(int line, String expected) {
        return new AccountsException(
                path + ", line " + line + ": found something else, expected " + expected
                        + ". Bring back a copy of the file, or delete it and add the accounts again with \"rapport accounts add\".");
    }

    private void requirePrivate() throws IOException {
        if (!hasPermissions()) return;
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (OWNER.containsAll(permissions)) return;
        throw new AccountsException(path + ": found permissions " + PosixFilePermissions.toString(permissions)
                + ", expected " + PosixFilePermissions.toString(OWNER)
                + ": others must not read hashes of passwords. Run"
                + " chmod 600 on it.");
    }

    private boolean hasPermissions() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** That of this name, or of one that people would take for it. */
    static Optional<Account> find(List<Account> accounts, String name) {
        String key = Account.key(name);
        return accounts.stream()
                .filter(account -> Account.key(account.name()).equals(key))
                .findFirst();
    }

    // ---- changing

    /** @throws AccountsException if there is one of this name */
    public void add(Account account) {
        change(accounts -> {
            find(accounts, account.name()).ifPresent(there -> {
                throw new AccountsException("name: found an account \"" + there.name()
                        + "\", expected a name that differs by more than case. Choose another, or \"rapport accounts"
                        + " password\" if it is a new password that you want.");
            });
            List<Account> more = new ArrayList<>(accounts);
            more.add(account);
            return more;
        });
    }

    /** @throws AccountsException if there is none of this name */
    public void remove(String name) {
        Account removed = require(name);
        change(accounts -> accounts.stream()
                .filter(account -> !account.name().equals(removed.name()))
                .toList());
    }

    /** @throws AccountsException if there is none of this name */
    public void setPassword(String name, PasswordHash password) {
        Account changed = require(name);
        change(accounts -> accounts.stream()
                .map(account -> account.name().equals(changed.name()) ? new Account(account.name(), password) : account)
                .toList());
    }

    /** @throws AccountsException if there is none of this name */
    public Account require(String name) {
        return find(read(), name)
                .orElseThrow(() -> new AccountsException("name: found no account \"" + name
                        + "\", expected one of those that \"rapport accounts list\" prints."));
    }

    /** The new file is written beside the old one, which keeps others from changing it too. */
    private void change(UnaryOperator<List<Account>> change) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly());
        } catch (FileAlreadyExistsException e) {
            throw new AccountsException(
                    part + ": found it, expected that nobody else is changing accounts. Wait; or, if nobody is, delete"
                            + " it: a command was cut off.",
                    e);
        } catch (IOException e) {
            throw notWritten(e);
        }
        try {
            List<Account> accounts;
            try (channel) {
                accounts = change.apply(read());
                ByteBuffer bytes = ByteBuffer.wrap(text(accounts).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            if (accounts.isEmpty()) Files.deleteIfExists(path);
            else Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            removePart(part);
        }
    }

    private static String text(List<Account> accounts) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (Account account : accounts) {
            text.append(account.name())
                    .append('\t')
                    .append(account.password().written())
                    .append('\n');
        }
        return text.toString();
    }

    private AccountsException notWritten(IOException e) {
        return new AccountsException(
                path + ": found \"" + e.getClass().getSimpleName()
                        + "\" while writing, expected a folder that can be written. Check path, permission and free space;"
                        + " nothing has been changed.",
                e);
    }

    private static void removePart(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new AccountsException(
                    part + ": found that it cannot be removed, expected that it can. Delete it yourself.", e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        if (!hasPermissions()) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)};
    }
}
