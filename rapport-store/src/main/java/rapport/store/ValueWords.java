package rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rapport.record.Correction.Field;

/** The values of corrections in words, for readers. */
public final class ValueWords {

    private ValueWords() {}

    /**
     * @param value as {@link rapport.record.Correction#after()} has it
     * @param name of an actor by its id
     * @return "nothing" if there is no value; a value that is no JSON as it stands
     */
    public static String of(Field field, Optional<String> value, UnaryOperator<String> name) {
        try {
            return FieldForm.parse(value)
                    .map(node -> words(field, node, name))
                    .filter(words -> !words.isEmpty())
                    .orElse("nothing");
        } catch (FieldForm.Wrong e) {
            return value.orElse("nothing");
        }
    }

    /** The id of the actor that a value of {@code actor} or {@code sameAs} is of. */
    public static Optional<String> actor(Optional<String> value) {
        try {
            return FieldForm.parse(value)
                    .flatMap(node -> Optional.ofNullable(node.isObject() ? node.get("id") : node))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (FieldForm.Wrong e) {
            return Optional.empty();
        }
    }

    private static String words(Field field, JsonNode node, UnaryOperator<String> name) {
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(one -> all.add(words(field, one, name)));
            return String.join(", ", all);
        }
        if (node.hasNonNull("actor")) return name.apply(node.get("actor").asText());
        if (node.has("eventMention")) return quoted(node.path("anchor").path("span"));
        if (node.has("first")) return days(node);
        if (node.has("name")) return node.get("name").asText();
        if (node.has("span")) return quoted(node.get("span"));
        boolean isId = field == Field.ACTOR || field == Field.ADDRESSEE || field == Field.SAME_AS;
        return isId ? name.apply(node.asText()) : node.asText();
    }

    private static String days(JsonNode node) {
        String first = node.get("first").isNull() ? "" : node.get("first").asText();
        String last = node.path("last").isTextual() ? node.get("last").asText() : "";
        return first.equals(last) ? first : first + ".." + last;
    }

    private static String quoted(JsonNode span) {
        return "“" + span.path("text").asText() + "”";
    }
}
