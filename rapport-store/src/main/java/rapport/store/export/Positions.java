package rapport.store.export;

import java.util.Arrays;
import rapport.record.Span;

/**
 * Converts between positions of the program and of the public format.
 *
 * <p>Unit: UTF-16 code units here, Unicode code points there, both from 0. They part company after the first character
 * beyond U+FFFF, such as an emoji.
 */
final class Positions {

    private final String text;
    private final int codePoints;

    /** Code points before which a character of two code units ends: the n-th is followed by n + 1 additional units. */
    private final int[] afterPairs;

    Positions(String text) {
        this.text = text;
        this.codePoints = text.codePointCount(0, text.length());
        this.afterPairs = new int[text.length() - codePoints];
        int pairs = 0;
        for (int unit = 0; pairs < afterPairs.length; unit++) {
            if (Character.isSupplementaryCodePoint(text.codePointAt(unit))) {
                afterPairs[pairs] = unit + 1 - pairs;
                pairs++;
                unit++;
            }
        }
    }

    String text() {
        return text;
    }

    int codePoints() {
        return codePoints;
    }

    /** The code point that begins at this code unit. */
    int codePointAt(int unit) {
        if (afterPairs.length == 0) return unit;
        // the number of pairs that end at or before the unit: pair n ends at unit afterPairs[n] + n + 1
        int low = 0;
        int high = afterPairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (afterPairs[middle] + middle + 1 <= unit) low = middle + 1;
            else high = middle;
        }
        return unit - low;
    }

    /** The code unit at which this code point begins. */
    int unitAt(int codePoint) {
        int found = Arrays.binarySearch(afterPairs, codePoint);
        return codePoint + (found >= 0 ? found + 1 : -found - 1);
    }

    /** From code points, as they stand in a file; both at most {@link #codePoints()}. */
    Span spanOf(int start, int end) {
        return new Span(unitAt(start), unitAt(end));
    }
}
