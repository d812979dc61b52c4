package rapport.storyline;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import rapport.ontology.EventType;

/**
 * Where the mean of the types' scores can lie, by how many events carry it.
 *
 * <p>Unit: scores from -10 to 10; nine times in ten, if the events are drawn from many like them.
 *
 * <p>Uncertainty: of the choice of events alone; not of how they were read.
 *
 * <p>Source: a t interval with the variance moderated towards a prior, as in Smyth, Linear Models and Empirical Bayes Methods
 * (2004), section 3: s² = (d0 s0² + d s²) / (d0 + d). Here s0² is the variance of the codebook's sixteen scores, and it weighs as
 * much as four events (d0), so that two like events do not look certain. The quantile of t is the expansion 26.7.5 of Abramowitz
 * and Stegun (1964).
 */
public record Band(double low, double high) {

    private static final double PRIOR_WEIGHT = 4;
    private static final double NORMAL = 1.6449; // 95 % of the normal distribution lie below
    private static final double END = 10;
    private static final double PRIOR =
            variance(Stream.of(EventType.values()).mapToDouble(EventType::score).toArray());

    /** Of the scores of events; empty if there are none. */
    static Optional<Band> of(List<Double> scores) {
        if (scores.isEmpty()) return Optional.empty();
        int n = scores.size();
        double[] values = scores.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double freedom = PRIOR_WEIGHT + n - 1;
        double moderated = (PRIOR_WEIGHT * PRIOR + (n - 1) * variance(values)) / freedom;
        double half = quantile(freedom) * Math.sqrt(moderated / n);
        return Optional.of(new Band(Math.max(-END, mean - half), Math.min(END, mean + half)));
    }

    private static double variance(double[] values) {
        if (values.length < 2) return 0;
        double mean = DoubleStream.of(values).average().orElseThrow();
        return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    private static double quantile(double freedom) {
        double z = NORMAL;
        double first = (Math.pow(z, 3) + z) / 4;
        double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
        double third = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z) / 384;
        return z + first / freedom + second / (freedom * freedom) + third / Math.pow(freedom, 3);
    }
}
