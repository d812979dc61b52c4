package rapport.ontology;

import java.util.Locale;

/**
 * What an event is about: the contexts of PLOVER. They are judged on the sentences around it, so that one does not show that the
 * act itself is of that kind. An event may have several or none.
 */
public enum Context implements Code {
    MILITARY("Armed forces of states; no militias, police or rebels."),
    INTELLIGENCE("Spying by states, and the agencies that do it."),
    EXECUTIVE("Heads of state, ministries, their offices and families."),
    LEGISLATIVE("Business of parliaments, and coalitions made there."),
    ELECTION("Votes and campaigns."),
    POLITICAL_INSTITUTIONS("Formal bodies and parties that change, or deal with each other out of the ordinary."),
    PRO_DEMOCRACY("Steps towards democracy."),
    PRO_AUTOCRACY("Steps away from democracy."),
    ECONOMIC("Trade, finance, growth, prices; not news of one company."),
    LEGAL("Courts and law, treaties as law too."),
    REPARATIONS("Amends for past harm: paid, promised or asked."),
    HUMAN_RIGHTS("Rights of people in general."),
    RIGHTS_FREEDOMS("A freedom that is named: of speech, press, assembly, movement, the vote."),
    REPRESSION("Security forces against people who are mostly unarmed."),
    HUMAN_SECURITY("Access to food, water, housing, energy, land."),
    GENDER("Women and men."),
    LGBT("People of other sexual orientation or gender."),
    RELIGION_ETHNICITY("Groups of religion, people, caste or language."),
    INEQUALITY("Unequal shares of means or chances."),
    DIPLOMATIC("Diplomacy, foreign ministries, negotiations, with rebels too."),
    TERRITORY("Claims to land, borders, autonomy, displacement."),
    PEACEKEEPING("Peace missions and their monitoring."),
    HEALTH("Public health, outbreaks."),
    ASYLUM("People who seek protection."),
    MIGRATION("People who move."),
    DISASTERS("Disasters of nature or accident."),
    NATURAL_RESOURCE("What is drawn from the ground or the sea."),
    ENVIRONMENT("Pollution, climate, and policy on them."),
    TECHNOLOGY("High technology."),
    TERRORISM("Groups called terrorist, and measures against them."),
    CBRN("Chemical, biological, radiological, nuclear arms."),
    CYBER("Attacks on computers and networks, as a subject."),
    MISINFORMATION("Influence by what is false, as a subject."),
    CRIME("Crime, where none of the next three is meant."),
    CORRUPTION("Office used for gain."),
    ILLEGAL_DRUGS("Illegal drugs."),
    TRAFFICKING("Trade in people or in what is forbidden.");

    private final String code;
    private final String definition;

    Context(String definition) {
        this.code = name().toLowerCase(Locale.ROOT);
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
