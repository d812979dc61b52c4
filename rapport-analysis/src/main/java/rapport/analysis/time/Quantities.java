package rapport.analysis.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import rapport.record.Quantity;

/**
 * Finds the numbers of a sentence that count or measure something, with their bounds.
 *
 * <p>A bound is set only where the words set one: "about 50" is read as 50, since nobody says how wide "about" is; "over 70" is
 * 70 or more, "nearly 100" at most 100, "fewer than 10" at most 9. Numbers for an unsaid count are their least: "dozens" is 24
 * or more, "scores" 40, "hundreds" 200.
 *
 * <p>Known miss: numbers that are not whole and have no scale word ("7.5 kilometers"); "a soldier", "both", "several"; changes
 * ("from 300 to 400") give two numbers.
 */
final class Quantities {

    /** What stands before a number, longest first, and what it makes of it. */
    private enum Kind {
        EXACT,
        LEAST,
        MOST,
        BELOW
    }

    private record Qualifier(int end, Kind kind) {}

    private static final Map<String, Kind> QUALIFIERS = Map.ofEntries(
            Map.entry("more than", Kind.LEAST),
            Map.entry("at least", Kind.LEAST),
            Map.entry("no fewer than", Kind.LEAST),
            Map.entry("not fewer than", Kind.LEAST),
            Map.entry("no less than", Kind.LEAST),
            Map.entry("not less than", Kind.LEAST),
            Map.entry("in excess of", Kind.LEAST),
            Map.entry("upwards of", Kind.LEAST),
            Map.entry("a minimum of", Kind.LEAST),
            Map.entry("over", Kind.LEAST),
            Map.entry("exceeding", Kind.LEAST),
            Map.entry("well over", Kind.LEAST),
            Map.entry("up to", Kind.MOST),
            Map.entry("as many as", Kind.MOST),
            Map.entry("as much as", Kind.MOST),
            Map.entry("at most", Kind.MOST),
            Map.entry("no more than", Kind.MOST),
            Map.entry("not more than", Kind.MOST),
            Map.entry("a maximum of", Kind.MOST),
            Map.entry("nearly", Kind.MOST),
            Map.entry("almost", Kind.MOST),
            Map.entry("fewer than", Kind.BELOW),
            Map.entry("less than", Kind.BELOW),
            Map.entry("under", Kind.BELOW),
            Map.entry("about", Kind.EXACT),
            Map.entry("around", Kind.EXACT),
            Map.entry("roughly", Kind.EXACT),
            Map.entry("approximately", Kind.EXACT),
            Map.entry("some", Kind.EXACT),
            Map.entry("an estimated", Kind.EXACT),
            Map.entry("exactly", Kind.EXACT));

    private static final int LONGEST_QUALIFIER = 3;

    /** A plural that counts: its least. "Scores" as in the guide, two dozen, two hundred and so on. */
    private static final Map<String, Long> UNSAID = Map.of(
            "dozens", 24L,
            "scores", 40L,
            "hundreds", 200L,
            "thousands", 2_000L,
            "millions", 2_000_000L,
            "billions", 2_000_000_000L);

    private static final Map<String, String> CURRENCIES = Map.of(
            "$", "dollars", "€", "euros", "£", "pounds", "¥", "yen", "₹", "rupees", "₽", "rubles", "rs", "rupees");

    private static final Set<String> NO_QUANTITY_BEFORE = Words.listed("""
            aged age no number article articles resolution resolutions chapter section flight route highway
            channel phase type group room gate page pages paragraph clause level tier block line unit area point
            day week part item version grade class war interstate apollo boeing airbus mig act season episode
            tel phone # + / : game round stage step year title rule amendment proposition *
            """);

    private static final Set<String> NO_QUANTITY_AFTER = Words.listed("""
            % percent per pc percentage pm am gmt utc o'clock est edt hrs p a / : degrees ° x st nd rd th s
            edition
            """);

