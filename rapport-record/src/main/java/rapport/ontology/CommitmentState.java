package rapport.ontology;

/** What became of a commitment. The obligor's own word never moves it past {@link #CLAIMED}. */
public enum CommitmentState implements Code {
    /** Asked and not given; it binds nobody. */
    DEMANDED("demanded"),
    /** The obligor rejects it. */
    REFUSED("refused"),
    /** Given; no act is told. */
    ASSURED("assured"),
    /** The obligor says that it is done. */
    CLAIMED("claimed"),
    /** Somebody else says so. */
    REPORTED("reported"),
    /** Two independent sources say so, neither of them the obligor. */
    CORROBORATED("corroborated"),
    /** An independent source says that it is not kept. */
    CONTRADICTED("contradicted"),
    /** One source says that it is kept and another that it is not, neither of them the obligor. */
    CONTESTED("contested"),
    /** The obligor says itself that it is not kept, or two independent sources do. */
    BROKEN("broken"),
    /** Its day has passed and nothing is told. */
    LAPSED("lapsed");

    private final String code;

    CommitmentState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
