package rapport.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Files that were sent together, while they are read one after another.
 *
 * <p>Threads: one reads, any may ask how far it is. What is read is let go of at once.
 */
final class Delivery {

    private final int all;
    private final Deque<Intake.Upload> waiting;
    private final List<String> paths = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);

    Delivery(List<Intake.Upload> uploads) {
        all = uploads.size();
        waiting = new ArrayDeque<>(apart(uploads));
    }

    /** Of two with one name the second would take the place of the first. */
    private static List<Intake.Upload> apart(List<Intake.Upload> uploads) {
        Set<String> names = new HashSet<>();
        List<Intake.Upload> apart = new ArrayList<>();
        for (Intake.Upload upload : uploads) {
            String last = upload.name().replaceFirst("^.*[/\\\\]", "");
            String name = names.add(last) ? upload.name() : apart.size() + "-" + last;
            apart.add(new Intake.Upload(name, upload.bytes()));
        }
        return apart;
    }

    /** Reads them; what goes wrong is kept for whoever asks. */
    void read(Intake intake) {
        try {
            for (Intake.Upload next = waiting.poll(); next != null; next = waiting.poll()) {
                List<String> read = intake.take(List.of(next));
                synchronized (paths) {
                    paths.addAll(read);
                }
            }
        } catch (InterruptedException e) {
            failure.set(new IllegalStateException("ended while files were read", e));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            waiting.clear();
            end.countDown();
        }
    }

    int all() {
        return all;
    }

    /** Paths by which the record knows what is read so far. */
    List<String> paths() {
        synchronized (paths) {
            return List.copyOf(paths);
        }
    }

    /** Waits so many milliseconds at most; whether it is over by then, well or not. */
    boolean isOver(int patience) {
        try {
            return end.await(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws RuntimeException what went wrong, if anything did */
    void requireWell() {
        Throwable wrong = failure.get();
        if (wrong instanceof RuntimeException fault) throw fault;
        if (wrong != null) throw new IllegalStateException("reading files that were sent", wrong);
    }
}
