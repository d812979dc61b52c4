package rapport.record;

import java.util.List;
import java.util.Optional;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.Mode;

/**
 * Something that was done, as all its event mentions tell it together.
 *
 * @param id of the first of its event mentions, so that it stays when others come to it
 * @param actors ids; those of the mention that names most, then others
 * @param when the narrowest that its mentions give; where they contradict each other, that of the first, with versions
 * @param modality of its told mentions, the first of occurred, ongoing, promised, planned, demanded, hypothetical; denied only
 *     if nobody says otherwise
 * @param told true if a report says so itself, or its actor does, or two independent sources do, neither its recipient;
 *     otherwise it is only claimed
 * @param outlets that told it with words of their own
 * @param sources ids of those to whom it is attributed
 * @param independent number of independent sources: outlets that say so themselves, and distinct sources
 * @param disputedBy ids of those who deny it
 * @param mergedBecause a line for each join
 */
public record Event(
        String id,
        EventType eventType,
        List<Mode> modes,
        List<Context> contexts,
        List<String> actors,
        List<String> recipients,
        Time when,
        Optional<Place> place,
        Modality modality,
        boolean told,
        List<String> eventMentions,
        int outlets,
        List<String> sources,
        int independent,
        List<Version> versions,
        List<String> disputedBy,
        List<Join> mergedBecause) {

    public Event {
        modes = List.copyOf(modes);
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        eventMentions = List.copyOf(eventMentions);
        sources = List.copyOf(sources);
        versions = List.copyOf(versions);
        disputedBy = List.copyOf(disputedBy);
        mergedBecause = List.copyOf(mergedBecause);
    }

    /** PLOVER's score of its type in its modes, from -10 (conflict) to +10 (cooperation). */
    public double goldstein() {
        return eventType.score(modes);
    }
}
