package rapport.web.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Days;

/**
 * Offices drawn on one line of time, from the first day that is known of any of them to the last, or to the last report.
 *
 * <p>Unit: pixels at 100 %.
 */
public record OfficeTimes(LocalDate first, LocalDate last) {

    public static final int WIDTH = 240;

    /** @param isOpen whether a day on which it began or ended is not known: the bar then reaches the edge */
    public record Bar(double x, double width, boolean isOpen) {}

    /** Empty if no day is known. */
    static Optional<OfficeTimes> of(List<Actor.Office> offices, Edition edition) {
        List<LocalDate> days = Stream.concat(
                        offices.stream()
                                .flatMap(office -> Stream.of(
                                        office.days().from(), office.days().until())),
                        Stream.of(
                                edition.figures().firstDay(), edition.figures().lastDay()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        boolean isKnown = offices.stream()
                .anyMatch(office -> office.days().from().isPresent()
                        || office.days().until().isPresent());
        if (!isKnown) return Optional.empty();
        return Optional.of(new OfficeTimes(days.get(0), days.get(days.size() - 1)));
    }

    public Bar bar(Days days) {
        double from = at(days.from().orElse(first));
        double until = at(days.until().map(day -> day.plusDays(1)).orElse(last.plusDays(1)));
        return new Bar(
                from,
                Math.max(2, until - from),
                days.from().isEmpty() || days.until().isEmpty());
    }

    private double at(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(first, last.plusDays(1)));
        return (double) WIDTH * ChronoUnit.DAYS.between(first, day) / all;
    }
}
