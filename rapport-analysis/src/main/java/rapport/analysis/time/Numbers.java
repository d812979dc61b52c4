package rapport.analysis.time;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one number in digits or words: "7,000", "twenty-one", "1.5 million", "two dozen", "half a million".
 *
 * <p>Known miss: numbers of more than 15 digits, and grouping by spaces or points.
 */
final class Numbers {

    /**
     * A number and where it ends.
     *
     * @param value no unit; not whole for "2.5"
     * @param end the word after it
     * @param digits it is written with digits
     */
    record Found(BigDecimal value, int end, boolean digits) {

        /** Empty if it is not whole. */
        Optional<Long> whole() {
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() <= 0 ? Optional.of(plain.longValueExact()) : Optional.empty();
        }
    }

    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Long> SCALES = Map.of(
            "hundred", 100L,
            "thousand", 1_000L,
            "million", 1_000_000L,
            "billion", 1_000_000_000L,
            "trillion", 1_000_000_000_000L,
            "dozen", 12L);
    private static final Map<String, Long> SHORT_SCALES =
            Map.of("k", 1_000L, "m", 1_000_000L, "mn", 1_000_000L, "bn", 1_000_000_000L, "b", 1_000_000_000L);

    /** Of one number; a longer row of number words is a list, and must not be read anew at each of them. */
    private static final int MOST_WORDS = 16;

    private static final int MOST_DIGITS =
            15; // times a trillion still fits a BigDecimal, and a long is checked at the end

    static {
        String[] ones = {
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen"
        };
        for (int i = 0; i < ones.length; i++) SMALL.put(ones[i], i);
        String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
        for (int i = 0; i < tens.length; i++) SMALL.put(tens[i], 20 + 10 * i);
    }

    private Numbers() {}

    /** The number that begins at this word. */
    static Optional<Found> at(Words words, int index) {
        Optional<Found> found = Optional.empty();
        if (words.isNumber(index)) found = digits(words, index);
        else if (SMALL.containsKey(words.small(index))) found = Optional.of(inWords(words, index));
        else if (words.is(index, "half") && (words.is(index + 1, "a") || words.is(index + 1, "an"))) {
            found = scale(words, index + 2).map(scale -> new Found(BigDecimal.valueOf(scale / 2), index + 3, false));
        } else if (words.is(index, "a") || words.is(index, "an")) {
            found = scale(words, index + 1).map(scale -> new Found(BigDecimal.valueOf(scale), index + 2, false));
        }
        return found.filter(f -> f.value().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0);
    }

    private static Optional<Long> scale(Words words, int index) {
        return Optional.ofNullable(SCALES.get(words.small(index)));
    }

    private static Optional<Found> digits(Words words, int index) {
        String plain = words.text(index).replace(",", "");
        boolean twoPoints = plain.indexOf('.') != plain.lastIndexOf('.');
        if (plain.length() > MOST_DIGITS || twoPoints) return Optional.empty();
        BigDecimal value = new BigDecimal(plain);
        int next = index + 1;
        Long joined = words.isJoined(next) ? SHORT_SCALES.get(words.small(next)) : null;
        if (joined != null) return Optional.of(new Found(value.multiply(BigDecimal.valueOf(joined)), next + 1, true));
        if (words.isHyphen(next) && SCALES.containsKey(words.small(next + 1))) next++;
        for (int scales = 0; scales < 2 && SCALES.containsKey(words.small(next)); scales++) {
            value = value.multiply(BigDecimal.valueOf(SCALES.getOrDefault(words.small(next++), 1L)));
        }
        return Optional.of(new Found(value, next, true));
    }

    /** "two hundred and fifty thousand": what stands before a scale word is counted by it. */
    private static Found inWords(Words words, int index) {
        long total = 0;
        long part = SMALL.getOrDefault(words.small(index), 0);
        int next = index + 1;
        boolean afterTens = part >= 20;
        while (next < index + MOST_WORDS) {
            Integer small = SMALL.get(words.small(next));
            Long scale = SCALES.get(words.small(next));
            boolean unitBehindHyphen =
                    afterTens && words.isHyphen(next) && isUnit(words.small(next + 1)) && words.isJoined(next + 1);
            boolean more =
                    words.is(next, "and") && part >= 100 && part % 100 == 0 && SMALL.containsKey(words.small(next + 1));
            if (unitBehindHyphen || more) {
                next++;
            } else if (scale != null && part > 0 && part < 1000) {
                if (scale == 100 || scale == 12) {
                    part *= scale;
                } else {
                    total += part * scale;
                    part = 0;
                }
                next++;
                afterTens = false;
                if (scale == 12) break;
            } else if (small != null && (afterTens && small > 0 && small < 10 || part == 0 || part % 100 == 0)) {
                part += small;
                afterTens = small >= 20;
                next++;
            } else {
                break;
            }
        }
        return new Found(BigDecimal.valueOf(total + part), next, false);
    }

    private static boolean isUnit(String small) {
        Integer value = SMALL.get(small);
        return value != null && value > 0 && value < 10;
    }
}
