package rapport.ontology;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A value of the codebook that has a written form in records: {@code occurred}, {@code governmentBody}. */
public interface Code {

    /** The written form, as `record-format` gives it. */
    String code();

    /** The written forms of values. */
    static List<String> codes(Collection<? extends Code> values) {
        return values.stream().map(Code::code).toList();
    }

    /**
     * The value with this written form.
     *
     * @throws IllegalArgumentException if there is none; the message lists what is allowed
     */
    static <E extends Enum<E> & Code> E parse(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found \"" + code + "\", expected one of "
                        + Arrays.stream(type.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "))));
    }
}
