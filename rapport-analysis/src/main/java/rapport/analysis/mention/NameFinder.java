package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.analysis.Named;
import rapport.ontology.ActorKind;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.record.Span;

/** Finds names of the dictionary in a text, the longest at each place. */
final class NameFinder {

    private static final Pattern CURRENCY = Pattern.compile("\\p{Lu}{1,3}\\$");

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.’'‘`‐‑–-][\\p{L}\\p{M}\\p{N}]+)*(?:(?<=\\b\\p{L})\\.)?\\+?");

    /** Longest name that is looked for in running text, in words between spaces. */
    private static final int LONGEST = 8;

    private final ActorDictionary dictionary;

    NameFinder(ActorDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Names, demonyms and metonyms inside a stretch of text, without overlaps, in order; those of several actors too. */
    List<Named> find(String text, Span inside) {
        List<Span> words = words(text, inside);
        List<Named> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<Named> named = longestAt(text, words, i);
            if (named.isEmpty()) {
                i++;
                continue;
            }
            found.add(named.get());
            while (i < words.size() && words.get(i).start() < named.get().span().end()) i++;
        }
        return found;
    }

    /** Words as names are made of: "Mbeki-led" and "U.S." are one each. */
    static List<Span> words(String text, Span inside) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(inside.start(), inside.end());
        while (matcher.find()) words.add(new Span(matcher.start(), matcher.end()));
        return words;
    }

    /** Whom these words mean as a name; if nobody, as a capital or seat; if nobody, as an adjective or people. */
    List<String> meant(String words) {
        return Stream.of(dictionary.named(words), dictionary.withMetonym(words), dictionary.withDemonym(words))
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Optional<Named> longestAt(String text, List<Span> words, int first) {
        if (!Character.isUpperCase(text.codePointAt(words.get(first).start()))) return Optional.empty();
        for (int end = Math.min(words.size(), first + LONGEST); end > first; end--) {
            Span span = words.get(first).to(words.get(end - 1));
            if (isBroken(text, span) || isCurrency(text, span)) continue;
            List<String> actors = meant(span.in(text));
            if (!actors.isEmpty()) return Optional.of(new Named(withoutPossessive(text, span), actors));
        }
        return Optional.empty();
    }

    static Span withoutPossessive(String text, Span span) {
        String name = span.in(text);
        String without = Phrase.withoutPossessive(name);
        boolean isPlural = name.endsWith("'") || name.endsWith("’");
        return isPlural ? span : new Span(span.start(), span.start() + without.length());
    }

    /** "US" of "US$30" is no state. */
    static boolean isCurrency(String text, Span span) {
        return CURRENCY.matcher(text).region(span.start(), text.length()).lookingAt();
    }

    /** A name does not run over the end of a sentence or a list: "Ruritania. Graustark". */
    private static boolean isBroken(String text, Span span) {
        return span.in(text).matches("(?s).*([,;:!?()\"“”\\n]|[^\\p{Lu}.]\\.\\s).*");
    }

    /** States and unions that these names speak of; ambiguous names tell nothing. */
    TreeSet<String> states(List<Named> names) {
        TreeSet<String> states = new TreeSet<>();
        for (Named named : names) {
            if (named.actors().size() != 1) continue;
            String id = named.actors().get(0);
            String top = dictionary.topmost(id, Days.ALWAYS);
            Optional<Actor> whole = dictionary.find(top);
            if (whole.filter(a -> a.kind() == ActorKind.STATE || a.kind() == ActorKind.IGO)
                    .isPresent()) {
                states.add(top);
            } else {
                dictionary
                        .find(id)
                        .flatMap(Actor::country)
                        .map(Phrase::lower)
                        .filter(country -> dictionary.find(country).isPresent())
                        .ifPresent(states::add);
            }
        }
        return states;
    }
}
