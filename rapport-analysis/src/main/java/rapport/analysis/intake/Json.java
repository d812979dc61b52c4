package rapport.analysis.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON that pages carry about themselves: objects as maps in order, arrays as lists, and strings; numbers, {@code
 * true}, {@code false} and {@code null} become the empty string, since nothing here needs them. Line ends within strings,
 * which pages often have, are let pass.
 */
final class Json {

    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Empty if it is no JSON. */
    static Optional<Object> parse(String text) {
        Json json = new Json(text);
        try {
            Object value = json.value(0);
            json.skipSpace();
            return json.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("deeper than " + DEEPEST);
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> plain();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        while (!isNext('}')) {
            String key = string();
            expect(':');
            fields.put(key, value(depth + 1));
            if (!isNext('}')) expect(',');
        }
        at++;
        return fields;
    }

    private List<Object> array(int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        while (!isNext(']')) {
            values.add(value(depth + 1));
            if (!isNext(']')) expect(',');
        }
        at++;
        return values;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private String plain() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) at++;
        if (at == start) throw new IllegalArgumentException("no value at " + at);
        return "";
    }

    private boolean isNext(char c) {
        skipSpace();
        return text.charAt(at) == c;
    }

    private void expect(char c) {
        if (!isNext(c)) throw new IllegalArgumentException("no '" + c + "' at " + at);
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff')) at++;
    }
}
