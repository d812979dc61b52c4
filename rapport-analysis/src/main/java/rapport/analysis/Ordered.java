package rapport.analysis;

import java.util.List;
import java.util.function.Predicate;

/** Looks into lists that are in the order of the text, in logarithmic time. */
public final class Ordered {

    private Ordered() {}

    /** How many stand before the first that is not {@code before}; whatever stands behind that one must not be either. */
    public static <T> int countBefore(List<T> ordered, Predicate<T> before) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(ordered.get(middle))) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
