package rapport.analysis.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rapport.analysis.Articles;
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

    /** States with four words that the vocabulary knows and that no other state has. */
    private static final List<State> STATES = List.of(
            new State("Pakistan", "Pakistani", "Pakistanis", "Islamabad"),
            new State("Russia", "Russian", "Russians", "Moscow"),
            new State("Turkey", "Turkish", "Turks", "Ankara"),
            new State("Germany", "German", "Germans", "Berlin"),
            new State("Kenya", "Kenyan", "Kenyans", "Nairobi"),
            new State("Syria", "Syrian", "Syrians", "Damascus"),
            new State("Canada", "Canadian", "Canadians", "Ottawa"),
            new State("Brazil", "Brazilian", "Brazilians", "Brasilia"),
            new State("Serbia", "Serbian", "Serbs", "Belgrade"),
            new State("Libya", "Libyan", "Libyans", "Tripoli"),
            new State("Colombia", "Colombian", "Colombians", "Bogota"),
            new State("Morocco", "Moroccan", "Moroccans", "Rabat"),
            new State("Hungary", "Hungarian", "Hungarians", "Budapest"),
            new State("Bulgaria", "Bulgarian", "Bulgarians", "Sofia"),
            new State("Nigeria", "Nigerian", "Nigerians", "Abuja"),
            new State("Cuba", "Cuban", "Cubans", "Havana"),
            new State("Romania", "Romanian", "Romanians", "Bucharest"),
            new State("Tunisia", "Tunisian", "Tunisians", "Tunis"),
            new State("Jamaica", "Jamaican", "Jamaicans", "Kingston"),
            new State("Peru", "Peruvian", "Peruvians", "Lima"));

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
