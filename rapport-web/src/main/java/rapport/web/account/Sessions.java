package rapport.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions that are open; a restart of the server ends them all. Threads: any. */
final class Sessions {

    /** Source of both: NIST SP 800-63B-4 has at most 1 hour and 24 hours for its second level; a working day is enough. */
    static final Duration IDLE = Duration.ofHours(1);

    static final Duration LONGEST = Duration.ofHours(12);

    private static final int RANDOM = 32; // bytes; nobody guesses 256 bits

    /** A session, and when somebody last used it. */
    private record Open(Session session, Instant used) {

        boolean isOver(Instant now) {
            return !now.isBefore(used.plus(IDLE)) || !now.isBefore(session.until());
        }
    }

    private final SecureRandom random;

    /** By a digest of the id, so that looking one up takes no time that tells how much of a guess was right. */
    private final Map<String, Open> all = new HashMap<>();

    Sessions(SecureRandom random) {
        this.random = random;
    }

    /** @return the id, always a new one */
    synchronized String open(Account account, Instant now) {
        all.values().removeIf(open -> open.isOver(now));
        String id = secret();
        all.put(digest(id), new Open(new Session(account, secret(), now.plus(LONGEST)), now));
        return id;
    }

    /** Empty if it is over; else it has been used now. */
    synchronized Optional<Session> find(String id, Instant now) {
        Open open = all.get(digest(id));
        if (open == null || open.isOver(now)) return Optional.empty();
        all.put(digest(id), new Open(open.session, now));
        return Optional.of(open.session);
    }

    synchronized void close(String id) {
        all.remove(digest(id));
    }

    private String secret() {
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String id) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
