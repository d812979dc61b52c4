package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Storyline;

/**
 * What all reports say together, kept up as reports come and go. It is always what {@link Together#of} gives for the reports that are
 * there; but only the cells that a change concerns are drawn anew (decision 0011). If the first day of all reports changes, that
 * concerns every cell in which one has no day of its own.
 *
 * <p>Threads: one at a time.
 */
public final class Drawing {

    /**
     * What a change has cost.
     *
     * @param cells that were drawn anew
     * @param reports in them
     * @param neighbourhoods reports of which the likest are others than before
     * @param terms by which the reports that came are found
     * @param written events, storylines, lines of the ledger, originals and days that are new or have changed
     * @param removed those that are no more
     */
    public record Change(int cells, int reports, int neighbourhoods, int terms, int written, int removed) {

        static final Change NONE = new Change(0, 0, 0, 0, 0, 0);
    }

    private final Watch watch;
    private Settings settings;
    private Reviewed reviewed;
    private Map<String, Set<String>> partners; // of event mentions that reviewers have joined
    private final Map<String, Integer> holders = new HashMap<>(); // of these, the report
    private final Wording wording = new Wording();
    private final Neighbours neighbours;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Coded> reports = new HashMap<>();
    private final Cells cells;
    private final Map<List<Integer>, Together> drawn = new HashMap<>();
    private final TreeMap<LocalDate, Integer> days = new TreeMap<>(); // of reports that have their own, with how many
    private Optional<LocalDate> earliest = Optional.empty();

    /** @param reviewed what reviewers say of which event mentions tell one event */
    public Drawing(Watch watch, Settings settings, Reviewed reviewed) {
        this(watch, settings, reviewed, new Neighbours(), Cells.MOST);
    }

    /** @param most reports in a cell */
    Drawing(Watch watch, Settings settings, Reviewed reviewed, Neighbours neighbours, int most) {
        this.watch = watch;
        this.settings = settings;
        this.reviewed = reviewed;
        this.partners = reviewed.partners();
        this.neighbours = neighbours;
        this.cells = new Cells(
                neighbours,
                Comparator.comparing(this::day)
                        .thenComparing(number -> report(number).document().id()),
                this::joined,
                most);
    }

    /** Takes in a report; one with the same document id gives way. */
    public Change add(Coded report) {
        return add(List.of(report));
    }

    /** Takes in reports, all at once. */
    public Change add(Collection<Coded> more) {
        watch.begins(Watch.Stage.NEIGHBOURS);
        List<Integer> gone = new ArrayList<>();
        int terms = 0;
        for (Coded report : more) {
            String id = report.document().id();
            gone.addAll(forget(id));
            int number = neighbours.add(id, Storylines.alone(report.document(), wording));
            wording.forget();
            numbers.put(id, number);
            reports.put(number, report);
            ownDay(report).ifPresent(day -> days.merge(day, 1, Integer::sum));
            joinable(report).forEach(mention -> holders.put(mention, number));
            terms += neighbours.keys(number);
        }
        return settle(gone, terms);
    }

    /** Takes a report out; if it is not there nothing changes. */
    public Change remove(String document) {
        watch.begins(Watch.Stage.NEIGHBOURS);
        return settle(forget(document), 0);
    }

    /**
     * Takes in what reviewers say now.
     *
     * @param now all of it, in the place of what was said before
     */
    public Change review(Reviewed now) {
        Set<String> differing = reviewed.differing(now);
        if (differing.isEmpty()) return Change.NONE;
        reviewed = now;
        partners = now.partners();
        holders.clear();
        Set<Integer> concerned = new TreeSet<>();
        reports.forEach((number, report) -> {
            joinable(report).forEach(mention -> holders.put(mention, number));
            if (report.eventMentions().stream().map(EventMention::id).anyMatch(differing::contains))
                concerned.add(number);
        });
        watch.begins(Watch.Stage.CELLS);
        return draw(with(cells.settle(concerned, List.of()), concerned::contains), 0, 0);
    }

