package rapport.analysis.mention;

import java.util.Set;

/**
 * Words that tell what a noun phrase is about. All in lower case. Source: general knowledge of news English; each set is
 * short on purpose, since a word that is missing costs a link and a wrong one makes a false one.
 */
final class Vocabulary {

    private Vocabulary() {}

    /** Before a noun, and no part of a name. */
    static final Set<String> DETERMINERS = Set.of("the", "a", "an", "this", "that", "these", "those", "both", "all", "some", "any", "many", "several", "most", "other", "another", "certain", "various", "each", "every", "such", "its", "his", "her", "their", "our", "my", "your", "few", "more", "no");

    /** Said of a state, group or union they stand for itself. */
    static final Set<String> SELVES = Set.of("authorities", "side", "leadership", "regime", "state", "nation", "republic", "rulers", "movement", "group", "organisation", "organization", "militia", "faction", "outfit", "party", "alliance", "bloc", "militant group", "terrorist group", "armed group", "rebel group");

    /** Said of a group that is no state they stand for it. */
    static final Set<String> FIGHTERS = Set.of("fighters", "militants", "elements", "insurgents", "rebels", "gunmen", "terrorists", "forces", "guerrillas", "members", "cadres", "operatives", "government", "administration", "authorities", "regime", "side", "leadership", "leaders", "movement", "group", "militia", "network", "organisation", "organization", "party", "faction", "insurgency", "jihadists", "extremists", "troops", "soldiers", "separatists", "newspaper", "news agency", "agency");

    /** Said of a people, not of its state. */
    static final Set<String> PEOPLES = Set.of("citizens", "nationals", "people", "refugees", "civilians", "residents", "villagers", "students", "migrants", "women", "children", "girls", "men", "families", "farmers", "workers", "voters", "protesters", "demonstrators", "traders", "immigrants", "population", "public", "public opinion", "prisoners", "fishermen");

    /** One person who holds, held or speaks for something. */
    static final Set<String> ROLES = Set.of("president", "minister", "premier", "chancellor", "secretary", "general", "spokesman", "spokeswoman", "spokesperson", "envoy", "ambassador", "commander", "leader", "chief", "chairman", "chairwoman", "chair", "director", "head", "governor", "mayor", "senator", "congressman", "congresswoman", "lawmaker", "mp", "representative", "official", "diplomat", "adviser", "advisor", "aide", "negotiator", "judge", "justice", "prosecutor", "king", "queen", "prince", "princess", "emir", "sultan", "pope", "bishop", "cleric", "cardinal", "colonel", "captain", "major", "lieutenant", "brigadier", "admiral", "marshal", "sergeant", "officer", "analyst", "activist", "journalist", "reporter", "correspondent", "lawyer", "professor", "economist", "expert", "candidate", "founder", "member", "deputy", "speaker", "commissioner", "inspector", "sheriff", "coordinator", "rapporteur", "consul", "warlord", "militant", "fighter", "soldier", "guard", "witness", "resident", "pm", "fm", "ceo", "coach", "singer", "director-general", "secretary-general", "governor-general", "treasurer", "counterpart", "nominee", "politician", "strongman", "dictator", "ruler", "monarch", "author", "historian", "scholar", "fellow", "researcher", "choirmaster", "businessman", "brother", "son", "daughter", "wife", "widow", "father", "mother", "guerrilla", "farmer", "driver");

    /** Several such. */
    static final Set<String> ROLES_PLURAL = Set.of("officials", "ministers", "diplomats", "spokesmen", "generals", "commanders", "leaders", "lawmakers", "envoys", "ambassadors", "senators", "officers", "aides", "advisers", "negotiators", "judges", "delegates", "representatives", "analysts", "observers", "experts", "activists", "journalists", "soldiers", "troops", "members", "politicians", "critics", "presidents", "guards", "border guards", "prosecutors", "clerics");

    /** Before a person's name, and no part of it. */
    static final Set<String> HONORIFICS = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "dame", "gen", "lt", "col", "maj", "brig", "adm", "capt", "sgt", "cpl", "cmdr", "sheikh", "shaikh", "mullah", "maulana", "maulvi", "mawlawi", "mufti", "imam", "ayatollah", "hojatoleslam", "haji", "hajji", "qari", "qazi", "rev", "sen", "rep", "gov", "pres", "amb", "hon", "father", "sister", "brother", "saint", "st", "justice", "field", "vice", "former", "ex", "acting", "interim", "caretaker", "late", "then", "deputy", "incoming", "outgoing", "rt", "ret", "retd", "u", "daw", "malam", "alhaji", "comrade", "special", "state", "of");

    /** Small words inside a person's name. */
    static final Set<String> PARTICLES = Set.of("al", "el", "bin", "ibn", "bint", "abu", "umm", "de", "da", "di", "do", "dos", "das", "del", "della", "la", "le", "van", "von", "der", "den", "ul", "ur", "ud", "ad", "as", "az", "e", "i", "y", "ben", "ter", "du", "st");

    /** Words of an organisation's name: with one of these it is no person's. */
    static final Set<String> ORGANISATIONS = Set.of("front", "army", "movement", "party", "ministry", "council", "group", "organization", "organisation", "agency", "chamber", "bank", "company", "corporation", "union", "league", "committee", "commission", "court", "force", "forces", "brigade", "brigades", "battalion", "command", "corps", "guard", "guards", "police", "university", "institute", "foundation", "association", "federation", "network", "news", "press", "times", "post", "radio", "television", "tv", "herald", "daily", "tribune", "authority", "office", "department", "assembly", "parliament", "senate", "congress", "government", "administration", "alliance", "coalition", "society", "center", "centre", "fund", "board", "service", "services", "bureau", "directorate", "mission", "lions", "tigers", "resistance", "liberation", "state", "states", "republic", "kingdom", "emirate", "house", "tribunal", "airlines", "club", "watch", "initiative", "forum", "conference", "church", "college", "school", "hospital", "ltd", "inc", "crescent", "cross", "militia", "cartel", "clan", "faction", "secretariat", "brotherhood", "jihad", "tribe", "squad", "legion", "division", "regiment", "fleet", "navy", "province");

    /** Nouns that point back to something named: without it they say nothing. */
    static final Set<String> POINTING = Set.of("group", "movement", "organization", "organisation", "side", "country", "neighbour", "neighbor", "party", "body", "agency", "mission", "outfit", "bloc", "militia", "faction", "state", "nation", "state's", "province", "team", "delegation", "company", "network", "institution", "force", "alliance", "victim", "pair", "duo", "former", "latter", "man", "woman", "two", "three", "kingdom", "republic", "capital", "union");

    /** Words for two parties at once. */
    static final Set<String> BOTH = Set.of("both", "both sides", "two sides", "both countries", "two countries", "both parties", "two parties", "two neighbours", "two neighbors", "both neighbours", "both neighbors", "both nations", "two nations", "both capitals", "two capitals", "both governments", "two governments", "both states", "two states", "both armies", "two armies", "two foes", "two rivals", "rivals", "neighbours", "neighbors", "sides", "either side", "neither side", "each other", "one another", "both groups", "two groups");

    static final Set<String> HE = Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself");
    static final Set<String> IT = Set.of("it", "its", "itself");
    static final Set<String> THEY =
            Set.of("they", "them", "their", "theirs", "themselves", "both", "all", "these", "those");
    static final Set<String> WE = Set.of("we", "us", "our", "ours", "ourselves");
    static final Set<String> I = Set.of("i", "me", "my", "mine", "myself");
    static final Set<String> YOU = Set.of("you", "your", "yours", "yourself", "yourselves");
}
