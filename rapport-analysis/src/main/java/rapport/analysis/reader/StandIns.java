package rapport.analysis.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rapport.analysis.Articles;
import rapport.analysis.Shipped;
import rapport.analysis.StateWord;
import rapport.record.Span;

/**
 * Other states in the place of those of a passage. The first one that it speaks of is always the same to the model, and so is the
 * second: so the model reads the sentence and not who is in it, and a passage about two states reads as it would with both
 * exchanged (decision 0022).
 *
 * <p>"The" goes with a name that stands with it ("the United States"), and "an" becomes "a", since all names here begin with a
 * consonant and stand without an article.
 *
 * <p>Known miss: persons, towns and groups of the states keep their names. "U.S. embassy" has a name where
 * "Iraqi embassy" has an adjective, and so they read differently. From the {@code STATES.size() + 1}th state of a passage on, states
 * do so too.
 */
final class StandIns {

    /** Words of a passage, and what the model is given in their place: one word. */
    record StandIn(Span span, String words) {}

    private record State(String name, String adjective, String people, String capital) {}

    private static final List<State> STATES = Shipped.lines(StandIns.class, "stand-ins.tsv").stream()
            .map(line -> line.split("\t"))
            .map(words -> new State(words[0], words[1], words[2], words[3]))
            .toList();

    private StandIns() {}

    /**
     * By where the words begin that they stand for.
     *
     * @param words for states, in order, of one passage
     */
    static Map<Integer, StandIn> of(String text, List<StateWord> words) {
        Articles articles = new Articles(text);
        Map<String, Integer> places = new HashMap<>();
        Map<Integer, StandIn> standIns = new HashMap<>();
        for (StateWord word : words) {
            int place = places.computeIfAbsent(word.state(), state -> places.size());
            if (place >= STATES.size()) continue;
            Optional<Span> an = articles.before(word.span(), "an");
            if (an.isPresent()) {
                Span article = an.get();
                standIns.put(
                        article.start(), new StandIn(article, article.in(text).substring(0, 1)));
            }
            StandIn standIn = new StandIn(withArticle(text, word, articles), standIn(word, STATES.get(place)));
            standIns.put(standIn.span().start(), standIn);
        }
        return standIns;
    }

    private static Span withArticle(String text, StateWord word, Articles articles) {
        Span span = word.span();
        if (word.sort() != StateWord.Sort.NAME || !Articles.wantsArticle(span.in(text))) return span;
        return articles.before(span, "the").map(span::to).orElse(span);
    }

    private static String standIn(StateWord word, State state) {
        String other = switch (word.sort()) {
            case NAME -> state.name();
            case ADJECTIVE -> state.adjective();
            case PEOPLE -> state.people();
            case CAPITAL -> state.capital();
        };
        return word.isShouted() ? other.toUpperCase(Locale.ROOT) : other;
    }
}
