package rapport.analysis.time;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import rapport.record.Days;

/**
 * Finds the expressions of time in a sentence, the longest at each place.
 *
 * <p>Words and capitals decide: "March", "May" and the days of the week are times only with a capital, and the first two only
 * beside a number, a preposition or the like.
 *
 * <p>Known miss: seasons (the year beside them is read alone), days told in figures ("03/05/2025" is two days, so neither),
 * festivals ("New Year's Day"), short names of days ("Mon.").
 */
final class TimeGrammar {

    /** A part of the grammar: its meaning, and the word after it. */
    private record Part(int end, Meaning meaning) {}

    /** A date as far as it is written; a month or a year at least. {@code weekday} only checks. */
    private record Date(
            int end,
            Optional<DayOfWeek> weekday,
            OptionalInt day,
            OptionalInt lastDay,
            Optional<Month> month,
            OptionalInt year) {

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

        /** 3 for a day, 2 for a month, 1 for a year. */
        int precision() {
            return day.isPresent() ? 3 : month.isPresent() ? 2 : 1;
        }

        Date withYear(OptionalInt other) {
            return new Date(end, weekday, day, lastDay, month, other);
        }
    }

    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    static {
        String[] names = {
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
            "december"
        };
        for (int i = 0; i < names.length; i++) {
            MONTHS.put(names[i], Month.of(i + 1));
            MONTHS.put(names[i].substring(0, 3), Month.of(i + 1));
        }
        MONTHS.put("sept", Month.SEPTEMBER);
        String[] days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
        for (int i = 0; i < days.length; i++) WEEKDAYS.put(days[i], DayOfWeek.of(i + 1));
    }

    /** With these alone a month's name is no month: words of their own, first names, or short forms. */
    private static final Set<String> MONTHS_OR_WORDS = Words.listed("""
            may march jan feb mar apr jun jul aug sep oct nov dec
            """);

    private static final Set<String> BEFORE_MONTH = Words.listed("""
            in since until till by of from during before after between through early late mid last next this and
            to around throughout end 's s beginning
            """);

    private static final Set<String> DAY_PARTS = Words.listed("""
            morning afternoon evening night midday noon midnight mornings nightfall
            """);

    private static final Set<String> NAMED_DAYS = Words.listed("""
            good black bloody easter palm super ash holy cyber shrove fat giving maundy every each any one
            consecutive casual
            """);

    private static final Set<String> AFTER_NAMED_DAYS = Words.listed("""
            prayers prayer times mirror telegraph mass school schools live express
            """);

