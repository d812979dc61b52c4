package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Articles;
import rapport.analysis.Layer;
import rapport.analysis.Named;
import rapport.analysis.Stage;
import rapport.analysis.StateWord;
import rapport.ontology.ActorKind;
import rapport.record.Span;

/**
 * Finds the names of the dictionary before anything is read, and among them the words for states: names, adjectives, peoples and capitals, also in
 * "Ruritania-led" and in the names of a state's own bodies. A state in the name of somebody else is not spoken of, and neither is one that
 * shares its name with a person or a place ("Michael Jordan").
 *
 * <p>Known miss: what two states are called ("Congo") is no word for either.
 *
 * <p>Threads: may be shared.
 */
public final class NameStage implements Stage {

    private static final Pattern COMPOUND = Pattern.compile("(?<=\\p{L})[-‐‑–](?=\\p{L})");

    private static final String THE = "the ";

    private final ActorDictionary dictionary;
    private final NameFinder names;

    public NameStage(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        this.names = new NameFinder(dictionary);
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.NAMES, Layer.STATE_WORDS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        String text = annotated.text();
        List<Named> named = new ArrayList<>();
        List<StateWord> states = new ArrayList<>();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            List<Named> here = names.find(text, sentence);
            named.addAll(here);
            states.addAll(states(text, sentence, here));
        }
        return annotated.with(Layer.NAMES, named).with(Layer.STATE_WORDS, states);
    }

    /** The words for states in a sentence, in order. */
    public List<StateWord> states(String text, Span sentence) {
        return states(text, sentence, names.find(text, sentence));
    }

    private List<StateWord> states(String text, Span sentence, List<Named> named) {
        Surroundings surroundings = new Surroundings(text, dictionary);
        List<StateWord> found = new ArrayList<>();
        for (Named name : withParts(text, sentence, named)) {
            if (name.actors().size() != 1) continue;
            String id = name.actors().get(0);
            if (isState(id)) {
                StateWord word = StateWord.of(text, withoutThe(text, name.span()), id, dictionary);
                if (!isOfAnother(text, word, sentence, surroundings)) found.add(word);
            } else {
                owner(id).ifPresent(state -> addParts(text, name.span(), state, found));
            }
        }
        return found;
    }

    /** With the names in compounds that are no names as a whole; "Guinea-Bissau" is one. */
    private List<Named> withParts(String text, Span sentence, List<Named> named) {
        String opened = COMPOUND.matcher(sentence.in(text)).replaceAll(" ");
        if (opened.equals(sentence.in(text))) return named;
        TreeSet<Span> whole = named.stream().map(Named::span).collect(Collectors.toCollection(TreeSet::new));
        Stream<Named> parts = names.find(opened, new Span(0, opened.length())).stream()
                .map(part -> new Named(part.span().shifted(sentence.start()), part.actors()))
                .filter(part -> Stream.of(whole.floor(part.span()), whole.higher(part.span()))
                        .noneMatch(name -> name != null && name.overlaps(part.span())));
        return Stream.concat(named.stream(), parts)
                .sorted(Comparator.comparing(Named::span))
                .toList();
    }

    private boolean isState(String id) {
        return dictionary
                .find(id)
                .filter(actor -> actor.kind() == ActorKind.STATE)
                .isPresent();
    }

    /** The state whose body it is. */
    private Optional<String> owner(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(id.substring(0, dot)).filter(this::isState);
    }

    private static Span withoutThe(String text, Span name) {
        boolean hasThe = text.regionMatches(true, name.start(), THE, 0, THE.length()) && name.length() > THE.length();
        return hasThe ? new Span(name.start() + THE.length(), name.end()) : name;
    }

    /** "Jordan" in "Michael Jordan", "Georgia" beside "Atlanta"; where all is in capitals they tell nothing. */
    private static boolean isOfAnother(String text, StateWord word, Span sentence, Surroundings surroundings) {
        if (word.isShouted()) return false;
        if (word.sort() != StateWord.Sort.NAME && word.sort() != StateWord.Sort.CAPITAL) return false;
        String words = word.span().in(text);
        return surroundings.isAmericanPlace(word.span())
                || !words.contains(" ")
                        && !Articles.ACRONYM.matcher(words).matches()
                        && surroundings.isPartOfLargerName(word.span(), sentence);
    }

    /** The state's words in the name of its own body: "Ruritania" in "the Government of Ruritania". */
    private void addParts(String text, Span name, String state, List<StateWord> found) {
        List<Span> words = NameFinder.words(text, name);
        int first = 0;
        while (first < words.size()) {
            int next = first + 1;
            for (int end = words.size(); end > first; end--) {
                Span part = words.get(first).to(words.get(end - 1));
                if (!withoutThe(text, part).equals(part)
                        || !names.meant(part.in(text)).contains(state)) continue;
                found.add(StateWord.of(text, NameFinder.withoutPossessive(text, part), state, dictionary));
                next = end;
                break;
            }
            first = next;
        }
    }
}
