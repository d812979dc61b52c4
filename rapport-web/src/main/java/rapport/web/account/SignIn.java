package rapport.web.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Signs people in and out, and says how often they may ask.
 *
 * <p>Wrong name and wrong password get the same answer after the same work, so that nobody learns who has an account. Whoever
 * guesses is slowed down by name and by address and never shut out for good: else anybody could shut anybody out.
 *
 * <p>Threads: any. The file is read at each question, so whoever is removed, or gets another password, is out at once.
 */
public final class SignIn {

    /** Requests of one address: ten readers behind it, each turning a page a second, and a program that asks for many at once. */
    private static final int REQUESTS = 300;

    private static final Duration REQUEST = Duration.ofMillis(100);

    /** Tries of one name from one address: whoever has forgotten which password it was tries a few. */
    private static final int OWN_TRIES = 5;

    /** Tries from one address: all readers of an office on a Monday, but no list of names and passwords. */
    private static final int TRIES = 20;

    private static final Duration TRY = Duration.ofMinutes(1);

    /**
     * Tries of one name from anywhere: guessing by many machines. NIST SP 800-63B allows 100 failures in a row. A large number, so
     * that a single machine, held by the others, cannot keep the owner out.
     */
    private static final int TRIES_OF_NAME = 50;

    private static final Duration TRY_OF_NAME = Duration.ofMinutes(15);

    /** A hash takes some 50 MB while it is computed; so many at once fit beside a record in memory. */
    private static final int HASHES = 2;

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);

    private static final int LONGEST_KEY = 100; // characters; no account has a longer name

    private final AccountsFile file;
    private final Clock clock;
    private final SecureRandom random;
    private final Sessions sessions;
    private final Semaphore hashing = new Semaphore(HASHES, true);
    private final Limit requests = new Limit(REQUESTS, REQUEST);
    private final Limit ownTries = new Limit(OWN_TRIES, TRY);
    private final Limit tries = new Limit(TRIES, TRY);
    private final Limit triesOfName = new Limit(TRIES_OF_NAME, TRY_OF_NAME);
    private volatile boolean demanded;

    /**
     * @param random for ids of sessions
     * @param always whether it is demanded even if there is no account, so that nobody gets in
     */
    public SignIn(AccountsFile file, Clock clock, SecureRandom random, boolean always) {
        this.file = file;
        this.clock = clock;
        this.random = random;
        this.sessions = new Sessions(random);
        this.demanded = always;
    }

    /** What a try came to. */
    public sealed interface Outcome {

        /** @param id for the browser or program that signed in, and for nobody else */
        record Opened(String id, Session session) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooOften(Duration after) implements Outcome {}
    }

    /**
     * As soon as there are accounts, and from then on until the server is ended: deleting the file opens nothing.
     *
     * @throws AccountsException if the file is damaged
     */
    public boolean isDemanded() {
        if (!demanded && !file.read().isEmpty()) demanded = true;
        return demanded;
    }

    /** @return zero if this address may ask once more; else how long to wait */
    public Duration ask(String address) {
        return requests.take(address, clock.instant());
    }

    /**
     * The open session of this id, which has been used now; empty if there is none, or the account is not what it was.
     *
     * @throws AccountsException if the file is damaged
     */
    public Optional<Session> session(String id) {
        return sessions.find(id, clock.instant()).filter(session -> file.read().contains(session.account()));
    }

    /**
     * Opens a session, if name and password are right.
     *
     * @param address from which it is tried
     * @throws AccountsException if the file is damaged
     */
    public Outcome signIn(String name, String password, String address) throws InterruptedException {
        String key = Account.key(name.length() > LONGEST_KEY ? name.substring(0, LONGEST_KEY) : name);
        String both = address + " " + key;
        Instant now = clock.instant();
        // counted before the work, so that many tries at once are many tries
        Duration wait = tries.take(address, now);
        if (wait.isZero()) wait = ownTries.take(both, now);
        if (wait.isZero()) wait = triesOfName.take(key, now);
        if (!wait.isZero()) return new Outcome.TooOften(wait);
        if (!hashing.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Outcome.TooOften(LONGEST_QUEUE);
        }
        Optional<Account> account;
        try {
            account = account(name, password);
        } finally {
            hashing.release();
        }
        if (account.isEmpty()) return new Outcome.Wrong();
        tries.giveBack(address);
        ownTries.giveBack(both);
        triesOfName.giveBack(key);
        String id = sessions.open(account.get(), now);
        return new Outcome.Opened(id, sessions.find(id, now).orElseThrow());
    }

    private Optional<Account> account(String name, String password) {
        List<Account> accounts = file.read();
        Optional<Account> account = AccountsFile.find(accounts, name);
        if (account.isPresent()) return account.filter(one -> one.password().matches(password));
        // the same work for nobody
        PasswordHash.Cost cost = accounts.isEmpty()
                ? PasswordHash.Cost.ADVISED
                : accounts.get(0).password().cost();
        PasswordHash.of(password, cost, random);
        return Optional.empty();
    }

    public void signOut(String id) {
        sessions.close(id);
    }
}
