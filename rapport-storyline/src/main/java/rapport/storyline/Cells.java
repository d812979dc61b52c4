package rapport.storyline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import rapport.record.Document;

/**
 * Cells of a record: reports of which each is joined to another by being likest to it, or by both being among each other's likest
 * (mutual nearest neighbours: Gowda and Krishna, Agglomerative clustering using the concept of mutual nearest neighbourhood,
 * 1978). What reports tell together is told within a cell, so that a cell is all that has to be read anew when a report comes to it.
 *
 * <p>A cell that would grow beyond {@value #MOST} reports is cut: fewer of the likest count in it, and at the last it is cut in the order of
 * its days. What belongs together across such a cut is not put together, unless a reviewer has joined it: cells between which such a join
 * leads are one, however large.
 *
 * <p>Threads: one at a time.
 */
final class Cells {

    static final int MOST = 600;

    private final Neighbours neighbours;
    private final Comparator<Integer> byDay;
    private final Function<Integer, Set<Integer>> joined;
    private final int most;
    private final Map<Integer, List<Integer>> pieces =
            new HashMap<>(); // of a report, all that hang together with it, uncut
    private final Map<Integer, List<Integer>> cells = new HashMap<>();

    /**
     * @param byDay of reports, by their numbers: a total order that does not hang on the numbers
     * @param joined of a report, those with which it has an event in common because a reviewer says so
     * @param most reports in a cell
     */
    Cells(Neighbours neighbours, Comparator<Integer> byDay, Function<Integer, Set<Integer>> joined, int most) {
        this.neighbours = neighbours;
        this.byDay = byDay;
        this.joined = joined;
        this.most = most;
    }

    /** Of reports that are all there at once; each cell by id. */
    static List<List<Document>> of(Collection<Document> documents, Wording wording) {
        List<Document> byId =
                documents.stream().sorted(Comparator.comparing(Document::id)).toList();
        Neighbours neighbours = new Neighbours();
        byId.forEach(document -> neighbours.add(document.id(), Storylines.alone(document, wording)));
        return new Cells(neighbours, Comparator.naturalOrder(), report -> Set.of(), MOST)
                .settle(neighbours.settle(), Set.of()).come().stream()
                        .map(cell -> cell.stream().map(byId::get).toList())
                        .toList();
    }

    /**
     * What changes between before and now.
     *
     * @param gone cells that are no more
     * @param come cells that are new, each in the order of {@code byDay}
     */
    record Change(List<List<Integer>> gone, List<List<Integer>> come) {}

    /**
     * Cuts anew what hangs together with reports whose neighbours have changed.
     *
     * @param removed reports that are no more
     */
    Change settle(Set<Integer> changed, Collection<Integer> removed) {
        Set<Integer> concerned = new TreeSet<>();
        removed.forEach(report -> concern(report, concerned));
        for (int report : changed) {
            concern(report, concerned);
            for (Neighbours.Near near : neighbours.nearest(report)) concern(near.report(), concerned);
            for (int other : joined.apply(report)) concern(other, concerned);
        }
        Set<List<Integer>> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int report : concerned) {
            List<Integer> cell = cells.remove(report);
            if (cell != null) before.add(cell);
            pieces.remove(report);
        }
        concerned.removeAll(removed);
        Set<List<Integer>> known =
                new HashSet<>(before); // a number is never given again, so a list of them says which reports
        List<List<Integer>> come = new ArrayList<>();
        Set<List<Integer>> stay = new HashSet<>();
        for (List<Integer> piece : withJoined(pieces(List.copyOf(concerned), Neighbours.NEAREST, true))) {
            piece.forEach(report -> pieces.put(report, piece));
            for (List<Integer> cell : withJoined(cut(piece, Neighbours.NEAREST))) {
                if (known.contains(cell)) stay.add(cell);
                else come.add(cell);
                cell.forEach(report -> cells.put(report, cell));
            }
        }
        List<List<Integer>> gone =
                before.stream().filter(cell -> !stay.contains(cell)).toList();
        return new Change(gone, come);
    }

    private void concern(int report, Set<Integer> concerned) {
        if (concerned.contains(report)) return;
        concerned.add(report);
        concerned.addAll(pieces.getOrDefault(report, List.of()));
    }

    private List<List<Integer>> cut(List<Integer> piece, int width) {
        if (piece.size() <= most) return List.of(piece);
        List<List<Integer>> cut = new ArrayList<>();
        if (width == 0) {
            for (int from = 0; from < piece.size(); from += most) {
                cut.add(piece.subList(from, Math.min(piece.size(), from + most)));
            }
        } else {
            for (List<Integer> part : pieces(piece, width / 2, width > 1)) cut.addAll(cut(part, width / 2));
        }
        return cut;
    }

    /** What hangs together among reports, each in the order of days. */
    private List<List<Integer>> pieces(List<Integer> reports, int width, boolean isNearestEnough) {
        Map<Integer, Integer> above = new HashMap<>(); // towards the first of those that hang together (union-find)
        reports.forEach(report -> above.put(report, report));
        for (int report : reports) {
            List<Neighbours.Near> nearest = neighbours.nearest(report);
            for (int i = 0; i < Math.min(Math.max(width, 1), nearest.size()); i++) {
                int other = nearest.get(i).report();
                if (above.containsKey(other) && (isNearestEnough && i == 0 || isAmong(report, other, width))) {
                    above.put(top(above, report), top(above, other));
                }
            }
        }
        return byTop(above);
    }

    /** The parts, those in one between which a reviewer's join leads. */
    private List<List<Integer>> withJoined(List<List<Integer>> parts) {
        Map<Integer, Integer> above = new HashMap<>();
        for (List<Integer> part : parts) for (int report : part) above.put(report, part.get(0));
        boolean leads = false;
        for (List<Integer> part : parts) {
            for (int report : part) {
                for (int other : joined.apply(report)) {
                    if (!above.containsKey(other) || top(above, report) == top(above, other)) continue;
                    above.put(top(above, report), top(above, other));
                    leads = true;
                }
            }
        }
        return leads ? byTop(above) : parts;
    }

    private List<List<Integer>> byTop(Map<Integer, Integer> above) {
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int report : above.keySet().stream().sorted(byDay).toList()) {
            parts.computeIfAbsent(top(above, report), top -> new ArrayList<>()).add(report);
        }
        return parts.values().stream().map(List::copyOf).toList();
    }

    private static int top(Map<Integer, Integer> above, int report) {
        int top = report;
        for (int next = above.getOrDefault(top, top); next != top; next = above.getOrDefault(top, top)) {
            above.put(top, above.getOrDefault(next, next)); // halves the way for the next time
            top = next;
        }
        return top;
    }

    private boolean isAmong(int report, int other, int width) {
        List<Neighbours.Near> nearest = neighbours.nearest(other);
        for (int i = 0; i < Math.min(width, nearest.size()); i++)
            if (nearest.get(i).report() == report) return true;
        return false;
    }
}
