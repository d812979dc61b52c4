package rapport.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import rapport.record.Days;

/**
 * Reads dates as they are written: a day, month or year by name and number, as much of it as is there.
 *
 * <p>Whether "May" is a month, or 1914 a year, is decided by the words beside it.
 */
final class Dates {

    /**
     * A date as far as it is written.
     *
     * @param end the word after it
     * @param weekday only checks, and chooses the year if there is none
     * @param day of the month; if it is empty, a month or year is meant
     * @param lastDay of a period within the month
     */
    record Date(
            int end,
            Optional<DayOfWeek> weekday,
            OptionalInt day,
            OptionalInt lastDay,
            Optional<Month> month,
            OptionalInt year) {

        /** Its days, with this year if it has none; empty if there is no such day. */
        Optional<Days> in(int givenYear) {
            int y = year.orElse(givenYear);
            if (month.isEmpty()) return Optional.of(Meaning.year(y));
            YearMonth yearMonth = YearMonth.of(y, month.get());
            if (day.isEmpty()) return Optional.of(Meaning.month(yearMonth));
            int last = lastDay.orElse(day.getAsInt());
            if (!yearMonth.isValidDay(last) || day.getAsInt() > last) return Optional.empty();
            LocalDate first = yearMonth.atDay(day.getAsInt());
            boolean fits = year.isPresent() || weekday.isEmpty() || weekday.get() == first.getDayOfWeek();
            return fits ? Optional.of(Meaning.days(first, yearMonth.atDay(last))) : Optional.empty();
        }

        Meaning meaning() {
            if (year.isEmpty()) return new Meaning.Yearless(this::in);
            return in(year.getAsInt()).<Meaning>map(Meaning.Stated::new).orElse(Meaning.NOTHING);
        }

        boolean isDay() {
            return day.isPresent();
        }

        boolean isMonth() {
            return day.isEmpty() && month.isPresent();
        }

        boolean isYear() {
            return month.isEmpty();
        }

        Date on(DayOfWeek name) {
            return new Date(end, Optional.of(name), day, lastDay, month, year);
        }

        /** Another day of its month. */
        Date at(int otherDay, int otherEnd) {
            return new Date(otherEnd, Optional.empty(), OptionalInt.of(otherDay), OptionalInt.empty(), month, year);
        }
    }

