package rapport.ontology;

/** How words stand for an actor. */
public enum MentionForm implements Code {
    /** Its name, with title and apposition. */
    NAME("name"),
    /** Other words for it: "the group", "officials". */
    DESCRIPTION("description"),
    /** A capital or seat that acts for it. */
    METONYM("metonym"),
    /** The adjective or people word of a state: "Ruritanian". */
    DEMONYM("demonym"),
    /** It, they, both, who. */
    PRONOUN("pronoun");

    private final String code;

    MentionForm(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
