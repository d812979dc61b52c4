package rapport.record;

import java.util.Optional;
import rapport.ontology.MentionForm;

/**
 * Words in a text that stand for someone. A mention of several actors is one value for each.
 *
 * @param actor empty if nobody can say who is meant
 */
public record Mention(String id, String document, Span span, Optional<String> actor, MentionForm form) {

    public static Mention of(String document, Span span, Optional<String> actor, MentionForm form) {
        return new Mention(
                Ids.of('m', document, span.start(), span.end(), actor.orElse("")), document, span, actor, form);
    }
}
