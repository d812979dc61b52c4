package rapport.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rapport.record.Correction.Kind;

/**
 * By which way a reviewer goes from record to record: through all that wait for him or some of them, or through those of one report.
 * It stands in the address, so that going back or sending it on keeps it.
 *
 * @param kind empty for all kinds
 * @param isSecond only what somebody else has judged
 * @param isAsked only what he is asked for his opinion on
 * @param isInReport to the next of its kind in the report, and behind the last to the report itself; only of statements and mentions
 */
public record Way(Optional<Kind> kind, boolean isSecond, boolean isAsked, boolean isInReport) {

    public static final Way ALL = new Way(Optional.empty(), false, false, false);

    /** @throws Declined if a parameter has a value that there is not */
    public static Way of(Query query) {
        return new Way(
                query.oneOf("kind", "event", "statement", "mention").map(Way::kind),
                query.oneOf("second", "yes").isPresent(),
                query.oneOf("asked", "yes").isPresent(),
                query.oneOf("in", "report").isPresent());
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "event" -> Kind.EVENT_MENTION;
            case "statement" -> Kind.STATEMENT;
            default -> Kind.MENTION;
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case EVENT_MENTION -> "event";
            case STATEMENT -> "statement";
            case MENTION -> "mention";
        };
    }

    boolean has(Kind one) {
        return kind.isEmpty() || kind.get() == one;
    }

    /** The same, but through this kind alone, or through all. */
    public Way of(Optional<Kind> one) {
        return new Way(one, isSecond, isAsked, false);
    }

    /** The same, but through what somebody else has judged alone. */
    public Way second() {
        return new Way(kind, true, false, false);
    }

    /** The same, but through what he is asked about alone. */
    public Way asked() {
        return new Way(kind, false, true, false);
    }

    /** The address of the first that waits. */
    public String first() {
        return address("/review", "");
    }

    /** The address of what comes behind this record. */
    public String after(String id) {
        return address("/review", id);
    }

    /** The address of a record on this way. */
    public String to(String id) {
        return address("/review/" + Links.part(id), "");
    }

    private String address(String path, String after) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("after", after);
        values.put("kind", kind.map(Way::code).orElse(""));
        values.put("second", isSecond ? "yes" : "");
        values.put("asked", isAsked ? "yes" : "");
        values.put("in", isInReport ? "report" : "");
        return Query.of(path).with(values);
    }
}
