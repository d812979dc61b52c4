package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import rapport.analysis.Marks;
import rapport.analysis.Ordered;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;
import rapport.record.Span;

/** Who is meant by words that name nobody: pronouns, "both sides", "the group". */
final class Coreference {

    /** Chance from which a link of the reader holds. Source: an even chance; no link is better than a wrong one. */
    private static final double LINKED = 0.5;

    /** Chance from which "they" may mean others beside the likeliest: the reader links many mentions a little. */
    private static final double BESIDE = 0.85;

    private static final int LONGEST_AND = " and ".length();

    private final String text;
    private final Cast cast;
    private final Links links;
    private final List<Span> sentences;

    Coreference(String text, Cast cast, Links links, List<Span> sentences) {
        this.text = text;
        this.cast = cast;
        this.links = links;
        this.sentences = sentences;
    }

    /**
     * @param earlier mentions that are resolved already, in order
     * @param heard all mentions of the document as the first hearing took them
     */
    List<String> pronoun(Found found, String words, List<Resolved> earlier, List<Resolved> heard) {
        String word = words.toLowerCase(Locale.ROOT).strip();
        if (Vocabulary.I.contains(word)) {
            return speaker(found, heard).filter(cast::mayBePerson).stream().toList();
        }
        if (Vocabulary.WE.contains(word)) {
            Optional<String> speaker = speaker(found, heard);
            if (speaker.isPresent()) return speaksFor(speaker.get()).stream().toList();
            return linked(found, earlier, id -> true, false).stream()
                    .flatMap(id -> speaksFor(id).stream())
                    .toList();
        }
        Optional<Gender> gender = Gender.ofPronoun(word);
        if (gender.isPresent()) {
            // nobody says "he" of himself
            Optional<String> speaker =
                    Marks.isQuoted(text, found.span().start()) ? speaker(found, heard) : Optional.empty();
            Predicate<String> mayBe = id -> cast.mayBePerson(id)
                    && cast.agrees(id, gender.get())
                    && speaker.filter(id::equals).isEmpty();
            List<String> linked = linked(found, earlier, mayBe, false);
            if (linked.isEmpty() && speaker.isEmpty() && opensSentence(found))
                linked = lastSpeaker(found, earlier, mayBe).stream().toList();
            linked.forEach(cast::isPerson);
            return linked;
        }
        if (Vocabulary.IT.contains(word)) {
            return linked(found, earlier, id -> cast.kind(id) != ActorKind.PERSON, false);
        }
        if (Vocabulary.BOTH.contains(word)) return both(found, earlier);
        if (Vocabulary.THEY.contains(word) || word.startsWith("both")) {
            return linked(found, earlier, id -> cast.kind(id) != ActorKind.PERSON, true);
        }
        if (Vocabulary.RELATIVE.contains(word)) {
            Optional<Resolved> right = rightBefore(found, earlier);
            if (right.isPresent()) return right.get().actors();
        }
        return linked(found, earlier, id -> true, false);
    }

    /** The widest mention that ends right before, perhaps with a comma between: of 572 coded "who" 560 mean that one. */
    private Optional<Resolved> rightBefore(Found found, List<Resolved> earlier) {
        int end = found.span().start() - 1;
        if (end < 1 || text.charAt(end) != ' ') return Optional.empty();
        int before = text.charAt(end - 1) == ',' ? end - 1 : end;
        return ofItsPassage(found, earlier).stream()
                .filter(mention -> mention.found().span().end() == before)
                .filter(mention -> !endsList(mention.found().span()))
                .max(Comparator.comparingInt(mention -> mention.found().span().length()));
    }

    /** "Lind and Orlan, who have": the clause may be about both. */
    private boolean endsList(Span mention) {
        String before = text.substring(Math.max(0, mention.start() - LONGEST_AND), mention.start());
        return before.endsWith(" and ") || before.endsWith(" or ");
    }

