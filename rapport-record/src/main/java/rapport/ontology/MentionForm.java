package rapport.ontology;

/** How words stand for an actor. */
public enum MentionForm implements Code {
    NAME("name", "Its name, with title and apposition."),
    DESCRIPTION("description", "Other words for it: \"the group\", \"officials\"."),
    METONYM("metonym", "A capital or seat that acts for it."),
    DEMONYM("demonym", "The adjective or people word of a state: \"Ruritanian\"."),
    PRONOUN("pronoun", "It, they, both, who.");

    private final String code;
    private final String definition;

    MentionForm(String code, String definition) {
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
