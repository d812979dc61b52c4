package rapport.analysis.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import rapport.analysis.Shipped;
import rapport.ontology.Code;
import rapport.ontology.PlacePrecision;

/**
 * Places by name. A name may stand for several.
 *
 * <p>Threads: immutable.
 */
final class Gazetteer {

    /**
     * One place.
     *
     * @param country alpha-3; empty if it lies in several or in disputed land
     * @param claimedBy alpha-3 of those who claim it, if it is disputed
     * @param needsCue its name is also a word or a person's
     * @param isUnlisted only its name is known
     */
    record Entry(
            String name,
            Optional<String> country,
            List<String> claimedBy,
            PlacePrecision precision,
            OptionalDouble latitude,
            OptionalDouble longitude,
            boolean needsCue,
            boolean isUnlisted) {

        /** A name that the file does not have. */
        static Entry unlisted(String name, PlacePrecision precision) {
            return new Entry(
                    name,
                    Optional.empty(),
                    List.of(),
                    precision,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    false,
                    true);
        }
    }

    /** A name found in a text: [start, end) and what it may stand for. */
    record Match(int start, int end, List<Entry> entries) {}

    private static final String FILE = "places.tsv";

    /** Names by their first word, the longest first, so that "New Mexico" is not read as "Mexico". */
    private final Map<String, List<String>> namesByFirstWord = new HashMap<>();

    private final Map<String, List<Entry>> entries = new HashMap<>();

    private Gazetteer(List<String> lines) {
        List<String> header = List.of(lines.get(0).split("\t", -1));
        for (String row : lines.subList(1, lines.size())) add(header, row.split("\t", -1));
        namesByFirstWord
                .values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    /**
     * The one that comes with the program.
     *
     * @throws IllegalStateException if it is not there
     */
    static Gazetteer read() {
        return of(Shipped.lines(Gazetteer.class, FILE));
    }

    /** From the lines of such a file: a header with the names of the columns, one place a line. */
    static Gazetteer of(List<String> lines) {
        return new Gazetteer(lines);
    }

    private void add(List<String> header, String[] cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "a place has " + cells.length + " columns, expected " + header.size() + ": " + cells[0]);
        }
        String country = cells[header.indexOf("country")];
        Entry entry = new Entry(
                cells[header.indexOf("name")],
                country.isEmpty() ? Optional.empty() : Optional.of(country),
                list(cells[header.indexOf("claimedBy")]),
                Code.parse(PlacePrecision.class, cells[header.indexOf("kind")]),
                number(cells[header.indexOf("latitude")]),
                number(cells[header.indexOf("longitude")]),
                cells[header.indexOf("cue")].equals("yes"),
                false);
        add(entry.name(), entry);
        list(cells[header.indexOf("names")]).forEach(name -> add(name, entry));
    }

    private void add(String name, Entry entry) {
        List<Entry> ofName = entries.computeIfAbsent(name, n -> new ArrayList<>());
        if (ofName.isEmpty()) {
            String first = name.substring(0, endOfWord(name, 0));
            namesByFirstWord.computeIfAbsent(first, f -> new ArrayList<>()).add(name);
        }
        ofName.add(entry);
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" \\| "));
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    /** The longest name that begins here and ends with a word. */
    Optional<Match> at(String text, int start, int limit) {
        int end = endOfWord(text, start);
        if (end == start || end > limit) return Optional.empty();
        for (String name : namesByFirstWord.getOrDefault(text.substring(start, end), List.of())) {
            int after = start + name.length();
            if (after <= limit && isAt(text, start, name) && !continuesWord(text, after, limit)) {
                return Optional.of(new Match(start, after, List.copyOf(entries.getOrDefault(name, List.of()))));
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(String text, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = text.charAt(start + i);
            char plain = c == '’' ? '\'' : c == '\u2011' ? '-' : c;
            if (plain != name.charAt(i)) return false;
        }
        return true;
    }

    private static boolean continuesWord(String text, int at, int limit) {
        return at < limit
                && (Character.isLetterOrDigit(text.charAt(at))
                        || text.charAt(at) == '-' && at + 1 < limit && Character.isLetter(text.charAt(at + 1)));
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
        return end;
    }
}
