package rapport.store.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import rapport.ontology.Code;
import rapport.record.Days;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;

/** Writes the parts of a line: keys in the order of the calls, what is empty as null. */
final class LineWriter {

    /** Writes one of a list. */
    @FunctionalInterface
    interface Part<T> {
        void write(T value) throws IOException;
    }

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** As {@code Ids} makes them. */
    private static final Pattern ID = Pattern.compile("[a-z][0-9a-f]{16}");

    /** Of a degree: about a metre. */
    private static final int DECIMALS = 5;

    private final JsonGenerator json;
    private final boolean withText;

    /** @param withText false: words of the document are written as null */
    LineWriter(OutputStream out, boolean withText) throws IOException {
        // Through a writer: Jackson's own UTF-8 writes an emoji as two escapes.
        this.json = JSON.createGenerator(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        this.json.setRootValueSeparator(null);
        this.withText = withText;
    }

    LineWriter start(String type) throws IOException {
        json.writeStartObject();
        return text("type", type);
    }

    void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void flush() throws IOException {
        json.flush();
    }

    LineWriter text(String key, String value) throws IOException {
        json.writeStringField(key, value);
        return this;
    }

    LineWriter text(String key, Optional<String> value) throws IOException {
        return value.isPresent() ? text(key, value.get()) : nothing(key);
    }

    /** Words of the document. */
    LineWriter words(String key, Optional<String> value) throws IOException {
        return withText ? text(key, value) : nothing(key);
    }

    LineWriter words(String key, String value) throws IOException {
        return words(key, Optional.of(value));
    }

    LineWriter nothing(String key) throws IOException {
        json.writeNullField(key);
        return this;
    }

    LineWriter code(String key, Code value) throws IOException {
        return text(key, value.code());
    }

    LineWriter codes(String key, List<? extends Code> values) throws IOException {
        return texts(key, Code.codes(values));
    }

    LineWriter number(String key, long value) throws IOException {
        json.writeNumberField(key, value);
        return this;
    }

    LineWriter number(String key, OptionalLong value) throws IOException {
        return value.isPresent() ? number(key, value.getAsLong()) : nothing(key);
    }

    LineWriter flag(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
        return this;
    }

    /** Three decimals, always. */
    LineWriter score(String key, double value) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN));
        return this;
    }

    LineWriter score(String key, OptionalDouble value) throws IOException {
        return value.isPresent() ? score(key, value.getAsDouble()) : nothing(key);
    }

    LineWriter degrees(String key, OptionalDouble value) throws IOException {
        return value.isPresent() ? real(key, value.getAsDouble()) : nothing(key);
    }

    /** Five decimals at most. */
    LineWriter real(String key, double value) throws IOException {
        json.writeFieldName(key);
        // not the number's own text, which differs between Java 17 and 19
        json.writeNumber(new BigDecimal(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString());
        return this;
    }

    LineWriter day(String key, Optional<LocalDate> value) throws IOException {
        return text(key, value.map(LocalDate::toString));
    }

    /** JSON that is kept as such; without text, spans in it lose their words and reasons that are none. */
    LineWriter value(String key, Optional<String> value) throws IOException {
        if (value.isEmpty()) return nothing(key);
        json.writeFieldName(key);
        json.writeRawValue(
                withText ? value.get() : wordless(MAPPER.readTree(value.get())).toString());
        return this;
    }

    private static JsonNode wordless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("text")) object.putNull("text");
            if (object.get("because") instanceof ArrayNode because) {
                List<String> words = new ArrayList<>();
                because.forEach(reason -> words.add(reason.asText()));
                because.removeAll();
                ids(words).forEach(because::add);
            }
        }
        node.forEach(LineWriter::wordless);
        return node;
    }

    LineWriter texts(String key, List<String> values) throws IOException {
        return list(key, values, json::writeString);
    }

    <T> LineWriter list(String key, List<T> values, Part<T> part) throws IOException {
        json.writeArrayFieldStart(key);
        for (T value : values) part.write(value);
        json.writeEndArray();
        return this;
    }

    <T> LineWriter objects(String key, List<T> values, Part<T> part) throws IOException {
        return list(key, values, value -> {
            json.writeStartObject();
            part.write(value);
            json.writeEndObject();
        });
    }

    <T> LineWriter object(String key, Optional<T> value, Part<T> part) throws IOException {
        if (value.isEmpty()) return nothing(key);
        json.writeObjectFieldStart(key);
        part.write(value.get());
        json.writeEndObject();
        return this;
    }

    LineWriter span(String key, Optional<Span> span, Positions positions) throws IOException {
        return object(key, span, s -> writeSpan(s, positions));
    }

    LineWriter span(String key, Span span, Positions positions) throws IOException {
        return span(key, Optional.of(span), positions);
    }

    LineWriter spans(String key, List<Span> spans, Positions positions) throws IOException {
        return objects(key, spans, span -> writeSpan(span, positions));
    }

    LineWriter role(String key, Optional<Role> role, Positions positions) throws IOException {
        return object(key, role, r -> writeRole(r, positions));
    }

    LineWriter roles(String key, List<Role> roles, Positions positions) throws IOException {
        return objects(key, roles, role -> writeRole(role, positions));
    }

    LineWriter time(String key, Time time, Positions positions) throws IOException {
        return object(key, Optional.of(time), t -> ends(t).span("text", t.text(), positions));
    }

    /** Of no one place in a text. */
    LineWriter time(String key, Time time) throws IOException {
        return object(key, Optional.of(time), t -> ends(t).nothing("text"));
    }

    private LineWriter ends(Time time) throws IOException {
        return day("first", time.first())
                .day("last", time.last())
                .code("basis", time.basis())
                .texts("because", withText ? time.because() : ids(time.because()));
    }

    LineWriter days(Days days) throws IOException {
        return day("from", days.from()).day("until", days.until());
    }

    private static List<String> ids(List<String> because) {
        return because.stream().filter(ID.asMatchPredicate()).toList();
    }

    private void writeSpan(Span span, Positions positions) throws IOException {
        number("start", positions.codePointAt(span.start()))
                .number("end", positions.codePointAt(span.end()))
                .words("text", span.in(positions.text()));
    }

    private void writeRole(Role role, Positions positions) throws IOException {
        text("actor", role.actor()).span("span", role.span(), positions);
    }
}
