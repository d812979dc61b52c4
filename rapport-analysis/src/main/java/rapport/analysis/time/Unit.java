package rapport.analysis.time;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import rapport.record.Days;

/** A unit in which texts measure time; shorter ones than the day are counted in whole days. */
enum Unit {
    HOUR(Period.ZERO),
    DAY(Period.ofDays(1)),
    WEEK(Period.ofWeeks(1)),
    MONTH(Period.ofMonths(1)),
    QUARTER(Period.ofMonths(3)),
    YEAR(Period.ofYears(1)),
    DECADE(Period.ofYears(10)),
    CENTURY(Period.ofYears(100));

    /** More of a unit than this is no time that a report counts from its day. */
    static final int MOST = 1000;

    private static final int HOURS_OF_DAY = 24;

    private final Period period;

    Unit(Period period) {
        this.period = period;
    }

    /** The unit named by this word, in the singular or plural. */
    static Optional<Unit> at(Words words, int index) {
        return Optional.ofNullable(
                switch (words.small(index)) {
                    case "hour", "hours" -> HOUR;
                    case "day", "days" -> DAY;
                    case "week", "weeks" -> WEEK;
                    case "month", "months" -> MONTH;
                    case "quarter", "quarters" -> QUARTER;
                    case "year", "years" -> YEAR;
                    case "decade", "decades" -> DECADE;
                    case "century", "centuries" -> CENTURY;
                    default -> null;
                });
    }

    /** A unit of the calendar, in the singular: what "this" and "last" may stand before. */
    static Optional<Unit> calendarAt(Words words, int index) {
        return at(words, index)
                .filter(unit -> unit.compareTo(DAY) > 0 && !words.small(index).endsWith("s"));
    }

    /** The day so many units later; earlier, if they are negative. */
    LocalDate after(LocalDate day, int many) {
        if (this != HOUR) return day.plus(period.multipliedBy(many));
        int days = (Math.abs(many) + HOURS_OF_DAY - 1) / HOURS_OF_DAY;
        return day.plusDays(many < 0 ? -days : days);
    }

    /** The unit of the calendar that holds this day, or lies so many units later. */
    Days calendar(LocalDate day, int distance) {
        LocalDate inside = after(day, distance);
        return switch (this) {
            case HOUR, DAY -> Meaning.days(inside, inside);
            case WEEK -> {
                LocalDate monday = inside.with(previousOrSame(DayOfWeek.MONDAY));
                yield Meaning.days(monday, monday.plusDays(6));
            }
            case MONTH -> Meaning.month(YearMonth.from(inside));
            case QUARTER -> {
                LocalDate first = LocalDate.of(inside.getYear(), (inside.getMonthValue() - 1) / 3 * 3 + 1, 1);
                yield Meaning.days(first, first.plusMonths(3).minusDays(1));
            }
            case YEAR -> Meaning.year(inside.getYear());
            case DECADE -> years(inside.getYear() / 10 * 10, 10);
            case CENTURY -> years(inside.getYear() / 100 * 100, 100);
        };
    }

    /**
     * What "so many units ago" names, as precise as the unit: three days ago is a day, two months ago a month, two weeks ago the
     * seven days around; a week ago is a day.
     */
    Days ago(LocalDate day, int many) {
        if (this != WEEK) return calendar(day, -many);
        LocalDate middle = after(day, -many);
        return many == 1 ? Meaning.days(middle, middle) : Meaning.days(middle.minusDays(3), middle.plusDays(3));
    }

    private static Days years(int first, int many) {
        return Meaning.days(LocalDate.of(first, 1, 1), LocalDate.of(first + many - 1, 12, 31));
    }
}
