package rapport.analysis.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first sentence of a report: "STRELSAU, May 4 (Graustark Press) -", "Strelsau: ".
 *
 * @param place as written, with its region; empty in "(Graustark Press) -"
 * @param end where the report itself begins
 * @param isCertain with an agency or a day, or in capitals before a dash; otherwise it may also be a speaker or a heading
 */
record DatelineHead(
        Optional<String> place, Optional<WrittenDay> day, Optional<String> agency, int end, boolean isCertain) {

    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}'’-]+";

    private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";

    private static final Pattern PLACE = Pattern.compile("(?:(?:ST\\. |St\\. )?" + CAPITALS + "(?:[ /]" + CAPITALS
            + "){0,3}|(?:St\\. )?" + WORD + "(?:[ /]" + WORD + "){0,2})" + "(?![\\p{L}\\d])");

    private static final Pattern REGION =
            Pattern.compile(", ((?:\\p{Lu}\\.){2,3}|" + WORD + "\\.?(?: " + WORD + "){0,2})(?![\\p{L}\\d])");

    private static final Pattern AGENCY = Pattern.compile(" ?\\((\\p{L}[\\p{L} .&'’/-]{1,40})\\)");

    private static final Pattern MARK = Pattern.compile("(?: ?(?:--|—|–)| -|\\. ?[-–—]|(?<colon>:)) ?(?=\\S)");

    /** No dateline is longer. */
    private static final int LONGEST = 120;

    static Optional<DatelineHead> at(String paragraph) {
        String line = FurnitureLine.plain(paragraph.substring(0, Math.min(paragraph.length(), LONGEST)));
        int at = 0;
        Optional<String> place = Optional.empty();
        Optional<WrittenDay> day = Optional.empty();
        Matcher matcher = PLACE.matcher(line);
        boolean isCapitals = false;
        if (matcher.lookingAt() && WrittenDay.at(line, 0).isEmpty()) {
            at = matcher.end();
            isCapitals = matcher.group().chars().noneMatch(Character::isLowerCase)
                    && matcher.group().length() > 2;
            day = dayAt(line, at);
            matcher.usePattern(REGION).region(at, line.length());
            if (day.isEmpty() && matcher.lookingAt()) at = matcher.end();
            place = Optional.of(line.substring(0, at));
            if (day.isEmpty()) day = dayAt(line, at);
            if (day.isPresent()) at = day.get().end();
        }
        Optional<String> agency = Optional.empty();
        matcher.usePattern(AGENCY).region(at, line.length());
        if (matcher.lookingAt()) {
            agency = Optional.of(matcher.group(1).strip());
            at = matcher.end();
            if (day.isEmpty()) {
                day = dayAt(line, at);
                if (day.isPresent()) at = day.get().end();
            }
        }
        if (at == 0) return Optional.empty();
        matcher.usePattern(MARK).region(at, line.length());
        if (!matcher.lookingAt() || matcher.end() >= paragraph.length()) return Optional.empty();
        int next = paragraph.codePointAt(matcher.end());
        if (Character.isLowerCase(next)) return Optional.empty(); // "NATO - which ..."
        boolean isColon = matcher.group("colon") != null;
        if (place.filter(NewsWords::isSection).isPresent()) return Optional.empty();
        boolean isSpaced = isColon || matcher.group().startsWith(" ");
        if (agency.isEmpty() && day.isEmpty() && !isSpaced) return Optional.empty(); // "Elphberg–Roe"
        boolean isCertain = agency.isPresent() || day.isPresent() || isCapitals && !isColon;
        return Optional.of(new DatelineHead(place, day, agency, matcher.end(), isCertain));
    }

    private static Optional<WrittenDay> dayAt(String line, int at) {
        int from = at;
        if (from < line.length() && line.charAt(from) == ',') from++;
        if (from == at && (from >= line.length() || line.charAt(from) != ' ')) return Optional.empty();
        if (from < line.length() && line.charAt(from) == ' ') from++;
        return WrittenDay.at(line, from);
    }
}
