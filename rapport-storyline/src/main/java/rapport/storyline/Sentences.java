package rapport.storyline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.record.EventMention;
import rapport.record.Span;

/** What stands beside an event mention in its sentence, and what is a condition of what there. */
final class Sentences {

    /** Words that make what follows a condition. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|unless|until|once|provided|providing|as long as|on condition|only when|in return for|in exchange for)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_RETURN =
            Pattern.compile("\\b(?:in return|in exchange|reciprocat\\w+|mutual(?:ly)?)\\b", Pattern.CASE_INSENSITIVE);

    private final Voices voices;
    private final Map<Map.Entry<String, Span>, List<EventMention>> bySentence = new HashMap<>();

    /** @param inOrder event mentions in the order of the text */
    Sentences(Voices voices, List<EventMention> inOrder) {
        this.voices = voices;
        for (EventMention mention : inOrder) {
            bySentence
                    .computeIfAbsent(sentence(mention), s -> new ArrayList<>())
                    .add(mention);
        }
    }

    private static Map.Entry<String, Span> sentence(EventMention mention) {
        return Map.entry(mention.document(), mention.sentence());
    }

    private boolean isConditional(EventMention mention) {
        return condition(mention).isPresent();
    }

    /** The words before it in its clause, from one on that makes a condition. */
    Optional<String> condition(EventMention mention) {
        String text = voices.text(mention);
        String before =
                text.substring(mention.sentence().start(), mention.trigger().start());
        Matcher word = CONDITION.matcher(before);
        int last = -1;
        while (word.find()) last = word.start();
        return Optional.of(before.substring(Math.max(last, 0)))
                .filter(words -> word.reset(words).lookingAt())
                .filter(words -> words.chars().noneMatch(c -> c == ',' || c == ';' || c == ':'));
    }

    /** What others undertake or are to do in the same sentence, outside a condition. */
    Stream<EventMention> undertakenBeside(EventMention mention) {
        return inSentence(mention)
                .filter(other -> other.modality() == Modality.PROMISED
                        || other.modality() == Modality.PLANNED
                        || other.modality() == Modality.DEMANDED)
                .filter(other -> !isConditional(other) && !sharesActor(other, mention));
    }

    /** Statements that say what must be done first, or what is given in return. */
    Stream<String> conditions(EventMention mention) {
        boolean isMutual =
                IN_RETURN.matcher(mention.sentence().in(voices.text(mention))).find();
        return inSentence(mention)
                .filter(other -> !sharesActor(other, mention))
                .filter(other -> !isConditional(mention) && isConditional(other)
                        || isMutual && (other.modality() == Modality.PROMISED || other.modality() == Modality.DEMANDED))
                .flatMap(other -> other.attribution().or(mention::attribution).stream());
    }

    Stream<EventMention> inSentence(EventMention mention) {
        return bySentence.getOrDefault(sentence(mention), List.of()).stream().filter(other -> other != mention);
    }

    Stream<EventMention> beside(EventMention mention, EventType type) {
        return inSentence(mention).filter(other -> other.eventType() == type && other.modality() != Modality.DENIED);
    }

    boolean sharesActor(EventMention one, EventMention other) {
        return voices.tops(one.actors(), one).stream().anyMatch(voices.tops(other.actors(), other)::contains);
    }
}
