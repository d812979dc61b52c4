package rapport.store;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Coded;
import rapport.record.Role;
import rapport.record.Statement;

/**
 * Finds statements by what they mean. What a statement means is a vector, made by an encoder from its source, its cue and its content,
 * and kept in the record; what has none yet is not found.
 *
 * <p>Known miss: the words are those that the program read; if a reviewer names another source, he is not found by it. Of more than a
 * thousand statements (of more than four times the limit, if that is more) only those are compared whose vectors have the likest signs.
 *
 * <p>Threads: any number may search, each with a snapshot of its own; one at a time fills. Decision 0015 has the costs.
 */
public final class StatementVectors {

    private static final int TOGETHER = 32; // documents: what a program that is cut off has to do again

    /** Makes vectors of words. Threads: must be shareable. */
    public interface Encoder {
        /** Vectors of encoders with different names are never compared. */
        String name();

        byte[] statement(String words);

        byte[] question(String words);
    }

    private final RecordWatch watch;
    private final Supplier<Snapshot> snapshots;
    private final Encoder encoder;
    private final String model;

    /** @param watch keeps the vectors, which is no change to it */
    public StatementVectors(RecordWatch watch, Supplier<Snapshot> snapshots, Encoder encoder) {
        this.watch = watch;
        this.snapshots = snapshots;
        this.encoder = encoder;
        this.model = encoder.name() + ": source cue content";
    }

    /** Ids of documents of which statements cannot be found yet. */
    public List<String> missing() {
        try (Snapshot snapshot = snapshots.get()) {
            return snapshot.withoutVectors(model);
        }
    }

    /**
     * Makes what is missing, on all processors, and keeps it some documents at a time. Ends early if the thread is interrupted.
     *
     * @param documents as {@link #missing()} gives them
     * @param done is called after each document
     * @throws StoreException if the record cannot be written
     */
    public void fill(List<String> documents, Runnable done) {
        for (int from = 0; from < documents.size() && !Thread.currentThread().isInterrupted(); from += TOGETHER) {
            List<String> some = documents.subList(from, Math.min(documents.size(), from + TOGETHER));
            List<Coded> coded;
            try (Snapshot snapshot = snapshots.get()) {
                coded = some.stream()
                        .flatMap(id -> snapshot.codedAsRead(id).stream())
                        .toList();
            }
            watch.keep(model, coded.parallelStream().map(this::vectors).toList());
            some.forEach(document -> done.run());
        }
    }

    /** At most so many, likest first; none if the question has neither letter nor digit. */
    public List<StatementHit> search(String question, int limit) {
        if (question.codePoints().noneMatch(Character::isLetterOrDigit)) return List.of();
        byte[] vector = encoder.question(question);
        try (Snapshot snapshot = snapshots.get()) {
            return snapshot.nearest(model, vector, limit);
        }
    }

    private Vectors vectors(Coded coded) {
        List<Statement> statements = coded.statements().stream()
                .sorted(Comparator.comparing(Statement::id))
                .toList();
        String text = coded.document().text();
        return new Vectors(
                coded.document().id(),
                statements.stream().map(Statement::id).toList(),
                statements.stream()
                        .map(statement -> encoder.statement(words(statement, text)))
                        .toList());
    }

    /** Who says it is half of what is asked: without source and cue 11 of 20 questions were answered and not 17. */
    private static String words(Statement statement, String text) {
        return Stream.of(
                        statement.source().map(Role::span).stream(),
                        statement.cue().stream(),
                        statement.content().stream())
                .flatMap(spans -> spans)
                .map(span -> span.in(text))
                .collect(Collectors.joining(" "));
    }
}
