package rapport.analysis.event;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rapport.analysis.Shipped;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.Mode;

/**
 * How an act is done, from the words of its trigger and of its sentence: a linear model over clues (multinomial logistic
 * regression), whose table {@code training/modes.py} writes. A clue is a piece of a word and where it stands.
 *
 * <p>Known misses: at most one mode is read, though an act may have several; what another sentence tells is not seen.
 */
final class Modes {

    /** Chance from which a mode is said; below it none is. */
    private static final double LEAST = 0.5;

    private static final String FILE = "modes.tsv";

    private final Map<EventType, Map<Mode, Double>> constants = new EnumMap<>(EventType.class);
    private final Map<String, Map<Mode, Double>> weights = new HashMap<>();

    /** @param lines a type or a clue each, with modes and their weights behind it */
    Modes(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t");
            Map<Mode, Double> row = new EnumMap<>(Mode.class);
            for (int i = 1; i < cells.length; i++) {
                String[] weight = cells[i].split(" ");
                row.put(Code.parse(Mode.class, weight[0]), Double.valueOf(weight[1]));
            }
            boolean isType = Character.isUpperCase(cells[0].charAt(0)); // clues begin with a sign
            if (isType) constants.put(EventType.valueOf(cells[0]), row);
            else weights.put(cells[0], row);
        }
    }

    /** Those that come with the program. */
    static Modes shipped() {
        return new Modes(Shipped.lines(Modes.class, FILE));
    }

    /** The likeliest, or none. */
    List<Mode> of(EventType type, TriggerWords words) {
        if (type.modes().isEmpty() || words.first() == words.end()) return List.of();
        Map<Mode, Double> sums = new EnumMap<>(Mode.class);
        type.modes().forEach(mode -> sums.put(mode, 0.0));
        add(sums, constants.getOrDefault(type, Map.of()));
        clues(words).forEach(clue -> add(sums, weights.getOrDefault(clue, Map.of())));
        double all = 1; // having none weighs e to the power of 0
        for (double sum : sums.values()) all += Math.exp(sum);
        double least = LEAST * all;
        return sums.entrySet().stream()
                .filter(mode -> Math.exp(mode.getValue()) >= least)
                .map(Map.Entry::getKey)
                .limit(1)
                .toList();
    }

    private static void add(Map<Mode, Double> sums, Map<Mode, Double> weights) {
        weights.forEach((mode, weight) -> sums.computeIfPresent(mode, (m, sum) -> sum + weight));
    }

    /** As {@code training/modes.py} makes them: the same pieces, the same signs. */
    private static Set<String> clues(TriggerWords words) {
        Set<String> clues = new TreeSet<>(); // sums in one order
        List<String> all = words.words();
        for (int i = 0; i < all.size(); i++) {
            String word = number(all.get(i));
            if (i >= words.first() && i < words.end()) {
                clues.add("4" + start(word, 4));
                clues.add("6" + start(word, 6));
                continue;
            }
            String piece = start(word, 5);
            clues.add("~" + piece);
            if (i < words.first() && i >= words.first() - TriggerWords.NEAR) clues.add("<" + piece);
            if (i >= words.end() && i < words.end() + TriggerWords.NEAR) clues.add(">" + piece);
        }
        return clues;
    }

    /** A word of digits stands for any number. */
    private static String number(String word) {
        return word.chars().allMatch(Character::isDigit) ? "0" : word;
    }

    private static String start(String word, int length) {
        return word.substring(0, Math.min(length, word.length()));
    }
}
