package rapport.web.page;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rapport.store.RecordWatch;
import rapport.store.Snapshot;
import rapport.store.StatementVectors;

/**
 * Answers questions by meaning. Whoever asks first sets off what has to be made for it, waits a little and gets what is there by then; the
 * rest is made meanwhile.
 *
 * <p>Threads: any.
 */
final class MeaningSearch implements AutoCloseable {

    private static final int PATIENCE = 5; // seconds: enough for some hundred statements
    private static final int ENDING = 30; // seconds: more than one go of the filling takes

    private final RecordWatch watch;
    private final Supplier<Snapshot> snapshots;
    private final Supplier<StatementVectors.Encoder> encoder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "vectors of statements");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable StatementVectors vectors;
    private @Nullable Future<?> filling;

    /** @param encoder is asked for once, when somebody asks by meaning */
    MeaningSearch(RecordWatch watch, Supplier<Snapshot> snapshots, Supplier<StatementVectors.Encoder> encoder) {
        this.watch = watch;
        this.snapshots = snapshots;
        this.encoder = encoder;
    }

    /** @throws rapport.store.StoreException if something has to be made and the record cannot be written */
    ByMeaning search(String question, int limit) {
        StatementVectors all = vectors();
        if (!all.missing().isEmpty()) await(filling(all));
        int missing = all.missing().size(); // before searching: what comes meanwhile is found though counted
        return new ByMeaning(all.search(question, limit), missing);
    }

    private synchronized StatementVectors vectors() {
        StatementVectors made = vectors;
        if (made == null) made = new StatementVectors(watch, snapshots, encoder.get());
        vectors = made;
        return made;
    }

    private synchronized Future<?> filling(StatementVectors all) {
        Future<?> running = filling;
        if (running == null || running.isDone()) {
            running = thread.submit(() -> {
                List<String> missing = all.missing();
                all.fill(missing, () -> {});
            });
        }
        filling = running;
        return running;
    }

    private static void await(Future<?> filling) {
        try {
            filling.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // the page says that there is more to come
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("making vectors", e);
        }
    }

    /** Waits for what is being stored. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
