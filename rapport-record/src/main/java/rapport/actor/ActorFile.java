package rapport.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.actor.CodebookException.Fault;
import rapport.ontology.ActorKind;
import rapport.ontology.Code;
import rapport.ontology.KnownBy;
import rapport.record.Days;
import rapport.record.Ids;

/**
 * One tab-separated file: comment lines, a header with the names of the columns, one actor or one pattern a line. Lists in a
 * cell are joined by " | ".
 *
 * @param unknownColumns columns that the program does not know, and does not read
 */
record ActorFile(String name, KnownBy known, List<Row> rows, List<String> unknownColumns, String digest) {

    private static final Set<String> COLUMNS = Set.of(
            "id",
            "body",
            "kind",
            "name",
            "names",
            "demonyms",
            "metonyms",
            "titles",
            "bare",
            "country",
            "sectors",
            "partOf",
            "offices",
            "known",
            "note");
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern TERM = Pattern.compile("(\\S+)(?: (\\S+))?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");

    /** One line of the file. A pattern of a body has its key ("foreign-minister") as id. */
    record Row(
            int line,
            boolean isBody,
            String id,
            ActorKind kind,
            String name,
            List<String> names,
            List<String> demonyms,
            List<String> metonyms,
            List<String> titles,
            List<String> bare,
            Optional<String> country,
            List<String> sectors,
            List<Term> partOf,
            List<Term> offices) {}

    /**
     * Something held or belonged to.
     *
     * @param days as widely as the file's days, months or years allow
     * @param sure the days on which it was certainly so; empty if the ends are too coarse to tell
     */
    record Term(String of, Days days, Optional<Days> sure) {}