    /** Takes other settings; every cell is drawn anew then, but the cells stay. */
    public Change set(Settings now) {
        if (settings.equals(now)) return Change.NONE;
        settings = now;
        List<List<Integer>> all = List.copyOf(drawn.keySet());
        return draw(new Cells.Change(all, all), 0, 0);
    }

    private List<Integer> forget(String document) {
        Integer number = numbers.remove(document);
        if (number == null) return List.of();
        neighbours.remove(number);
        Coded report = report(number);
        reports.remove(number);
        ownDay(report).ifPresent(day -> days.computeIfPresent(day, (d, count) -> count == 1 ? null : count - 1));
        joinable(report).forEach(holders::remove);
        return List.of(number);
    }

    private static Optional<LocalDate> ownDay(Coded report) {
        return Chronology.earliest(List.of(report.document()));
    }

    /** Its event mentions that reviewers have joined with others. */
    private List<String> joinable(Coded report) {
        if (partners.isEmpty()) return List.of();
        return report.eventMentions().stream()
                .map(EventMention::id)
                .filter(partners::containsKey)
                .toList();
    }

    private Set<Integer> joined(int number) {
        Set<Integer> joined = new TreeSet<>();
        for (String mention : joinable(report(number))) {
            for (String partner : partners.getOrDefault(mention, Set.of())) {
                Integer holder = holders.get(partner);
                if (holder != null) joined.add(holder);
            }
        }
        return joined;
    }

    private Change settle(List<Integer> gone, int terms) {
        Set<Integer> changed = neighbours.settle();
        watch.begins(Watch.Stage.CELLS);
        return draw(withUndated(cells.settle(changed, gone)), changed.size(), terms);
    }

    private Change draw(Cells.Change change, int neighbourhoods, int terms) {
        Map<String, Object> before = new HashMap<>();
        for (List<Integer> cell : change.gone()) {
            Together part = drawn.remove(cell);
            if (part != null) addRows(part, before);
        }
        int read = 0;
        int written = 0;
        for (List<Integer> cell : change.come()) {
            Together part = Together.within(
                    cell.stream().map(this::report).toList(), earliest, settings, reviewed, wording, watch);
            wording.forget();
            drawn.put(cell, part);
            watch.begins(Watch.Stage.ROWS);
            Map<String, Object> after = new HashMap<>();
            addRows(part, after);
            for (Map.Entry<String, Object> row : after.entrySet()) {
                if (!row.getValue().equals(before.remove(row.getKey()))) written++;
            }
            read += cell.size();
        }
        return new Change(change.come().size(), read, neighbourhoods, terms, written, before.size());
    }

    /** And, if the first day has changed, the cells whose order hangs on it. */
    private Cells.Change withUndated(Cells.Change change) {
        Optional<LocalDate> now = days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
        if (now.equals(earliest)) return change;
        earliest = now;
        return with(change, number -> Chronology.isOpen(report(number).document()));
    }

    /** And the cells that stay but hold any of these reports: they are drawn anew all the same. */
    private Cells.Change with(Cells.Change change, Predicate<Integer> concerned) {
        Set<List<Integer>> gone = new HashSet<>(change.gone());
        List<List<Integer>> more = drawn.keySet().stream()
                .filter(cell -> !gone.contains(cell) && cell.stream().anyMatch(concerned))
                .toList();
        return new Cells.Change(
                Stream.concat(change.gone().stream(), more.stream()).toList(),
                Stream.concat(change.come().stream(), more.stream()).toList());
    }

    private static void addRows(Together part, Map<String, Object> rows) {
        for (Event event : part.events()) rows.put(event.id(), event);
        for (Storyline storyline : part.storylines()) rows.put(storyline.id(), storyline);
        for (Commitment line : part.ledger()) rows.put(line.id(), line);
        rows.putAll(part.originals());
        part.placed().forEach((document, time) -> rows.put("day of " + document, time));
    }

    private Coded report(int number) {
        Coded report = reports.get(number);
        if (report == null) throw new IllegalStateException("no report " + number);
        return report;
    }

    private LocalDate day(int number) {
        return Copies.day(report(number).document());
    }

    /** Of all reports that are there. Cost: of all that they say. */
    public Together together() {
        return Together.of(drawn.values().stream());
    }
}
