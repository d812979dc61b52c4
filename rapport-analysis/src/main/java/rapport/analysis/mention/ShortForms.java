package rapport.analysis.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.actor.ActorDictionary;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;
import rapport.record.Actor;

/** Short forms of names: those that the text explains, and those that are the beginning or end of a longer name. */
final class ShortForms {

    private static final Pattern EXPLAINED =
            Pattern.compile("^\\s*[(\\[]\\s*([\\p{L}][\\p{L}\\p{N}.‑-]{1,11})\\s*[)\\]]");
    private static final Pattern OR_EXPLAINED = Pattern.compile("^,?\\s+or\\s+([\\p{Lu}][\\p{Lu}.-]{1,9})\\b");

    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\p{N}.-])\\p{Lu}{2,6}(?![\\p{L}\\p{N}.-])");

    private final String text;
    private final Cast cast;
    private final List<Resolved> earlier;
    private final Set<String> letters = new TreeSet<>(); // words in capitals of which the dictionary knows nothing

    /** @param earlier mentions that are resolved already, in order; it grows while the document is heard */
    ShortForms(String text, Cast cast, List<Resolved> earlier) {
        this.text = text;
        this.cast = cast;
        this.earlier = earlier;
        Matcher capitals = LETTERS.matcher(text);
        while (capitals.find()) letters.add(capitals.group());
        letters.removeIf(word -> !cast.dictionary().named(word).isEmpty()
                || !cast.dictionary().withMetonym(word).isEmpty());
    }

    /**
     * "Front of Zenda (FZ)": remembers the short form that follows a name; also one that the text never explains, if it is spelled by the name's
     * capitals: "RSF" after "the Ruritanian Security Forces", and "SF" too, since the state goes without saying. Of "the Novak regime" it
     * remembers that the text calls it a regime.
     */
    void explain(Found found, String actor) {
        List<String> said =
                Phrase.words(Phrase.withoutPossessive(Phrase.bare(found.span().in(text))));
        String last = said.isEmpty() ? "" : Phrase.lower(said.get(said.size() - 1));
        if (said.size() > 1
                && Vocabulary.RULERS.contains(last)
                && cast.dictionary().find(actor).isPresent()) cast.alias(last, actor);
        if (found.form() != MentionForm.NAME) return;
        if (cast.kind(actor) != ActorKind.PERSON)
            spell(Phrase.words(Phrase.bare(found.span().in(text))), actor);
        String after = text.substring(
                found.span().end(), Math.min(text.length(), found.span().end() + 30));
        for (Pattern pattern : List.of(EXPLAINED, OR_EXPLAINED)) {
            Matcher matcher = pattern.matcher(after);
            if (matcher.find() && isShortFor(matcher.group(1), found.span().in(text))) {
                cast.alias(matcher.group(1), actor);
            }
        }
    }

    private void spell(List<String> words, String actor) {
        String capitals = capitals(words);
        if (capitals.length() > 2 && letters.contains(capitals)) cast.alias(capitals, actor);
        if (words.isEmpty()) return;
        boolean isOfState = !cast.dictionary().withDemonym(words.get(0)).isEmpty()
                || !cast.dictionary()
                        .named(Phrase.withoutPossessive(words.get(0)))
                        .isEmpty();
        String rest = capitals(words.subList(1, words.size()));
        if (isOfState && letters.contains(rest)) cast.alias(rest, actor);
    }

    private static String capitals(List<String> words) {
        StringBuilder capitals = new StringBuilder();
        for (String word : words) if (Phrase.isCapitalised(word)) capitals.appendCodePoint(word.codePointAt(0));
        return capitals.toString();
    }

    /** Whether the letters of a short form come from the beginnings of words, in order: "TOS" for "Tehrik of Somewhere". */
    static boolean isShortFor(String shortForm, String whole) {
        String letters = shortForm.replaceAll("[^\\p{L}]", "");
        if (letters.length() < 2 || !Character.isUpperCase(letters.charAt(letters.length() - 1))) return false;
        int next = 0;
        for (String word : whole.split("[^\\p{L}\\p{M}]+")) {
            if (!word.isEmpty()
                    && next < letters.length()
                    && Character.toUpperCase(word.charAt(0)) == Character.toUpperCase(letters.charAt(next))) {
                next++;
            }
        }
        return next >= Math.min(letters.length(), Math.max(2, letters.length() - 1));
    }

    boolean sharesAWord(String id, String words) {
        Set<String> mine = new TreeSet<>(List.of(ActorDictionary.key(words).split(" ")));
        return cast.actor(id).map(Actor::names).orElse(List.of()).stream()
                .flatMap(form -> Stream.of(ActorDictionary.key(form).split(" ")))
                .anyMatch(word -> word.length() > 4 && mine.contains(word) && !Vocabulary.ORGANISATIONS.contains(word));
    }

    /** The one organisation of the document of whose name this is the beginning or end. */
    Optional<String> longer(String name) {
        Set<String> longer = new TreeSet<>();
        Map<String, Boolean> isShort = new HashMap<>(); // of words that may stand there thousands of times
        for (Resolved mention : earlier) {
            if (mention.found().form() == MentionForm.NAME
                    && mention.actors().size() == 1
                    && isShort.computeIfAbsent(mention.words(), words -> isShortForm(name, words))
                    && !cast.mayBePerson(mention.actors().get(0))) {
                longer.addAll(mention.actors());
            }
        }
        return longer.size() == 1 ? longer.stream().findFirst() : Optional.empty();
    }

    /**
     * "The Lions" after "the Lions of Zenda": a capitalised beginning or end of the longer name. Whose campaign or parent it is, is not
     * that: so no beginning before a noun in small letters, and none that owns what follows.
     */
    private static boolean isShortForm(String name, String longer) {
        String whole = ActorDictionary.key(Phrase.bare(longer));
        String part = ActorDictionary.key(name);
        List<String> words = Phrase.words(Phrase.bare(longer));
        if (part.isEmpty() || words.isEmpty()) return false;
        int last = Phrase.words(name).size() - 1;
        boolean isOwner = !Phrase.isCapitalised(words.get(words.size() - 1))
                || last >= 0 && last < words.size() && words.get(last).matches(".*['’]s?");
        return whole.startsWith(part + " ") && !isOwner || whole.endsWith(" " + part);
    }
}
