package rapport.ontology;

/** How far an event is from done. Whether we believe it is no question here. */
public enum Modality implements Code {
    /** Told as done. */
    OCCURRED("occurred"),
    /** Still going on, or habitual. */
    ONGOING("ongoing"),
    /** Settled, and ahead. */
    PLANNED("planned"),
    /** Undertaken by the one who is to do it. */
    PROMISED("promised"),
    /** Asked of the one who is to do it. */
    DEMANDED("demanded"),
    /** If, could, might, would; and what is asked or promised not to be done. */
    HYPOTHETICAL("hypothetical"),
    /** Said not to be so. */
    DENIED("denied");

    private final String code;

    Modality(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
