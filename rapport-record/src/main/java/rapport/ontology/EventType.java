package rapport.ontology;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What kind of act an event is: the sixteen types of PLOVER.
 *
 * <p>Source: PLOVER manual, draft 2.0; scores are its expert scores from -10 (conflict) to +10 (cooperation). SANCTION is
 * material conflict and ACCUSE scores -3: the manual contradicts itself on both (decision 0002). It gives vandalism no score: that of PROTEST is taken.
 */
public enum EventType {
    AGREE(QuadClass.VERBAL_COOPERATION, 2.5, "Says it will cooperate: promises, offers, pledges, agrees."),
    CONSULT(
            QuadClass.VERBAL_COOPERATION,
            2.5,
            "Talks take place: a meeting, visit, hosting, call, mediation.",
            Map.ofEntries(
                    Map.entry(Mode.VISIT, 4.0),
                    Map.entry(Mode.THIRD_PARTY, 1.0),
                    Map.entry(Mode.MULTILATERAL, 4.0),
                    Map.entry(Mode.PHONE, 1.5))),
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
            "Gives ground in fact: frees captives, pulls out, disarms, keeps a ceasefire, lets in; an official resigns.",
            Map.ofEntries(
                    Map.entry(Mode.WITHDRAW, 8.0),
                    Map.entry(Mode.RELEASE, 6.5),
                    Map.entry(Mode.DISARM, 10.0),
                    Map.entry(Mode.CEASEFIRE, 7.5),
                    Map.entry(Mode.ACCESS, 6.5),
                    Map.entry(Mode.RESIGN, 4.5))),
    REQUEST(
            QuadClass.VERBAL_CONFLICT,
            0.0,
            "Asks, demands or orders something, in words.",
            Map.ofEntries(
                    Map.entry(Mode.ASSIST, 0.5),
                    Map.entry(Mode.CHANGE, -1.0),
                    Map.entry(Mode.YIELD, -1.0),
                    Map.entry(Mode.MEET, 0.0))),
    ACCUSE(
            QuadClass.VERBAL_CONFLICT,
            -3.0,
            "Disapproves, alleges, indicts, sues or investigates.",
            Map.ofEntries(
                    Map.entry(Mode.DISAPPROVE, -2.0), Map.entry(Mode.INVESTIGATE, -3.5), Map.entry(Mode.ALLEGE, -3.5))),
    REJECT(
            QuadClass.VERBAL_CONFLICT,
            -2.0,
            "Refuses, vetoes, declines, bars entry, cancels a meeting.",
            Map.ofEntries(
                    Map.entry(Mode.ASSIST, -1.5),
                    Map.entry(Mode.CHANGE, -2.0),
                    Map.entry(Mode.YIELD, -2.0),
                    Map.entry(Mode.MEET, -2.0))),
    THREATEN(
            QuadClass.VERBAL_CONFLICT,
            -3.5,
            "Warns of a forceful or coercive consequence.",
            Map.ofEntries(
                    Map.entry(Mode.RESTRICT, -3.0),
                    Map.entry(Mode.ARREST, -3.5),
                    Map.entry(Mode.RELATIONS, -3.5),
                    Map.entry(Mode.EXPEL, -3.5),
                    Map.entry(Mode.TERRITORY, -4.0),
                    Map.entry(Mode.VIOLENCE, -3.5))),
    PROTEST(
            QuadClass.MATERIAL_CONFLICT,
            -5.0,
            "Civilians dissent together and in person.",
            Map.ofEntries(
                    Map.entry(Mode.DEMO, -5.0),
                    Map.entry(Mode.RIOT, -7.0),
                    Map.entry(Mode.STRIKE, -5.0),
                    Map.entry(Mode.HUNGER, -4.5),
                    Map.entry(Mode.BOYCOTT, -4.5),
                    Map.entry(Mode.OBSTRUCT, -4.5),
                    Map.entry(Mode.VANDALIZE, -5.0))),
    SANCTION(
            QuadClass.MATERIAL_CONFLICT,
            -6.0,
            "Cuts or lowers an existing relation: expels, withdraws, discontinues, convicts.",
            Map.ofEntries(
                    Map.entry(Mode.CONVICT, -6.0),
                    Map.entry(Mode.EXPEL, -5.5),
                    Map.entry(Mode.WITHDRAW, -6.0),
                    Map.entry(Mode.DISCONTINUE, -6.0))),
    MOBILIZE(
            QuadClass.MATERIAL_CONFLICT,
            -5.5,
            "Moves or alerts forces or police, short of using them.",
            Map.ofEntries(
                    Map.entry(Mode.TROOPS, -6.5),
                    Map.entry(Mode.WEAPONS, -6.5),
                    Map.entry(Mode.POLICE, -5.5),
                    Map.entry(Mode.MILITIA, -6.0))),
    COERCE(
            QuadClass.MATERIAL_CONFLICT,
            -7.0,
            "Represses or restricts without killing: arrest, seizure, curfew, deportation.",
            Map.ofEntries(
                    Map.entry(Mode.SEIZE, -7.0),
                    Map.entry(Mode.RESTRICT, -7.0),
                    Map.entry(Mode.CENSOR, -6.5),
                    Map.entry(Mode.CURFEW, -6.5),
                    Map.entry(Mode.MARTIAL_LAW, -7.5),
                    Map.entry(Mode.ARREST, -7.0),
                    Map.entry(Mode.DEPORT, -7.0),
                    Map.entry(Mode.WITHHOLD, -7.0),
                    Map.entry(Mode.MISINFORMATION, -6.5),
                    Map.entry(Mode.CYBER, -7.0))),
    ASSAULT(
            QuadClass.MATERIAL_CONFLICT,
            -9.0,
            "Acts deliberately so that people can be badly hurt or property destroyed.",
            Map.ofEntries(
                    Map.entry(Mode.ABDUCT, -8.5),
                    Map.entry(Mode.BEAT, -7.5),
                    Map.entry(Mode.TORTURE, -8.5),
                    Map.entry(Mode.SEXUAL, -8.5),
                    Map.entry(Mode.TARGETED, -9.5),
                    Map.entry(Mode.DESTROY, -8.5),
                    Map.entry(Mode.PRIMITIVE, -8.0),
                    Map.entry(Mode.FIREARMS, -9.0),
                    Map.entry(Mode.EXPLOSIVES, -9.0),
                    Map.entry(Mode.SUICIDE_ATTACK, -9.5),
                    Map.entry(Mode.AERIAL, -9.5),
                    Map.entry(Mode.DRONE, -9.5),
                    Map.entry(Mode.HEAVY_WEAPONS, -9.5),
                    Map.entry(Mode.CROWD_CONTROL, -7.5),
                    Map.entry(Mode.UNCONVENTIONAL, -10.0)));

    private final QuadClass quadClass;
    private final double score;
    private final String definition;
    private final Map<Mode, Double> modes;

    EventType(QuadClass quadClass, double score, String definition) {
        this(quadClass, score, definition, Map.of());
    }

    EventType(QuadClass quadClass, double score, String definition, Map<Mode, Double> modes) {
        this.quadClass = quadClass;
        this.score = score;
        this.definition = definition;
        this.modes = modes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(modes));
    }

    public QuadClass quadClass() {
        return quadClass;
    }

    /** PLOVER's score of the type, without its mode; from -10 to +10. */
    public double score() {
        return score;
    }

    /** The modes that an act of this type may have; none, if the codebook knows none. */
    public Set<Mode> modes() {
        return modes.keySet();
    }

    /** PLOVER's score of the type in these modes, from -10 to +10: their mean, or that of the type if there are none. */
    public double score(Collection<Mode> modes) {
        return modes.stream()
                .mapToDouble(mode -> this.modes.getOrDefault(mode, score))
                .average()
                .orElse(score);
    }

    /** What the codebook means by it. */
    public String definition() {
        return definition;
    }
}