    private static final Set<String> UNITS = Set.of("week", "month", "year", "decade", "quarter", "century");

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
            billion per / m meter metre villages workers police others more years days
            """);

    private static final int FIRST_YEAR =
            1000; // before that, four digits are mostly no year; fewer digits never are one
    private static final int FIRST_PLAIN_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int MOST_YEARS = 120; // of a period in figures: longer ones are numbers of something else

    private static final Set<String> BEFORE_OLD_YEAR = Words.listed("""
            in since until till by of from during before after between and early late mid the to ( through as
            """);

    private static final Set<String> NUMBER_MODIFIERS = Words.listed("""
            than over nearly almost about around some roughly least under approximately
            """);

    private static final Set<String> VAGUE = Words.listed("""
            few several many recent coming couple some various
            """);

    private final Words words;

    private TimeGrammar(Words words) {
        this.words = words;
    }

    /** In order; none overlaps another. Those without a readable value are there too, since their numbers count nothing. */
    static List<Expression> find(Words words) {
        return new TimeGrammar(words).all();
    }

    private List<Expression> all() {
        List<Expression> found = new ArrayList<>();
        int at = 0;
        int free = 0; // words before this one belong to an expression
        while (at < words.size()) {
            Optional<Part> part = part(at);
            if (part.isPresent() && part.get().end() > at) {
                found.add(expression(at, part.get(), free));
                at = part.get().end();
                free = at;
            } else {
                List<Part> pair = pairOfDays(at);
                if (pair.isEmpty()) {
                    at++;
                    continue;
                }
                int first = at;
                for (Part day : pair) {
                    found.add(expression(first, day, free));
                    free = day.end();
                    first = free + 1; // the "and"
                }
                at = free;
            }
        }
        return found;
    }

    private Expression expression(int at, Part part, int free) {
        int first = at;
        Bound bound = Bound.NONE;
        boolean ofNoun = words.is(part.end(), "'s") || words.is(part.end(), "'");
        if (!ofNoun) {
            int skipped = words.is(at - 1, "on") ? at - 1 : at;
            if (words.areAt(at - 2, "at least") || words.is(at - 1, "about"))
                skipped = at - (words.is(at - 1, "about") ? 1 : 2);
            int length = lengthOfBound(skipped);
            Bound before = length > 0 ? bound(skipped) : Bound.NONE;
            boolean isStart = !words.is(skipped - 1, "from") || isFrom(at, part.end());
            if (length > 0 && skipped - length >= free && isStart) {
                bound = before;
                first = skipped - length;
            } else if (words.is(part.end(), "onwards") || words.is(part.end(), "onward")) {
                bound = Bound.FROM;
            }
        }
        Meaning meaning = words.areAt(at - 3, "until at least") ? Meaning.NOTHING : part.meaning();
        return new Expression(
                first,
                part.end(),
                words.span(first, part.end()),
                meaning,
                bound,
                Direction.of(words, first, part.end(), bound));
    }

    /** "from 1 May it will", "from May on"; but "a jump from November", "aside from Tuesday". */
    private boolean isFrom(int at, int end) {
        return words.isAny(end, Set.of("on", "onward", "onwards"))
                || Direction.of(words, at, end, Bound.FROM) == Direction.FUTURE && !words.is(at - 2, "aside");
    }

    /** Words of the bound that ends right before this word; 0 if there is none. */
    private int lengthOfBound(int at) {
        if (words.areAt(at - 3, "no later than") || words.areAt(at - 3, "not later than")) return 3;
        if (words.areAt(at - 2, "prior to") || words.areAt(at - 2, "as of")) return 2;
        boolean one = words.isAny(
                at - 1,
                Set.of(
                        "since",
                        "by",
                        "until",
                        "till",
                        "before",
                        "after",
                        "from",
                        "through",
                        "starting",
                        "effective",
                        "beginning"));
        return one ? 1 : 0;
    }

    private Bound bound(int at) {
        return switch (words.small(at - 1)) {
            case "since" -> Bound.SINCE;
            case "by", "until", "till", "through", "than" -> Bound.UNTIL;
            case "before", "to" -> Bound.BEFORE;
            case "after" -> Bound.AFTER;
            default -> Bound.FROM;
        };
    }

    // --- what can stand at a place, longest first

    private Optional<Part> part(int at) {
        return span(at).or(() -> yearsInFigures(at))
                .or(() -> partOf(at))
                .or(() -> weekOfMonth(at))
                .or(() -> ago(at))
                .or(() -> trailing(at))
                .or(() -> unit(at))
                .or(() -> iso(at))
                .or(() -> weekday(at))
                .or(() -> plainDate(at))
                .or(() -> decadeOrCentury(at))
                .or(() -> dayWord(at));
    }

    /** "from 3 May to 5 June", "between 2014 and 2018", "3 May - 5 June", "Monday to Wednesday". */
    private Optional<Part> span(int at) {
        boolean from = words.is(at, "from");
        boolean between = words.is(at, "between");
        int first = from || between ? at + 1 : at;
        Optional<Date> one = date(first);
        if (one.isPresent()) {
            int join = one.get().end();
            if (!joins(join, from, between)) return Optional.empty();
            Optional<Date> two = date(join + 1)
                    .filter(date -> date.precision() == one.get().precision())
                    .or(() -> shortYear(one.get(), join + 1));
            return two.flatMap(last -> range(one.get(), last, between || from || !words.is(join, "and")));
        }
        Optional<DayOfWeek> monday = weekdayName(first);
        if (monday.isEmpty() || !joins(first + 1, from, between)) return Optional.empty();
        return weekdayName(first + 2)
                .map(friday -> new Part(first + 3, Meaning.relative((day, direction) -> {
                    LocalDate last = direction == Direction.FUTURE
                            ? day.with(nextOrSame(friday))
                            : day.with(previousOrSame(friday));
                    return Meaning.days(last.with(previousOrSame(monday.get())), last);
                })));
    }

    private boolean joins(int at, boolean from, boolean between) {
        if (between) return words.is(at, "and");
        if (words.isHyphen(at) || words.is(at, "to") || words.is(at, "through")) return true;
        if (from) return words.is(at, "until") || words.is(at, "till");
        return words.is(at, "and");
    }

    /** "1861-1865": two four-digit years side by side need no other sign. */
    private Optional<Part> yearsInFigures(int at) {
        int first = words.plainNumber(at);
        int last = words.plainNumber(at + 2);
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
                && !AFTER_NO_YEAR.contains(words.small(at + 3));
        if (!isPeriod) return Optional.empty();
        return Optional.of(new Part(at + 3, Meaning.stated(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31))));
    }

    /** "2014-18": the second year in two digits. */
    private Optional<Date> shortYear(Date first, int at) {
        int value = words.plainNumber(at);
        boolean fits = first.precision() == 1
                && first.year().isPresent()
                && words.isHyphen(at - 1)
                && words.text(at).length() == 2
                && value > first.year().getAsInt() % 100;
        if (!fits) return Optional.empty();
        int year = first.year().getAsInt() / 100 * 100 + value;
        return Optional.of(first.withYear(OptionalInt.of(year)))
                .map(date -> new Date(at + 1, date.weekday(), date.day(), date.lastDay(), date.month(), date.year()));
    }

    /** Of two dates without a "from" or "to" only neighbours are one period: "September and October". */
    private static Optional<Part> range(Date one, Date two, boolean isPeriod) {
        Meaning meaning;
        if (one.year().isEmpty() && two.year().isEmpty()) {
            meaning = new Meaning.Yearless(
                    year -> ordered(one, year, two, year).or(() -> ordered(one, year, two, year + 1)));
        } else if (two.year().isEmpty()) {
            int year = one.year().getAsInt();
            meaning = ordered(one, year, two, year)
                    .or(() -> ordered(one, year, two, year + 1))
                    .<Meaning>map(Meaning.Stated::new)
                    .orElse(Meaning.NOTHING);
        } else {
            int year = two.year().getAsInt();
            meaning = ordered(one, year, two, year)
                    .or(() -> ordered(one, year - 1, two, year))
                    .<Meaning>map(Meaning.Stated::new)
                    .orElse(Meaning.NOTHING);
        }
        if (meaning == Meaning.NOTHING) return Optional.empty();
        return isPeriod || areNeighbors(one, two) ? Optional.of(new Part(two.end(), meaning)) : Optional.empty();
    }

    private static boolean areNeighbors(Date one, Date two) {
        int anyYear = 2001;
        Optional<LocalDate> end = one.in(anyYear).flatMap(Days::until);
        Optional<LocalDate> start = two.in(anyYear).flatMap(Days::from);
        return end.map(day -> day.plusDays(1)).equals(start);
    }

    private static Optional<Days> ordered(Date one, int yearOfOne, Date two, int yearOfTwo) {
        Optional<LocalDate> first = one.in(yearOfOne).flatMap(Days::from);
        Optional<LocalDate> last = two.in(yearOfTwo).flatMap(Days::until);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) return Optional.empty();
        return Optional.of(Meaning.days(first.get(), last.get()));
    }

    /** "3 and 15 May": two days; the first has its month from the second. */
    private List<Part> pairOfDays(int at) {
        OptionalInt day = dayNumber(at);
        if (day.isEmpty() || !words.is(endOfDay(at), "and")) return List.of();
        Optional<Date> second = date(endOfDay(at) + 1)
                .filter(date -> date.precision() == 3 && date.weekday().isEmpty());
        if (second.isEmpty()) return List.of();
        Date two = second.get();
        Date one = new Date(endOfDay(at), Optional.empty(), day, OptionalInt.empty(), two.month(), two.year());
        return List.of(new Part(one.end(), one.meaning()), new Part(two.end(), two.meaning()));
    }

    /** "early 2024", "mid-May", "the end of next year", "the first quarter of 2023", "earlier this week", "early on Sunday". */
    private Optional<Part> partOf(int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        if (words.isAny(start, Set.of("first", "second", "third", "fourth", "last", "final"))
                && words.isAny(start + 1, Set.of("quarter", "half"))
                && words.isAny(start + 2, Set.of("of", "in"))) {
            return whole(start + 3)
                    .map(part -> new Part(part.end(), part.meaning().with(share(start))));
        }
        boolean earlier = words.is(start, "earlier");
        boolean later = words.is(start, "later");
        if (earlier || later) {
            int next = words.is(start + 1, "in") || words.is(start + 1, "on") ? start + 2 : start + 1;
            if (words.is(next, "this") && UNITS.contains(words.small(next + 1))) {
                String unit = words.small(next + 1);
                return Optional.of(new Part(next + 2, Meaning.relative((day, direction) -> {
                    Days days = calendarUnit(unit, day, 0);
                    LocalDate first = days.from().orElse(day);
                    LocalDate last = days.until().orElse(day);
                    return earlier ? Meaning.days(first, day) : Meaning.days(day, last);
                })));
            }
            return weekday(next).or(() -> dayWord(next));
        }
        boolean isNamed =
                words.isAny(start, Set.of("beginning", "start", "middle", "end", "close")) && words.is(start + 1, "of");
        boolean isPlain = words.isAny(start, Set.of("early", "late", "mid"));
        if (!isNamed && !isPlain) return Optional.empty();
        int next = start + (isNamed ? 2 : 1);
        if (isPlain && words.isHyphen(next)) next++;
        if (words.isAny(next, Set.of("in", "on"))) next++;
        int inner = next;
        if (words.is(inner, "the") && !isNamed) return Optional.empty();
        Optional<Part> day = weekday(inner).or(() -> dayWord(inner));
        if (day.isPresent()) return isNamed ? Optional.empty() : day;
        return whole(inner).map(part -> new Part(part.end(), part.meaning().with(third(words.small(start)))));
    }

    /** A month, year, decade or century, by name or by its distance. */
    private Optional<Part> whole(int at) {
        return plainDate(at)
                .filter(part -> date(at).map(date -> date.precision() < 3).orElse(true))
                .or(() -> unit(words.is(at, "the") ? at + 1 : at))
                .or(() -> decadeOrCentury(at));
    }

    private static UnaryOperator<Days> third(String part) {
        return days -> cut(
                days,
                switch (part) {
                    case "early", "beginning", "start" -> 0;
                    case "mid", "middle" -> 1;
                    default -> 2;
                },
                3);
    }

    private UnaryOperator<Days> share(int at) {
        boolean isHalf = words.is(at + 1, "half");
        int of = isHalf ? 2 : 4;
        int which = switch (words.small(at)) {
            case "first" -> 0;
            case "second" -> 1;
            case "third" -> 2;
            default -> of - 1;
        };
        return days -> cut(days, Math.min(which, of - 1), of);
    }

    /** One of the equal parts: whole months of a year, else days. */
    private static Days cut(Days days, int which, int of) {
        LocalDate first = days.from().orElseThrow();
        LocalDate end = days.until().orElseThrow().plusDays(1);
        long months = ChronoUnit.MONTHS.between(first, end);
        boolean inMonths = first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1 && months % of == 0;
        if (inMonths) {
            long each = months / of;
            return Meaning.days(
                    first.plusMonths(which * each),
                    first.plusMonths((which + 1) * each).minusDays(1));
        }
        long each = ChronoUnit.DAYS.between(first, end) / of;
        LocalDate from = first.plusDays(which * each);
        return Meaning.days(from, which == of - 1 ? end.minusDays(1) : from.plusDays(each - 1));
    }

    /** "the first week of May": days 1 to 7; the last week is the last seven days. */
    private Optional<Part> weekOfMonth(int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        boolean isWeek = words.isAny(start, Set.of("first", "second", "third", "fourth", "last", "final"))
                && words.is(start + 1, "week")
                && words.isAny(start + 2, Set.of("of", "in"));
        if (!isWeek) return Optional.empty();
        String which = words.small(start);
        return date(start + 3)
                .filter(date -> date.precision() == 2)
                .map(date -> new Part(date.end(), date.meaning().with(month -> {
                    LocalDate first = month.from().orElseThrow();
                    LocalDate last = month.until().orElseThrow();
                    int week = List.of("first", "second", "third", "fourth").indexOf(which);
                    return week < 0
                            ? Meaning.days(last.minusDays(6), last)
                            : Meaning.days(first.plusDays(7L * week), first.plusDays(7L * week + 6));
                })));
    }

    /** "two days ago"; "a few days ago", "a day earlier" and "three weeks later" are known to name no day of their own. */
    private Optional<Part> ago(int at) {
        Optional<Numbers.Found> count = count(at);
        boolean isVague = VAGUE.contains(words.small(at)) || words.is(at, "a") && VAGUE.contains(words.small(at + 1));
        int unit = count.map(Numbers.Found::end).orElse(isVague ? at + (words.is(at, "a") ? 2 : 1) : at);
        if (unit == at) return Optional.empty();
        if (words.is(unit, "of")) unit++;
        if (words.isHyphen(unit)) return Optional.empty();
        if (!isUnit(unit)
                && !words.is(unit, "hour")
                && !words.is(unit, "hours")
                && !words.is(unit, "day")
                && !words.is(unit, "days")) {
            return Optional.empty();
        }
        int end = unit + 1;
        if (words.isAny(end, Set.of("earlier", "later", "before", "after")))
            return Optional.of(new Part(end + 1, Meaning.NOTHING));
        if (!words.is(end, "ago")) {
            return words.is(at - 1, "within") && count.isPresent()
                    ? Optional.of(within(count.get(), unit))
                    : Optional.empty();
        }
        long many = count.flatMap(Numbers.Found::whole).orElse(-1L);
        boolean isRough = NUMBER_MODIFIERS.contains(words.small(at - 1)) || many < 0 || many > 1000;
        String name = words.small(unit);
        if (isRough || name.startsWith("hour")) return Optional.of(new Part(end + 1, Meaning.NOTHING));
        return Optional.of(new Part(end + 1, Meaning.relative((day, direction) -> back(day, many, name))));
    }

    /** As precise as the unit: two weeks ago is the seven days around, two months ago the month. */
    private static Days back(LocalDate day, long many, String unit) {
        if (unit.startsWith("day")) return Meaning.days(day.minusDays(many), day.minusDays(many));
        if (unit.startsWith("week")) {
            LocalDate middle = day.minusWeeks(many);
            return many == 1 ? Meaning.days(middle, middle) : Meaning.days(middle.minusDays(3), middle.plusDays(3));
        }
        if (unit.startsWith("month")) return Meaning.month(YearMonth.from(day.minusMonths(many)));
        if (unit.startsWith("decade")) return calendarUnit("decade", day.minusYears(10 * many), 0);
        if (unit.startsWith("centur")) return calendarUnit("century", day.minusYears(100 * many), 0);
        if (unit.startsWith("quarter")) return calendarUnit("quarter", day, -many);
        return Meaning.year(day.minusYears(many).getYear());
    }

    /** "within 72 hours", when the sentence looks ahead: no later than that from the document's day. */
    private Part within(Numbers.Found count, int unit) {
        long many = count.whole().orElse(-1L);
        String name = words.small(unit);
        if (many < 0 || many > 1000) return new Part(unit + 1, Meaning.NOTHING);
        return new Part(
                unit + 1,
                new Meaning.Relative((day, direction) -> direction == Direction.PAST
                        ? Optional.empty()
                        : Optional.of(new Days(Optional.empty(), Optional.of(ahead(day, many, name))))));
    }

    private static LocalDate ahead(LocalDate day, long many, String unit) {
        if (unit.startsWith("hour")) return day.plusDays((many + 23) / 24);
        if (unit.startsWith("day")) return day.plusDays(many);
        if (unit.startsWith("week")) return day.plusWeeks(many);
        if (unit.startsWith("month")) return day.plusMonths(many);
        if (unit.startsWith("quarter")) return day.plusMonths(3 * many);
        if (unit.startsWith("decade")) return day.plusYears(10 * many);
        if (unit.startsWith("centur")) return day.plusYears(100 * many);
        return day.plusYears(many);
    }

    private static LocalDate backTo(LocalDate day, long many, String unit) {
        if (unit.startsWith("hour")) return day.minusDays((many + 23) / 24);
        if (unit.startsWith("day")) return day.minusDays(many);
        if (unit.startsWith("week")) return day.minusWeeks(many);
        if (unit.startsWith("month")) return day.minusMonths(many);
        if (unit.startsWith("quarter")) return day.minusMonths(3 * many);
        if (unit.startsWith("decade")) return day.minusYears(10 * many);
        if (unit.startsWith("centur")) return day.minusYears(100 * many);
        return day.minusYears(many);
    }

    private Optional<Numbers.Found> count(int at) {
        if (words.is(at, "a") || words.is(at, "an")) {
            Optional<Numbers.Found> dozen = Numbers.at(words, at);
            return dozen.isPresent() ? dozen : Optional.of(new Numbers.Found(BigDecimal.ONE, at + 1, false));
        }
        return Numbers.at(words, at);
    }

    private boolean isUnit(int at) {
        String small = words.small(at);
        return UNITS.contains(small)
                || small.endsWith("s") && UNITS.contains(small.substring(0, small.length() - 1))
                || small.equals("centuries");
    }

    /** "over the last month", "in the past two weeks", "the next three days": counted from the document's day. */
    private Optional<Part> trailing(int at) {
        int start = words.is(at, "the") || words.is(at, "this") ? at + 1 : at;
        boolean past = words.isAny(start, Set.of("last", "past"));
        boolean coming = words.isAny(start, Set.of("next", "coming"));
        if (!past && !coming) return Optional.empty();
        if (VAGUE.contains(words.small(start + 1)) && (isUnit(start + 2) || isDayOrHour(start + 2))) {
            return Optional.of(new Part(start + 3, Meaning.NOTHING));
        }
        Optional<Numbers.Found> count = count(start + 1);
        boolean isOne = count.isEmpty() && start > at && (isUnit(start + 1) || isDayOrHour(start + 1));
        boolean calendar = isOne && !words.small(start + 1).endsWith("s") && words.is(start, "next");
        if (calendar) return Optional.empty();
        int unit = count.map(Numbers.Found::end).orElse(start + 1);
        if (count.isEmpty() && !isOne && !(words.is(start, "past") && isUnit(unit))) return Optional.empty();
        if (!isUnit(unit) && !isDayOrHour(unit)) return Optional.empty();
        String name = words.small(unit);
        boolean isPlural = name.endsWith("s");
        if (count.isEmpty() && isPlural) return Optional.of(new Part(unit + 1, Meaning.NOTHING)); // "past weeks"
        long many = count.flatMap(Numbers.Found::whole).orElse(count.isEmpty() ? 1L : -1L);
        if (many < 0 || many > 1000) return Optional.of(new Part(unit + 1, Meaning.NOTHING));
        if (past) {
            return Optional.of(new Part(
                    unit + 1, Meaning.relative((day, direction) -> Meaning.days(backTo(day, many, name), day))));
        }
        // "the next three days were quiet" is told from another day
        return Optional.of(new Part(
                unit + 1,
                new Meaning.Relative((day, direction) -> direction == Direction.PAST
                        ? Optional.empty()
                        : Optional.of(Meaning.days(day, ahead(day, many, name))))));
    }

    private boolean isDayOrHour(int at) {
        return words.isAny(at, Set.of("day", "days", "hour", "hours"));
    }

    /** "last week", "this month", "next year", "this weekend". */
    private Optional<Part> unit(int at) {
        int which = switch (words.small(at)) {
            case "last" -> -1;
            case "this", "current" -> 0;
            case "next" -> 1;
            default -> 2;
        };
        boolean plainWeekend =
                words.isAny(at, Set.of("the", "weekend")) && isWeekend(at + (words.is(at, "the") ? 1 : 0));
        if (plainWeekend && words.isAny(at - 1, Set.of("on", "over", "at", "during"))) {
            return Optional.of(new Part(at + (words.is(at, "the") ? 2 : 1), weekend(0)));
        }
        if (which == 2) return Optional.empty();
        if (isWeekend(at + 1)) return Optional.of(new Part(at + 2, weekend(which)));
        String unit = words.small(at + 1);
        if (!UNITS.contains(unit)) return Optional.empty();
        if (unit.equals("week") && which != 0) {
            Optional<Part> dayOfWeek = weekdayName(words.is(at + 2, "on") ? at + 3 : at + 2)
                    .map(name -> new Part(words.is(at + 2, "on") ? at + 4 : at + 3, dayOfWeek(name, which)));
            if (dayOfWeek.isPresent()) return dayOfWeek;
        }
        return Optional.of(new Part(at + 2, Meaning.relative((day, direction) -> {
            Days days = calendarUnit(unit, day, which);
            LocalDate first = days.from().orElse(day);
            LocalDate last = days.until().orElse(day);
            if (which == 0 && direction == Direction.PAST) return Meaning.days(first, day);
            if (which == 0 && direction == Direction.FUTURE) return Meaning.days(day, last);
            return days;
        })));
    }

    private boolean isWeekend(int at) {
        return words.is(at, "weekend");
    }

    /** The last weekend begun by the document's day, or the next to come. */
    private static Meaning weekend(int which) {
        return Meaning.relative((day, direction) -> {
            boolean ahead = which == 1 || which == 0 && direction == Direction.FUTURE;
            LocalDate saturday =
                    ahead ? day.with(nextOrSame(DayOfWeek.SATURDAY)) : day.with(previousOrSame(DayOfWeek.SATURDAY));
            if (which == -1 && !saturday.plusDays(1).isBefore(day)) saturday = saturday.minusWeeks(1);
            return Meaning.days(saturday, saturday.plusDays(1));
        });
    }

    private static Meaning dayOfWeek(DayOfWeek name, int weeks) {
        return Meaning.relative((day, direction) -> {
            LocalDate found =
                    day.plusWeeks(weeks).with(previousOrSame(DayOfWeek.MONDAY)).with(nextOrSame(name));
            return Meaning.days(found, found);
        });
    }

    private static Days calendarUnit(String unit, LocalDate day, long distance) {
        switch (unit) {
            case "week" -> {
                LocalDate monday = day.plusWeeks(distance).with(previousOrSame(DayOfWeek.MONDAY));
                return Meaning.days(monday, monday.plusDays(6));
            }
            case "month" -> {
                return Meaning.month(YearMonth.from(day.plusMonths(distance)));
            }
            case "quarter" -> {
                LocalDate first = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                        .plusMonths(3 * distance);
                return Meaning.days(first, first.plusMonths(3).minusDays(1));
            }
            case "decade" -> {
                int year = (int) (day.getYear() / 10 * 10 + 10 * distance);
                return Meaning.days(LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31));
            }
            case "century" -> {
                int year = (int) (day.getYear() / 100 * 100 + 100 * distance);
                return Meaning.days(LocalDate.of(year, 1, 1), LocalDate.of(year + 99, 12, 31));
            }
            default -> {
                return Meaning.year((int) (day.getYear() + distance));
            }
        }
    }

    /** "2025-05-26". */
    private Optional<Part> iso(int at) {
        boolean shape = words.plainNumber(at) >= FIRST_YEAR
                && words.is(at + 1, "-")
                && words.text(at + 2).length() == 2
                && words.is(at + 3, "-")
                && words.text(at + 4).length() == 2
                && words.isJoined(at + 4);
        if (!shape) return Optional.empty();
        try {
            LocalDate day = LocalDate.of(words.plainNumber(at), words.plainNumber(at + 2), words.plainNumber(at + 4));
            return Optional.of(new Part(at + 5, Meaning.stated(day, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "on Monday", "last Tuesday", "Friday night", "Monday next week"; with a date behind it the date counts. */
    private Optional<Part> weekday(int at) {
        String before = words.small(at);
        boolean named = words.isAny(at, Set.of("last", "next", "this", "past", "coming"))
                && weekdayName(at + 1).isPresent();
        int name = named ? at + 1 : at;
        Optional<DayOfWeek> weekday = weekdayName(name);
        if (weekday.isEmpty()) return Optional.empty();
        DayOfWeek wanted = weekday.get();
        int end = name + 1;
        while (words.isAny(end, DAY_PARTS)) end++;
        int after = words.is(end, ",") || words.is(end, "of") ? end + 1 : end;
        Optional<Date> date = words.is(end, "of")
                ? Optional.empty()
                : date(words.is(after, "the") ? after + 1 : after).filter(d -> d.precision() == 3);
        if (date.isPresent()) {
            Date d = date.get();
            return Optional.of(
                    new Part(d.end(), new Date(d.end(), weekday, d.day(), d.lastDay(), d.month(), d.year()).meaning()));
        }
        boolean week = words.isAny(after, Set.of("last", "next")) && words.is(after + 1, "week") && !words.is(end, ",");
        if (week) return Optional.of(new Part(after + 2, dayOfWeek(wanted, words.is(after, "last") ? -1 : 1)));
        boolean fromElsewhere = !named && words.isAny(name - 1, Set.of("previous", "following", "preceding"));
        if (fromElsewhere) return Optional.of(new Part(end, Meaning.NOTHING));
        return Optional.of(new Part(end, Meaning.relative((day, direction) -> {
            LocalDate found;
            if (named && (before.equals("last") || before.equals("past"))) found = day.with(previous(wanted));
            else if (named && (before.equals("next") || before.equals("coming"))) found = day.with(next(wanted));
            else if (direction == Direction.FUTURE) found = day.with(nextOrSame(wanted));
            else found = day.with(previousOrSame(wanted));
            return Meaning.days(found, found);
        })));
    }

    private Optional<DayOfWeek> weekdayName(int at) {
        boolean isDay = words.isCapital(at)
                && !NAMED_DAYS.contains(words.small(at - 1))
                && !AFTER_NAMED_DAYS.contains(words.small(at + 1));
        return isDay ? Optional.ofNullable(WEEKDAYS.get(words.small(at))) : Optional.empty();
    }

    // --- dates

    private Optional<Part> plainDate(int at) {
        return date(at).map(date -> {
            if (date.year().isPresent() || date.month().isEmpty()) return new Part(date.end(), date.meaning());
            return ofYearBySide(date).orElse(monthBySide(at, date));
        });
    }

    /** "March last year", "3 May this year". */
    private Optional<Part> ofYearBySide(Date date) {
        int side = words.is(date.end(), "of") || words.is(date.end(), ",") ? date.end() + 1 : date.end();
        int distance = switch (words.small(side)) {
            case "last" -> -1;
            case "this" -> 0;
            case "next" -> 1;
            default -> 2;
        };
        if (distance == 2 || !words.is(side + 1, "year")) return Optional.empty();
        return Optional.of(
                new Part(side + 2, new Meaning.Relative((day, direction) -> date.in(day.getYear() + distance))));
    }

    /** "last July" is the last before the document's month, "this July" that of its year. */
    private Part monthBySide(int at, Date date) {
        boolean isMonth = date.precision() == 2;
        String before = words.small(at - 1);
        if (isMonth && before.equals("last")) {
            return new Part(
                    date.end(),
                    new Meaning.Relative((day, direction) -> date.in(day.getYear())
                            .filter(days -> days.until().orElseThrow().isBefore(day))
                            .or(() -> date.in(day.getYear() - 1))));
        }
        if (isMonth && before.equals("next")) {
            return new Part(
                    date.end(),
                    new Meaning.Relative((day, direction) -> date.in(day.getYear())
                            .filter(days -> days.from().orElseThrow().isAfter(day))
                            .or(() -> date.in(day.getYear() + 1))));
        }
        if (isMonth && before.equals("this")) {
            return new Part(date.end(), new Meaning.Relative((day, direction) -> date.in(day.getYear())));
        }
        return new Part(date.end(), date.meaning());
    }

    /** A date as written here: "3 May 2025", "May 3-5", "the 3rd of May", "May 2025", "2025", "March". */
    private Optional<Date> date(int at) {
        int start = words.is(at, "the") && dayNumber(at + 1).isPresent() ? at + 1 : at;
        return dayFirst(start).or(() -> monthFirst(at)).or(() -> yearAlone(at));
    }

    private Optional<Date> dayFirst(int at) {
        OptionalInt day = dayNumber(at);
        if (day.isEmpty()) return Optional.empty();
        int next = endOfDay(at);
        OptionalInt lastDay = OptionalInt.empty();
        boolean joins =
                words.isHyphen(next) || words.is(next, "to") || words.is(next, "and") || words.is(next, "through");
        if (joins && dayNumber(next + 1).isPresent()) {
            int second = dayNumber(next + 1).getAsInt();
            boolean isPeriod = second > day.getAsInt()
                    && (!words.is(next, "and") || isBetween(at) || second == day.getAsInt() + 1);
            if (!isPeriod) return Optional.empty();
            lastDay = OptionalInt.of(second);
            next = endOfDay(next + 1);
        }
        if (words.is(next, "of")) next++;
        if (words.isHyphen(next)) next++;
        Optional<Month> month = monthName(next);
        if (month.isEmpty()) return Optional.empty();
        int end = endOfMonth(next);
        OptionalInt year = yearBeside(end);
        return Optional.of(
                new Date(year.isPresent() ? endOfYearBeside(end) : end, Optional.empty(), day, lastDay, month, year));
    }

    private boolean isBetween(int at) {
        return words.is(at - 1, "between");
    }

    private Optional<Date> monthFirst(int at) {
        Optional<Month> month = monthName(at);
        if (month.isEmpty()) return Optional.empty();
        int next = endOfMonth(at);
        int dayAt = words.is(next, "the") ? next + 1 : next;
        OptionalInt day = dayNumber(dayAt);
        if (day.isPresent() && !isFollowedByUnit(endOfDay(dayAt))) {
            int end = endOfDay(dayAt);
            OptionalInt lastDay = OptionalInt.empty();
            boolean joins =
                    words.isHyphen(end) || words.is(end, "to") || words.is(end, "and") || words.is(end, "through");
            if (joins
                    && dayNumber(end + 1).isPresent()
                    && monthName(endOfDay(end + 1)).isEmpty()) {
                int second = dayNumber(end + 1).getAsInt();
                boolean isPeriod = second > day.getAsInt()
                        && (!words.is(end, "and") || isBetween(at) || second == day.getAsInt() + 1)
                        && !isFollowedByUnit(endOfDay(end + 1));
                if (isPeriod) {
                    lastDay = OptionalInt.of(second);
                    end = endOfDay(end + 1);
                }
            }
            OptionalInt year = yearBeside(end);
            return Optional.of(new Date(
                    year.isPresent() ? endOfYearBeside(end) : end, Optional.empty(), day, lastDay, month, year));
        }
        OptionalInt year = words.is(next, "of") ? yearBeside(next + 1) : yearBeside(next);
        if (year.isPresent()) {
            int end = endOfYearBeside(words.is(next, "of") ? next + 1 : next);
            return Optional.of(new Date(end, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), month, year));
        }
        return isMonthAlone(at)
                ? Optional.of(new Date(
                        at + 1, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), month, OptionalInt.empty()))
                : Optional.empty();
    }

    /** "May 20 people": the number counts. */
    private boolean isFollowedByUnit(int at) {
        return words.isAny(at, AFTER_NO_YEAR) && !words.is(at, "/");
    }

    private boolean isMonthAlone(int at) {
        String small = words.small(at);
        boolean isAfterName = words.isCapital(at - 1) && at - 1 > 0 && !BEFORE_MONTH.contains(words.small(at - 1));
        boolean cued = BEFORE_MONTH.contains(words.small(at - 1)) || words.isHyphen(at - 1) && words.is(at - 2, "mid");
        if (MONTHS_OR_WORDS.contains(small)) {
            boolean isPlace = words.isAny(at - 1, Set.of("and", "to", "of", "after", "by", "from", "'s", "s"))
                    && !words.isAny(at - 1, Set.of("'s"))
                    && small.equals("may");
            boolean adjective = words.isAny(at - 1, Set.of("the", "its", "his", "their", "a"))
                    && words.isSmallLetters(at + 1)
                    && !words.isAny(at + 1, Set.of("on", "to", "for", "of", "is", "was", "has", "by", "from"));
            boolean nameOfPerson = isPlace && (words.is(at + 1, "'s") || words.isCapital(at + 1));
            return (cued || adjective) && !nameOfPerson && !(words.is(at + 1, "on") && small.equals("march") && !cued);
        }
        boolean isFirstName =
                words.isCapital(at + 1) && !cued && !Set.of("in", "the").contains(words.small(at - 1));
        return !isAfterName && !isFirstName;
    }

    private Optional<Date> yearAlone(int at) {
        int value = words.plainNumber(at);
        boolean isJoinedName =
                words.isJoined(at) && !words.isHyphen(at - 1) && !words.is(at - 1, "(") && !isQuote(at - 1);
        boolean isAfterHyphen = words.isJoined(at)
                && words.isHyphen(at - 1)
                && !words.isAny(at - 2, Set.of("mid", "post", "pre", "early", "late", "since"))
                && !words.isNumber(at - 2);
        if (value < FIRST_YEAR || value > LAST_YEAR || words.text(at).length() != 4 || isJoinedName || isAfterHyphen) {
            return Optional.empty();
        }
        String before = words.small(at - 1);
        if (BEFORE_NO_YEAR.contains(before) || AFTER_NO_YEAR.contains(words.small(at + 1))) return Optional.empty();
        if (words.isJoined(at + 1) && words.isLetters(at + 1) && !words.is(at + 1, "s")) return Optional.empty();
        if (words.isJoined(at + 1) && words.is(at + 1, "s")) return Optional.empty(); // a decade
        boolean joinedHyphen =
                words.isHyphen(at + 1) && words.isJoined(at + 1) && words.isLetters(at + 2) && words.isJoined(at + 2);
        if (joinedHyphen && !words.isAny(at + 2, Set.of("era", "style"))) return Optional.empty();
        boolean isRound = value % 1000 == 0;
        boolean isCounted = words.isSmallLetters(at + 1) && isPlural(words.small(at + 1));
        if (isRound && isCounted) return Optional.empty();
        if (value < FIRST_PLAIN_YEAR && (!BEFORE_OLD_YEAR.contains(before) || isCounted)) return Optional.empty();
        return Optional.of(new Date(
                at + 1,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.of(value)));
    }

    private boolean isQuote(int at) {
        return words.isAny(at, Set.of("\"", "“", "‘", "'", "[", "—", "*"));
    }

    private static boolean isPlural(String small) {
        return small.endsWith("s")
                && !small.endsWith("ss")
                && !Set.of("was", "is", "has", "as", "its", "his", "this", "us").contains(small);
    }

    /** A year that belongs to the day or month before it. */
    private OptionalInt yearBeside(int at) {
        int start = words.is(at, ",") ? at + 1 : at;
        int value = words.plainNumber(start);
        boolean isYear = value >= FIRST_YEAR
                && value <= LAST_YEAR
                && words.text(start).length() == 4
                && !(isFollowedByUnit(start + 1) && !words.is(start + 1, "more"));
        return isYear ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private int endOfYearBeside(int at) {
        return words.is(at, ",") ? at + 2 : at + 1;
    }

    private OptionalInt dayNumber(int at) {
        int value = words.plainNumber(at);
        boolean isDay = value >= 1 && value <= 31 && words.text(at).length() <= 2 && !words.is(at - 1, "$");
        return isDay ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private int endOfDay(int at) {
        boolean ordinal = words.isJoined(at + 1) && words.isAny(at + 1, Set.of("st", "nd", "rd", "th"));
        return ordinal ? at + 2 : at + 1;
    }

    private Optional<Month> monthName(int at) {
        return words.isCapital(at) ? Optional.ofNullable(MONTHS.get(words.small(at))) : Optional.empty();
    }

    /** After the stop of a short form. */
    private int endOfMonth(int at) {
        boolean isShort =
                words.text(at).length() <= 4 && !words.is(at, "may") && !words.is(at, "june") && !words.is(at, "july");
        return isShort && words.is(at + 1, ".") && words.isJoined(at + 1) ? at + 2 : at + 1;
    }

    /** "the 1990s", "the 19th century". */
    private Optional<Part> decadeOrCentury(int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        int value = words.plainNumber(start);
        boolean decade = value >= FIRST_YEAR
                && value % 10 == 0
                && words.isAny(start + 1, Set.of("s", "'s"))
                && words.isJoined(start + 1)
                && (words.is(start + 1, "s") || words.is(at, "the"));
        if (decade) {
            LocalDate first = LocalDate.of(value, 1, 1);
            return Optional.of(new Part(start + 2, Meaning.stated(first, LocalDate.of(value + 9, 12, 31))));
        }
        boolean century = value >= 1 && value <= 21 && endOfDay(start) == start + 2 && words.is(start + 2, "century");
        if (!century) return Optional.empty();
        LocalDate first = LocalDate.of(100 * (value - 1) + 1, 1, 1);
        return Optional.of(new Part(start + 3, Meaning.stated(first, LocalDate.of(100 * value, 12, 31))));
    }

    /** "yesterday", "tonight", "last night", "the day before yesterday", "overnight". */
    private Optional<Part> dayWord(int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        if (words.areAt(start, "day before yesterday")) return Optional.of(new Part(start + 3, days(-2, -2)));
        if (words.areAt(start, "day after tomorrow")) return Optional.of(new Part(start + 3, days(2, 2)));
        int end = words.isAny(at + 1, DAY_PARTS) ? at + 2 : at + 1;
        if (words.isCapital(at) && words.isCapital(at - 1)) return Optional.empty(); // a newspaper's name
        return switch (words.small(at)) {
            case "yesterday" -> Optional.of(new Part(end, days(-1, -1)));
            case "tomorrow" -> words.is(at + 1, "'s") ? Optional.empty() : Optional.of(new Part(end, days(1, 1)));
            case "today" -> words.is(at + 1, "'s") ? Optional.empty() : Optional.of(new Part(at + 1, days(0, 0)));
            case "tonight" -> Optional.of(new Part(at + 1, days(0, 0)));
            case "overnight" -> Optional.of(new Part(at + 1, days(-1, 0)));
            case "this" ->
                words.isAny(at + 1, Set.of("morning", "afternoon", "evening"))
                        ? Optional.of(new Part(at + 2, days(0, 0)))
                        : Optional.empty();
            case "last" -> words.is(at + 1, "night") ? Optional.of(new Part(at + 2, days(-1, -1))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Meaning days(int first, int last) {
        return Meaning.relative((day, direction) -> Meaning.days(day.plusDays(first), day.plusDays(last)));
    }
}
