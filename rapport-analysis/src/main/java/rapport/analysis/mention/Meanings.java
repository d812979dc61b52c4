package rapport.analysis.mention;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;
import rapport.record.Actor;

/**
 * What words mean by themselves: as this document explains them, or as the dictionary has them, with the states that the
 * document names to choose by.
 */
final class Meanings {

    private static final String IN_FULL = "United States "; // bodies are known by "US Department of ..."

    private final Cast cast;
    private final ActorDictionary dictionary;

    Meanings(Cast cast) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
    }

    /** What words mean by themselves, if they mean one thing that is no person. */
    Optional<String> known(String words) {
        String stripped = Phrase.withoutPossessive(words);
        Set<String> aliased = cast.aliased(stripped);
        if (aliased.size() == 1) return aliased.stream().findFirst();
        Set<String> candidates = candidates(stripped, MentionForm.NAME);
        if (!candidates.isEmpty()) {
            return choose(candidates, stripped).filter(id -> cast.kind(id) != ActorKind.PERSON);
        }
        return Optional.empty();
    }

    Set<String> candidates(String words, MentionForm form) {
        List<List<String>> inOrder = switch (form) {
            case METONYM ->
                List.of(dictionary.withMetonym(words), dictionary.named(words), dictionary.withDemonym(words));
            case DEMONYM ->
                List.of(dictionary.withDemonym(words), dictionary.named(words), dictionary.withMetonym(words));
            default -> List.of(dictionary.named(words), dictionary.withMetonym(words), dictionary.withDemonym(words));
        };
        for (List<String> candidates : inOrder) if (!candidates.isEmpty()) return new TreeSet<>(candidates);
        return words.startsWith(IN_FULL)
                ? new TreeSet<>(dictionary.named("US " + words.substring(IN_FULL.length())))
                : Set.of();
    }

    /**
     * The one that is meant: the only one, the one that runs the others on that day, or the only one whose state is in the
     * text. An ordinary word ("Congress") is more than that only if no other state is in the text, or none whose bodies or officials are.
     */
    Optional<String> choose(Collection<String> candidates, String words) {
        boolean isOrdinary = isOrdinary(Phrase.lower(words));
        if (candidates.size() == 1 && !isOrdinary) return candidates.stream().findFirst();
        List<String> running = candidates.stream()
                .filter(id -> candidates.stream()
                        .allMatch(other -> cast.isDayKnown() && dictionary.isWithin(id, other, cast.days())))
                .toList();
        if (running.size() == 1 && !isOrdinary) return Optional.of(running.get(0));
        List<String> serving = candidates.stream()
                .filter(id -> cast.isDayKnown() && cast.kind(id) == ActorKind.PERSON)
                .filter(id -> !dictionary.offices(id, cast.days()).isEmpty())
                .toList();
        if (serving.size() == 1) return Optional.of(serving.get(0));
        List<String> present = candidates.stream()
                .filter(id -> cast.present().contains(stateOf(id)))
                .toList();
        if (isOrdinary)
            return present.size() == 1 && isAlone(stateOf(present.get(0)))
                    ? Optional.of(present.get(0))
                    : Optional.empty();
        if (present.size() == 1) return Optional.of(present.get(0));
        List<String> unions =
                candidates.stream().filter(id -> cast.kind(id) == ActorKind.IGO).toList();
        return present.isEmpty() && unions.size() == 1 ? Optional.of(unions.get(0)) : Optional.empty();
    }

    private boolean isAlone(String state) {
        return cast.states().size() == 1 || cast.speaking().equals(Set.of(state));
    }

    /** The state that an actor is of: by what it is part of, or by its country. */
    String stateOf(String id) {
        String top = cast.topmost(id);
        if (cast.kind(top) == ActorKind.STATE) return top;
        return cast.actor(id)
                .flatMap(Actor::country)
                .map(Phrase::lower)
                .filter(state -> dictionary.find(state).isPresent())
                .orElse(top);
    }

    static boolean isOrdinary(String word) {
        return Vocabulary.ORGANISATIONS.contains(word) || Vocabulary.POINTING.contains(word);
    }
}
