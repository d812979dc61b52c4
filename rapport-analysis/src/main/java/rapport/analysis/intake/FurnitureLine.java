package rapport.analysis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line about the report rather than of it, taken to pieces: "By Jane Roe | Published: 4 May 2025, 10:42 GMT". It is one only
 * if every piece is known; so a line with a reference number or a version is none, whatever it looks like.
 *
 * @param byline who wrote it, as written, without "By"
 * @param isCertain with a "By" or a day; a name or an outlet alone may also be a heading
 */
record FurnitureLine(List<Day> days, Optional<String> byline, Optional<String> outlet, boolean isCertain) {

    /** A day with what the line says of it; {@code start} is its place in the line. */
    record Day(WrittenDay day, int start, boolean isUpdate, boolean isLabelled) {}

    private static final int LONGEST = 200;

    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:first|originally|last|date|publication|this (?:article|story) was)\\s)?(?<word>published|posted|updated|modified"
                    + "|released|issued|uploaded|dated?|on|at)\\b(?:\\s(?:on|at))?\\s?:?\\s?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile(
            "(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s?(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?)(?:\\s?\\(?(?:(?:GMT|UTC)[+-]\\d{1,2}|[A-Z]{2,5}|[+-]\\d{2}:?\\d{2}"
                    + ")\\)?)?(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern READING_TIME =
            Pattern.compile("\\d{1,3}[\\s-]min(?:ute)?s?\\s(?:read|ago)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BY =
            Pattern.compile("(?:(?:written|story|text|report|reported)\\s)?by\\b\\s?:?\\s?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OUTLET_LABEL =
            Pattern.compile("(?:source|outlet|publisher)\\s?:\\s?", Pattern.CASE_INSENSITIVE);

    private static final Pattern JOINT =
            Pattern.compile("\\s?,\\s?(?:and\\s|&\\s)?|\\s(?:and|&)\\s", Pattern.CASE_INSENSITIVE);

    /** Reads the line; empty if any piece of it is unknown. */
    static Optional<FurnitureLine> parse(String line) {
        if (line.length() > LONGEST) return Optional.empty();
        return new Reader(plain(line)).read();
    }

    /** With a plain space for every space and a plain hyphen for the no-break one; positions stay. */
    static String plain(String line) {
        StringBuilder plain = new StringBuilder(line);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isSpaceChar(c) || Character.isWhitespace(c)) plain.setCharAt(i, ' ');
            if (c == '\u2011') plain.setCharAt(i, '-');
        }
        return plain.toString();
    }

    private static final class Reader {

        private final String line;
        private int at;
        private final List<Day> days = new ArrayList<>();
        private Optional<String> byline = Optional.empty();
        private Optional<String> outlet = Optional.empty();
        private boolean isByLine;
        private boolean isUpdate;
        private boolean isLabelled;
        private int loose;

        Reader(String line) {
            this.line = line;
        }

        Optional<FurnitureLine> read() {
            skipSeparators();
            while (at < line.length()) {
                if (!readPiece()) return Optional.empty();
                skipSeparators();
            }
            boolean hasDay = days.stream().anyMatch(day -> day.day().year().isPresent() || day.isLabelled());
            boolean isCertain = isByLine || hasDay;
            if (loose > 2 || !isCertain && (byline.isEmpty() && outlet.isEmpty())) return Optional.empty();
            return Optional.of(new FurnitureLine(List.copyOf(days), byline, outlet, isCertain));
        }

        private boolean readPiece() {
            Optional<WrittenDay> day = WrittenDay.at(line, at);
            if (day.isPresent()) {
                days.add(new Day(day.get(), at, isUpdate, isLabelled));
                at = day.get().end();
                return true;
            }
            if (skip(CLOCK).isPresent() || skip(READING_TIME).isPresent()) return true;
            Optional<Matcher> label = skip(LABEL);
            if (label.isPresent()) {
                String word = label.get().group("word");
                if (word.length() > 2) { // "on" and "at" say nothing
                    isUpdate = word.equalsIgnoreCase("updated") || word.equalsIgnoreCase("modified");
                    isLabelled = true;
                }
                return at < line.length();
            }
            if (!isByLine && skip(BY).isPresent()) {
                isByLine = true;
                return readNames(true);
            }
            if (skip(OUTLET_LABEL).isPresent()) {
                String chunk = line.substring(at, endOfChunk(true));
                if (!NewsWords.isNamePart(firstWord(chunk))) return false;
                outlet = Optional.of(chunk.strip());
                at += chunk.length();
                return true;
            }
            return readLoose();
        }

        /** A place, section, outlet or name without any word that says so. */
        private boolean readLoose() {
            String chunk = line.substring(at, endOfChunk(false));
            if (NewsWords.isSection(chunk)) {
                at += chunk.length();
                return true;
            }
            if (byline.isEmpty() && NewsWords.isFunction(chunk)) {
                byline = Optional.of(chunk.strip());
                at += chunk.length();
                return true;
            }
            if (NewsWords.isOutlet(chunk)) {
                if (outlet.isEmpty()) outlet = Optional.of(chunk.strip());
                at += chunk.length();
                return true;
            }
            int start = at;
            if (byline.isEmpty() && days.isEmpty() && readNames(false)) return true;
            at = start;
            String[] words = chunk.strip().split(" +");
            loose++;
            at += chunk.length();
            if (words.length > 4) return false;
            for (String word : words) if (word.isEmpty() || !NewsWords.isNamePart(word)) return false;
            return true;
        }

        /** "Jane Roe, John Doe and Flavia Roe, Strelsau Courier"; after "By" one word or a function is enough. */
        private boolean readNames(boolean isAfterBy) {
            int end = endOfChunk(true);
            int first = at;
            int last = -1;
            int from = at;
            while (from < end && WrittenDay.at(line, from).isEmpty()) {
                Matcher joint = JOINT.matcher(line).region(from, end);
                int to = joint.find() ? joint.start() : end;
                String segment = line.substring(from, to);
                int tail = Math.max(segment.indexOf(" in "), segment.indexOf(" for "));
                if (tail > 0) {
                    String rest = withoutArticle(segment.substring(segment.indexOf(' ', tail + 1) + 1));
                    if (!isCapitalised(rest)) return false;
                    if (NewsWords.isOutlet(rest)) outlet = outlet.or(() -> Optional.of(rest));
                    segment = segment.substring(0, tail);
                }
                boolean isFirst = from == first;
                boolean isJoined = !isFirst && line.charAt(from - 1) == ' ' && line.charAt(from - 2) != ',';
                if (!isFirst && NewsWords.isOutlet(segment)) {
                    String name = segment.strip();
                    outlet = outlet.or(() -> Optional.of(name));
                } else if (isFirst
                        ? isName(segment, isAfterBy) || isAfterBy && NewsWords.isFunction(segment)
                        : isNext(segment, isJoined)) {
                    last = from + segment.length();
                } else if (!NewsWords.isFunction(segment) && !(last >= 0 && isAfterBy && isCapitalised(segment))) {
                    return false; // a place may stand after the names: "By Jane Roe, Strelsau"
                }
                from = to == end ? end : joint.end();
            }
            if (last < 0) return false;
            while (last > first && " .".indexOf(line.charAt(last - 1)) >= 0) last--;
            byline = Optional.of(line.substring(first, last));
            at = from;
            return true;
        }

        private static boolean isName(String segment, boolean isAfterBy) {
            String[] words = segment.strip().split(" +");
            if (words.length > 5 || words.length < (isAfterBy ? 1 : 2) || NewsWords.isSection(segment)) return false;
            for (String word : words) if (word.isEmpty() || !NewsWords.isNamePart(word)) return false;
            return isAfterBy || !NewsWords.isOutlet(segment);
        }

        /** A further name: "and Doe", ", John Doe"; but ", Strelsau" is a place. */
        private static boolean isNext(String segment, boolean isJoined) {
            return isName(segment, isJoined) && !NewsWords.isFunction(segment);
        }

        private static boolean isCapitalised(String segment) {
            for (String word : segment.strip().split(" +")) {
                if (word.isEmpty() || !word.equals("the") && !word.equals("of") && !NewsWords.isNamePart(word))
                    return false;
            }
            return true;
        }

        private static String withoutArticle(String phrase) {
            return (phrase.startsWith("the ") ? phrase.substring(4) : phrase).strip();
        }

        private static String firstWord(String chunk) {
            String stripped = chunk.strip();
            int space = stripped.indexOf(' ');
            return stripped.isEmpty() ? "-" : space < 0 ? stripped : stripped.substring(0, space);
        }

        private Optional<Matcher> skip(Pattern pattern) {
            Matcher matcher = pattern.matcher(line).region(at, line.length()).useTransparentBounds(true);
            if (!matcher.lookingAt()) return Optional.empty();
            at = matcher.end();
            return Optional.of(matcher);
        }

        /** Up to a separator; a comma is none within names. */
        private int endOfChunk(boolean hasCommas) {
            for (int i = at; i < line.length(); i++) {
                char c = line.charAt(i);
                if ("|•·—–;()[]\t/*_".indexOf(c) >= 0 || c == ',' && !hasCommas) return i;
                if (c == '-' && i > 0 && line.charAt(i - 1) == ' ') return i;
            }
            return line.length();
        }

        private void skipSeparators() {
            while (at < line.length() && " |•·–—,;:()[]-/*_".indexOf(line.charAt(at)) >= 0) at++;
            if (at == line.length() - 1 && line.charAt(at) == '.') at++;
        }
    }
}
