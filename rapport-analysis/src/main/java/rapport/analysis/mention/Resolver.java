package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.actor.ActorDictionary;
import rapport.analysis.Ordered;
import rapport.ontology.ActorKind;
import rapport.ontology.MentionForm;
import rapport.record.Span;

/**
 * Says whom each mention of one document stands for: an actor of the dictionary, a provisional one, or nobody.
 *
 * <p>Here it is seen whether words are a mention at all, and of which sort; {@link Names}, {@link Descriptions} and {@link
 * Coreference} say who is meant.
 *
 * <p>Not thread-safe; one for each document.
 */
final class Resolver {

    private final String text;
    private final List<Span> sentences;
    private final Cast cast;
    private final ActorDictionary dictionary;
    private final Surroundings surroundings;
    private final Coreference coreference;
    private final ShortForms shortForms;
    private final Descriptions descriptions;
    private final Names names;
    private final List<Resolved> earlier = new ArrayList<>();
    private List<Resolved> heard = List.of();

    Resolver(String text, List<Span> sentences, Cast cast, Links links) {
        this.text = text;
        this.sentences = sentences;
        this.cast = cast;
        this.dictionary = cast.dictionary();
        this.surroundings = new Surroundings(text, dictionary);
        this.coreference = new Coreference(text, cast, links, sentences);
        this.shortForms = new ShortForms(text, cast, earlier);
        Meanings meanings = new Meanings(cast);
        PersonNames personNames = new PersonNames(cast, meanings);
        Affiliations affiliations = new Affiliations(meanings);
        Bodies bodies = new Bodies(cast, meanings, earlier);
        Persons persons = new Persons(cast, meanings, personNames, affiliations, bodies);
        this.descriptions =
                new Descriptions(cast, meanings, personNames, affiliations, bodies, persons, coreference, earlier);
        this.names =
                new Names(cast, meanings, personNames, bodies, persons, descriptions, shortForms, coreference, earlier);
    }

    /**
     * Resolves all mentions of the document, after one hearing.
     *
     * @param found in order of place, the outer before the inner
     * @return without those that only say where
     */
    List<Resolved> resolve(List<Found> found) {
        heard = hear(found);
        return hear(found);
    }

    private List<Resolved> hear(List<Found> found) {
        earlier.clear();
        for (Found each : found) {
            String words = each.span().in(text);
            resolve(each, words).ifPresent(actors -> {
                earlier.add(new Resolved(each, words, actors));
                for (String actor : actors) {
                    cast.see(actor, Phrase.bare(words));
                    cast.speaks(actor);
                }
                if (actors.size() == 1) shortForms.explain(each, actors.get(0));
            });
        }
        return List.copyOf(earlier);
    }

    /** Whom it stands for; empty if it is no mention at all, an empty list if nobody can say. */
    private Optional<List<String>> resolve(Found found, String words) {
        if (found.form() == MentionForm.PRONOUN) {
            return Optional.of(coreference.pronoun(found, words, earlier, heard));
        }
        String bare = Phrase.bare(words);
        if (found.form() != MentionForm.DEMONYM && !bare.contains("(")) {
            Span name = nameSpan(found);
            if (isPlace(bare) && surroundings.isPlaceOnly(name)) return Optional.empty();
            boolean isOther = isSingleName(bare) && surroundings.isPartOfLargerName(name, sentenceOf(found.span()))
                    || isPlace(bare) && surroundings.isAmericanPlace(name);
            if (isOther) return Optional.of(List.of());
        }
        return Optional.of(
                found.form() == MentionForm.DESCRIPTION
                        ? descriptions.actors(found, words, bare)
                        : names.actors(found, words, bare));
    }

    /** Whether the words are a state, a capital or the land of a body, which may only say where. */
    private boolean isPlace(String bare) {
        boolean isLand = Phrase.words(bare).stream().map(Phrase::lower).noneMatch(Meanings::isOrdinary);
        return !dictionary.withMetonym(bare).isEmpty()
                || dictionary.named(bare).stream()
                        .map(cast::kind)
                        .anyMatch(kind -> kind == ActorKind.STATE || isLand && kind == ActorKind.GOVERNMENT_BODY);
    }

    /** Whether it is one word of the dictionary, so that its neighbours count. */
    private boolean isSingleName(String bare) {
        return !bare.contains(" ")
                && (!dictionary.named(bare).isEmpty()
                        || !dictionary.withMetonym(bare).isEmpty()
                        || !dictionary.withDemonym(bare).isEmpty());
    }

    /** The mention without its article and possessive. */
    private Span nameSpan(Found found) {
        String words = found.span().in(text);
        String bare = Phrase.withoutPossessive(Phrase.bare(words));
        int at = Math.max(0, words.indexOf(bare));
        if (bare.isEmpty()) return found.span();
        return new Span(found.span().start() + at, found.span().start() + at + bare.length());
    }

    private Span sentenceOf(Span span) {
        return Ordered.at(span.start(), sentences).orElse(span);
    }
}
