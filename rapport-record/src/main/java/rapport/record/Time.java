package rapport.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rapport.ontology.Basis;

/**
 * When something took place or was published, and how we know.
 *
 * <p>Unit: ISO calendar days, both ends included; the length is the precision ("October 2019" is the whole month). An end
 * that nothing tells is empty. The day of publication is never used as the day of an event.
 *
 * @param because for {@link Basis#INFERRED}: ids or words that it follows from, else empty
 * @param text the words that name it, if the text does
 */
public record Time(
        Optional<LocalDate> first, Optional<LocalDate> last, Basis basis, List<String> because, Optional<Span> text) {

    public static final Time UNKNOWN =
            new Time(Optional.empty(), Optional.empty(), Basis.UNKNOWN, List.of(), Optional.empty());

    public Time {
        because = List.copyOf(because);
        if ((basis == Basis.UNKNOWN) != (first.isEmpty() && last.isEmpty())) {
            throw new IllegalArgumentException(
                    "a time is unknown exactly if both ends are; got " + basis + ", " + first + ", " + last);
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw new IllegalArgumentException("the last day is before the first: " + first + ", " + last);
        }
    }

    public static Time of(LocalDate first, LocalDate last, Basis basis, Span text) {
        return new Time(Optional.of(first), Optional.of(last), basis, List.of(), Optional.of(text));
    }

    public static Time stated(LocalDate day) {
        return new Time(Optional.of(day), Optional.of(day), Basis.STATED, List.of(), Optional.empty());
    }

    public boolean isUnknown() {
        return basis == Basis.UNKNOWN;
    }

    /** The day, if it is known to be one. */
    public Optional<LocalDate> day() {
        return first.equals(last) ? first : Optional.empty();
    }

    /** The first day, or the last if only that is known. */
    public Optional<LocalDate> earliest() {
        return first.or(() -> last);
    }

    /** The last day, or the first if only that is known. */
    public Optional<LocalDate> latest() {
        return last.or(() -> first);
    }

    /** All days on which it can have been. */
    public Days days() {
        return new Days(first, last);
    }
}
