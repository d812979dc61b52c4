package rapport.ontology;

/**
 * What kind of act an event is: the sixteen types of PLOVER.
 *
 * <p>Source: PLOVER manual, draft 2.0; scores are its expert scores from -10 (conflict) to +10 (cooperation). SANCTION is
 * material conflict and ACCUSE scores -3: the manual contradicts itself on both (decision 0002).
 */
public enum EventType {
    AGREE(QuadClass.VERBAL_COOPERATION, 2.5, "Says it will cooperate: promises, offers, pledges, agrees."),
    CONSULT(QuadClass.VERBAL_COOPERATION, 2.5, "Talks take place: a meeting, visit, hosting, call, mediation."),
    SUPPORT(
            QuadClass.VERBAL_COOPERATION,
            5.0,
            "Backs in words or by diplomacy: praises, endorses, recognizes, signs or ratifies."),
    CONCEDE(
            QuadClass.VERBAL_COOPERATION,
            4.5,
            "Gives ground in words: lifts a rule, grants amnesty, regrets, declares a ceasefire."),
    COOPERATE(
            QuadClass.MATERIAL_COOPERATION,
            9.5,
            "Sides do something material together: trade, joint exercise, shared intelligence."),
    AID(QuadClass.MATERIAL_COOPERATION, 10.0, "Material benefit flows to the recipient: money, arms, relief, asylum."),
    RETREAT(
            QuadClass.MATERIAL_COOPERATION,
            6.5,
            "Gives ground in fact: frees captives, pulls out, disarms, keeps a ceasefire, lets in; an official resigns."),
    REQUEST(QuadClass.VERBAL_CONFLICT, 0.0, "Asks, demands or orders something, in words."),
    ACCUSE(QuadClass.VERBAL_CONFLICT, -3.0, "Disapproves, alleges, indicts, sues or investigates."),
    REJECT(QuadClass.VERBAL_CONFLICT, -2.0, "Refuses, vetoes, declines, bars entry, cancels a meeting."),
    THREATEN(QuadClass.VERBAL_CONFLICT, -3.5, "Warns of a forceful or coercive consequence."),
    PROTEST(QuadClass.MATERIAL_CONFLICT, -5.0, "Civilians dissent together and in person."),
    SANCTION(
            QuadClass.MATERIAL_CONFLICT,
            -6.0,
            "Cuts or lowers an existing relation: expels, withdraws, discontinues, convicts."),
    MOBILIZE(QuadClass.MATERIAL_CONFLICT, -5.5, "Moves or alerts forces or police, short of using them."),
    COERCE(
            QuadClass.MATERIAL_CONFLICT,
            -7.0,
            "Represses or restricts without killing: arrest, seizure, curfew, deportation."),
    ASSAULT(
            QuadClass.MATERIAL_CONFLICT,
            -9.0,
            "Acts deliberately so that people can be badly hurt or property destroyed.");

    private final QuadClass quadClass;
    private final double score;
    private final String definition;

    EventType(QuadClass quadClass, double score, String definition) {
        this.quadClass = quadClass;
        this.score = score;
        this.definition = definition;
    }

    public QuadClass quadClass() {
        return quadClass;
    }

    /** PLOVER's score of the type, without its mode; from -10 to +10. */
    public double score() {
        return score;
    }

    /** What the codebook means by it. */
    public String definition() {
        return definition;
    }
}
