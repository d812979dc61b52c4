package rapport.analysis;

/** Arithmetic of scores: from logits to chances. All sums run in a fixed order, so results are the same on every run. */
public final class Logits {

    private static final double LEAST_CHANCE = 1e-4;

    private Logits() {}

    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** The logit of a chance, which never counts as surer than 1 in 10,000 either way. */
    public static double logOdds(double chance) {
        double within = Math.min(Math.max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE);
        return Math.log(within / (1 - within));
    }

    /** Natural logarithms of the chances; they sum to one before the logarithm. */
    public static double[] logSoftmax(float[] logits) {
        double[] result = new double[logits.length];
        double total = logSumExp(logits);
        for (int i = 0; i < logits.length; i++) result[i] = logits[i] - total;
        return result;
    }

    public static double logSumExp(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) copy[i] = values[i];
        return logSumExp(copy);
    }

    /** Log of the sum of exponentials; minus infinity for none. */
    public static double logSumExp(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) max = Math.max(max, value);
        if (max == Double.NEGATIVE_INFINITY) return max;
        double sum = 0;
        for (double value : values) sum += Math.exp(value - max);
        return max + Math.log(sum);
    }

    /** Index of the largest; the first of equals. */
    public static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
        return best;
    }
}
