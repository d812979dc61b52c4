package rapport.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import rapport.record.Span;

/** Looks into lists that are in the order of the text and do not overlap, in logarithmic time. */
public final class Ordered {

    private Ordered() {}

    /** The one that holds a position of the text. */
    public static Optional<Span> at(int position, List<Span> ordered) {
        int at = countBefore(ordered, span -> span.end() <= position);
        return at < ordered.size() && ordered.get(at).start() <= position
                ? Optional.of(ordered.get(at))
                : Optional.empty();
    }

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
