package rapport.store;

import java.util.List;
import rapport.record.Span;

/**
 * A document in which all the words were found.
 *
 * @param document id
 * @param matches where they stand, in order
 * @param snippet some words around the first match; it may be cut at either end
 */
public record Hit(String document, List<Span> matches, Span snippet) {

    public Hit {
        matches = List.copyOf(matches);
    }
}
