package rapport.record;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Optional;

/** From a day until a day, both included; an open end is empty. */
public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Days ALWAYS = new Days(Optional.empty(), Optional.empty());

    public Days {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("ends before it begins: " + from.get() + ", " + until.get());
        }
    }

    public boolean contains(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && until.map(u -> !day.isAfter(u)).orElse(true);
    }

    public boolean overlaps(Days other) {
        return areNear(other, 0);
    }

    /** Whether a day of these and one of the others lie at most so many days apart. */
    public boolean areNear(Days other, int apart) {
        return from.flatMap(f -> other.until.map(u -> DAYS.between(u, f) <= apart))
                        .orElse(true)
                && until.flatMap(u -> other.from.map(f -> DAYS.between(u, f) <= apart))
                        .orElse(true);
    }

    /** Whether all of the other's days are among these; open ends are never among closed ones. */
    public boolean covers(Days other) {
        return from.map(f -> other.from.filter(day -> !day.isBefore(f)).isPresent())
                        .orElse(true)
                && until.map(u -> other.until.filter(day -> !day.isAfter(u)).isPresent())
                        .orElse(true);
    }
}
