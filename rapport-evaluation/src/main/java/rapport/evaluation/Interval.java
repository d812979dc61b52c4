package rapport.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A 95 % interval by bootstrap: documents are drawn with replacement, the figure is taken anew, and the middle 95 % of 1,000
 * draws is kept. It covers the choice of documents alone, not the coders' own errors.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13 (percentile interval).
 */
public record Interval(double low, double high) {

    private static final int DRAWS = 1000;
    private static final long SEED = 7; // fixed, so that the same run prints the same interval

    static <D> Interval of(List<D> documents, ToDoubleFunction<List<D>> figure) {
        if (documents.isEmpty()) return new Interval(0, 0);
        Random random = new Random(SEED);
        double[] figures = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<D> drawn = new ArrayList<>(documents.size());
            for (int i = 0; i < documents.size(); i++) drawn.add(documents.get(random.nextInt(documents.size())));
            figures[draw] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        return new Interval(figures[DRAWS / 40], figures[DRAWS - 1 - DRAWS / 40]);
    }

    List<Double> toList() {
        return List.of(low, high);
    }
}
