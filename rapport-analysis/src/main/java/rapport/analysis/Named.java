package rapport.analysis;

import java.util.List;
import rapport.record.Span;

/**
 * A name, demonym or metonym of the dictionary, as the text has it.
 *
 * @param span without a possessive
 * @param actors whom it can stand for; never empty
 */
public record Named(Span span, List<String> actors) {

    public Named {
        actors = List.copyOf(actors);
    }

    public boolean isSeveralWords(String text) {
        return span.in(text).strip().contains(" ");
    }
}
