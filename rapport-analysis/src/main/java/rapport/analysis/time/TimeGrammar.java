package rapport.analysis.time;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import rapport.analysis.time.Dates.Date;
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

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "monday", DayOfWeek.MONDAY,
            "tuesday", DayOfWeek.TUESDAY,
            "wednesday", DayOfWeek.WEDNESDAY,
            "thursday", DayOfWeek.THURSDAY,
            "friday", DayOfWeek.FRIDAY,
            "saturday", DayOfWeek.SATURDAY,
            "sunday", DayOfWeek.SUNDAY);

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

    private static final Set<String> NUMBER_MODIFIERS = Words.listed("""
            than over nearly almost about around some roughly least under approximately
            """);

    private static final Set<String> VAGUE = Words.listed("""
            few several many recent coming couple some various
            """);

    private final Words words;
    private final Dates dates;

    private TimeGrammar(Words words) {
        this.words = words;
        this.dates = new Dates(words);
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
        return span(at).or(() -> dates.years(at).map(days -> new Part(at + 3, new Meaning.Stated(days))))
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
        Optional<Days> years = first > at ? dates.years(first) : Optional.empty();
        if (years.isPresent()) return Optional.of(new Part(first + 3, new Meaning.Stated(years.get())));
        Optional<Date> one = dates.at(first);
        if (one.isPresent()) {
            int join = one.get().end();
            boolean isPeriod = one.get().lastDay().isPresent();
            if (isPeriod)
                return first > at ? Optional.of(new Part(join, one.get().meaning())) : Optional.empty();
            if (!joins(join, from, between)) return Optional.empty();
            Optional<Date> two = dates.at(join + 1)
                    .filter(date -> date.isDay() == one.get().isDay()
                            && date.isYear() == one.get().isYear());
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
        OptionalInt day = dates.day(at);
        if (day.isEmpty() || !words.is(dates.endOfDay(at), "and")) return List.of();
        Optional<Date> second = dates.at(dates.endOfDay(at) + 1)
                .filter(date -> date.isDay() && date.weekday().isEmpty());
        if (second.isEmpty()) return List.of();
        Date two = second.get();
        Date one = two.at(day.getAsInt(), dates.endOfDay(at));
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
            Optional<Unit> unit = words.is(next, "this") ? Unit.calendarAt(words, next + 1) : Optional.empty();
            if (unit.isPresent()) {
                return Optional.of(new Part(next + 2, Meaning.relative((day, direction) -> {
                    Days days = unit.get().calendar(day, 0);
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
                .filter(part -> dates.at(at).map(date -> !date.isDay()).orElse(true))
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
        return dates.at(start + 3)
                .filter(date -> date.isMonth())
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
        int vague = VAGUE.contains(words.small(at)) ? at + 1 : VAGUE.contains(words.small(at + 1)) ? at + 2 : at;
        int unitAt = count.map(Numbers.Found::end).orElse(vague);
        if (words.is(unitAt, "of") && vague > at) unitAt++;
        Optional<Unit> unit = Unit.at(words, unitAt);
        if (unitAt == at || unit.isEmpty()) return Optional.empty();
        int end = unitAt + 1;
        Optional<Integer> many = count.flatMap(TimeGrammar::small);
        if (words.isAny(end, Set.of("earlier", "later", "before", "after"))) {
            return Optional.of(new Part(end + 1, Meaning.NOTHING));
        }
        if (!words.is(end, "ago")) {
            return words.is(at - 1, "within") ? many.map(n -> new Part(end, within(n, unit.get()))) : Optional.empty();
        }
        boolean isRoundYears =
                unit.get() == Unit.YEAR && many.filter(n -> n % 10 == 0).isPresent();
        boolean isRough = isRoundYears
                || NUMBER_MODIFIERS.contains(words.small(at - 1))
                || many.isEmpty()
                || unit.get() == Unit.HOUR;
        Meaning meaning = isRough
                ? Meaning.NOTHING
                : Meaning.relative((day, direction) -> unit.get().ago(day, many.get()));
        return Optional.of(new Part(end + 1, meaning));
    }

    /** "within 72 hours", when the sentence looks ahead: no later than that from the document's day. */
    private static Meaning within(int many, Unit unit) {
        return new Meaning.Relative((day, direction) -> direction == Direction.PAST
                ? Optional.empty()
                : Optional.of(new Days(Optional.empty(), Optional.of(unit.after(day, many)))));
    }

    private static Optional<Integer> small(Numbers.Found count) {
        return count.whole().filter(many -> many <= Unit.MOST).map(Long::intValue);
    }

    private Optional<Numbers.Found> count(int at) {
        if (words.is(at, "a") || words.is(at, "an")) {
            Optional<Numbers.Found> dozen = Numbers.at(words, at);
            return dozen.isPresent() ? dozen : Optional.of(new Numbers.Found(BigDecimal.ONE, at + 1, false));
        }
        return Numbers.at(words, at);
    }

    /** "over the last month", "in the past two weeks", "the next three days": counted from the document's day. */
    private Optional<Part> trailing(int at) {
        boolean isDefinite = words.is(at, "the") || words.is(at, "this");
        int start = isDefinite ? at + 1 : at;
        boolean past = words.isAny(start, Set.of("last", "past"));
        if (!past && !words.isAny(start, Set.of("next", "coming"))) return Optional.empty();
        boolean isVague = VAGUE.contains(words.small(start + 1));
        Optional<Numbers.Found> count = count(start + 1);
        int unitAt = count.map(Numbers.Found::end).orElse(isVague ? start + 2 : start + 1);
        Optional<Unit> unit = Unit.at(words, unitAt);
        if (unit.isEmpty()) return Optional.empty();
        boolean isPlural = words.small(unitAt).endsWith("s");
        boolean isOne = count.isEmpty() && !isVague && !isPlural;
        boolean isCalendar = isOne && (words.is(start, "next") || words.is(start, "last") && !isDefinite);
        if (isCalendar) return Optional.empty();
        Optional<Integer> many = isOne ? Optional.of(1) : count.flatMap(TimeGrammar::small);
        if (many.isEmpty()) return Optional.of(new Part(unitAt + 1, Meaning.NOTHING));
        int distance = many.get();
        // "the next three days were quiet" is told from another day
        Meaning meaning = past
                ? Meaning.relative((day, direction) -> Meaning.days(unit.get().after(day, -distance), day))
                : new Meaning.Relative((day, direction) -> direction == Direction.PAST
                        ? Optional.empty()
                        : Optional.of(Meaning.days(day, unit.get().after(day, distance))));
        return Optional.of(new Part(unitAt + 1, meaning));
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
        Optional<Unit> unit = Unit.calendarAt(words, at + 1);
        if (unit.isEmpty()) return Optional.empty();
        if (unit.get() == Unit.WEEK && which != 0) {
            Optional<Part> dayOfWeek = weekdayName(words.is(at + 2, "on") ? at + 3 : at + 2)
                    .map(name -> new Part(words.is(at + 2, "on") ? at + 4 : at + 3, dayOfWeek(name, which)));
            if (dayOfWeek.isPresent()) return dayOfWeek;
        }
        return Optional.of(new Part(at + 2, Meaning.relative((day, direction) -> {
            Days days = unit.get().calendar(day, which);
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

    /** "2025-05-26". */
    private Optional<Part> iso(int at) {
        boolean shape = words.plainNumber(at) >= 0
                && words.text(at).length() == 4
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
                : dates.at(words.is(after, "the") ? after + 1 : after).filter(d -> d.isDay());
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
        return dates.at(at).map(date -> {
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
        boolean isMonth = date.isMonth();
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

    /** "the 1990s", "the 19th century". */
    private Optional<Part> decadeOrCentury(int at) {
        int start = words.is(at, "the") ? at + 1 : at;
        int value = words.plainNumber(start);
        boolean decade = value >= 0
                && words.text(start).length() == 4
                && value % 10 == 0
                && words.isAny(start + 1, Set.of("s", "'s"))
                && words.isJoined(start + 1)
                && (words.is(start + 1, "s") || words.is(at, "the"));
        if (decade) {
            LocalDate first = LocalDate.of(value, 1, 1);
            return Optional.of(new Part(start + 2, Meaning.stated(first, LocalDate.of(value + 9, 12, 31))));
        }
        boolean century =
                value >= 1 && value <= 21 && dates.endOfDay(start) == start + 2 && words.is(start + 2, "century");
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
