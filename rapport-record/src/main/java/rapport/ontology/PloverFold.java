package rapport.ontology;

/**
 * PLOVER's folding of modality into the type: a future visit is AGREE, a denied attack gives ground. Used by exports and by
 * {@code evaluate plv} and nowhere else; the record keeps type and modality apart.
 *
 * <p>Source: decision table of Zero-Shot PLOVER (ACL 2024), in which CONCEDE and RETREAT are one class, YIELD.
 */
public final class PloverFold {

    private PloverFold() {}

    /** A class of the folded codebook: the types, with CONCEDE and RETREAT as one. */
    public enum FoldedType {
        AGREE,
        CONSULT,
        SUPPORT,
        YIELD,
        COOPERATE,
        AID,
        REQUEST,
        ACCUSE,
        REJECT,
        THREATEN,
        PROTEST,
        SANCTION,
        MOBILIZE,
        COERCE,
        ASSAULT;

        public QuadClass quadClass() {
            // decision 0002: YIELD counts as material cooperation, as the PLV set counts it
            return this == YIELD
                    ? QuadClass.MATERIAL_COOPERATION
                    : EventType.valueOf(name()).quadClass();
        }
    }

    /** The class of an act of this type and modality. */
    public static FoldedType fold(EventType type, Modality modality) {
        FoldedType done = type == EventType.CONCEDE || type == EventType.RETREAT
                ? FoldedType.YIELD
                : FoldedType.valueOf(type.name());
        return switch (modality) {
            case OCCURRED, ONGOING -> done;
            case DENIED -> denied(done);
            case PLANNED, PROMISED, DEMANDED, HYPOTHETICAL -> ahead(done);
        };
    }

    private static FoldedType ahead(FoldedType done) {
        return switch (done) {
            case CONSULT, SUPPORT, COOPERATE, AID, YIELD -> FoldedType.AGREE;
            case PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT -> FoldedType.THREATEN;
            case AGREE, REQUEST, ACCUSE, REJECT, THREATEN -> done;
        };
    }

    private static FoldedType denied(FoldedType done) {
        return switch (done) {
            case AGREE, CONSULT, SUPPORT -> FoldedType.REJECT;
            case COOPERATE, AID, YIELD -> FoldedType.SANCTION;
            case ACCUSE, REQUEST, REJECT, THREATEN -> FoldedType.AGREE;
            case PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT -> FoldedType.YIELD;
        };
    }
}