    /**
     * Whom the best link means, if it holds and agrees.
     *
     * @param isPlural whether several links that hold may mean several actors
     */
    List<String> linked(Found found, List<Resolved> earlier, Predicate<String> agrees, boolean isPlural) {
        record Candidate(Resolved mention, double chance) {}
        List<Candidate> candidates = ofItsPassage(found, earlier).stream()
                .filter(mention -> !mention.found().span().overlaps(found.span()))
                .map(mention -> new Candidate(mention, links.chance(found, mention.found())))
                .filter(candidate -> candidate.chance() > LINKED)
                .sorted(Comparator.comparingDouble(Candidate::chance).reversed())
                .toList();
        Set<String> actors = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            List<String> ids = candidate.mention().actors();
            if (ids.isEmpty() || ids.size() > 1 && !isPlural || !ids.stream().allMatch(agrees)) continue;
            if (!actors.isEmpty() && candidate.chance() < BESIDE) break;
            actors.addAll(ids);
            if (!isPlural || ids.size() > 1) break;
        }
        return List.copyOf(actors);
    }

    private boolean opensSentence(Found found) {
        int sentence = sentenceOf(found.span());
        return sentence < sentences.size()
                && sentences.get(sentence).start() == found.span().start();
    }

    /**
     * "He added" at the head of a sentence, in a passage that has named no such person yet and where no link leads back: whoever was spoken for last in
     * the passage before, if he is known to be a "he", or she a "she".
     */
    private Optional<String> lastSpeaker(Found found, List<Resolved> earlier, Predicate<String> mayBe) {
        boolean isNamed = ofPassage(found.passage(), earlier).stream()
                .flatMap(mention -> mention.actors().stream())
                .anyMatch(mayBe);
        if (isNamed) return Optional.empty();
        List<Resolved> before = ofPassage(found.passage() - 1, earlier);
        return links.sourcesBefore(found).stream()
                .flatMap(source -> before.stream()
                        .filter(mention -> mention.actors().size() == 1
                                && mention.found().span().overlaps(source))
                        .max(Comparator.comparingInt(
                                mention -> mention.found().span().length()))
                        .stream())
                .map(mention -> mention.actors().get(0))
                .filter(mayBe)
                .findFirst()
                .filter(actor -> cast.gender(actor).isPresent());
    }

    /**
     * The two parties that the sentences make plain: exactly two, or nobody. One alone before the words in their own sentence
     * may be one of the two or a third who calls on them, so the sentence before decides.
     */
    List<String> both(Found found, List<Resolved> earlier) {
        List<String> linked = linked(found, earlier, id -> true, true);
        if (linked.size() == 2) return linked;
        int sentence = sentenceOf(found.span());
        Set<String> own = parties(sentence, found, earlier);
        Set<String> so = new LinkedHashSet<>(own);
        for (int back = sentence - 1; back >= 0 && back >= sentence - 2 && so.size() < 2; back--) {
            Set<String> before = parties(back, found, earlier);
            if (before.size() == 2 && so.equals(own)) return List.copyOf(before);
            so.addAll(before);
        }
        return so.size() == 2 ? List.copyOf(so) : List.of();
    }

    private Set<String> parties(int sentence, Found before, List<Resolved> earlier) {
        Set<String> parties = new LinkedHashSet<>();
        for (Resolved mention : earlier) {
            if (sentenceOf(mention.found().span()) == sentence
                    && mention.found().span().end() <= before.span().start()) {
                party(mention).ifPresent(parties::add);
            }
        }
        return parties;
    }

    /** The state, group or union that a mention speaks of, seen from outside. */
    private Optional<String> party(Resolved mention) {
        if (mention.actors().size() != 1 || mention.found().form() == MentionForm.PRONOUN) return Optional.empty();
        String top = cast.topmost(mention.actors().get(0));
        return Optional.of(top)
                .filter(id -> cast.kind(id) == ActorKind.STATE
                        || cast.kind(id) == ActorKind.ARMED_GROUP
                        || cast.kind(id) == ActorKind.PARTY);
    }

    /** Links and speakers are known inside a passage alone. */
    private static List<Resolved> ofItsPassage(Found found, List<Resolved> inOrder) {
        return ofPassage(found.passage(), inOrder);
    }

    private static List<Resolved> ofPassage(int passage, List<Resolved> inOrder) {
        return inOrder.subList(
                Ordered.countBefore(inOrder, mention -> mention.found().passage() < passage),
                Ordered.countBefore(inOrder, mention -> mention.found().passage() <= passage));
    }

    private Optional<String> speaker(Found found, List<Resolved> heard) {
        return links.speakerOf(found)
                .flatMap(source -> ofItsPassage(found, heard).stream()
                        .filter(mention -> mention.actors().size() == 1
                                && mention.found().span().overlaps(source)
                                && !mention.found().span().overlaps(found.span()))
                        .max(Comparator.comparingInt(
                                mention -> mention.found().span().length()))
                        .map(mention -> mention.actors().get(0)));
    }

    /** "We" in the mouth of one who speaks for a state, a body or a group; nobody in a private person's. */
    private Optional<String> speaksFor(String speaker) {
        if (cast.kind(speaker) != ActorKind.PERSON && !cast.mayBePerson(speaker)) return Optional.of(speaker);
        return Optional.of(cast.topmost(speaker)).filter(top -> !top.equals(speaker));
    }

    private int sentenceOf(Span span) {
        return Ordered.countBefore(sentences, sentence -> sentence.end() <= span.start());
    }

    /**
     * "The ministry", "the general": whom the nearest earlier names with this word mean, if all of them in the document mean
     * one.
     */
    List<String> pointingBack(String noun, List<Resolved> earlier) {
        Set<String> meant = new LinkedHashSet<>();
        for (Resolved mention : earlier) {
            if (mention.found().form() != MentionForm.NAME || mention.actors().size() != 1) continue;
            List<String> name =
                    Phrase.words(mention.words()).stream().map(Phrase::lower).toList();
            boolean isLast = !name.isEmpty() && noun.equals(name.get(name.size() - 1));
            if (isLast || Vocabulary.ROLES.contains(noun) && name.contains(noun)) {
                meant.addAll(mention.actors());
            }
        }
        return meant.size() == 1 ? new ArrayList<>(meant) : List.of();
    }
}
