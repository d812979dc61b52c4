package rapport.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.ontology.ActorKind;
import rapport.ontology.Basis;
import rapport.ontology.Code;
import rapport.ontology.KnownBy;
import rapport.ontology.PlacePrecision;
import rapport.record.Actor;
import rapport.record.Anchor;
import rapport.record.Ids;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;

/**
 * The values of a correction as JSON, in the form of an export line: positions in code points, words beside them. A test holds it
 * to what {@code RecordWriter} writes.
 */
final class FieldForm {

    /** Of a degree: about a metre, as in an export. */
    private static final int PLACES_OF_DEGREE = 5;

    private static final int LONGEST_QUOTE = 60;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Thrown when a value is none of its field: what was found, quoted, and what was expected. */
    static final class Wrong extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String found;
        private final String expected;

        Wrong(String found, String expected) {
            super("found " + found + ", expected " + expected);
            this.found = found;
            this.expected = expected;
        }

        Outcome.Refused refused() {
            return new Outcome.Refused(found, expected);
        }
    }

    private final String text;

    /** @param text of the document to which positions refer */
    FieldForm(String text) {
        this.text = text;
    }

    /** What was typed; words that are no JSON stand for themselves. */
    static JsonNode typed(String given) {
        String whole = whole(given);
        try {
            JsonNode node = JSON.readTree(whole);
            if (node.isValueNode() && !node.isTextual() && !node.isNull()) return NODES.textNode(whole.strip());
            return node.isMissingNode() ? NODES.nullNode() : node;
        } catch (JsonProcessingException e) {
            return NODES.textNode(whole.strip());
        }
    }

    /** The same, if it can be written as UTF-8. */
    static String whole(String given) {
        for (int i = 0; i < given.length(); i++) {
            if (Character.isHighSurrogate(given.charAt(i))
                    && i + 1 < given.length()
                    && Character.isLowSurrogate(given.charAt(i + 1))) i++;
            else if (Character.isSurrogate(given.charAt(i))) throw new Wrong("half a character", "whole characters");
        }
        return given;
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Wrong("broken JSON", "JSON");
        }
    }

    static Optional<JsonNode> parse(Optional<String> json) {
        return json.map(FieldForm::parse).filter(node -> !node.isNull());
    }

    static String code(String code) {
        return NODES.textNode(code).toString();
    }

    static Optional<String> text(Optional<String> value) {
        return value.map(FieldForm::code);
    }

    // ---- written

    String roles(List<Role> roles) {
        ArrayNode list = NODES.arrayNode();
        roles.forEach(role -> list.add(node(role)));
        return list.toString();
    }

    Optional<String> role(Optional<Role> role) {
        return role.map(r -> node(r).toString());
    }

    String time(Time time) {
        ObjectNode node = NODES.objectNode();
        put(node, "first", time.first().map(LocalDate::toString));
        put(node, "last", time.last().map(LocalDate::toString));
        node.put("basis", time.basis().code());
        ArrayNode because = node.putArray("because");
        time.because().forEach(because::add);
        node.set("text", time.text().<JsonNode>map(this::node).orElseGet(NODES::nullNode));
        return node.toString();
    }

    Optional<String> place(Optional<Place> place) {
        return place.map(p -> {
            ObjectNode node = NODES.objectNode();
            node.set("span", node(p.span()));
            node.put("name", p.name());
            put(node, "country", p.country());
            ArrayNode claimedBy = node.putArray("claimedBy");
            p.claimedBy().forEach(claimedBy::add);
            put(node, "geonameid", p.geonameid());
            node.set("latitude", degrees(p.latitude()));
            node.set("longitude", degrees(p.longitude()));
            node.put("precision", p.precision().code());
            return node.toString();
        });
    }

    /** The other of two event mentions that are joined or split. */
    static String other(String eventMention, Anchor anchor) {
        ObjectNode node = NODES.objectNode();
        node.put("eventMention", eventMention);
        ObjectNode at = node.putObject("anchor").put("textSha256", anchor.textSha256());
        at.putObject("span")
                .put("start", anchor.start())
                .put("end", anchor.end())
                .put("text", anchor.words());
        return node.toString();
    }

    /** With what it takes to know an actor who is in no list. */
    static String actor(Actor actor) {
        ObjectNode node = NODES.objectNode();
        node.put("id", actor.id());
        node.put("name", actor.name());
        node.put("kind", actor.kind().code());
        put(node, "country", actor.country());
        return node.toString();
    }

    private ObjectNode node(Role role) {
        ObjectNode node = NODES.objectNode();
        put(node, "actor", role.actor());
        node.set("span", node(role.span()));
        return node;
    }

    private ObjectNode node(Span span) {
        int start = text.codePointCount(0, span.start());
        return NODES.objectNode()
                .put("start", start)
                .put("end", start + text.codePointCount(span.start(), span.end()))
                .put("text", span.in(text));
    }

    private static JsonNode degrees(OptionalDouble value) {
        if (value.isEmpty()) return NODES.nullNode();
        BigDecimal degrees = new BigDecimal(value.getAsDouble())
                .setScale(PLACES_OF_DEGREE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return DecimalNode.valueOf(degrees.scale() < 0 ? degrees.setScale(0) : degrees);
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        @Nullable String known = value.isPresent() ? value.get() : null;
        node.put(key, known);
    }

    // ---- read

    static <E extends Enum<E>> E oneOf(JsonNode node, E[] values, Function<E, String> written) {
        List<String> allowed = new ArrayList<>();
        for (E value : values) {
            if (node.isTextual() && node.textValue().equals(written.apply(value))) return value;
            allowed.add(written.apply(value));
        }
        throw new Wrong(quoted(node), "one of " + String.join(", ", allowed));
    }

    static <E extends Enum<E> & Code> E code(JsonNode node, E[] values) {
        return oneOf(node, values, Code::code);
    }

    /** Of a list, of one value alone, or of none; each once. */
    static <E extends Enum<E> & Code> List<E> codes(JsonNode node, E[] allowed) {
        Set<E> found = new LinkedHashSet<>();
        if (node.isArray()) node.forEach(one -> found.add(code(one, allowed)));
        else if (!node.isNull()) found.add(code(node, allowed));
        return List.copyOf(found);
    }

    /** @param ofActor where an actor given by id alone stands, by its place in the list */
    List<Role> roles(JsonNode node, Words ofActor) {
        if (!node.isArray()) throw new Wrong(quoted(node), "a list of actors, as [\"id\"] or as an export has it");
        List<Role> roles = new ArrayList<>();
        for (JsonNode one : node) roles.add(role(one, ofActor, roles.size()));
        return List.copyOf(roles);
    }

    /** Finds the words for an actor of whom only the id is given. */
    @FunctionalInterface
    interface Words {
        Span of(String actor, int position);
    }

    Role role(JsonNode node, Words ofActor, int position) {
        if (node.isTextual()) {
            return new Role(Optional.of(node.textValue()), ofActor.of(node.textValue(), position));
        }
        if (!node.isObject()) throw new Wrong(quoted(node), "an actor's id, or {\"actor\", \"span\"}");
        return new Role(findText(node, "actor"), span(node.path("span")));
    }

    Time time(JsonNode node) {
        try {
            if (node.isTextual()) {
                String[] ends = node.textValue().split("\\.\\.", 2);
                LocalDate first = LocalDate.parse(ends[0]);
                LocalDate last = ends.length > 1 ? LocalDate.parse(ends[1]) : first;
                return new Time(Optional.of(first), Optional.of(last), Basis.STATED, List.of(), Optional.empty());
            }
            if (node.isNull()) return Time.UNKNOWN;
            if (!node.isObject()) throw new Wrong(quoted(node), "a day as yyyy-MM-dd, or a time as an export has it");
            return new Time(
                    findText(node, "first").map(LocalDate::parse),
                    findText(node, "last").map(LocalDate::parse),
                    code(node.path("basis"), Basis.values()),
                    texts(node.path("because")),
                    node.hasNonNull("text") ? Optional.of(span(node.get("text"))) : Optional.empty());
        } catch (DateTimeException e) {
            throw new Wrong(quoted(node), "days as yyyy-MM-dd");
        } catch (Wrong e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Wrong(quoted(node), "a last day not before the first, and basis unknown only without days");
        }
    }

    Place place(JsonNode node) {
        if (!node.isObject()) throw new Wrong(quoted(node), "a place's name, or a place as an export has it");
        return new Place(
                span(node.path("span")),
                text(node, "name"),
                findText(node, "country"),
                texts(node.path("claimedBy")),
                findText(node, "geonameid"),
                real(node, "latitude"),
                real(node, "longitude"),
                code(node.path("precision"), PlacePrecision.values()));
    }

    /** An actor that nobody knew yet. */
    static Actor actor(JsonNode node) {
        String name = text(node, "name");
        return new Actor(
                findText(node, "id").orElseGet(() -> idOf(name)),
                name,
                code(node.path("kind"), ActorKind.values()),
                findText(node, "country"),
                List.of(),
                List.of(),
                List.of(),
                List.of(name),
                Optional.empty(),
                KnownBy.REVIEW);
    }

    /** An actor's id; empty for null. */
    static Optional<String> id(JsonNode node) {
        if (node.isNull()) return Optional.empty();
        if (!node.isTextual()) throw new Wrong(quoted(node), "an actor's id");
        return Optional.of(node.textValue());
    }

    /** Also as a word, as it is typed. */
    static boolean flag(JsonNode node) {
        return switch (node.isBoolean() || node.isTextual() ? node.asText() : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Wrong(quoted(node), "true or false");
        };
    }

    /** Letters and digits of the name; of a name without Latin ones, from its content. */
    private static String idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        boolean isLatin = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        return isLatin && !plain.isEmpty() ? plain : Ids.of('a', name);
    }

    /** The id of the other event mention, as {@link #other} wrote it. */
    static String otherId(JsonNode node) {
        return text(node, "eventMention");
    }

    static Anchor otherAnchor(JsonNode node) {
        JsonNode anchor = node.path("anchor");
        JsonNode span = anchor.path("span");
        if (!span.path("start").canConvertToInt() || !span.path("end").canConvertToInt()) {
            throw new Wrong(quoted(anchor), "an anchor");
        }
        return new Anchor(
                text(anchor, "textSha256"),
                span.get("start").intValue(),
                span.get("end").intValue(),
                findText(span, "text").orElse(""));
    }

    Span span(JsonNode node) {
        JsonNode start = node.path("start");
        JsonNode end = node.path("end");
        int length = text.codePointCount(0, text.length());
        if (!start.isIntegralNumber()
                || !end.isIntegralNumber()
                || start.longValue() < 0
                || end.longValue() <= start.longValue()
                || end.longValue() > length) {
            throw new Wrong(quoted(node), "a span {\"start\", \"end\"} inside the text of " + length + " characters");
        }
        int first = text.offsetByCodePoints(0, start.intValue());
        Span span = new Span(first, text.offsetByCodePoints(first, end.intValue() - start.intValue()));
        if (node.hasNonNull("text") && !node.get("text").asText().equals(span.in(text))) {
            throw new Wrong(quoted(node.get("text")), "what stands there: " + quoted(NODES.textNode(span.in(text))));
        }
        return span;
    }

    private static String text(JsonNode node, String key) {
        return findText(node, key)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Wrong(quoted(node), "text in \"" + key + "\""));
    }

    private static Optional<String> findText(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isTextual()) throw new Wrong(quoted(value), "text or null in \"" + key + "\"");
        return Optional.of(value.textValue());
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : node) {
            if (!one.isTextual()) throw new Wrong(quoted(one), "text");
            texts.add(one.textValue());
        }
        return texts;
    }

    private static OptionalDouble real(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) return OptionalDouble.empty();
        if (!value.isNumber()) throw new Wrong(quoted(value), "a number or null in \"" + key + "\"");
        return OptionalDouble.of(value.doubleValue());
    }

    static String quoted(JsonNode node) {
        String found = node.isMissingNode() ? "nothing" : node.isTextual() ? node.toString() : "\"" + node + "\"";
        if (found.length() <= LONGEST_QUOTE) return found;
        int end = Character.isHighSurrogate(found.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return found.substring(0, end) + "…\"";
    }
}
