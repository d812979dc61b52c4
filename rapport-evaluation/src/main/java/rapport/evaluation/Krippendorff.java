package rapport.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha for values without an order, some of which may be missing: 1 if coders always agree, 0 if they agree as often
 * as chance would have it, below 0 if less.
 *
 * <p>Source: K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11; A. F. Hayes and K. Krippendorff, "Answering the call for
 * a standard reliability measure for coding data", Communication Methods and Measures 1 (2007), pp. 77-89.
 */
public final class Krippendorff {

    private Krippendorff() {}

    /**
     * @param units the values of each unit, one for each coder who has coded it; units with fewer than two count for nothing
     * @return empty if no two values differ anywhere: agreement beyond chance cannot be told then
     */
    public static OptionalDouble alpha(Collection<List<String>> units) {
        Map<String, Double> totals = new HashMap<>();
        double values = 0;
        double observed = 0;
        for (List<String> unit : units) {
            int coders = unit.size();
            if (coders < 2) continue;
            Map<String, Double> counts = new HashMap<>();
            unit.forEach(value -> counts.merge(value, 1.0, Double::sum));
            counts.forEach((value, count) -> totals.merge(value, count, Double::sum));
            values += coders;
            observed += ((double) coders * coders - squares(counts)) / (coders - 1);
        }
        double expected = values * values - squares(totals);
        if (expected == 0) return OptionalDouble.empty();
        return OptionalDouble.of(1 - (values - 1) * observed / expected);
    }

    private static double squares(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(count -> count * count).sum();
    }
}
