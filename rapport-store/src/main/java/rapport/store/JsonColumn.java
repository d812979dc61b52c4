package rapport.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import rapport.ontology.Code;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;

/**
 * Lists that stand in one column, as JSON arrays; SQL can still look into them with {@code json_each}. The layout of each
 * is noted at its column in {@code 0001-first-tables.sql}. Here the JSON library is known, and in {@link FieldForm}, which keeps the form of exports.
 */
final class JsonColumn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonColumn() {}

    static String ofTexts(Iterable<String> texts) {
        return of(texts, ArrayNode::add);
    }

    static List<String> texts(String column) {
        return list(column, JsonNode::textValue);
    }

    static String ofCodes(List<? extends Code> values) {
        return ofTexts(Code.codes(values));
    }

    /** Those of the values that are among these: an earlier version took any words from an import, and they stay in the file. */
    static <E extends Enum<E> & Code> List<E> codes(Collection<E> values, String column) {
        List<String> written = texts(column);
        if (written.isEmpty()) return List.of(); // as most are
        return values.stream()
                .filter(value -> written.contains(value.code()))
                .sorted(Comparator.comparingInt(value -> written.indexOf(value.code())))
                .toList();
    }

    static String ofSpans(List<Span> spans) {
        return of(spans, (array, span) -> array.addArray().add(span.start()).add(span.end()));
    }

    static List<Span> spans(String column) {
        return list(column, JsonColumn::span);
    }

    static String ofQuantities(List<Quantity> quantities) {
        return of(quantities, (array, quantity) -> {
            ArrayNode one = array.addArray()
                    .add(quantity.text().start())
                    .add(quantity.text().end());
            addNumber(one, quantity.low());
            addNumber(one, quantity.high());
            one.add(quantity.of());
        });
    }

    static List<Quantity> quantities(String column) {
        return list(
                column,
                node -> new Quantity(
                        span(node),
                        number(node.get(2)),
                        number(node.get(3)),
                        node.get(4).textValue()));
    }

    static String ofMemberships(List<Actor.Membership> memberships) {
        return of(
                memberships,
                (array, membership) -> addDays(array.addArray().add(membership.actor()), membership.days()));
    }

    static List<Actor.Membership> memberships(String column) {
        return list(column, node -> new Actor.Membership(node.get(0).textValue(), days(node, 1)));
    }

    static String ofOffices(List<Actor.Office> offices) {
        return of(
                offices,
                (array, office) -> addDays(array.addArray().add(office.title()).add(office.of()), office.days()));
    }

    static List<Actor.Office> offices(String column) {
        return list(
                column,
                node -> new Actor.Office(node.get(0).textValue(), node.get(1).textValue(), days(node, 2)));
    }

    /** Those of one side, from the rows {@code [side, actor, start, end]} that the query gathers. */
    static List<Role> roles(String gathered, String side) {
        return list(gathered, node -> node).stream()
                .filter(node -> node.get(0).textValue().equals(side))
                .map(node -> new Role(
                        text(node.get(1)),
                        new Span(node.get(2).intValue(), node.get(3).intValue())))
                .toList();
    }

    private static <T> String of(Iterable<T> values, BiConsumer<ArrayNode, T> add) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> add.accept(array, value));
        return array.toString();
    }

    private static <T> List<T> list(String column, Function<JsonNode, T> read) {
        try {
            List<T> values = new ArrayList<>();
            JSON.readTree(column).forEach(node -> values.add(read.apply(node)));
            return List.copyOf(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list in the record is no JSON array", e);
        }
    }

    private static Span span(JsonNode node) {
        return new Span(node.get(0).intValue(), node.get(1).intValue());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node.textValue());
    }

    private static OptionalLong number(JsonNode node) {
        return node.isNull() ? OptionalLong.empty() : OptionalLong.of(node.longValue());
    }

    private static void addNumber(ArrayNode array, OptionalLong number) {
        if (number.isPresent()) array.add(number.getAsLong());
        else array.addNull();
    }

    private static Days days(JsonNode node, int first) {
        return new Days(
                text(node.get(first)).map(LocalDate::parse),
                text(node.get(first + 1)).map(LocalDate::parse));
    }

    private static void addDays(ArrayNode array, Days days) {
        array.add(days.from().map(LocalDate::toString).orElse(null));
        array.add(days.until().map(LocalDate::toString).orElse(null));
    }
}
