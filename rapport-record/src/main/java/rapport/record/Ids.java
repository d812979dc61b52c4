package rapport.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Ids that come from content: the same parts give the same id, on every machine. */
public final class Ids {

    private static final int DIGITS = 16; // 64 bits: a chance clash among a million ids is below 1 in 30 million

    private Ids() {}

    /** A letter for the kind of record, then hexadecimal digits: "e4f0...". */
    public static String of(char kind, Object... parts) {
        String joined = String.join(
                "\u0000", List.of(parts).stream().map(Object::toString).toList());
        return kind + sha256(joined).substring(0, DIGITS);
    }

    /** Of the text's UTF-8 bytes, 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