    private static final Set<String> ENDS = Words.listed("""
            people troops men women children police personnel dead wounded injured killed missing arrested
            detained hurt others civilians aircraft infantry militia cattle livestock percent hectares km more
            policemen servicemen fishermen gunmen crewmen lives displaced
            """);

    private static final Set<String> STOPS = Words.listed("""
            of in on at to for from by with without and or but that which who whom whose where when while as if
            than then is are was were be been being has have had do does did will would could can may might must
            should shall not after before since until during near inside outside across against into over under
            about between among through it he she they we you i its his her their our this these those there
            here because so said say says told died die went came took made left fled lost killed every each per
            via including amid ago later earlier also both all only just up out down off away back still now
            already remain remained face faced live began begin met held won fell rose the a an around along
            toward towards behind within worth 's ' even once however last next today yesterday
            """);

    private static final Set<String> SINGULAR_IN_S = Words.listed("""
            series bus virus gas campus corps press crisis arms sports news defense business mass cross glass
            congress express religious serious dangerous various previous numerous famous indigenous armis us
            los weapons hours class access
            """);

    private static final int MOST_WORDS = 4;

    private final Words words;

    private final boolean[] isTime;

    private Quantities(Words words, List<Expression> times) {
        this.words = words;
        this.isTime = new boolean[words.size()];
        for (Expression time : times) for (int i = time.first(); i < time.end(); i++) isTime[i] = true;
    }

    /** In order; none overlaps a time. */
    static List<Quantity> find(Words words, List<Expression> times) {
        return new Quantities(words, times).all();
    }

