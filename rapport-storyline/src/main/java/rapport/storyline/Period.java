package rapport.storyline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Units of time by which a series is counted. */
public enum Period {
    DAY {
        @Override
        LocalDate start(LocalDate day) {
            return day;
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusDays(1);
        }

        @Override
        String name(LocalDate start) {
            return start.toString();
        }
    },
    WEEK {
        @Override
        LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }

        @Override
        String name(LocalDate start) {
            return String.format(
                    Locale.ROOT,
                    "%d-W%02d",
                    start.get(IsoFields.WEEK_BASED_YEAR),
                    start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    MONTH {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }

        @Override
        String name(LocalDate start) {
            return String.format(Locale.ROOT, "%d-%02d", start.getYear(), start.getMonthValue());
        }
    },
    QUARTER {
        @Override
        LocalDate start(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(3);
        }

        @Override
        String name(LocalDate start) {
            return String.format(Locale.ROOT, "%d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
        }
    };

    /** Its first day, for any of its days. */
    abstract LocalDate start(LocalDate day);

    abstract LocalDate next(LocalDate start);

    abstract String name(LocalDate start);

    /** As the record format has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
