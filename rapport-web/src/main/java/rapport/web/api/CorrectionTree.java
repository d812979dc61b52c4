package rapport.web.api;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.record.Correction;
import rapport.web.page.Edition;

/** A correction as a tree, with the keys of an export line. */
public final class CorrectionTree {

    private CorrectionTree() {}

    public static Map<String, Object> of(Edition edition, Correction correction) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", correction.id());
        tree.put("of", correction.of());
        tree.put("field", correction.writtenField());
        put(tree, "before", correction.before());
        put(tree, "after", correction.after());
        tree.put("by", correction.by());
        tree.put("at", correction.at().toString());
        tree.put("words", correction.anchor().words());
        tree.put("state", edition.corrections().state(correction));
        return tree;
    }

    /** Values are JSON already. */
    @SuppressWarnings("NullAway") // a map of JSON values holds null for what is empty
    private static void put(Map<String, Object> tree, String key, Optional<String> json) {
        @Nullable Object value = json.map(RawValue::new).orElse(null);
        tree.put(key, value);
    }
}