    private List<Quantity> all() {
        List<Quantity> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Read> read = read(at);
            read.ifPresent(r -> found.add(r.quantity));
            at = read.map(r -> r.end).orElse(at + 1);
        }
        return found;
    }

    private record Read(int end, Quantity quantity) {}

    private Optional<Read> read(int at) {
        if (isTime[at]) return Optional.empty();
        boolean between = words.is(at, "between");
        Qualifier qualifier = between ? new Qualifier(at + 1, Kind.EXACT) : qualifier(at);
        int start = qualifier.end();
        Optional<Read> unsaid = between ? Optional.empty() : unsaid(at, start);
        if (unsaid.isPresent()) return unsaid;
        int currency = endOfCurrency(start);
        Optional<Numbers.Found> one = number(currency).filter(found -> !isTimeIn(start, found.end()));
        if (one.isEmpty()) return Optional.empty();
        int end = one.get().end();
        Optional<Numbers.Found> two = second(end, between, one.get());
        if (between && two.isEmpty()) return Optional.empty();
        Optional<Long> low = one.get().whole();
        Optional<Long> high = two.isPresent() ? two.get().whole() : low;
        if (low.isEmpty() || high.isEmpty()) return Optional.empty();
        long least = scaledLike(one.get(), two, low.get(), high.get());
        int last = two.map(Numbers.Found::end).orElse(end);
        String money = currency > start ? CURRENCIES.getOrDefault(words.small(currency - 1), "") : "";
        boolean isQualified = start > at;
        if (isNoQuantity(start, currency, last, isQualified, two.isPresent(), one.get())) return Optional.empty();
        if (two.isPresent() && high.get() <= least) return Optional.empty();
        boolean open = words.is(last, "+") && words.isJoined(last) || words.areAt(last, "or more");
        int endOfText = words.is(last, "+") && open ? last + 1 : open ? last + 2 : last;
        String of = money.isEmpty() ? object(endOfText) : money;
        boolean hasObject = !of.isEmpty();
        if (!hasObject && !isQualified && !isPlainAlone(at, one.get())) return Optional.empty();
        boolean isSurelyOne = qualifier.kind() == Kind.LEAST;
        if (isOne(one.get(), two) && !isSurelyOne && !isCountedOne(at, last)) return Optional.empty();
        Kind kind = open ? Kind.LEAST : qualifier.kind();
        OptionalLong from = kind == Kind.MOST || kind == Kind.BELOW ? OptionalLong.empty() : OptionalLong.of(least);
        OptionalLong to = switch (kind) {
            case LEAST -> OptionalLong.empty();
            case BELOW -> OptionalLong.of(Math.max(0, high.get() - 1));
            default -> OptionalLong.of(high.get());
        };
        return Optional.of(new Read(endOfText, new Quantity(words.span(at, endOfText), from, to, of)));
    }

    private Optional<Numbers.Found> number(int at) {
        return Numbers.at(words, at);
    }

    private boolean isTimeIn(int start, int end) {
        for (int i = start; i < end; i++) if (i < isTime.length && isTime[i]) return true;
        return false;
    }

    private Qualifier qualifier(int at) {
        for (int length = LONGEST_QUALIFIER; length >= 1; length--) {
            Kind kind = QUALIFIERS.get(phrase(at, length));
            if (kind != null) return new Qualifier(at + length, kind);
        }
        return new Qualifier(at, Kind.EXACT);
    }

    private String phrase(int at, int length) {
        StringBuilder phrase = new StringBuilder(words.small(at));
        for (int i = 1; i < length; i++) phrase.append(' ').append(words.small(at + i));
        return phrase.toString();
    }

    /** "dozens", "tens of thousands", "several hundred". */
    private Optional<Read> unsaid(int at, int start) {
        boolean several = words.isAny(start, Set.of("several", "few")) || words.areAt(start, "a few");
        int scaleAt = words.is(start, "a") ? start + 2 : start + 1;
        Long plural = several && !words.is(scaleAt, "score") ? UNSAID.get(words.small(scaleAt) + "s") : null;
        int end = scaleAt + 1;
        if (plural == null) {
            plural = UNSAID.get(words.small(start));
            end = start + 1;
            Long more = words.is(end, "of") ? UNSAID.get(words.small(end + 1)) : null;
            boolean tens = words.is(start, "tens");
            if (more != null && (tens || plural != null)) {
                plural = tens ? Long.valueOf(10 * more) : multiplied(words.small(start), more);
                end += 2;
            }
        }
        if (plural == null || isTimeIn(start, end)) return Optional.empty();
        if (words.is(start, "scores") && !countsScores(start)) return Optional.empty();
        String of = object(end);
        return Optional.of(
                new Read(end, new Quantity(words.span(at, end), OptionalLong.of(plural), OptionalLong.empty(), of)));
    }

    /** "hundreds of thousands": two hundred of one thousand each, so half of the product of the leasts. */
    private static Long multiplied(String first, long second) {
        return UNSAID.getOrDefault(first, 1L) * (second / 2);
    }

    /** "scores of people" and "scores were killed", not "he scores" or "test scores". */
    private boolean countsScores(int at) {
        return words.is(at + 1, "of")
                || words.is(at + 1, "more")
                || words.isAny(at + 1, Set.of("were", "killed", "wounded", "injured"));
    }

    private int endOfCurrency(int at) {
        if (words.isAny(at, Set.of("us", "a", "c", "au", "nz", "hk"))
                && words.is(at + 1, "$")
                && words.isJoined(at + 1)) return at + 2;
        boolean isSign = CURRENCIES.containsKey(words.small(at)) && (words.isNumber(at + 1) || words.is(at + 1, "."));
        return isSign ? at + 1 : at;
    }

    /** The upper end of a range: "300-400", "three to five", "two or three", and after "between" "300 and 400". */
    private Optional<Numbers.Found> second(int at, boolean between, Numbers.Found one) {
        boolean joins = between
                ? words.is(at, "and")
                : words.isHyphen(at) || words.is(at, "to") || words.is(at, "or") && !words.is(at + 1, "more");
        if (!joins) return Optional.empty();
        int start = endOfCurrency(at + 1);
        return number(start).filter(two -> !isTimeIn(start, two.end()) && two.digits() == one.digits());
    }

    /** "2 to 3 million": the first is in millions too. */
    private long scaledLike(Numbers.Found one, Optional<Numbers.Found> two, long low, long high) {
        if (two.isEmpty() || !two.get().digits()) return low;
        boolean isPlain = words.isNumber(one.end() - 1);
        boolean isScaled = !words.isNumber(two.get().end() - 1);
        if (!isPlain || !isScaled || low >= 1000) return low;
        String scale = words.small(two.get().end() - 1);
        long factor = switch (scale) {
            case "hundred" -> 100L;
            case "thousand", "k" -> 1_000L;
            case "million", "m", "mn" -> 1_000_000L;
            case "billion", "bn", "b" -> 1_000_000_000L;
            default -> 1L;
        };
        return low * factor <= high ? low * factor : low;
    }

    /** What looks like a number, but is an age, a share, a time of day, a name, a score, a decimal or a phone number. */
    private boolean isNoQuantity(
            int start, int number, int end, boolean isQualified, boolean isRange, Numbers.Found found) {
        boolean isMoney = number > start;
        if (!isMoney && NO_QUANTITY_BEFORE.contains(words.small(start - 1))) return true;
        if (words.is(start - 1, ".") && words.isAny(start - 2, Set.of("no", "nos"))) return true;
        if (words.is(end, "in") && words.isNumber(end + 1) && end + 1 < isTime.length && !isTime[end + 1]) return true;
        if (isShareBefore(start)) return true;
        if (words.isAny(start - 1, Set.of("-", "–", "/", ":", "'")) && words.isJoined(start)) return true;
        if (words.isJoined(start) && words.isLetters(start - 1) && !isMoney) return true;
        if (isAfter(end)) return true;
        boolean isJoinedName = words.isHyphen(end) && words.isJoined(end) && words.isJoined(end + 1);
        if (isJoinedName && !isMoney) return true;
        if (isMoney && isJoinedName && words.isLetters(end + 1))
            return true; // "a $20-million deal" is told by its noun
        boolean isAge = words.isAny(end, Set.of("year", "years", "month", "months"))
                && (words.isAny(end + 1, Set.of("old", "olds")) || words.is(end + 1, "of") && words.is(end + 2, "age"));
        if (isAge) return true;
        boolean isBareAge = found.digits()
                && words.is(start - 1, ",")
                && words.isCapital(start - 2)
                && (words.is(end, ",") || words.is(end, "."));
        if (isBareAge) return true;
        if (!found.digits() && words.isAny(start - 1, Set.of("the", "these", "those")) && !isQualified) return true;
        boolean isName = found.digits()
                && !isQualified
                && !isMoney
                && start > 1
                && words.isCapital(start - 1)
                && !words.isSmallLetters(end)
                && !isTime[start - 1];
        if (isName) return true;
        boolean isSmallRange = isRange
                && found.digits()
                && words.isHyphen(found.end())
                && object(end).isEmpty();
        boolean isLongCode = found.digits()
                && end == number + 1
                && words.text(number).length() >= 7
                && words.text(number).indexOf(',') < 0;
        return isSmallRange || isLongCode;
    }

    /** "one in 10", but not "Fund One in 10 steps". */
    private boolean isShareBefore(int start) {
        return words.is(start - 1, "in")
                && Numbers.at(words, start - 2).isPresent()
                && (!words.isCapital(start - 2) || start == 2);
    }

    private boolean isAfter(int end) {
        String small = words.small(end);
        if (!NO_QUANTITY_AFTER.contains(small)) return false;
        return switch (small) {
            case "p", "a" -> words.is(end + 1, ".") && words.is(end + 2, "m");
            case "st", "nd", "rd", "th", "s", "x", ":", "/" -> words.isJoined(end);
            case "per" -> words.is(end + 1, "cent");
            default -> true;
        };
    }

    private static boolean isOne(Numbers.Found one, Optional<Numbers.Found> two) {
        return two.isEmpty() && !one.digits() && one.whole().map(w -> w == 1).orElse(false);
    }

    /** "one" counts only beside a word of harm or capture; else it points ("one official", "one of them"). */
    private boolean isCountedOne(int at, int end) {
        Set<String> harm = Set.of(
                "killed",
                "killing",
                "wounded",
                "wounding",
                "injured",
                "injuring",
                "dead",
                "died",
                "arrested",
                "missing",
                "captured",
                "destroyed",
                "and");
        for (int i = end; i < end + MOST_WORDS; i++) {
            if (words.isAny(i, harm) && !words.is(i, "and")) return true;
            if (words.isAny(i, Set.of(",", "."))) break;
        }
        return words.isAny(at - 1, harm) && !words.is(at - 1, "and");
    }

    /** Without an object a number counts only as the object of a verb or after "to": "killed 20", "rose to 45". */
    private boolean isPlainAlone(int at, Numbers.Found found) {
        long value = found.whole().orElse(0L);
        boolean verb =
                words.small(at - 1).endsWith("ed") || words.small(at - 1).endsWith("ing") || words.is(at - 1, "to");
        return words.isSmallLetters(at - 1) && verb && value > 1;
    }

    /**
     * The noun phrase behind a number, without article, of at most four words; empty if there is none. It ends with the first
     * plural, or before the first word that cannot be part of it.
     */
    private String object(int at) {
        int start = at;
        if (words.is(start, "of")) start++;
        if (words.isAny(
                start,
                Set.of("the", "its", "his", "her", "their", "these", "those", "our", "more", "other", "additional"))) {
            boolean another = words.isAny(start, Set.of("more", "other", "additional"));
            if (!another || words.isLetters(start + 1) && !STOPS.contains(words.small(start + 1))) start++;
        }
        if (start > at && words.is(at, "of") && words.is(start, "the")) start++;
        if (ENDS.contains(words.small(start))) return words.text(start);
        int end = start;
        while (end < start + MOST_WORDS + 4 && canBeInside(end)) {
            boolean isHead = isPlural(end);
            end++;
            if (isHead && !goesOn(end)) break;
        }
        int first = start;
        int count = 0;
        for (int i = end - 1; i >= start; i--) {
            if (words.isLetters(i) && !(words.isJoined(i + 1) && words.isHyphen(i + 1))) count++;
            if (count == MOST_WORDS) {
                first = i;
                break;
            }
        }
        while (first > start && words.isJoined(first)) first++;
        return end > first ? joined(first, end) : "";
    }

    private boolean canBeInside(int at) {
        if (at >= words.size() || isTime[at]) return false;
        boolean isHyphen =
                words.isHyphen(at) && words.isJoined(at) && words.isJoined(at + 1) && words.isLetters(at + 1);
        boolean isCompound = words.isLetters(at) && words.isJoined(at) && words.isHyphen(at - 1);
        return isHyphen
                || isCompound
                || words.isLetters(at)
                        && !STOPS.contains(words.small(at))
                        && !(words.text(at).startsWith("'"));
    }

    private boolean isPlural(int at) {
        String small = words.small(at);
        if (ENDS.contains(small)) return true;
        return small.length() > 3
                && small.endsWith("s")
                && !small.endsWith("ss")
                && !small.endsWith("ous")
                && !SINGULAR_IN_S.contains(small)
                && !(words.isHyphen(at + 1) && words.isJoined(at + 1));
    }

    /** "United Nations staff": after a name in the plural the noun may follow. */
    private boolean goesOn(int at) {
        return words.isCapital(at - 1) && words.isSmallLetters(at) && isPlural(at);
    }

    private String joined(int first, int end) {
        StringBuilder phrase = new StringBuilder(words.text(first));
        for (int i = first + 1; i < end; i++) {
            if (!words.isJoined(i)) phrase.append(' ');
            phrase.append(words.text(i));
        }
        return phrase.toString();
    }
}
