package rapport.ontology;

/** How a time is known. */
public enum Basis implements Code {
    /** The text names the day. */
    STATED("stated"),
    /** The text names it by reference to the day of the document. */
    RESOLVED("resolved"),
    /** It follows from other things in the text, which are given. */
    INFERRED("inferred"),
    /** Nothing tells it. */
    UNKNOWN("unknown");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
