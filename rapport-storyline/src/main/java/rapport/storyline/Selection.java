package rapport.storyline;

import java.util.Optional;
import java.util.Set;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.record.Event;

/**
 * Which events a series counts. An empty set leaves all in.
 *
 * @param modalities without any given, what is done: occurred and ongoing
 * @param outlets at least one of them tells it
 * @param told only what is told, or only what is claimed
 */
public record Selection(
        Set<QuadClass> classes,
        Set<EventType> types,
        Set<Modality> modalities,
        Set<String> outlets,
        Optional<Boolean> told) {

    private static final Set<Modality> DONE = Set.of(Modality.OCCURRED, Modality.ONGOING);

    /** All that is done. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    public Selection {
        classes = Set.copyOf(classes);
        types = Set.copyOf(types);
        modalities = modalities.isEmpty() ? DONE : Set.copyOf(modalities);
        outlets = Set.copyOf(outlets);
    }

    boolean takes(Event event, Set<String> tellers) {
        return (classes.isEmpty() || classes.contains(event.eventType().quadClass()))
                && (types.isEmpty() || types.contains(event.eventType()))
                && modalities.contains(event.modality())
                && (outlets.isEmpty() || tellers.stream().anyMatch(outlets::contains))
                && told.map(wanted -> wanted == event.told()).orElse(true);
    }
}
