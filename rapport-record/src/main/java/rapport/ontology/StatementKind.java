package rapport.ontology;

import java.util.Set;

/** What the words of a statement do, not how its cue looks. */
public enum StatementKind implements Code {
    CLAIM("claim", "States a fact."),
    ACCUSATION("accusation", "Says that somebody does harm or breaks his word."),
    DENIAL("denial", "Says that something said is not so."),
    DEMAND("demand", "Says that somebody must."),
    APPEAL("appeal", "Urges, calls for, hopes for."),
    COMMITMENT("commitment", "Binds the source: \"we will\"; negated, a refusal."),
    WARNING("warning", "Foresees harm that the source does not do itself."),
    THREAT("threat", "Foresees harm by the source."),
    PRAISE("praise", "Speaks well of somebody."),
    CONDEMNATION("condemnation", "Speaks ill of an act."),
    OFFER("offer", "Would do, if it is wanted."),
    ASSESSMENT("assessment", "Gives a view or a forecast.");

    private final String code;
    private final String definition;

    StatementKind(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    @Override
    public String code() {
        return code;
    }

    /** What the codebook means by it. */
    public String definition() {
        return definition;
    }

    /**
     * Of what type the act is that the source does by saying it; none of a claim, an assessment or a denial. A promise, also one not to
     * do something, is AGREE, a refusal REJECT, and both are commitments. Source: the coding guide.
     */
    public Set<EventType> acts() {
        return switch (this) {
            case DEMAND, APPEAL -> Set.of(EventType.REQUEST);
            case ACCUSATION, CONDEMNATION -> Set.of(EventType.ACCUSE);
            case THREAT, WARNING -> Set.of(EventType.THREATEN);
            case COMMITMENT, OFFER -> Set.of(EventType.AGREE, EventType.REJECT);
            case PRAISE -> Set.of(EventType.SUPPORT);
            case CLAIM, DENIAL, ASSESSMENT -> Set.of();
        };
    }
}
