package rapport.analysis.mention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.record.Actor;

/**
 * Offices and bodies of states and groups, also where the words leave the state out.
 *
 * <p>Known miss: a body without its state ("the Interior Ministry") stays unknown where two states' bodies speak.
 */
final class Bodies {

    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Meanings meanings;
    private final List<Resolved> earlier;

    /** @param earlier mentions that are resolved already, in order; it grows while the document is heard */
    Bodies(Cast cast, Meanings meanings, List<Resolved> earlier) {
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.meanings = meanings;
        this.earlier = earlier;
    }

    /** The office or body that one with these titles has, if its state is known. */
    Optional<String> find(Optional<String> whole, Set<String> keys) {
        if (whole.isEmpty()) return keys.isEmpty() ? Optional.empty() : bodyInPlay(keys, false);
        String id = whole.get();
        if (cast.kind(id) != ActorKind.STATE) return whole;
        return keys.stream()
                .flatMap(key ->
                        (key.contains(".") ? dictionary.find(key).map(Actor::id) : dictionary.bodyOf(id, key)).stream())
                .filter(office -> cast.isWithin(office, id))
                .findFirst()
                .or(() -> whole);
    }

    /** "The Foreign Ministry" is that of the state whose bodies are in play; "the Front's army" is a body of the Front. */
    Optional<List<String>> byWords(String bare, boolean isDescription) {
        List<String> keys = dictionary.bareBodies(bare);
        if (!keys.isEmpty())
            return Optional.of(
                    bodyInPlay(new TreeSet<>(keys), isDescription).stream().toList());
        List<String> words = Phrase.words(bare);
        for (int end = Math.min(words.size() - 1, Phrase.LONGEST_NAME); end > 0; end--) {
            Optional<String> whole = meanings.known(String.join(" ", words.subList(0, end)));
            List<String> rest = dictionary.bareBodies(String.join(" ", words.subList(end, words.size())));
            if (whole.isPresent() && !rest.isEmpty()) return Optional.of(List.of(bodyOf(whole.get(), rest, bare)));
        }
        return inCapital(bare);
    }

    /** "The Foreign Ministry in Strelsau"; a spokesman there may be another state's. */
    Optional<List<String>> inCapital(String bare) {
        int in = bare.lastIndexOf(" in ");
        if (in < 0) return Optional.empty();
        List<String> keys = dictionary.bareBodies(bare.substring(0, in));
        List<String> states = dictionary.withMetonym(bare.substring(in + " in ".length()));
        if (states.size() != 1) return Optional.empty();
        List<String> bodies = keys.stream()
                .flatMap(key -> bodyOf(states.get(0), key).stream())
                .filter(id -> !dictionary.isOffice(id))
                .toList();
        return bodies.size() == 1 ? Optional.of(bodies) : Optional.empty();
    }

    /** The body of a state; of a group that runs a state on that day, the state's; of another group, a provisional one. */
    private String bodyOf(String whole, List<String> keys, String words) {
        String top = cast.topmost(whole);
        if (cast.kind(top) == ActorKind.STATE && keys.size() == 1) {
            Optional<String> body = dictionary.bodyOf(top, keys.get(0));
            if (body.isPresent()) return body.get();
        }
        return cast.organisation(words, ActorKind.OTHER, Optional.of(whole));
    }

    /** What a state has by pattern, or the body of that id if it is the state's own. */
    private Optional<String> bodyOf(String state, String key) {
        return key.contains(".")
                ? Optional.of(key).filter(id -> cast.isWithin(id, state))
                : dictionary.bodyOf(state, key);
    }

    private Optional<String> bodyInPlay(Set<String> keys, boolean isDescription) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            for (String actor : earlier.get(i).actors()) {
                if (keys.stream().anyMatch(key -> actor.equals(key) || actor.endsWith("." + key)))
                    return Optional.of(actor);
            }
        }
        Optional<String> only = onlyStateInPlay(isDescription);
        if (only.isEmpty()) return Optional.empty();
        String state = only.get();
        List<String> bodies =
                keys.stream().flatMap(key -> bodyOf(state, key).stream()).toList();
        return bodies.size() == 1 ? Optional.of(bodies.get(0)) : Optional.empty();
    }

    /**
     * The report's own state, if its bodies speak or the text names no other, and no other state's bodies speak; without that,
     * the only state of the text. For a description
     * it is enough that the text names it; for what looks like a name, one of its bodies must speak.
     */
    private Optional<String> onlyStateInPlay(boolean isDescription) {
        Optional<String> home = cast.home();
        if (home.isPresent()) {
            return home.filter(
                    state -> Set.of(state).containsAll(cast.speaking().isEmpty() ? cast.states() : cast.speaking()));
        }
        Set<String> states = cast.states();
        boolean isOne = states.size() == 1
                && states.containsAll(cast.speaking())
                && (!cast.speaking().isEmpty() || isDescription && !cast.hasUnknownLand());
        return isOne ? states.stream().findFirst() : Optional.empty();
    }
}
