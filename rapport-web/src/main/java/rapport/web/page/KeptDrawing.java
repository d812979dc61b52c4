package rapport.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rapport.record.Coded;
import rapport.store.Snapshot;
import rapport.storyline.Drawing;
import rapport.storyline.Reviewed;
import rapport.storyline.Settings;
import rapport.storyline.Together;
import rapport.storyline.Watch;

/**
 * A record's reports and what they say together, kept up with the record: what has changed since is read and drawn anew, the rest
 * stays as it is.
 *
 * <p>Threads: one takes in, any may ask how far it is. If taking in fails, a new one is to be begun.
 */
final class KeptDrawing {

    private final Drawing drawing = new Drawing(Watch.NONE, Settings.USUAL, Reviewed.NOTHING);
    private final Map<String, Coded> reports = new HashMap<>();
    private Map<String, String> marks = Map.of();
    private Set<String> touched = Set.of();
    private volatile int read;
    private volatile int all;

    /** Takes in what the record holds at this moment. */
    void take(Snapshot snapshot) {
        Map<String, String> now = snapshot.marks();
        Set<String> touchedNow = snapshot.touched();
        drawing.set(snapshot.settings()); // before reports, or cells would be drawn twice, like what follows
        drawing.review(snapshot.reviewed());
        for (String gone : without(reports.keySet(), now.keySet())) {
            reports.remove(gone);
            drawing.remove(gone);
        }
        Set<String> changed = new TreeSet<>();
        now.forEach((id, mark) -> {
            boolean stays = mark.equals(marks.get(id)) && !touched.contains(id) && !touchedNow.contains(id);
            if (!stays) changed.add(id);
        });
        drawing.add(others(snapshot, changed));
        marks = now;
        touched = touchedNow;
    }

    /** Those of these reports that say something else than before. */
    private List<Coded> others(Snapshot snapshot, Set<String> ids) {
        read = 0;
        all = ids.size();
        List<Coded> others = new ArrayList<>();
        for (String id : ids) {
            Coded coded = snapshot.coded(id).orElseThrow();
            if (!coded.equals(reports.put(id, coded))) others.add(coded);
            read++; // by one thread alone
        }
        return others;
    }

    private static List<String> without(Set<String> these, Set<String> those) {
        Set<String> without = new HashSet<>(these);
        without.removeAll(those);
        return without.stream().sorted().toList();
    }

    Collection<Coded> reports() {
        return reports.values();
    }

    Together together() {
        return drawing.together();
    }

    /** How far the reports that have changed are read: "1200 of 5000 reports read". */
    String progress() {
        return read + " of " + Labels.count(all, "report", "reports") + " read";
    }
}
