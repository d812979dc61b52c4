package rapport.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rapport.ontology.Code;

/** What the address of a page asks for: its path and its parameters. What is left blank is not asked for. */
public final class Query {

    private static final int LONGEST = 300; // characters of a value; names and search words are shorter

    private final String path;
    private final TreeMap<String, String> parameters;
    private final boolean isWhole;

    private Query(String path, TreeMap<String, String> parameters, boolean isWhole) {
        this.path = path;
        this.parameters = parameters;
        this.isWhole = isWhole;
    }

    /** @throws Declined if a parameter is there twice or too long */
    public static Query of(String path, Map<String, List<String>> given) {
        TreeMap<String, String> parameters = new TreeMap<>();
        given.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Declined.badQuestion("\"" + name + "\": found it " + values.size()
                        + " times, expected it once. Take the others out of the address.");
            }
            String value = values.isEmpty() ? "" : values.get(0).strip();
            if (value.length() > LONGEST) {
                throw Declined.badQuestion("\"" + name + "\": found " + value.length()
                        + " characters, expected at most " + LONGEST + ". Shorten it.");
            }
            if (!value.isEmpty()) parameters.put(name, value);
        });
        return new Query(path, parameters, false);
    }

    public static Query of(String path) {
        return new Query(path, new TreeMap<>(), false);
    }

    /** The same question, to be answered by lists that are not cut into pages. */
    public Query whole() {
        return new Query(path, parameters, true);
    }

    boolean isWhole() {
        return isWhole;
    }

    public String path() {
        return path;
    }

    /** @throws Declined if there is a parameter that is none of these, nor "page" */
    public Query allow(String... names) {
        Set<String> known = Set.of(names);
        for (String name : parameters.keySet()) {
            if (known.contains(name) || name.equals("page")) continue;
            throw Declined.badQuestion("found a parameter \"" + name + "\", expected "
                    + (known.isEmpty() ? "none" : "only " + String.join(", ", names))
                    + ". Take it out of the address.");
        }
        return this;
    }

    /** The value as given; empty for a form that shows what was asked. */
    public String given(String name) {
        return parameters.getOrDefault(name, "");
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** @throws Declined if it is not there */
    public String require(String name) {
        return text(name)
                .orElseThrow(() -> Declined.badQuestion(
                        "\"" + name + "\": found nothing, expected a value. Add it to the address."));
    }

    /** @throws Declined if it is no value of the codebook */
    public <E extends Enum<E> & Code> Optional<E> code(String name, Class<E> type) {
        return text(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(code -> code.code().equals(value))
                        .findFirst()
                        .orElseThrow(() -> unknown(
                                name,
                                value,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Code::code)
                                        .collect(Collectors.joining(", ")))));
    }

    /** @throws Declined if it is none of these */
    public Optional<String> oneOf(String name, String... values) {
        return text(name).map(value -> {
            if (List.of(values).contains(value)) return value;
            throw unknown(name, value, String.join(", ", values));
        });
    }

    private static Declined unknown(String name, String value, String choices) {
        return Declined.badQuestion(
                "\"" + name + "\": found \"" + value + "\", expected one of " + choices + ". Change the address.");
    }

    /** @throws Declined if it is no day */
    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw Declined.badQuestion("\"" + name + "\": found \"" + value
                        + "\", expected a day such as 2024-01-31. Change the address.");
            }
        });
    }

    /** From 1. */
    public int page() {
        return text("page").map(Query::number).orElse(1);
    }

    private static int number(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // told below
        }
        throw Declined.badQuestion(
                "\"page\": found \"" + value + "\", expected a whole number from 1. Change the address.");
    }

    /** The address with another value, from the first page on; without the parameter if the value is empty. */
    public String with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** The same with several. */
    public String with(Map<String, String> values) {
        TreeMap<String, String> changed = new TreeMap<>(parameters);
        changed.remove("page");
        changed.putAll(values);
        changed.values().removeIf(String::isEmpty);
        return address(path, changed);
    }

    /** The address of what is asked for, under another path. */
    public String under(String otherPath) {
        return address(otherPath, parameters);
    }

    /** An address with these parameters, a name and a value each. */
    public static String address(String path, String... namesAndValues) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        return address(path, parameters);
    }

    private static String address(String path, TreeMap<String, String> parameters) {
        if (parameters.isEmpty()) return path;
        return path
                + parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
