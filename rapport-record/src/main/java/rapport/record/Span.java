package rapport.record;

import java.util.Comparator;
import java.util.Optional;

/**
 * A stretch of a document's text.
 *
 * <p>Unit: UTF-16 code units from 0, {@code end} excluded; never empty.
 */
public record Span(int start, int end) implements Comparable<Span> {

    private static final Comparator<Span> ORDER =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("need 0 <= start < end; got " + start + ", " + end);
        }
    }

    /** The stretch without white space at its ends; empty if nothing else is in it. */
    public static Optional<Span> ofStripped(String text, int start, int end) {
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** The words as they stand in the text. */
    public String in(String text) {
        return text.substring(start, end);
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest stretch that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The same stretch of a text that begins this much further on. */
    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }

    public int length() {
        return end - start;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
