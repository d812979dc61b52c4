package rapport.storyline;

import java.math.BigDecimal;
import java.util.Locale;
import rapport.ontology.Code;

/**
 * What can be set about how reports are drawn together. A usual value was chosen on ECB+ train or on stories of the corpus' train part
 * (decisions 8 and 11), that of {@link #COPY} by hand; published figures hold for the usual ones.
 */
public enum Setting implements Code {
    /** False merges cost more than missed ones: a higher value joins less. */
    CHANCE(
            0.4,
            0,
            1,
            "Event mentions are put together if on average it is at least so likely that they tell one event."),

    /** In a rivalry the same two sides accuse and attack in the same words again and again. */
    WORDING(
            0.2,
            0,
            1,
            "They stay apart if their sentences have less in common, by their rare words; but not a title and what it sums up."),

    /** Window of days. */
    DAYS(0, 0, 366, "They stay apart if more days lie between those on which they are said to have happened."),

    STORYLINE(
            0.03,
            0,
            1,
            "Reports are of one storyline if on average they are at least so much alike, by their rare words."),

    COPY(
            0.7,
            0.5,
            1,
            "A report or a sentence is a copy if an earlier one has at least this share of its wording, five words in a row each.");

    private final double usual;
    private final double least;
    private final double most;
    private final String meaning;

    Setting(double usual, double least, double most, String meaning) {
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public double usual() {
        return usual;
    }

    /** What it does, in a sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** A value as people write it: {@code 0.4}, of days {@code 3}. */
    public static String written(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * The value, to three decimals.
     *
     * @throws IllegalArgumentException if it cannot be this; the message says what it can be
     */
    double require(double value) {
        boolean isWhole = value == Math.rint(value);
        if (value >= least && value <= most && (isWhole || this != DAYS)) return Math.round(value * 1000) / 1000.0;
        throw new IllegalArgumentException("found " + code() + " " + value + ", expected a "
                + (this == DAYS ? "whole number" : "number") + " from " + written(least) + " to " + written(most));
    }
}
