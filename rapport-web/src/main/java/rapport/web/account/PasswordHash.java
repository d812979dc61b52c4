package rapport.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: its Argon2id hash, with salt and cost, so that the cost of new ones can be raised and old ones
 * still be checked.
 *
 * <p>Source: RFC 9106; written as in the password hashing competition's string format. A password is taken in Unicode's form
 * NFC, so that it does not hang on the keyboard.
 *
 * @param salt in Base64 without padding
 * @param hash in Base64 without padding
 */
public record PasswordHash(Cost cost, String salt, String hash) {

    /** RFC 9106, section 4: 128 bits of salt are enough for all uses, and 256 bits is the tag it recommends. */
    private static final int SALT = 16; // bytes

    private static final int HASH = 32; // bytes

    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /**
     * What a hash costs whoever computes it, and so whoever guesses.
     *
     * @param memory in KiB
     * @param passes over it
     * @param lanes that could be computed at once
     */
    public record Cost(int memory, int passes, int lanes) {

        /**
         * Source: OWASP Password Storage Cheat Sheet, the setting with most memory of those it holds equal. About 0.2 seconds of
         * a processor.
         */
        public static final Cost ADVISED = new Cost(47_104, 1, 1);

        private static final int MOST_MEMORY = 1 << 20; // KiB; beyond it a damaged file would eat all memory

        public Cost {
            if (lanes < 1 || passes < 1 || memory < 8 * lanes || memory > MOST_MEMORY) {
                throw new IllegalArgumentException("need lanes and passes of at least 1 and 8 KiB a lane; got " + memory
                        + " KiB, " + passes + ", " + lanes);
            }
        }
    }

    /** Cost: that of the hash. */
    public static PasswordHash of(String password, Cost cost, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PasswordHash(cost, base64(salt), base64(hashed(password, cost, salt, HASH)));
    }

    /** In the time that the hash costs, whether it is right or wrong. */
    public boolean matches(String password) {
        byte[] expected = Base64.getDecoder().decode(hash);
        byte[] given = hashed(password, cost, Base64.getDecoder().decode(salt), expected.length);
        return MessageDigest.isEqual(expected, given);
    }

    private static byte[] hashed(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    // ---- as written

    /** {@code $argon2id$v=19$m=47104,t=1,p=1$SALT$HASH}. */
    public String written() {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + salt + "$"
                + hash;
    }

    /** Empty if that is no such hash. */
    public static Optional<PasswordHash> find(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) return Optional.empty();
        try {
            Cost cost = new Cost(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            byte[] salt = Base64.getDecoder().decode(parts.group(4));
            byte[] hash = Base64.getDecoder().decode(parts.group(5));
            return Optional.of(new PasswordHash(cost, base64(salt), base64(hash)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Not the hash: this may come into a log. */
    @Override
    public String toString() {
        return "the hash of a password";
    }
}
