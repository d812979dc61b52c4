package rapport.ontology;

/** Verbal or material, cooperation or conflict; numbered as PLOVER and GDELT number them. */
public enum QuadClass {
    VERBAL_COOPERATION,
    MATERIAL_COOPERATION,
    VERBAL_CONFLICT,
    MATERIAL_CONFLICT;

    /** From 1 to 4. */
    public int number() {
        return ordinal() + 1;
    }
}
