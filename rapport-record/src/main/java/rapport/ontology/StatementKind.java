package rapport.ontology;

/** What the words of a statement do, not how its cue looks. */
public enum StatementKind implements Code {
    /** States a fact. */
    CLAIM("claim"),
    /** Says that somebody does harm or breaks his word. */
    ACCUSATION("accusation"),
    /** Says that something said is not so. */
    DENIAL("denial"),
    /** Says that somebody must. */
    DEMAND("demand"),
    /** Urges, calls for, hopes for. */
    APPEAL("appeal"),
    /** Binds the source: "we will"; negated, a refusal. */
    COMMITMENT("commitment"),
    /** Foresees harm that the source does not do itself. */
    WARNING("warning"),
    /** Foresees harm by the source. */
    THREAT("threat"),
    /** Speaks well of somebody. */
    PRAISE("praise"),
    /** Speaks ill of an act. */
    CONDEMNATION("condemnation"),
    /** Would do, if it is wanted. */
    OFFER("offer"),
    /** Gives a view or a forecast. */
    ASSESSMENT("assessment");

    private final String code;

    StatementKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
