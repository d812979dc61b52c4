package rapport.web.page;

import java.util.List;
import rapport.store.StatementHit;

/**
 * What was found by meaning.
 *
 * @param hits likest first
 * @param missing how many reports are not looked through yet
 */
public record ByMeaning(List<StatementHit> hits, int missing) {

    public ByMeaning {
        hits = List.copyOf(hits);
    }

    /** Finds statements that mean something like a question. */
    @FunctionalInterface
    public interface Search {
        ByMeaning of(String question, int limit);
    }
}
