package rapport.storyline;

import java.util.List;
import java.util.Optional;
import rapport.record.EventMention;
import rapport.record.Span;

/**
 * Words that tell of an event, as far as identity goes.
 *
 * @param id of the event mention
 * @param document its id
 * @param trigger the words that carry it
 * @param mention what was read there; empty if nothing was
 */
public record Telling(String id, String document, Span sentence, List<Span> trigger, Optional<EventMention> mention) {

    public Telling {
        trigger = List.copyOf(trigger);
    }

    static Telling of(EventMention mention) {
        return new Telling(
                mention.id(), mention.document(), mention.sentence(), List.of(mention.trigger()), Optional.of(mention));
    }
}
