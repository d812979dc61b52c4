package rapport.record;

import java.util.List;
import java.util.Optional;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.Mode;

/**
 * An event as one sentence tells it.
 *
 * <p>Uncertainty: {@code score}, from 0 to 1, that type, actors, recipients and modality are all right.
 *
 * @param modes how it is done: of those of its type
 * @param actors who acts; all sides, if the act is mutual
 * @param recipients who is acted on; empty if the act is mutual or the text leaves it open
 * @param when of the event; unknown unless words in the text tell it
 * @param attribution id of the innermost statement in whose content the trigger stands; empty if the report says it itself
 */
public record EventMention(
        String id,
        String document,
        Span sentence,
        EventType eventType,
        List<Mode> modes,
        List<Context> contexts,
        Span trigger,
        List<Role> actors,
        List<Role> recipients,
        Time when,
        Optional<Place> place,
        Modality modality,
        Optional<String> attribution,
        List<Quantity> quantities,
        double score) {

    public EventMention {
        modes = List.copyOf(modes);
        if (!eventType.modes().containsAll(modes)) {
            throw new IllegalArgumentException("modes " + modes + ", " + eventType + " has " + eventType.modes());
        }
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        quantities = List.copyOf(quantities);
    }
}
