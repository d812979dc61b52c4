package rapport.store.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import rapport.ontology.Basis;
import rapport.ontology.Code;
import rapport.record.Anchor;
import rapport.record.Days;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;
import rapport.store.StoreException;

/**
 * Reads the parts of a line, and refuses what the contract does not allow, with file and line. An absent key is read as
 * null; keys that nobody asks for are ignored.
 */
final class LineReader {

    private static final String REMEDY =
            "Correct the line, or export the record again; nothing of this file has been imported.";

    private static final int LONGEST_QUOTE = 60;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE) // a text may be long
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // what is kept as JSON stays as it is
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String where;
    private final JsonNode node;

    private LineReader(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /** @param where file and line */
    static LineReader of(String where, byte[] line) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) throw wrong(where, quote(node), "a JSON object");
            return new LineReader(where, node);
        } catch (CharacterCodingException e) {
            throw wrong(where, "bytes that are no UTF-8", "a JSON object in UTF-8");
        } catch (JsonProcessingException e) {
            throw wrong(where, "broken JSON (%s)".formatted(e.getOriginalMessage()), "one JSON object");
        }
    }

    /** File and line. */
    String where() {
        return where;
    }

    /** Runs what makes a value of this line, so that what the value refuses is said with file and line. */
    <T> T make(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(where, "values that do not go together (%s)".formatted(e.getMessage()), "a line of the format");
        }
    }

    StoreException wrong(String found, String expected) {
        return wrong(where, found, expected);
    }

    static StoreException wrong(String where, String found, String expected) {
        return new StoreException(where, found, expected, REMEDY);
    }

    String text(String key) {
        return findText(key).orElseThrow(() -> wrongKey(key, "text"));
    }

    Optional<String> findText(String key) {
        return find(key, "text or null", JsonNode::isTextual, this::whole);
    }

    /** Any value, as JSON; empty for null. */
    Optional<String> findJson(String key) {
        return find(key, "JSON", value -> true, value -> whole(value.toString()));
    }

    Anchor anchor(String key) {
        return object(
                        key,
                        anchor -> anchor.object(
                                        "span",
                                        span -> new Anchor(
                                                anchor.text("textSha256"),
                                                (int) Math.min(span.number("start"), Integer.MAX_VALUE),
                                                (int) Math.min(span.number("end"), Integer.MAX_VALUE),
                                                span.text("text")))
                                .orElseThrow(() -> anchor.wrongKey("span", "a span")))
                .orElseThrow(() -> wrongKey(key, "an anchor"));
    }

    long number(String key) {
        return findNumber(key).orElseThrow(() -> wrongKey(key, "a whole number"));
    }

    OptionalLong findNumber(String key) {
        return find(
                        key,
                        "a whole number or null",
                        value -> value.isIntegralNumber() && value.canConvertToLong(),
                        value -> OptionalLong.of(value.longValue()))
                .orElse(OptionalLong.empty());
    }

    OptionalDouble findReal(String key) {
        return find(key, "a number or null", JsonNode::isNumber, value -> OptionalDouble.of(value.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    double real(String key) {
        return findReal(key).orElseThrow(() -> wrongKey(key, "a number"));
    }

    boolean flag(String key) {
        return find(key, "true or false", JsonNode::isBoolean, JsonNode::booleanValue)
                .orElseThrow(() -> wrongKey(key, "true or false"));
    }

    <E extends Enum<E> & Code> E code(Class<E> type, String key) {
        return oneOf(type, key, Code::code);
    }

    <E extends Enum<E> & Code> List<E> codes(Class<E> type, String key) {
        return texts(key).stream()
                .map(code -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> wrongKey(key, "a list of " + allowed(type, Code::code))))
                .toList();
    }

    /** @param written how a value stands in a file */
    <E extends Enum<E>> E oneOf(Class<E> type, String key, Function<E, String> written) {
        Optional<String> found = findText(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> found.filter(written.apply(value)::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> wrongKey(key, "one of " + allowed(type, written)));
    }

    private static <E extends Enum<E>> String allowed(Class<E> type, Function<E, String> written) {
        return Arrays.stream(type.getEnumConstants()).map(written).collect(Collectors.joining(", "));
    }

    Optional<LocalDate> findDay(String key) {
        return findText(key).map(day -> {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeException e) {
                throw wrongKey(key, "a day as yyyy-MM-dd, or null");
            }
        });
    }

    List<String> texts(String key) {
        return list(key, "a list of texts", value -> {
            if (!value.isTextual()) throw wrongKey(key, "a list of texts");
            return whole(value);
        });
    }

    <T> List<T> objects(String key, Function<LineReader, T> read) {
        return list(key, "a list of objects", value -> {
            if (!value.isObject()) throw wrongKey(key, "a list of objects");
            return read.apply(new LineReader(where, value));
        });
    }

    <T> Optional<T> object(String key, Function<LineReader, T> read) {
        return find(key, "an object or null", JsonNode::isObject, value -> read.apply(new LineReader(where, value)));
    }

    Span span(String key, Positions positions) {
        return findSpan(key, positions).orElseThrow(() -> wrongKey(key, "a span"));
    }

    Optional<Span> findSpan(String key, Positions positions) {
        return object(key, span -> span.asSpan(positions));
    }

    List<Span> spans(String key, Positions positions) {
        return objects(key, span -> span.asSpan(positions));
    }

    /** Adds the actor to {@code named}. */
    Role role(Positions positions, Collection<String> named) {
        return new Role(actor("actor", named), span("span", positions));
    }

    Optional<String> actor(String key, Collection<String> named) {
        Optional<String> actor = findText(key);
        actor.ifPresent(named::add);
        return actor;
    }

    Time time(String key, Positions positions) {
        return object(
                        key,
                        time -> new Time(
                                time.findDay("first"),
                                time.findDay("last"),
                                time.code(Basis.class, "basis"),
                                time.texts("because"),
                                time.findSpan("text", positions)))
                .orElseThrow(() -> wrongKey(key, "a time"));
    }

    Days days() {
        return new Days(findDay("from"), findDay("until"));
    }

    private Span asSpan(Positions positions) {
        long start = number("start");
        long end = number("end");
        if (start < 0 || end <= start || end > positions.codePoints()) {
            throw wrong(
                    "a span from %d to %d".formatted(start, end),
                    "positions inside the text of %d code points".formatted(positions.codePoints()));
        }
        Span span = positions.spanOf((int) start, (int) end);
        String text = text("text");
        if (!text.equals(span.in(positions.text()))) {
            throw wrong(
                    "%s as the text from %d to %d".formatted(found("text"), start, end),
                    "what stands there: " + quote(span.in(positions.text())));
        }
        return span;
    }

    private StoreException wrongKey(String key, String expected) {
        return wrong("%s in \"%s\"".formatted(found(key), key), expected);
    }

    private String whole(JsonNode value) {
        return whole(value.textValue());
    }

    private String whole(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw wrong("half a surrogate pair", "whole characters");
        }
        return text;
    }

    private <T> List<T> list(String key, String expected, Function<JsonNode, T> read) {
        JsonNode list = node.get(key);
        if (list == null || !list.isArray()) throw wrongKey(key, expected);
        List<T> values = new ArrayList<>();
        list.forEach(value -> values.add(read.apply(value)));
        return values;
    }

    private <T> Optional<T> find(String key, String expected, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) return Optional.empty();
        if (!fits.test(value)) throw wrongKey(key, expected);
        return Optional.of(read.apply(value));
    }

    private String found(String key) {
        JsonNode value = node.get(key);
        return value == null ? "nothing" : quote(value);
    }

    private static String quote(JsonNode value) {
        return value.isTextual() ? quote(value.textValue()) : shortened(value.toString());
    }

    private static String quote(String text) {
        return '"' + shortened(text) + '"';
    }

    /** At most a short span of a document may stand in a message. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_QUOTE) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return text.substring(0, end) + "...";
    }
}
