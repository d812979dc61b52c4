package rapport.web.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rapport.ontology.Code;
import rapport.record.Document;
import rapport.record.Span;

/** What a filter lets one choose from: values, each with its label, in order. */
public final class Choices {

    private static final int ACTORS = 300; // more than anybody reads through; others are found by search

    private Choices() {}

    public static <E extends Enum<E> & Code> Map<String, String> of(Class<E> type) {
        return of(Code.codes(List.of(type.getEnumConstants())));
    }

    public static Map<String, String> of(String... values) {
        return of(List.of(values));
    }

    public static Map<String, String> of(Collection<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, value));
        return choices;
    }

    /** Where words stand that are of nobody known, in code points: "@12-20". */
    static String words(Span span, Document document) {
        String text = document.text();
        return "@" + text.codePointCount(0, span.start()) + "-" + text.codePointCount(0, span.end());
    }

    /** Those who come most often, most often first: one more than is offered, since one may be left out. */
    static List<String> most(Stream<String> ids) {
        Map<String, Integer> counts = new HashMap<>();
        ids.forEach(id -> counts.merge(id, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(ACTORS + 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first of these, by name; whoever shares a name is told apart by the id. */
    static Map<String, String> actors(Edition edition, Stream<String> most) {
        Set<String> names = new HashSet<>();
        Map<String, String> choices = new LinkedHashMap<>();
        for (String id :
                most.limit(ACTORS).sorted(Comparator.comparing(edition::name)).toList()) {
            String name = edition.name(id);
            choices.put(id, names.add(name) ? name : name + " (" + id + ")");
        }
        return choices;
    }
}
