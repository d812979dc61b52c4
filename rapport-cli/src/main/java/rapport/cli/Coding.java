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
import java.util.stream.Stream;
import rapport.analysis.Pipeline;
import rapport.analysis.intake.Intake;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.store.RecordStore;

/**
 * One run over files: documents are coded by several threads and stored by one, in the order of the files, whatever the
 * threads do.
 */
final class Coding {

    private static final int AHEAD = 16; // documents in work at once: enough for all threads, little memory

    private final Assembly assembly;
    private final RecordStore store;
    private final Summary summary;
    private final PrintWriter warnings;
    private final Intake intake = new Intake();
    private OptionalDouble firstCommit = OptionalDouble.empty();

    Coding(Assembly assembly, RecordStore store, Summary summary, PrintWriter warnings) {
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
    void read(List<Path> paths, int threads, Runnable step) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
        Deque<Future<Outcome>> inWork = new ArrayDeque<>();
        try (Stream<Intake.Candidate> candidates = intake.walk(paths)) {
            for (Intake.Candidate candidate : (Iterable<Intake.Candidate>) candidates::iterator) {
                if (isAboutTheReports(candidate)) continue;
                inWork.add(workers.submit(() -> read(candidate)));
                if (inWork.size() >= AHEAD) store(inWork.remove(), step);
            }
            while (!inWork.isEmpty()) store(inWork.remove(), step);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Seconds from the start of the program to the first commit; empty if there was none. */
    OptionalDouble firstCommitSeconds() {
        return firstCommit;
    }

    /** A folder's README says what is in it, and is no report. */
    private static boolean isAboutTheReports(Intake.Candidate candidate) {
        return String.valueOf(candidate.file().getFileName()).startsWith("README");
    }

    private Outcome read(Intake.Candidate candidate) {
        Intake.Result result = intake.read(candidate.file(), candidate.path());
        if (result instanceof Intake.Refused refused) return new Outcome.Discarded(refused.discard());
        Intake.Page page = (Intake.Page) result;
        Document document = page.document();
        if (store.isCurrent(document.path(), document.textSha256())) return new Outcome.Current();
        return new Outcome.Read(Pipeline.records(assembly.pipeline().annotate(page.annotated())));
    }

    private void store(Future<Outcome> future, Runnable step) throws InterruptedException {
        Outcome outcome = outcome(future);
        if (outcome instanceof Outcome.Read read) {
            summary.add(store.put(read.coded()), read.coded());
            if (firstCommit.isEmpty()) firstCommit = OptionalDouble.of(Uptime.seconds());
        } else if (outcome instanceof Outcome.Discarded discarded) {
            store.put(discarded.discard());
            summary.add(discarded.discard());
            warnings.println(discarded.discard().path().orElse("") + ": discarded: "
                    + discarded.discard().reason());
        } else {
            summary.addUnchanged();
        }
        step.run();
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
