package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** To which state, body or group the words around a role or a title belong. */
final class Affiliations {

    private static final Pattern LEADING = Pattern.compile(
            "(?i)former|ex|acting|new|deputy|senior|top|then|late|outgoing"
                    + "|incoming|interim|caretaker|current|longtime|veteran|leading|chief|high-ranking|unnamed|anonymous|local|ousted");

    private final Meanings meanings;

    Affiliations(Meanings meanings) {
        this.meanings = meanings;
    }

    /** The state, body or group that words before or after a role name: "Ruritania's", "of the Front of Zenda". */
    Optional<String> find(String title) {
        for (String part : Phrase.parts(title)) {
            List<String> words = new ArrayList<>(Phrase.words(Phrase.bare(part)));
            while (words.size() > 1 && isBeforeName(words.get(0))) words.remove(0);
            for (int end = Math.min(words.size(), Phrase.LONGEST_NAME + 1); end > 0; end--) {
                Optional<String> known = meanings.known(String.join(" ", words.subList(0, end)));
                if (known.isPresent()) return known;
            }
            Optional<String> after = after(words);
            if (after.isPresent()) return after;
        }
        return Optional.empty();
    }

    private Optional<String> after(List<String> words) {
        boolean isSpokesman = words.stream().anyMatch(word -> Phrase.lower(word).startsWith("spokes"));
        for (int i = 1; i < words.size() - 1; i++) {
            String word = words.get(i);
            if (!word.equals("of") && !word.equals("at") && !(word.equals("for") && isSpokesman)) continue;
            int start = words.get(i + 1).equalsIgnoreCase("the") ? i + 2 : i + 1;
            for (int end = Math.min(words.size(), start + Phrase.LONGEST_NAME); end > start; end--) {
                Optional<String> known = meanings.known(String.join(" ", words.subList(start, end)));
                if (known.isPresent()) return known;
            }
        }
        return Optional.empty();
    }

    /** "Two", "senior", "banned", "former": what may stand before the name of a state or group, and says nothing of it. */
    private static boolean isBeforeName(String word) {
        if (LEADING.matcher(word).matches() || Phrase.unnumbered(word + " x").equals("x")) return true;
        return !Phrase.isCapitalised(word)
                && !Vocabulary.ROLES.contains(Phrase.lower(word))
                && !word.startsWith("spokes");
    }
}
