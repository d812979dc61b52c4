package rapport.ontology;

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
}
