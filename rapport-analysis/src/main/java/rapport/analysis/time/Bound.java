package rapport.analysis.time;

import java.time.LocalDate;
import java.util.Optional;
import rapport.record.Days;

/** What the word before an expression makes of its days: "since", "by", "until". */
enum Bound {
    NONE,
    /** Still going on at the document's day. */
    SINCE,
    FROM,
    UNTIL,
    BEFORE,
    AFTER;

    /** Empty if nothing is left, as of "since" a time with no first day. */
    Optional<Days> of(Days days, Optional<LocalDate> documentDay) {
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = Optional.empty();
        switch (this) {
            case NONE -> {
                first = days.from();
                last = days.until();
            }
            case SINCE -> {
                first = days.from();
                last = documentDay.filter(
                        day -> days.from().map(from -> !from.isAfter(day)).orElse(false));
            }
            case FROM -> first = days.from();
            case UNTIL -> last = days.until();
            case BEFORE -> last = days.from().map(from -> from.minusDays(1));
            case AFTER -> first = days.until().map(until -> until.plusDays(1));
        }
        return first.isEmpty() && last.isEmpty() ? Optional.empty() : Optional.of(new Days(first, last));
    }
}
