package rapport.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.store.RecordWatch;
import rapport.store.Snapshot;
import rapport.store.StatementHit;
import rapport.store.StatementVectors;

/** Statements that mean something like a question. */
final class About {

    /** Known miss: an actor's statements are chosen among so many. */
    private static final int CHOSEN_FROM = 20_000;

    private About() {}

    /**
     * Looks for them, after making what is missing for it, which is kept in the record.
     *
     * @param limit at most so many; if they are to be chosen from, as many as can be
     */
    static List<StatementHit> find(Path record, String question, int limit, boolean areChosenFrom) {
        try (ShippedEncoder encoder = ShippedEncoder.load();
                RecordWatch watch = RecordWatch.of(record)) {
            StatementVectors vectors =
                    new StatementVectors(watch, () -> Snapshot.of(record, Assembly.unread()), encoder);
            fill(vectors, vectors.missing());
            return vectors.search(question, areChosenFrom ? CHOSEN_FROM : limit);
        }
    }

    private static void fill(StatementVectors vectors, List<String> missing) {
        // a bar is for people: in a pipe or a log it would be noise
        if (missing.isEmpty() || System.console() == null) {
            vectors.fill(missing, () -> {});
            return;
        }
        try (ProgressBar progress = new ProgressBarBuilder()
                .setTaskName("preparing")
                .setUnit(" reports", 1)
                .setInitialMax(missing.size())
                .setUpdateIntervalMillis(500)
                .build()) {
            vectors.fill(missing, progress::step);
        }
    }

    /** Under their speakers: he of the likest first, his own likest first. */
    static List<Found> bySpeaker(List<Found> found, References references) {
        Map<String, List<Found>> bySpeaker = new LinkedHashMap<>();
        for (Found one : found) {
            bySpeaker
                    .computeIfAbsent(speaker(one.statement(), references), name -> new ArrayList<>())
                    .add(one);
        }
        return bySpeaker.values().stream().flatMap(List::stream).toList();
    }

    private static String speaker(Statement statement, References references) {
        Optional<Role> source = statement.source();
        String text = references.coded(statement.document()).document().text();
        return source.map(role -> role.actor().orElseGet(() -> role.span().in(text)))
                .orElse("");
    }

    /** A statement as reviewers have it, and how like it is to what was asked. */
    record Found(Statement statement, double likeness) {}
}
