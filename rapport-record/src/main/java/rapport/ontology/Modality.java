package rapport.ontology;

/** How far an event is from done. Whether we believe it is no question here. */
public enum Modality implements Code {
    OCCURRED("occurred", "Told as done."),
    ONGOING("ongoing", "Still going on, or habitual."),
    PLANNED("planned", "Settled, and ahead."),
    PROMISED("promised", "Undertaken by the one who is to do it."),
    DEMANDED("demanded", "Asked of the one who is to do it."),
    HYPOTHETICAL("hypothetical", "If, could, might, would; and what is asked or promised not to be done."),
    DENIED("denied", "Said not to be so.");

    private final String code;
    private final String definition;

    Modality(String code, String definition) {
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
