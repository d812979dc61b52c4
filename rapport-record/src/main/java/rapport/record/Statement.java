package rapport.record;

import java.util.List;
import java.util.Optional;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;

/**
 * Something a source is said to have said: one attribution.
 *
 * <p>Uncertainty: {@code score} is the reader's, from 0 to 1.
 *
 * @param source empty for hearsay that names nobody ("reportedly")
 * @param cue the words that attribute: "has not said"; empty if there are none
 * @param content the proposition, in one or more stretches; never empty
 * @param addressee id of the actor it is said to
 * @param about ids of the actors that the content mentions
 * @param negated the source says that something is not, or must not be
 * @param within id of the statement that reports this one
 */
public record Statement(
        String id,
        String document,
        Span sentence,
        Optional<Role> source,
        Optional<Span> cue,
        List<Span> content,
        Quotation quotation,
        StatementKind kind,
        Optional<String> addressee,
        List<String> about,
        boolean negated,
        Optional<String> within,
        double score) {

    public Statement {
        content = List.copyOf(content);
        about = List.copyOf(about);
        if (content.isEmpty()) throw new IllegalArgumentException("a statement has content");
    }
}
