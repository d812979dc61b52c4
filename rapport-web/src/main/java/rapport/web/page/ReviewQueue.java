package rapport.web.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.EventMention;
import rapport.storyline.Together;

/**
 * Event mentions in the order in which reviewers should see them: doubt times weight, most first.
 *
 * <p>Doubt is 1 at a score of 0.5 and falls to 0 at 0 and 1. Weight is 1, and 1 more for each line of the ledger that rests on
 * the mention and for each pair of an actor and a recipient for which it counts.
 */
final class ReviewQueue {

    private final List<EventMention> ordered;
    private final Map<String, Integer> places = new HashMap<>();
    private final Corrections corrections;

    ReviewQueue(Corrections corrections, Together together) {
        this.corrections = corrections;
        Map<String, Integer> lines = new HashMap<>();
        together.ledger()
                .forEach(line -> LedgerPage.parts(line).distinct().forEach(id -> lines.merge(id, 1, Integer::sum)));
        ordered = corrections
                .eventMentions()
                .sorted(Comparator.comparingDouble((EventMention mention) ->
                                -doubt(mention) * weight(mention, lines.getOrDefault(mention.id(), 0)))
                        .thenComparing(EventMention::id))
                .toList();
        for (int i = 0; i < ordered.size(); i++) places.put(ordered.get(i).id(), i);
    }

    static double doubt(EventMention mention) {
        return 1 - Math.abs(2 * mention.score() - 1);
    }

    static int weight(EventMention mention, int lines) {
        return 1 + lines + mention.actors().size() * mention.recipients().size();
    }

    /** How many this reviewer has not judged. */
    int waiting(String reviewer) {
        long judged = corrections.records().stream()
                .filter(id -> places.containsKey(id) && corrections.isJudged(id, reviewer))
                .count();
        return ordered.size() - (int) judged;
    }

    /** How many of these somebody else has judged, so that a second judgement says how far the two agree. */
    int waitingSecond(String reviewer) {
        return (int) corrections.records().stream()
                .filter(id -> places.containsKey(id) && isOpen(id, reviewer, true))
                .count();
    }

    /** The first that waits behind a record, which need not be one of them; from the top again behind the last. */
    Optional<EventMention> next(String reviewer, boolean isSecond, String after) {
        int place = places.getOrDefault(after, -1);
        return open(ordered.subList(place + 1, ordered.size()), reviewer, isSecond)
                .findFirst()
                .or(() -> open(ordered, reviewer, isSecond)
                        .filter(mention -> !mention.id().equals(after))
                        .findFirst())
                .or(() -> open(ordered, reviewer, isSecond).findFirst());
    }

    private Stream<EventMention> open(List<EventMention> some, String reviewer, boolean isSecond) {
        return some.stream().filter(mention -> isOpen(mention.id(), reviewer, isSecond));
    }

    private boolean isOpen(String id, String reviewer, boolean isSecond) {
        return !corrections.isJudged(id, reviewer) && (!isSecond || corrections.isJudged(id));
    }
}
