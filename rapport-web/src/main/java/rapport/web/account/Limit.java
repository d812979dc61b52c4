package rapport.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may do something: so many times at once, then once in a while. A token bucket, kept as the time at which it
 * is full again. Threads: any.
 *
 * <p>Source: the generic cell rate algorithm, ITU-T I.371.
 */
final class Limit {

    /** Keys that are remembered; whoever did it longest ago is forgotten first. */
    private static final int MOST_KEYS = 50_000;

    private final Duration each;
    private final Duration full;

    private final Map<String, Instant> fullAgain = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param each the time after which it may be done once more */
    Limit(int atOnce, Duration each) {
        this.each = each;
        this.full = each.multipliedBy(atOnce);
    }

    /** @return zero if it may be done, and it counts; else how long to wait */
    synchronized Duration take(String key, Instant now) {
        Instant before = fullAgain.getOrDefault(key, now);
        Instant after = (before.isBefore(now) ? now : before).plus(each);
        Duration wait = Duration.between(now.plus(full), after);
        if (wait.compareTo(Duration.ZERO) > 0) return wait;
        fullAgain.put(key, after);
        return Duration.ZERO;
    }

    /** It does not count. */
    synchronized void giveBack(String key) {
        fullAgain.computeIfPresent(key, (same, again) -> again.minus(each));
    }
}
