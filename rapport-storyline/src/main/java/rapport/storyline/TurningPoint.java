package rapport.storyline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A period from which on a series runs at another level.
 *
 * <p>Found offline, over the whole series at once, in the sums of the types' scores; a period in which nothing is told counts 0.
 *
 * <p>Source: PELT, Killick, Fearnhead and Eckley, Optimal Detection of Changepoints With a Linear Computational Cost (JASA 2012),
 * with the squared distance from the mean of a stretch as cost, in units of the noise, and the penalty 2 log n of the BIC. The
 * noise is the median absolute step from one period to the next over 0.6745 √2; where most steps are none, their root mean square
 * over √2.
 *
 * <p>Known misses: a stretch has at least two periods, so that a single very loud one makes a stretch with a quiet neighbour; a
 * series of fewer than six periods does not turn.
 *
 * @param period as in the series
 * @param before mean of the sums in the stretch before
 * @param after in the stretch that begins here
 * @param events ids of what made it turn: told in its first period with anything in the direction of the turn; where it turns
 *     because something stopped, what was last told against that direction
 */
public record TurningPoint(String period, double before, double after, List<String> events) {

    private static final int LEAST_STRETCH = 2;
    private static final int LEAST_SERIES = 6;
    private static final double NORMAL_MEDIAN = 0.6745; // of the absolute value of a standard normal

    public TurningPoint {
        events = List.copyOf(events);
    }

    /** Where stretches after the first begin, ascending. */
    static List<Integer> starts(double[] values) {
        int n = values.length;
        double noise = noise(values);
        if (n < LEAST_SERIES || noise == 0) return List.of();
        double[] sum = new double[n + 1];
        double[] squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double value = values[i] / noise;
            sum[i + 1] = sum[i] + value;
            squares[i + 1] = squares[i] + value * value;
        }
        double penalty = 2 * Math.log(n);
        double[] best = new double[n + 1]; // cost of the first so many values
        int[] lastStart = new int[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        List<Integer> candidates = new ArrayList<>(List.of(0));
        for (int end = LEAST_STRETCH; end <= n; end++) {
            for (int start : candidates) {
                double cost = best[start] + cost(sum, squares, start, end) + penalty;
                if (cost < best[end]) {
                    best[end] = cost;
                    lastStart[end] = start;
                }
            }
            int to = end;
            // what costs more than one turn above the best never pays again; a start too near to the end is not judged
            // yet
            candidates.removeIf(start ->
                    to - start >= LEAST_STRETCH && best[start] + cost(sum, squares, start, to) > best[to] + penalty);
            if (end - LEAST_STRETCH + 1 >= LEAST_STRETCH) candidates.add(end - LEAST_STRETCH + 1);
        }
        List<Integer> starts = new ArrayList<>();
        for (int end = n; lastStart[end] > 0; end = lastStart[end]) starts.add(lastStart[end]);
        Collections.reverse(starts);
        return starts;
    }

    private static double cost(double[] sum, double[] squares, int start, int end) {
        double total = sum[end] - sum[start];
        return squares[end] - squares[start] - total * total / (end - start);
    }

    private static double noise(double[] values) {
        if (values.length < 2) return 0;
        double[] steps = new double[values.length - 1];
        double squares = 0;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(values[i + 1] - values[i]);
            squares += steps[i] * steps[i];
        }
        double root = Math.sqrt(squares / steps.length);
        Arrays.sort(steps);
        double median = steps[steps.length / 2];
        return (median > 0 ? median / NORMAL_MEDIAN : root) / Math.sqrt(2);
    }

    /** Mean of the values from {@code start} on, {@code end} excluded. */
    static double mean(double[] values, int start, int end) {
        return Arrays.stream(values, start, end).average().orElseThrow();
    }
}
