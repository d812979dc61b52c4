package rapport.web.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rapport.record.Format;
import rapport.store.Hit;
import rapport.store.RecordStore;
import rapport.store.RecordWatch;
import rapport.store.Snapshot;
import rapport.store.StatementVectors;
import rapport.store.StoreException;

/**
 * A record that is being looked at: gives its present {@link Edition}, drawn up once for each state of the record and kept until somebody
 * changes it. Of a change only what it concerns is drawn anew.
 *
 * <p>Threads: any. One of its own draws; whoever asks waits a little for it, then gets the edition before.
 */
public final class OpenRecord implements AutoCloseable {

    private static final int HITS = 500; // reports; more than anybody reads through

    /** Enough for a change in a record of some ten thousand reports. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Format ifEmpty;
    private final Duration patience;
    private final RecordWatch watch;
    private final MeaningSearch meaning;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "drawing the record");
        thread.setDaemon(true);
        return thread;
    });
    private volatile KeptDrawing kept = new KeptDrawing(); // taken in by that thread alone
    private @Nullable Future<?> drawing;
    private @Nullable Edition edition;
    private String state = ""; // of the record, when that edition was begun

    private OpenRecord(Path file, Format ifEmpty, Supplier<StatementVectors.Encoder> encoder, Duration patience) {
        this.file = file;
        this.patience = patience;
        this.ifEmpty = ifEmpty;
        this.watch = RecordWatch.of(file);
        this.meaning = new MeaningSearch(watch, this::snapshot, encoder);
    }

    /**
     * Begins to draw at once.
     *
     * @param encoder for questions by meaning; asked for once, when there is the first
     * @throws rapport.store.StoreException if there is no such file, or it is no record
     */
    public static OpenRecord of(Path file, Format ifEmpty, Supplier<StatementVectors.Encoder> encoder) {
        return of(file, ifEmpty, encoder, PATIENCE);
    }

    /** @param patience how long whoever asks waits for changes to be drawn */
    static OpenRecord of(Path file, Format ifEmpty, Supplier<StatementVectors.Encoder> encoder, Duration patience) {
        OpenRecord record = new OpenRecord(file, ifEmpty, encoder, patience);
        record.begin();
        return record;
    }

    /**
     * The record as it is now, or as it was if its changes take longer to draw than anybody likes to wait.
     *
     * @throws Declined if it has not been drawn once
     * @throws rapport.store.StoreException if it cannot be read
     */
    public Edition edition() {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Edition known = presentEdition();
            if (known != null) return known;
            if (!isOver(begin(), until)) return earlierEdition();
        }
    }

    /** Whether the record has changed since an edition that can be given; not if it cannot be read, which whoever asks for it is told. */
    public boolean isBehind() {
        try {
            return presentEdition() == null && isDrawn();
        } catch (StoreException e) {
            return false;
        }
    }

    private synchronized boolean isDrawn() {
        return edition != null;
    }

    private @Nullable Edition presentEdition() {
        String now = watch.state();
        synchronized (this) {
            return state.equals(now) ? edition : null;
        }
    }

    private synchronized Edition earlierEdition() {
        Edition earlier = edition;
        if (earlier != null) return earlier;
        throw Declined.notYet("found a record that is being put together (" + kept.progress()
                + "), expected one that is. Load the page again in a while.");
    }

    private synchronized Future<?> begin() {
        Future<?> work = drawing;
        if (work == null || work.isDone()) work = thread.submit(this::draw);
        drawing = work;
        return work;
    }

    private void draw() {
        String now = watch.state(); // before reading: what is changed meanwhile is seen next time
        try (Snapshot snapshot = snapshot()) {
            kept.take(snapshot);
            Edition drawn = Edition.of(snapshot, kept.reports(), kept.together(), this::search, meaning::search);
            synchronized (this) {
                edition = drawn;
                state = now;
            }
            thread.execute(drawn::queue); // by itself, so that whoever waits for the edition does not wait for this
        } catch (RuntimeException | Error e) {
            kept = new KeptDrawing(); // it may hold the half of a change
            throw e;
        }
    }

    /** @throws RuntimeException what went wrong in drawing */
    private static boolean isOver(Future<?> work, long until) {
        try {
            work.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException("drawing the record", e.getCause());
        }
    }

    /** To be closed by the caller. */
    public Snapshot snapshot() {
        return Snapshot.of(file, ifEmpty);
    }

    /** For writing; to be closed by the caller. */
    public RecordStore store() {
        return RecordStore.openExisting(file, ifEmpty);
    }

    private List<Hit> search(String words) {
        try (Snapshot snapshot = snapshot()) {
            return snapshot.search(words, HITS);
        }
    }

    /** What is being drawn is left to itself. */
    @Override
    public void close() {
        thread.shutdownNow();
        meaning.close();
        watch.close();
    }
}
