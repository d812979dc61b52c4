package rapport.ontology;

/** How we know an actor. */
public enum KnownBy implements Code {
    /** From the dictionary that comes with the program. */
    DICTIONARY("dictionary"),
    /** From a file that the user gave. */
    USER("user"),
    /** From a correction. */
    REVIEW("review"),
    /** From the text alone: nobody has said yet who it is. */
    PROVISIONAL("provisional");

    private final String code;

    KnownBy(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
