package rapport.storyline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Span;

/**
 * Acts that a report may tell twice at its head: in its title, and in the sentence below that the title sums up. An act of the title and one
 * of the first sentence that tells of any are such a pair if no other of either is of their type and modality; the present tense of a title
 * is no other modality than the past of what it sums up. They are one event if they share a party.
 *
 * <p>Source: of 22 such pairs in reports of the corpus' train part 17 are one event, of the 11 that share a party 10.
 *
 * <p>Known miss: a title of two lines.
 *
 * <p>Not thread-safe.
 */
final class Heads {

    /** How likely two that share a party are one event; a little less than was counted. */
    static final double CHANCE = 0.8;

    private static final int TITLE = 200; // characters; a longer first line is a paragraph

    private static final int BETWEEN = 200; // characters of byline, day and place between title and first sentence

    private record Sort(EventType type, Modality modality) {

        static Sort of(EventMention mention) {
            Modality modality = mention.modality();
            return new Sort(mention.eventType(), modality == Modality.ONGOING ? Modality.OCCURRED : modality);
        }
    }

    private final Map<String, String> pairs = new HashMap<>();

    /** @param tellings of this document */
    void add(Document document, Collection<Telling> tellings) {
        Optional<Span> title = title(document.text());
        if (title.isEmpty()) return;
        List<EventMention> mentions =
                tellings.stream().flatMap(telling -> telling.mention().stream()).toList();
        Optional<Span> first = mentions.stream()
                .map(EventMention::sentence)
                .filter(sentence -> sentence.start() >= title.get().end())
                .min(Comparator.naturalOrder())
                .filter(sentence -> sentence.start() - title.get().end() <= BETWEEN);
        if (first.isEmpty()) return;
        Map<Sort, List<EventMention>> above = bySort(mentions, title.get());
        bySort(mentions, first.get()).forEach((sort, below) -> {
            List<EventMention> alike = above.getOrDefault(sort, List.of());
            if (alike.size() != 1 || below.size() != 1) return;
            pairs.put(alike.get(0).id(), below.get(0).id());
            pairs.put(below.get(0).id(), alike.get(0).id());
        });
    }

    boolean arePair(String one, String other) {
        return other.equals(pairs.get(one));
    }

    private static Map<Sort, List<EventMention>> bySort(List<EventMention> mentions, Span inside) {
        return mentions.stream()
                .filter(mention -> inside.contains(mention.sentence()))
                .collect(Collectors.groupingBy(Sort::of));
    }

    /** The first line, if it does not end as a sentence does. */
    private static Optional<Span> title(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || end > TITLE) return Optional.empty();
        return Span.ofStripped(text, 0, end).filter(line -> ".!?:;,”\"".indexOf(text.charAt(line.end() - 1)) < 0);
    }
}
