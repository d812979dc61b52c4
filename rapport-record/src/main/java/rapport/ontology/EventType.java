package rapport.ontology;

/**
 * What kind of act an event is: the sixteen types of PLOVER.
 *
 * <p>Source: PLOVER manual, draft 2.0; scores are its expert scores from -10 (conflict) to +10 (cooperation). SANCTION is
 * material conflict and ACCUSE scores -3: the manual contradicts itself on both (decision 0002).
 */
public enum EventType {
    /** Says it will cooperate: promises, offers, pledges, agrees. */
    AGREE(QuadClass.VERBAL_COOPERATION, 2.5),
    /** Talks take place: a meeting, visit, hosting, call, mediation. */
    CONSULT(QuadClass.VERBAL_COOPERATION, 2.5),
    /** Backs in words or by diplomacy: praises, endorses, recognizes, signs or ratifies. */
    SUPPORT(QuadClass.VERBAL_COOPERATION, 5.0),
    /** Gives ground in words: lifts a rule, grants amnesty, regrets, declares a ceasefire. */
    CONCEDE(QuadClass.VERBAL_COOPERATION, 4.5),
    /** Sides do something material together: trade, joint exercise, shared intelligence. */
    COOPERATE(QuadClass.MATERIAL_COOPERATION, 9.5),
    /** Material benefit flows to the recipient: money, arms, relief, asylum. */
    AID(QuadClass.MATERIAL_COOPERATION, 10.0),
    /** Gives ground in fact: frees captives, pulls out, disarms, keeps a ceasefire, lets in; an official resigns. */
    RETREAT(QuadClass.MATERIAL_COOPERATION, 6.5),
    /** Asks, demands or orders something, in words. */
    REQUEST(QuadClass.VERBAL_CONFLICT, 0.0),
    /** Disapproves, alleges, indicts, sues or investigates. */
    ACCUSE(QuadClass.VERBAL_CONFLICT, -3.0),
    /** Refuses, vetoes, declines, bars entry, cancels a meeting. */
    REJECT(QuadClass.VERBAL_CONFLICT, -2.0),
    /** Warns of a forceful or coercive consequence. */
    THREATEN(QuadClass.VERBAL_CONFLICT, -3.5),
    /** Civilians dissent together and in person. */
    PROTEST(QuadClass.MATERIAL_CONFLICT, -5.0),
    /** Cuts or lowers an existing relation: expels, withdraws, discontinues, convicts. */
    SANCTION(QuadClass.MATERIAL_CONFLICT, -6.0),
    /** Moves or alerts forces or police, short of using them. */
    MOBILIZE(QuadClass.MATERIAL_CONFLICT, -5.5),
    /** Represses or restricts without killing: arrest, seizure, curfew, deportation. */
    COERCE(QuadClass.MATERIAL_CONFLICT, -7.0),
    /** Acts deliberately so that people can be badly hurt or property destroyed. */
    ASSAULT(QuadClass.MATERIAL_CONFLICT, -9.0);

    private final QuadClass quadClass;
    private final double score;

    EventType(QuadClass quadClass, double score) {
        this.quadClass = quadClass;
        this.score = score;
    }

    public QuadClass quadClass() {
        return quadClass;
    }

    /** PLOVER's score of the type, without its mode; from -10 to +10. */
    public double score() {
        return score;
    }
}
