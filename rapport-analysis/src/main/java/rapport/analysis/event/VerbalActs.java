package rapport.analysis.event;

import java.util.Set;
import rapport.ontology.EventType;
import rapport.ontology.StatementKind;

/**
 * Which statements are acts too: whoever demands, promises, accuses or threatens does something by it, and the cue is the trigger.
 *
 * <p>Source: the coding guide. A promise not to do something is AGREE, a refusal REJECT; which of them, the words of the cue tell.
 */
final class VerbalActs {

    private VerbalActs() {}

    /** Of what type the act can be; none of a claim, an assessment or a denial. */
    static Set<EventType> types(StatementKind kind) {
        return switch (kind) {
            case DEMAND, APPEAL -> Set.of(EventType.REQUEST);
            case ACCUSATION, CONDEMNATION -> Set.of(EventType.ACCUSE);
            case THREAT, WARNING -> Set.of(EventType.THREATEN);
            case COMMITMENT, OFFER -> Set.of(EventType.AGREE, EventType.REJECT);
            case PRAISE -> Set.of(EventType.SUPPORT);
            case CLAIM, DENIAL, ASSESSMENT -> Set.of();
        };
    }
}
