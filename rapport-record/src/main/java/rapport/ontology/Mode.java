package rapport.ontology;

import java.util.Locale;

/**
 * How an act of a type is done; of a request, a refusal or a threat, what it is about. The modes of PLOVER, of which some belong
 * to two types: which, and how each is scored there, says {@link EventType#modes()}.
 */
public enum Mode implements Code {
    VISIT("One side travels to the other."),
    THIRD_PARTY("Somebody else is the host."),
    MULTILATERAL("Within an alliance or an international body."),
    PHONE("By telephone, video or other remote contact."),

    WITHDRAW("Leaves: land, with its forces; a body or a place, with its people and means."),
    RELEASE("Sets captives free."),
    DISARM("Gives up weapons."),
    CEASEFIRE("Keeps a ceasefire."),
    ACCESS("Lets others in: monitors, aid, travellers."),
    RESIGN("An official steps down."),

    ASSIST("Help, or exchange of any kind."),
    CHANGE("Another policy, leadership or institution."),
    YIELD("A release, an easing, an end of fighting or of sanctions."),
    MEET("Talks or mediation."),

    DISAPPROVE("Condemns or complains."),
    INVESTIGATE("Inquires, in any way."),
    ALLEGE("Accuses, charges, sues or puts on trial."),

    RELATIONS("Ties or talks broken off."),
    TERRITORY("Land taken."),
    VIOLENCE("Force."),

    DEMO("A mostly peaceful rally."),
    RIOT("A violent crowd."),
    STRIKE("Work is stopped."),
    HUNGER("Food is refused."),
    BOYCOTT("Custom or contact is withdrawn."),
    OBSTRUCT("A way or a gate is blocked."),
    VANDALIZE("Damage done as a sign."),

    CONVICT("Found guilty or liable."),
    EXPEL("Sent out of a group or a country."),
    DISCONTINUE("Exchange is ended or cut; economic sanctions."),

    TROOPS("Soldiers."),
    WEAPONS("Arms, ships, aircraft."),
    POLICE("Police."),
    MILITIA("Fighters who are no regular army."),

    SEIZE("Searches, raids, confiscates; land taken."),
    RESTRICT("Limits on movement, goods or politics; bans."),
    CENSOR("Keeps news or words from others."),
    CURFEW("A curfew."),
    MARTIAL_LAW("A state of emergency, used to repress."),
    ARREST("Detains."),
    DEPORT("Sends persons out of the country."),
    WITHHOLD("Cuts power, water, food or the network."),
    MISINFORMATION("Spreads what is false."),
    CYBER("Attacks computers or networks."),

    ABDUCT("Kidnaps, hijacks, takes captives in combat."),
    BEAT("Blows."),
    TORTURE("Torture."),
    SEXUAL("Sexual violence."),
    TARGETED("Kills, or means to kill, a chosen person or the defenceless."),
    DESTROY("Destruction is the aim."),
    PRIMITIVE("Blades, stones, fire."),
    FIREARMS("Small arms."),
    EXPLOSIVES("Mines and bombs."),
    SUICIDE_ATTACK("The attacker means to die."),
    AERIAL("Manned aircraft."),
    DRONE("Unmanned aircraft."),
    HEAVY_WEAPONS("Artillery, rockets, armour."),
    CROWD_CONTROL("Tear gas, water cannon, shots in the air."),
    UNCONVENTIONAL("Chemical, biological, radiological or nuclear arms.");

    private final String code;
    private final String definition;

    Mode(String definition) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
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
