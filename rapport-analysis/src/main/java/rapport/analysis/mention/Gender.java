package rapport.analysis.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rapport.analysis.Shipped;

/**
 * Whether "he" or "she" is said of a person, as far as titles and given names tell: what does not agree is not the same person.
 *
 * <p>Known miss: names that are in no list agree with both; a given name that stands last is not seen.
 */
enum Gender {
    HE,
    SHE;

    private static final Set<String> HIS = Set.of("he", "him", "his", "himself");
    private static final Set<String> HERS = Set.of("she", "her", "hers", "herself");

    /** Words of titles, without their stop. */
    private static final Set<String> HIS_TITLES = Set.of(
            "mr",
            "sir",
            "lord",
            "king",
            "prince",
            "emir",
            "sultan",
            "pope",
            "spokesman",
            "congressman",
            "businessman",
            "husband",
            "brother",
            "son",
            "father",
            "widower");

    private static final Set<String> HER_TITLES = Set.of(
            "mrs",
            "ms",
            "miss",
            "dame",
            "lady",
            "queen",
            "princess",
            "spokeswoman",
            "congresswoman",
            "chairwoman",
            "businesswoman",
            "wife",
            "sister",
            "daughter",
            "mother",
            "widow",
            "actress");

    private static final String FILE = "given-names.txt";
    private static final Map<String, Gender> GIVEN_NAMES = givenNames();

    /** Of "his"; empty for what is no such pronoun. */
    static Optional<Gender> ofPronoun(String word) {
        return HIS.contains(word) ? Optional.of(HE) : HERS.contains(word) ? Optional.of(SHE) : Optional.empty();
    }

    /** Of "Mrs.", "congressman"; empty if the words tell neither or both, as "her husband's" does. */
    static Optional<Gender> ofTitle(String title) {
        boolean his = false;
        boolean hers = false;
        for (String word : Phrase.words(title)) {
            String plain = Phrase.lower(word).replace(".", "");
            his |= HIS_TITLES.contains(plain);
            hers |= HER_TITLES.contains(plain);
        }
        return his == hers ? Optional.empty() : Optional.of(his ? HE : SHE);
    }

    /** Of the first word of a name that has several. */
    static Optional<Gender> ofName(List<String> name) {
        return name.size() < 2 ? Optional.empty() : Optional.ofNullable(GIVEN_NAMES.get(name.get(0)));
    }

    static boolean isGivenName(String word) {
        return GIVEN_NAMES.containsKey(word);
    }

    /** Whether one of two given names begins the other, and both are of one gender: "Ken" and "Kenneth", not "Paul" and "Paula". */
    static boolean isShortForm(String one, String other) {
        return !one.equals(other)
                && (one.startsWith(other) || other.startsWith(one))
                && GIVEN_NAMES.containsKey(one)
                && GIVEN_NAMES.get(one) == GIVEN_NAMES.get(other);
    }

    private static Map<String, Gender> givenNames() {
        Map<String, Gender> names = new HashMap<>();
        for (String line : Shipped.lines(Gender.class, FILE)) {
            String[] cells = line.split(": ", 2);
            Gender gender = cells[0].equals("he") ? HE : SHE;
            for (String name : cells[1].split(" ")) {
                if (names.put(name, gender) != null) throw new IllegalStateException(FILE + " has " + name + " twice");
            }
        }
        return Map.copyOf(names);
    }
}
