package rapport.analysis.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import rapport.record.Days;

/** What an expression means, whatever the document's day: read against a day it gives days. */
sealed interface Meaning {

    /** Recognised, but too vague or told from something else than the document's day: "in recent weeks", "a day later". */
    Meaning NOTHING = new Relative((day, direction) -> Optional.empty());

    /** The days themselves: "3 May 2025". */
    record Stated(Days days) implements Meaning {}

    /**
     * Days that lack their year: "3 May", "in March".
     *
     * @param inYear empty if there is no such day in that year: "29 February", or a day of the week that does not fit
     */
    record Yearless(IntFunction<Optional<Days>> inYear) implements Meaning {}

    /** Days named by their distance from the document's day: "yesterday", "on Monday". */
    record Relative(BiFunction<LocalDate, Direction, Optional<Days>> reading) implements Meaning {}

    static Meaning stated(LocalDate first, LocalDate last) {
        return new Stated(days(first, last));
    }

    static Meaning relative(BiFunction<LocalDate, Direction, Days> reading) {
        return new Relative((day, direction) -> Optional.of(reading.apply(day, direction)));
    }

    static Days days(LocalDate first, LocalDate last) {
        return new Days(Optional.of(first), Optional.of(last));
    }

    static Days year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Days month(YearMonth month) {
        return days(month.atDay(1), month.atEndOfMonth());
    }

    /** The same with its days changed: the end of it, the first quarter of it. */
    default Meaning with(UnaryOperator<Days> change) {
        if (this instanceof Stated stated) return new Stated(change.apply(stated.days()));
        if (this instanceof Yearless yearless) {
            return new Yearless(year -> yearless.inYear().apply(year).map(change));
        }
        Relative relative = (Relative) this;
        return new Relative(
                (day, direction) -> relative.reading().apply(day, direction).map(change));
    }

    /** Read against a day. */
    default Optional<Days> on(LocalDate day, Direction direction) {
        if (this instanceof Stated stated) return Optional.of(stated.days());
        if (this instanceof Yearless yearless) return nearest(yearless, day, direction);
        return ((Relative) this).reading().apply(day, direction);
    }

    /** Nearer than this ahead, and it is what a sentence that looks ahead means. */
    int MOST_DAYS_AHEAD = 270;

    /** What lies longer back than this is in doubt: a report of last year's day mostly says "last year". */
    int MOST_DAYS_BACK = 300;

    /**
     * The year that a report leaves out: the past one, unless the sentence looks ahead. If the past one is ten months ago and
     * more, a sentence without any verb means the one to come, and one that looks back gives nothing.
     */
    private static Optional<Days> nearest(Yearless yearless, LocalDate day, Direction direction) {
        Optional<Days> past = Optional.empty();
        Optional<Days> ahead = Optional.empty();
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            Optional<Days> days = yearless.inYear().apply(year);
            if (days.flatMap(Days::from).filter(first -> !first.isAfter(day)).isPresent()) past = days;
            boolean isAhead = days.flatMap(Days::until)
                    .filter(last -> !last.isBefore(day))
                    .isPresent();
            if (isAhead && ahead.isEmpty()) ahead = days;
        }
        LocalDate farAhead = day.plusDays(MOST_DAYS_AHEAD);
        LocalDate farBack = day.minusDays(MOST_DAYS_BACK);
        Optional<Days> soon = ahead.filter(days -> !days.from().orElseThrow().isAfter(farAhead));
        Optional<Days> recent = past.filter(days -> !days.until().orElseThrow().isBefore(farBack));
        return switch (direction) {
            case PAST -> recent;
            case FUTURE -> soon.or(() -> recent);
            case UNCLEAR -> recent.or(() -> soon);
        };
    }
}
