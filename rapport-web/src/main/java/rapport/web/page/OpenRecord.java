package rapport.web.page;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rapport.record.Format;
import rapport.store.Hit;
import rapport.store.RecordStore;
import rapport.store.RecordWatch;
import rapport.store.Snapshot;
import rapport.store.StatementVectors;

/**
 * A record that is being looked at: gives its present {@link Edition}, drawn up once for each state of the record and kept
 * until somebody changes it.
 *
 * <p>Threads: any. Whoever asks first after a change draws the new edition up, and the others wait for it.
 */
public final class OpenRecord implements AutoCloseable {

    private static final int HITS = 500; // reports; more than anybody reads through

    private final Path file;
    private final Format ifEmpty;
    private final RecordWatch watch;
    private final MeaningSearch meaning;
    private String state = "";
    private @Nullable Edition edition;

    private OpenRecord(Path file, Format ifEmpty, Supplier<StatementVectors.Encoder> encoder) {
        this.file = file;
        this.ifEmpty = ifEmpty;
        this.watch = RecordWatch.of(file);
        this.meaning = new MeaningSearch(watch, this::snapshot, encoder);
    }

    /**
     * @param encoder for questions by meaning; asked for once, when there is the first
     * @throws rapport.store.StoreException if there is no such file, or it is no record
     */
    public static OpenRecord of(Path file, Format ifEmpty, Supplier<StatementVectors.Encoder> encoder) {
        return new OpenRecord(file, ifEmpty, encoder);
    }

    public synchronized Edition edition() {
        String now = watch.state(); // before reading: what is changed meanwhile is seen next time
        Edition kept = edition;
        if (kept != null && state.equals(now)) return kept;
        try (Snapshot snapshot = snapshot()) {
            kept = Edition.of(snapshot, this::search, meaning::search);
        }
        edition = kept;
        state = now;
        return kept;
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

    @Override
    public void close() {
        meaning.close();
        watch.close();
    }
}
