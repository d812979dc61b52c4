package rapport.analysis.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From bytes to text. In this order: a byte order mark; the encoding that an HTML page declares; UTF-8, if every byte is
 * right; UTF-8 with U+FFFD for what is broken, if at least as many sequences of several bytes are right as wrong; otherwise
 * windows-1252, in which any byte has a meaning. As browsers do, "iso-8859-1" and "ascii" are read as windows-1252.
 *
 * <p>Known miss: UTF-16 without a byte order mark, which is taken for a binary file; eight-bit encodings other than
 * windows-1252 in plain text, which come out as the wrong letters (mostly the language gate then turns them away).
 */
final class Encoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    /** Where an HTML page must have said it; the standard asks for 1024 bytes, pages take more. */
    private static final int HEAD = 4096;

    private Encoding() {}

    static String decode(byte[] bytes, boolean isHtml) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return lenient(bytes, 3, StandardCharsets.UTF_8);
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) return lenient(bytes, 4, Charset.forName("UTF-32LE"));
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) return lenient(bytes, 4, Charset.forName("UTF-32BE"));
        if (startsWith(bytes, 0xFF, 0xFE)) return utf16(bytes, 1);
        if (startsWith(bytes, 0xFE, 0xFF)) return utf16(bytes, 0);
        Optional<Charset> declared = isHtml ? declared(bytes) : Optional.empty();
        if (declared.isPresent()) return lenient(bytes, 0, declared.get());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return lenient(bytes, 0, isMostlyUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252);
        }
    }

    /** What the page says, unless it says UTF-8 (which is tried anyway), UTF-16 (it cannot be) or something unheard of. */
    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) return Optional.empty();
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("utf")) return Optional.empty();
        if (name.equals("iso-8859-1") || name.equals("latin1") || name.contains("ascii"))
            return Optional.of(WINDOWS_1252);
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < bytes.length; ) {
            int lead = bytes[i] & 0xFF;
            int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : -1;
            int got = 0;
            while (got < more && i + 1 + got < bytes.length && (bytes[i + 1 + got] & 0xC0) == 0x80) got++;
            if (more > 0 && got == more) right++;
            if (more < 0 || got < more && got == 0) wrong++;
            i += 1 + got;
        }
        return right >= wrong && right > 0;
    }

    /**
     * The decoder of the JDK would swallow what stands after a lone surrogate; {@link #normalize} does not.
     *
     * @param high where the higher byte stands in each pair, 0 or 1
     */
    private static String utf16(byte[] bytes, int high) {
        StringBuilder text = new StringBuilder(bytes.length / 2);
        for (int i = 2; i + 1 < bytes.length; i += 2) {
            text.append((char) ((bytes[i + high] & 0xFF) << 8 | bytes[i + 1 - high] & 0xFF));
        }
        return bytes.length % 2 == 0 ? text.toString() : text.append('\ufffd').toString();
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces cannot fail", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /** With {@code \n} alone for every line end, U+FFFD for lone surrogates and without byte order marks at its beginning. */
    static String normalize(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\ufeff') start++;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                clean.append('\n');
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
        return clean.toString();
    }
}
