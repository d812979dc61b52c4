package rapport.analysis.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.analysis.Shipped;
import rapport.ontology.Code;
import rapport.ontology.Context;
import rapport.ontology.Mode;

/**
 * What an act is about, by words that stand in its trigger or near it, and by its mode. The word list is ours.
 *
 * <p>Known misses: what a sentence says farther off, and what only the paragraph tells, is not seen. An army of rebels counts as
 * an armed force if its name says army.
 */
final class Contexts {

    private static final String FILE = "contexts.txt";

    /** What a mode is about by its meaning. */
    private static final Map<Mode, Context> BY_MODE =
            Map.of(Mode.CYBER, Context.CYBER, Mode.MISINFORMATION, Context.MISINFORMATION);

    /** Words in a row; the last may be the beginning of one. */
    private record Phrase(List<String> words, boolean open, Context context) {

        boolean standsAt(List<String> text, int at) {
            int last = words.size() - 1;
            if (at + last >= text.size()) return false;
            for (int i = 0; i < last; i++) if (!text.get(at + i).equals(words.get(i))) return false;
            String end = text.get(at + last);
            return open ? end.startsWith(words.get(last)) : end.equals(words.get(last));
        }
    }

    /** By their first word; those of a single open word by its beginning. */
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    private int shortest = Integer.MAX_VALUE; // of such beginnings

    /** @param lines a context, a colon, and phrases between commas */
    Contexts(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(": ", 2);
            Context context = Code.parse(Context.class, cells[0]);
            for (String phrase : cells[1].split(", ")) {
                boolean open = phrase.endsWith("*");
                List<String> words = TriggerWords.wordsOf(phrase);
                phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(new Phrase(words, open, context));
                if (open && words.size() == 1)
                    shortest = Math.min(shortest, words.get(0).length());
            }
        }
    }

    /** Those that come with the program. */
    static Contexts shipped() {
        return new Contexts(Shipped.lines(Contexts.class, FILE));
    }

    /** In the order of the codebook. */
    List<Context> of(TriggerWords words, List<Mode> modes) {
        Set<Context> found = EnumSet.noneOf(Context.class);
        modes.forEach(mode -> {
            if (BY_MODE.containsKey(mode)) found.add(BY_MODE.get(mode));
        });
        List<String> near = words.near();
        for (int at = 0; at < near.size(); at++) {
            String word = near.get(at);
            for (int length = Math.min(shortest, word.length()); length <= word.length(); length++) {
                for (Phrase phrase : phrases.getOrDefault(word.substring(0, length), List.of())) {
                    if (phrase.standsAt(near, at)) found.add(phrase.context());
                }
            }
        }
        return List.copyOf(found);
    }
}
