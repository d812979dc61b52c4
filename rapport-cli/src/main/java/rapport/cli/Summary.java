package rapport.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.evaluation.Report;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.store.Change;

/** Counts what one run of {@code read} coded and discarded, and why. */
final class Summary {

    private int added;
    private int replaced;
    private int unchanged;
    private int statements;
    private int eventMentions;
    private int mentions;
    private final Map<String, Integer> discards = new TreeMap<>();

    void add(Change change, Coded coded) {
        switch (change) {
            case ADDED -> added++;
            case REPLACED -> replaced++;
            case UNCHANGED -> unchanged++;
        }
        mentions += coded.mentions().size();
        statements += coded.statements().size();
        eventMentions += coded.eventMentions().size();
        coded.discards().forEach(this::add);
    }

    void addUnchanged() {
        unchanged++;
    }

    void add(Discard discard) {
        discards.merge(discard.reason(), 1, Integer::sum);
    }

    int documents() {
        return added + replaced + unchanged;
    }

    Report report(Path record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("record", record.toString());
        tree.put("added", added);
        tree.put("replaced", replaced);
        tree.put("unchanged", unchanged);
        tree.put("mentions", mentions);
        tree.put("statements", statements);
        tree.put("eventMentions", eventMentions);
        tree.put("discards", discards);
        List<String> table = new ArrayList<>();
        table.add(reports(added) + " added, " + replaced + " replaced, " + unchanged + " unchanged in " + record);
        table.add(eventMentions + " event mentions, " + statements + " statements, " + mentions + " mentions");
        discards.forEach((reason, count) -> table.add(count + " discarded: " + reason));
        return new Report(tree, table);
    }

    private static String reports(int count) {
        return count == 1 ? "1 report" : count + " reports";
    }
}
