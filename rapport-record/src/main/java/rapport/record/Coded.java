package rapport.record;

import java.util.List;

/**
 * Everything read from one document. {@code actors} are those that its records name, from the dictionary or provisional.
 */
public record Coded(
        Document document,
        List<Mention> mentions,
        List<Statement> statements,
        List<EventMention> eventMentions,
        List<Actor> actors,
        List<Discard> discards) {

    public Coded {
        mentions = List.copyOf(mentions);
        statements = List.copyOf(statements);
        eventMentions = List.copyOf(eventMentions);
        actors = List.copyOf(actors);
        discards = List.copyOf(discards);
    }

    /**
     * Without event mentions that are less likely to be right than {@code least}, 0 to 1. Statements stay: their scores are no
     * chances.
     */
    public Coded surer(double least) {
        List<EventMention> kept = eventMentions.stream()
                .filter(mention -> mention.score() >= least)
                .toList();
        return new Coded(document, mentions, statements, kept, actors, discards);
    }
}
