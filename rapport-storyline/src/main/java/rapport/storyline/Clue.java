package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.ontology.Basis;
import rapport.record.Days;
import rapport.record.Time;

/**
 * What tells the day of a report.
 *
 * @param days on which the report can have been published if the clue is right
 * @param because ids or words
 */
record Clue(Days days, List<String> because) {

    Clue {
        because = List.copyOf(because);
    }

    static Clue notBefore(LocalDate day, String because) {
        return new Clue(new Days(Optional.of(day), Optional.empty()), List.of(because));
    }

    static Clue notAfter(LocalDate day, String because) {
        return new Clue(new Days(Optional.empty(), Optional.of(day)), List.of(because));
    }

    /** An open end is none. */
    static Optional<Clue> between(Days days, String because) {
        return days.equals(Days.ALWAYS) ? Optional.empty() : Optional.of(new Clue(days, List.of(because)));
    }

    /**
     * The days that most clues allow; of equally many the widest, then the earliest. The reasons are those that set an end, and
     * each that had to be set aside ("against e3...").
     *
     * @return unknown if there is no clue
     */
    static Time together(List<Clue> clues) {
        if (clues.isEmpty()) return Time.UNKNOWN;
        List<Clue> best = List.of();
        for (LocalDate day : ends(clues)) {
            List<Clue> allowing =
                    clues.stream().filter(clue -> clue.days.contains(day)).toList();
            boolean isBetter = allowing.size() > best.size()
                    || allowing.size() == best.size() && length(meet(allowing)) > length(meet(best));
            if (isBetter) best = allowing;
        }
        Days days = meet(best);
        List<String> because = new ArrayList<>();
        for (Clue clue : best) {
            boolean setsAnEnd = days.from().isPresent() && clue.days.from().equals(days.from())
                    || days.until().isPresent() && clue.days.until().equals(days.until());
            if (setsAnEnd) because.addAll(clue.because);
        }
        for (Clue clue : clues) {
            if (!best.contains(clue)) clue.because.forEach(reason -> because.add(against(reason)));
        }
        return new Time(
                days.from(),
                days.until(),
                Basis.INFERRED,
                because.stream().distinct().toList(),
                Optional.empty());
    }

    private static String against(String reason) {
        return reason.startsWith("against ") ? reason : "against " + reason;
    }

    private static TreeSet<LocalDate> ends(List<Clue> clues) {
        TreeSet<LocalDate> ends = new TreeSet<>();
        clues.forEach(clue -> Stream.of(clue.days.from(), clue.days.until())
                .flatMap(Optional::stream)
                .forEach(ends::add));
        return ends;
    }

    /** Of clues that share a day. */
    private static Days meet(List<Clue> clues) {
        return new Days(
                clues.stream().flatMap(clue -> clue.days.from().stream()).max(Comparator.naturalOrder()),
                clues.stream().flatMap(clue -> clue.days.until().stream()).min(Comparator.naturalOrder()));
    }

    /** In days; one with an open end is longer than any other. */
    private static long length(Days days) {
        if (days.from().isEmpty() || days.until().isEmpty()) return Long.MAX_VALUE;
        return days.until().get().toEpochDay() - days.from().get().toEpochDay();
    }
}
