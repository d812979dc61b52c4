package rapport.analysis.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people and programs write it: "4 May 2025", "Sunday, May 4th, 2025", "2025-05-04T23:10:00-05:00", "26/05/2025".
 * A time of day and its offset are read over: the day is the one that is written, at its own place.
 *
 * <p>Known miss: "04/05/2025", which is May in one country and April in another, is no day here; neither is a month alone.
 *
 * @param year empty in "May 4"
 * @param end where it ends in the text
 */
record WrittenDay(OptionalInt year, int month, int dayOfMonth, int end) {

    private static final String WEEKDAY =
            "(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?,?\\s{1,3})?";

    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";

    private static final String END = "(?![\\p{L}\\d_])(?![-/.]\\d)";

    private static final String CLOCK =
            "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?)?";

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})" + CLOCK + END),
            form("(?<year>\\d{4})/(?<number>\\d{1,2})/(?<day>\\d{1,2})" + CLOCK + END),
            form(WEEKDAY + "(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]{1,3}" + MONTH
                    + "(?:[,\\s-]{1,3}(?<year>\\d{4}))" + END),
            form(WEEKDAY + MONTH + "\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<year>\\d{4})" + END),
            form(WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?\\s{1,3}" + MONTH + END),
            form(WEEKDAY + MONTH + "\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?" + END),
            form("(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})\\k<sign>(?<year>\\d{4})" + END));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Printed news is not older, and a year beyond is a slip of the pen. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2199;

    /** The day that is written from this place on, without a letter or digit after it. */
    static Optional<WrittenDay> at(String text, int from) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text).region(from, text.length()).useTransparentBounds(true);
            if (!matcher.lookingAt()) continue;
            Optional<WrittenDay> found = of(form, matcher);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The day that a program wrote; also "20250504". Empty if there is no year. */
    static Optional<LocalDate> parse(String text) {
        String stripped = text.strip();
        if (stripped.matches("\\d{8}(?:T.{0,20})?")) {
            stripped = stripped.substring(0, 4) + "-" + stripped.substring(4, 6) + "-" + stripped.substring(6, 8);
        }
        return at(stripped, 0).flatMap(WrittenDay::day);
    }

    /** Empty if the year is not written. */
    Optional<LocalDate> day() {
        return year.isPresent() ? Optional.of(LocalDate.of(year.getAsInt(), month, dayOfMonth)) : Optional.empty();
    }

    /** The day itself, or in the year that brings it to or shortly before the day of publication; empty if there is none. */
    Optional<LocalDate> before(LocalDate published) {
        if (year.isPresent()) return day();
        for (int y = published.getYear() + 1; y >= published.getYear() - 1; y--) {
            Optional<LocalDate> candidate = date(y, month, dayOfMonth);
            // one day of grace: filed on Monday at one end of the world, published on Sunday at the other
            if (candidate.isPresent() && ChronoUnit.DAYS.between(published, candidate.get()) <= 1) return candidate;
        }
        return Optional.empty();
    }

    private static Optional<WrittenDay> of(Pattern form, Matcher matcher) {
        OptionalInt year = form.pattern().contains("<year>")
                ? OptionalInt.of(Integer.parseInt(matcher.group("year")))
                : OptionalInt.empty();
        int month;
        int day;
        if (form.pattern().contains("<one>")) {
            int one = Integer.parseInt(matcher.group("one"));
            int two = Integer.parseInt(matcher.group("two"));
            if (one <= 12 && two <= 12 && one != two) return Optional.empty(); // day or month first: nobody knows
            day = Math.max(one, two);
            month = Math.min(one, two);
        } else {
            day = Integer.parseInt(matcher.group("day"));
            month = form.pattern().contains("<number>")
                    ? Integer.parseInt(matcher.group("number"))
                    : MONTHS.indexOf(matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        }
        int checkedYear = year.orElse(2000); // a leap year: 29 February may be meant
        if (checkedYear < FIRST_YEAR || checkedYear > LAST_YEAR) return Optional.empty();
        return date(checkedYear, month, day).map(d -> new WrittenDay(year, month, day, matcher.end()));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
