package rapport.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rapport.analysis.Pipeline;
import rapport.analysis.intake.Intake;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.store.Change;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.StoreException;

/**
 * One run over files: documents are coded by several threads and stored by one, in the order of the files, whatever the
 * threads do.
 */
final class Coding {

    private static final int AHEAD = 16; // documents in work at once: enough for all threads, little memory

    /** Characters from which a report is coded with no other beside it: its scores take some 25 times as many bytes. */
    private static final int LARGE = 100_000;

    private static final String TOO_LARGE = "too large: coding it takes more memory than there is";

    private final Assembly assembly;
    private final RecordStore store;
    private final Summary summary;
    private final PrintWriter warnings;
    private final Intake intake = new Intake();
    private final int threads;
    private final Semaphore memory;
    private OptionalDouble firstCommit = OptionalDouble.empty();

    /** @param threads at least 1 */
    Coding(Assembly assembly, RecordStore store, Summary summary, PrintWriter warnings, int threads) {
        this.threads = threads;
        this.memory = new Semaphore(threads, true);
        this.assembly = assembly;
        this.store = store;
        this.summary = summary;
        this.warnings = warnings;
    }

    /** What came of one file. */
    private sealed interface Outcome {
        record Read(Coded coded) implements Outcome {}

        record Discarded(Discard discard) implements Outcome {}

        record Current() implements Outcome {}
    }

    /**
     * @param step called after each file
     */
    void read(List<Path> paths, Runnable step) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<Outcome>> inWork = new ArrayDeque<>();
        try (Stream<Intake.Candidate> candidates = intake.walk(paths)) {
            for (Intake.Candidate candidate : (Iterable<Intake.Candidate>) candidates::iterator) {
                inWork.add(workers.submit(() -> read(candidate)));
                if (inWork.size() >= AHEAD) store(inWork.remove(), step);
            }
            while (!inWork.isEmpty()) store(inWork.remove(), step);
        } finally {
            end(workers);
        }
    }

    /** Waits for what is in work: nobody may close the model while a thread runs it. What waits in line is dropped. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean isEnded = false;
        boolean isInterrupted = false;
        while (!isEnded) {
            try {
                isEnded = workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) Thread.currentThread().interrupt();
    }

    /** Seconds from the start of the program to the first commit; empty if there was none. */
    OptionalDouble firstCommitSeconds() {
        return firstCommit;
    }

    private Outcome read(Intake.Candidate candidate) throws InterruptedException {
        try {
            return code(candidate);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new Fault("coding " + candidate.path(), e);
        }
    }

    private Outcome code(Intake.Candidate candidate) throws InterruptedException {
        Intake.Result result = intake.read(candidate.file(), candidate.path());
        if (result instanceof Intake.Refused refused) return new Outcome.Discarded(refused.discard());
        Intake.Page page = (Intake.Page) result;
        Document document = page.document();
        if (store.isCurrent(document.path(), document.textSha256())) return new Outcome.Current();
        int share = document.text().length() > LARGE ? threads : 1;
        memory.acquire(share);
        try {
            return new Outcome.Read(Pipeline.records(assembly.pipeline().annotate(page.annotated())));
        } catch (OutOfMemoryError e) {
            if (share < threads) throw e; // it was not alone, so it may not be this one's fault
            return new Outcome.Discarded(Discard.ofFile(document.path(), "reader", TOO_LARGE));
        } finally {
            memory.release(share);
        }
    }

    private void store(Future<Outcome> future, Runnable step) throws InterruptedException {
        Outcome outcome = outcome(future);
        if (outcome instanceof Outcome.Read read) {
            summary.add(put(read.coded()), read.coded());
            if (firstCommit.isEmpty()) firstCommit = OptionalDouble.of(Uptime.seconds());
        } else if (outcome instanceof Outcome.Discarded discarded) {
            add(discarded.discard());
        } else {
            summary.addUnchanged();
        }
        step.run();
    }

    private Change put(Coded coded) {
        try {
            return store.put(coded);
        } catch (IllegalArgumentException e) {
            throw new Fault("storing " + coded.document().path(), e);
        }
    }

    /** A file that cannot be read today may still say what it said: what was read from it stays. */
    private void add(Discard discard) {
        String path = discard.path().orElseThrow();
        boolean stays = discard.reason().startsWith("unreadable") && isStored(path);
        if (!stays) store.put(discard);
        summary.add(discard);
        warnings.println(
                path + ": discarded: " + discard.reason() + (stays ? "; what was read from it before stays" : ""));
    }

    private boolean isStored(String path) {
        try (Snapshot snapshot = store.snapshot()) {
            return snapshot.documentAt(path).isPresent();
        }
    }

    private static Outcome outcome(Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) throw told;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException("coding a document", e.getCause());
        }
    }
}
