package rapport.ontology;

/** How the words are given. */
public enum Quotation implements Code {
    /** In quotation marks. */
    DIRECT("direct"),
    /** In the words of the report. */
    INDIRECT("indirect"),
    /** Partly in quotation marks. */
    MIXED("mixed");

    private final String code;

    Quotation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
