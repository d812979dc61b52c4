package rapport.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found, what was there and what was right: precision, recall and F1.
 *
 * <p>Unit: fractions from 0 to 1; a share of nothing is 0.
 *
 * @param right found and there
 * @param found all that the program found
 * @param gold all that is there
 */
public record Counts(double right, double found, double gold) {

    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(right + other.right, found + other.found, gold + other.gold);
    }

    public double precision() {
        return found == 0 ? 0 : right / found;
    }

    public double recall() {
        return gold == 0 ? 0 : right / gold;
    }

    public double f1() {
        return found + gold == 0 ? 0 : 2 * right / (found + gold);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("precision", precision());
        map.put("recall", recall());
        map.put("f1", f1());
        map.put("found", found);
        map.put("gold", gold);
        return map;
    }
}
