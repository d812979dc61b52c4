package rapport.analysis.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rapport.ontology.Basis;
import rapport.record.Days;
import rapport.record.Span;
import rapport.record.Time;

/**
 * Words that name a day or period, with what they mean.
 *
 * @param first word of the sentence
 * @param end the word after it
 */
record Expression(int first, int end, Span span, Meaning meaning, Bound bound, Direction direction) {

    /**
     * The time that it names in a document of this day.
     *
     * @param published days that the document can be of; both ends are needed, and must give the same, to read what is told from there
     */
    Optional<Time> time(Days published) {
        Basis basis = statedDays().isPresent() ? Basis.STATED : Basis.RESOLVED;
        return statedDays().or(() -> agreed(published)).flatMap(read -> bounded(read, published, basis, List.of()));
    }

    /** The same in a text that tells its days from a year that it has named before; empty if this is no day without a year. */
    Optional<Time> time(Days published, int year, String because) {
        if (!(meaning instanceof Meaning.Yearless yearless)) return Optional.empty();
        return yearless.inYear()
                .apply(year)
                .flatMap(read -> bounded(read, published, Basis.INFERRED, List.of(because)));
    }

    /** The days if they are written in full. */
    Optional<Days> statedDays() {
        return meaning instanceof Meaning.Stated stated ? Optional.of(stated.days()) : Optional.empty();
    }

    boolean isYearless() {
        return meaning instanceof Meaning.Yearless;
    }

    /** "yesterday", "last month": a reporter's way to tell, not a historian's. */
    boolean isToldFromToday() {
        return meaning instanceof Meaning.Relative && meaning != Meaning.NOTHING;
    }

    private Optional<Time> bounded(Days read, Days published, Basis basis, List<String> because) {
        Optional<LocalDate> today =
                published.until().filter(day -> published.from().isPresent());
        return bound.of(read, today)
                .map(days -> new Time(days.from(), days.until(), basis, because, Optional.of(span)));
    }

    private Optional<Days> agreed(Days published) {
        if (published.from().isEmpty() || published.until().isEmpty()) return Optional.empty();
        Optional<Days> early = meaning.on(published.from().get(), direction);
        Optional<Days> late = meaning.on(published.until().get(), direction);
        return early.equals(late) ? early : Optional.empty();
    }
}
