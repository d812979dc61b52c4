package rapport.web.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rapport.ontology.Code;

/** What a filter lets one choose from: values, each with its label, in order. */
public final class Choices {

    private Choices() {}

    public static <E extends Enum<E> & Code> Map<String, String> of(Class<E> type) {
        return of(Arrays.stream(type.getEnumConstants()).map(Code::code).toList());
    }

    public static Map<String, String> of(String... values) {
        return of(List.of(values));
    }

    public static Map<String, String> of(Collection<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, value));
        return choices;
    }

    /** @param ids by the names under which they are chosen */
    public static Map<String, String> named(Map<String, String> ids) {
        Map<String, String> choices = new LinkedHashMap<>();
        ids.forEach((name, id) -> choices.put(id, name));
        return choices;
    }

    /** With how many of each there are; those of which there are none are left out. */
    public static <E extends Enum<E> & Code> Map<String, String> counted(Map<E, Integer> counts) {
        return counted(counts, Code::code);
    }

    private static <E> Map<String, String> counted(Map<E, Integer> counts, Function<E, String> code) {
        Map<String, String> choices = new LinkedHashMap<>();
        counts.forEach((value, count) -> choices.put(code.apply(value), code.apply(value) + " (" + count + ")"));
        return choices;
    }
}