    /** Reads what can be read, and adds a fault for each line that cannot. */
    static ActorFile read(String name, KnownBy known, List<String> lines, List<Fault> faults) {
        List<Row> rows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Map<String, Integer> header = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(0).startsWith("\uFEFF") ? lines.get(0).substring(1) : lines.get(i);
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] cells = line.split("\t", -1);
            if (header.isEmpty()) {
                for (int c = 0; c < cells.length; c++) {
                    if (!COLUMNS.contains(cells[c])) unknown.add(cells[c]);
                    header.put(cells[c], c);
                }
                if (!header.containsKey("kind")
                        || !header.containsKey("name")
                        || header.containsKey("id") == header.containsKey("body")) {
                    faults.add(new Fault(name, i + 1, "the columns " + quoted(cells), "id (or body), kind and name"));
                    break;
                }
            } else {
                new Line(name, i + 1, header, cells, faults).row().ifPresent(rows::add);
            }
        }
        if (header.isEmpty()) faults.add(new Fault(name, 1, "no header", "a line with the names of the columns"));
        return new ActorFile(
                name, known, List.copyOf(rows), List.copyOf(unknown), Ids.sha256(String.join("\n", lines)));
    }

    /** At most a short piece: the file may be a report, given by mistake. */
    private static String quoted(String[] cells) {
        String all = String.join(", ", cells);
        return all.length() > LONGEST_QUOTE ? "\"" + all.substring(0, LONGEST_QUOTE) + "…\"" : "\"" + all + "\"";
    }

    /** One line while it is read. */
    private static final class Line {

        private final String file;
        private final int line;
        private final Map<String, Integer> header;
        private final String[] cells;
        private final List<Fault> faults;
        private boolean isBroken;

        Line(String file, int line, Map<String, Integer> header, String[] cells, List<Fault> faults) {
            this.file = file;
            this.line = line;
            this.header = header;
            this.cells = cells;
            this.faults = faults;
        }

        Optional<Row> row() {
            if (cells.length > header.size()) {
                fault(cells.length + " cells", "at most " + header.size() + ", as the header has");
                return Optional.empty();
            }
            boolean isBody = header.containsKey("body");
            String id = cell(isBody ? "body" : "id");
            if (!ID.matcher(id).matches()) fault(quoted(id, "id"), "small letters, digits, hyphens and full stops");
            if (cell("name").isEmpty()) fault(quoted("", "name"), "a name");
            ActorKind kind = kind();
            String country = cell("country");
            if (!country.isEmpty() && !COUNTRY.matcher(country).matches()) {
                fault(quoted(country, "country"), "three capital letters as in ISO 3166-1, or nothing");
            }
            List<Term> partOf = terms("partOf");
            List<Term> offices = terms("offices");
            if (isBroken) return Optional.empty();
            return Optional.of(new Row(
                    line,
                    isBody,
                    id,
                    kind,
                    cell("name"),
                    list("names"),
                    list("demonyms"),
                    list("metonyms"),
                    list("titles"),
                    list("bare"),
                    Optional.of(country).filter(c -> !c.isEmpty()),
                    list("sectors"),
                    partOf,
                    offices));
        }

        private ActorKind kind() {
            try {
                return Code.parse(ActorKind.class, cell("kind"));
            } catch (IllegalArgumentException e) {
                String allowed = String.valueOf(e.getMessage());
                fault(quoted(cell("kind"), "kind"), allowed.substring(allowed.indexOf("one of")));
                return ActorKind.OTHER;
            }
        }

        private String cell(String column) {
            Integer place = header.get(column);
            return place == null || place >= cells.length ? "" : cells[place].strip();
        }

        private List<String> list(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) return List.of();
            List<String> parts = new ArrayList<>();
            for (String part : cell.split("\\|", -1)) {
                if (part.isBlank()) {
                    fault(quoted(cell, column), "a list joined by \" | \" without empty parts");
                } else {
                    parts.add(part.strip());
                }
            }
            return List.copyOf(parts);
        }

        private List<Term> terms(String column) {
            List<Term> terms = new ArrayList<>();
            for (String written : list(column)) {
                Matcher term = TERM.matcher(written);
                Optional<Term> read = term.matches() ? term(term.group(1), term.group(2)) : Optional.empty();
                read.ifPresentOrElse(
                        terms::add,
                        () -> fault(
                                quoted(written, column),
                                "an id, alone or with its days as in \"rur 2019-05..2021-03-04\""));
            }
            return List.copyOf(terms);
        }

        private static Optional<Term> term(String of, @Nullable String days) {
            if (days == null) return Optional.of(new Term(of, Days.ALWAYS, Optional.of(Days.ALWAYS)));
            int dots = days.indexOf("..");
            String from = dots < 0 ? days : days.substring(0, dots);
            String until = dots < 0 ? days : days.substring(dots + 2);
            try {
                Optional<Days> first = period(from);
                Optional<Days> last = period(until);
                Days wide = new Days(first.flatMap(Days::from), last.flatMap(Days::until));
                Optional<LocalDate> sureFrom = first.flatMap(Days::until);
                Optional<LocalDate> sureUntil = last.flatMap(Days::from);
                boolean isSure = sureFrom.isEmpty()
                        || sureUntil.isEmpty()
                        || !sureUntil.get().isBefore(sureFrom.get());
                return Optional.of(
                        new Term(of, wide, isSure ? Optional.of(new Days(sureFrom, sureUntil)) : Optional.empty()));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }

        /** The days of "2019", "2019-05" or "2019-05-04"; empty for an open end. */
        private static Optional<Days> period(String written) {
            if (written.isEmpty()) return Optional.empty();
            Matcher parts = DAY.matcher(written);
            if (!parts.matches()) throw new IllegalArgumentException(written);
            int year = Integer.parseInt(parts.group(1));
            if (parts.group(2) == null) {
                return Optional.of(days(Year.of(year).atDay(1), LocalDate.of(year, 12, 31)));
            }
            int month = Integer.parseInt(parts.group(2));
            if (parts.group(3) == null) {
                YearMonth of = YearMonth.of(year, month);
                return Optional.of(days(of.atDay(1), of.atEndOfMonth()));
            }
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(parts.group(3)));
            return Optional.of(days(day, day));
        }

        private static Days days(LocalDate first, LocalDate last) {
            return new Days(Optional.of(first), Optional.of(last));
        }

        private static String quoted(String found, String column) {
            return "\"" + found + "\" in column \"" + column + "\"";
        }

        private void fault(String found, String expected) {
            isBroken = true;
            faults.add(new Fault(file, line, found, expected));
        }
    }
}
