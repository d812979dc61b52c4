package rapport.ontology;

/** How precisely a place is known. */
public enum PlacePrecision implements Code {
    POINT("point"),
    SETTLEMENT("settlement"),
    REGION("region"),
    COUNTRY("country"),
    AREA("area");

    private final String code;

    PlacePrecision(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
