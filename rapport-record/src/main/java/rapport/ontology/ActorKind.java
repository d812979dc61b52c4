package rapport.ontology;

/** What sort of actor it is. */
public enum ActorKind implements Code {
    STATE("state"),
    GOVERNMENT_BODY("governmentBody"),
    MILITARY("military"),
    ARMED_GROUP("armedGroup"),
    PARTY("party"),
    IGO("igo"),
    NGO("ngo"),
    BUSINESS("business"),
    MEDIA("media"),
    PEOPLE("people"),
    PERSON("person"),
    OTHER("other");

    private final String code;

    ActorKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
