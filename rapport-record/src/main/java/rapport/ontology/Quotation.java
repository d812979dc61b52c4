package rapport.ontology;

/** How the words are given. */
public enum Quotation implements Code {
    DIRECT("direct", "In quotation marks."),
    INDIRECT("indirect", "In the words of the report."),
    MIXED("mixed", "Partly in quotation marks.");

    private final String code;
    private final String definition;

    Quotation(String code, String definition) {
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