    private static final List<String> MONTH_NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Map<String, Month> MONTHS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            String name = MONTH_NAMES.get(month.getValue() - 1);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
    }

    /** With a capital these are still words or names of other things. */
    private static final Set<String> MONTHS_OR_WORDS = Words.listed("""
            may march jan feb mar apr jun jul aug sep oct nov dec
            """);

    /** Before a month that is sure to be one. */
    private static final Set<String> BEFORE_MONTH = Words.listed("""
            in since until till by of from during before after between through early late mid last next this and
            to around throughout end 's s beginning the
            """);

    /** Before "May" and "March": after the others ("of May", "by May") may stand a person. */
    private static final Set<String> ONLY_BEFORE_MONTH = Words.listed("""
            in since until till during between through early late mid last next this around throughout end beginning
            """);

    private static final Set<String> BEFORE_NO_YEAR = Words.listed("""
            $ € £ ¥ # no number resolution resolutions flight article articles agenda vision room route highway
            section page paragraph protocol boeing airbus over about around some nearly almost least than
            roughly approximately another extra additional circa exceed exceeding model type level chapter
            clause / + .
            """);

    private static final Set<String> AFTER_NO_YEAR = Words.listed("""
            people men women children troops soldiers dead gmt utc hours hrs km kilometers kilometres miles
            meters metres feet ft kg tons tonnes dollars euros pounds rupees percent % civilians fighters
            militants prisoners refugees families homes houses votes members square hundred thousand million
            billion per m meter metre villages workers police others more years days /
            """);

    private static final Set<String> BEFORE_OLD_YEAR = Words.listed("""
            in since until till by of from during before after between and early late mid the to ( through as
            """);

    private static final Set<String> OPENING_MARKS = Words.listed("""
            " “ ‘ ' [ ( — *
            """);

    private static final Set<String> VERBS_IN_S = Words.listed("""
            was is has as its his this us
            """);

    /** Four digits before the year 1000 are mostly no year. */
    private static final int FIRST_YEAR = 1000;

    /** From here on four digits are mostly a year; older years need a word before them. */
    private static final int FIRST_PLAIN_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    /** Of a period in figures; longer ones are numbers of something else. */
    private static final int MOST_YEARS = 120;

    private final Words words;

    Dates(Words words) {
        this.words = words;
    }

    /** The date that begins here: "3 May 2025", "May 3-5", "the 3rd of May", "May 2025", "2025", "March". */
    Optional<Date> at(int at) {
        boolean isOrdinal = words.is(at, "the") && day(at + 1).isPresent() && endOfDay(at + 1) == at + 3;
        return dayFirst(isOrdinal ? at + 1 : at).or(() -> monthFirst(at)).or(() -> yearAlone(at));
    }

    private Optional<Date> dayFirst(int at) {
        OptionalInt day = day(at);
        if (day.isEmpty()) return Optional.empty();
        int next = endOfDay(at);
        OptionalInt lastDay = lastDay(next, day.getAsInt(), at);
        if (lastDay.isPresent()) next = endOfDay(next + 1);
        else if (joins(next) && day(next + 1).isPresent()) return Optional.empty();
        if (words.is(next, "of")) next++;
        if (words.isHyphen(next)) next++;
        Optional<Month> month = monthName(next);
        if (month.isEmpty()) return Optional.empty();
        return Optional.of(withYear(endOfMonth(next), day, lastDay, month));
    }

    private Optional<Date> monthFirst(int at) {
        Optional<Month> month = monthName(at);
        if (month.isEmpty()) return Optional.empty();
        int next = endOfMonth(at);
        int dayAt = words.is(next, "the") ? next + 1 : next;
        OptionalInt day = day(dayAt);
        if (day.isPresent() && !isCounted(endOfDay(dayAt))) {
            int end = endOfDay(dayAt);
            OptionalInt lastDay = lastDay(end, day.getAsInt(), dayAt).isPresent()
                            && monthName(endOfDay(end + 1)).isEmpty()
                            && !isCounted(endOfDay(end + 1))
                    ? day(end + 1)
                    : OptionalInt.empty();
            return Optional.of(withYear(lastDay.isPresent() ? endOfDay(end + 1) : end, day, lastDay, month));
        }
        int yearAt = words.is(next, "of") ? next + 1 : next;
        if (year(yearAt).isPresent())
            return Optional.of(withYear(yearAt, OptionalInt.empty(), OptionalInt.empty(), month));
        if (!isMonthAlone(at)) return Optional.empty();
        return Optional.of(new Date(
                at + 1, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), month, OptionalInt.empty()));
    }

    private Date withYear(int end, OptionalInt day, OptionalInt lastDay, Optional<Month> month) {
        OptionalInt year = year(end);
        int after = year.isEmpty() ? end : words.is(end, ",") ? end + 2 : end + 1;
        return new Date(after, Optional.empty(), day, lastDay, month, year);
    }

    private boolean joins(int at) {
        return words.isHyphen(at) || words.is(at, "to") || words.is(at, "and") || words.is(at, "through");
    }

    /** The end of "3-5", "3 to 5", "between 3 and 5"; with a mere "and" only of two days in a row. */
    private OptionalInt lastDay(int join, int first, int at) {
        OptionalInt last = joins(join) ? day(join + 1) : OptionalInt.empty();
        if (last.isEmpty() || last.getAsInt() <= first) return OptionalInt.empty();
        boolean isPeriod = !words.is(join, "and")
                || last.getAsInt() == first + 1
                || words.is(at - 1, "between")
                || words.is(at - 2, "between");
        return isPeriod ? last : OptionalInt.empty();
    }

    /** "May 20 people": the number counts. */
    private boolean isCounted(int at) {
        return words.isAny(at, AFTER_NO_YEAR);
    }

    private boolean isMonthAlone(int at) {
        String before = words.small(at - 1);
        boolean isMid = words.isHyphen(at - 1) && words.isAny(at - 2, Set.of("mid", "early", "late"));
        boolean isAfterMonth = words.isAny(at - 1, Set.of("and", "to", "or"))
                && monthName(at - 2).isPresent();
        if (MONTHS_OR_WORDS.contains(words.small(at))) {
            boolean isBound = words.isAny(at - 1, Set.of("by", "before", "after", "of", "from", "'s"));
            boolean isPerson = words.is(at + 1, "'s")
                    || words.isCapital(at + 1)
                    || words.small(at + 1).endsWith("ed");
            boolean isAdjective = words.isAny(at - 1, Set.of("the", "its", "his", "her", "their", "a"))
                    && words.isSmallLetters(at + 1)
                    && !words.isAny(at + 1, Set.of("on", "to", "for", "of", "is", "was", "has", "by", "from"));
            return isMid || isAfterMonth || ONLY_BEFORE_MONTH.contains(before) || isBound && !isPerson || isAdjective;
        }
        boolean isCued = isMid || BEFORE_MONTH.contains(before);
        boolean isAfterName = words.isCapital(at - 1) && at - 1 > 0;
        boolean isFirstName = words.isCapital(at + 1);
        return isCued || !isAfterName && !isFirstName;
    }

    private Optional<Date> yearAlone(int at) {
        int value = words.plainNumber(at);
        if (value < FIRST_YEAR || value > LAST_YEAR) return Optional.empty();
        if (BEFORE_NO_YEAR.contains(words.small(at - 1)) || isCounted(at + 1)) return Optional.empty();
        if (isPartOfName(at) || words.isJoined(at + 1) && words.isLetters(at + 1)) return Optional.empty();
        boolean isPluralBehind = words.isSmallLetters(at + 1) && isPlural(words.small(at + 1));
        boolean isRound = value % 1000 == 0;
        boolean isOld = value < FIRST_PLAIN_YEAR;
        if (isPluralBehind && (isRound || isOld)) return Optional.empty(); // "the 2014 protests", but "2000 protests"
        if (isOld && !BEFORE_OLD_YEAR.contains(words.small(at - 1))) return Optional.empty();
        return Optional.of(new Date(
                at + 1,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.of(value)));
    }

    /** "F-2000", "2000-pound": but "mid-2014", "(2014". */
    private boolean isPartOfName(int at) {
        if (words.isHyphen(at + 1) && words.isJoined(at + 1) && words.isJoined(at + 2) && words.isLetters(at + 2)) {
            return !words.isAny(at + 2, Set.of("era", "style"));
        }
        if (!words.isJoined(at)) return false;
        if (!words.isHyphen(at - 1)) return !words.isAny(at - 1, OPENING_MARKS);
        return !words.isNumber(at - 2) && !words.isAny(at - 2, Set.of("mid", "post", "pre", "early", "late"));
    }

    private static boolean isPlural(String small) {
        return small.endsWith("s") && !small.endsWith("ss") && !VERBS_IN_S.contains(small);
    }

    /** "1861-1865", "2014-18": two years side by side need no other sign. */
    Optional<Days> years(int at) {
        int first = words.plainNumber(at);
        int last = words.plainNumber(at + 2);
        if (words.text(at + 2).length() == 2 && last >= 0) last += first / 100 * 100;
        boolean isPeriod = first >= FIRST_YEAR
                && last > first
                && last <= LAST_YEAR
                && last - first <= MOST_YEARS
                && words.isHyphen(at + 1)
                && words.isJoined(at + 1)
                && words.isJoined(at + 2)
                && !words.isHyphen(at + 3)
                && !words.isHyphen(at - 1)
                && !BEFORE_NO_YEAR.contains(words.small(at - 1))
                && !isCounted(at + 3);
        return isPeriod
                ? Optional.of(Meaning.days(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)))
                : Optional.empty();
    }

    /** The year behind a day or month, which may have a comma before it. */
    private OptionalInt year(int at) {
        int start = words.is(at, ",") ? at + 1 : at;
        int value = words.plainNumber(start);
        boolean isYear =
                value >= FIRST_YEAR && value <= LAST_YEAR && (!isCounted(start + 1) || words.is(start + 1, "more"));
        return isYear ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** A day of the month in figures. */
    OptionalInt day(int at) {
        int value = words.plainNumber(at);
        boolean isDay = value >= 1 && value <= 31 && words.text(at).length() <= 2 && !words.is(at - 1, "$");
        return isDay ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** After the "rd" of "3rd". */
    int endOfDay(int at) {
        boolean isOrdinal = words.isJoined(at + 1) && words.isAny(at + 1, Set.of("st", "nd", "rd", "th"));
        return isOrdinal ? at + 2 : at + 1;
    }

    private Optional<Month> monthName(int at) {
        return words.isCapital(at) ? Optional.ofNullable(MONTHS.get(words.small(at))) : Optional.empty();
    }

    /** After the stop of a short form. */
    private int endOfMonth(int at) {
        boolean isShort = !MONTH_NAMES.contains(words.small(at));
        return isShort && words.is(at + 1, ".") && words.isJoined(at + 1) ? at + 2 : at + 1;
    }
}
