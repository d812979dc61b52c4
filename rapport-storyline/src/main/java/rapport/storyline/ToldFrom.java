package rapport.storyline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.record.Days;

/**
 * Words that tell a day from the day of the report ("yesterday", "on Monday", "last month"), read backwards: if the day of the
 * event is known, they tell that of the report. And days without their year.
 *
 * <p>Known miss: in a sentence with two events the words may belong to the other; few forms are read, the commonest.
 */
final class ToldFrom {

    /** A year is left out of a day that lies nearer than half a year. */
    private static final int NEAR = 183;

    private static final List<Day> BACKWARDS = List.of(
            new Day("today|this (?:morning|afternoon)", day -> days(day, day)),
            new Day("yesterday", day -> days(day.plusDays(1), day.plusDays(1))),
            new Day("last week", day -> {
                LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                return days(monday, monday.plusDays(6));
            }),
            new Day("last month", day -> {
                LocalDate first = day.with(TemporalAdjusters.firstDayOfNextMonth());
                return days(first, first.with(TemporalAdjusters.lastDayOfMonth()));
            }),
            new Day("earlier this month", day -> days(day, day.with(TemporalAdjusters.lastDayOfMonth()))),
            new Day("last year", day -> {
                LocalDate first = day.with(TemporalAdjusters.firstDayOfNextYear());
                return days(first, first.with(TemporalAdjusters.lastDayOfYear()));
            }));

    private static final Pattern WEEKDAY =
            Pattern.compile("(?<!last |next )\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b(?!s)");

    private static final String MONTH =
            "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|April|May|June|July|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Oct(?:ober|\\.)?|"
                    + "Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
    private static final String NUMBER = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern YEARLESS = Pattern.compile("(?<![\\w.,–-])(?<lead>[a-z]+ )?(?:" + NUMBER + " (?:of )?"
            + MONTH + "|" + MONTH + " " + NUMBER + ")(?![\\d%]|,? \\d{4}|-\\d)");

    private record Day(Pattern words, Function<LocalDate, Days> report) {
        Day(String words, Function<LocalDate, Days> report) {
            this(Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE), report);
        }
    }

    /** Words and the days that they mean. */
    record Found(String words, Days days) {}

    private ToldFrom() {}

    /** When a report can be of whose sentence tells of what was done on that day. */
    static List<Found> report(String sentence, LocalDate event) {
        List<Found> found = new ArrayList<>();
        for (Day told : BACKWARDS) {
            Matcher words = told.words.matcher(sentence);
            if (words.find()) found.add(new Found(words.group(), told.report.apply(event)));
        }
        Matcher weekday = WEEKDAY.matcher(sentence);
        while (weekday.find()) {
            DayOfWeek day = DayOfWeek.valueOf(weekday.group(1).toUpperCase(Locale.ROOT));
            if (day == event.getDayOfWeek()) {
                found.add(new Found(weekday.group(1), days(event, event.plusDays(6))));
            }
        }
        return found;
    }

    /** Days that a sentence names without their year and not as a limit: each in the year that brings it nearest. */
    static List<Found> yearless(String sentence, List<LocalDate> near) {
        List<Found> found = new ArrayList<>();
        Matcher words = YEARLESS.matcher(sentence);
        while (words.find()) {
            String lead = words.group("lead") == null ? "" : words.group("lead").strip();
            if (Stream.of("by", "until", "till", "before", "after", "since", "from")
                    .anyMatch(lead::equals)) continue;
            String number = words.group(2) == null ? words.group(5) : words.group(2);
            String month = words.group(3) == null ? words.group(4) : words.group(3);
            String named = words.group().substring(lead.isEmpty() ? 0 : lead.length() + 1);
            nearest(month, Integer.parseInt(number), near)
                    .ifPresent(day -> found.add(new Found(named, days(day, day))));
        }
        return found;
    }

    private static Optional<LocalDate> nearest(String month, int number, List<LocalDate> near) {
        Month named = Stream.of(Month.values())
                .filter(m -> m.name().startsWith(month.substring(0, 3).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        if (number < 1 || number > named.maxLength()) return Optional.empty();
        MonthDay day = MonthDay.of(named, number);
        return near.stream()
                .flatMap(known -> Stream.of(known.getYear() - 1, known.getYear(), known.getYear() + 1)
                        .filter(day::isValidYear)
                        .map(day::atYear)
                        .filter(there -> apart(there, known) <= NEAR))
                .min(Comparator.comparingLong((LocalDate there) -> near.stream()
                                .mapToLong(known -> apart(there, known))
                                .min()
                                .orElseThrow())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static Days days(LocalDate first, LocalDate last) {
        return new Days(Optional.of(first), Optional.of(last));
    }
}
