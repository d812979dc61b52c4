package rapport.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Statement;
import rapport.store.Snapshot;
import rapport.storyline.Together;

/** Follows the ids in records: to the name of an actor, to a report, to the statement in which something is told. */
final class References {

    private final Snapshot snapshot;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Coded> documents = new HashMap<>();
    private Together together = Together.EMPTY;

    References(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** From now on reports without a day have those in which they were placed. */
    void place(Together together) {
        this.together = together;
    }

    /** The name of an actor; its id if the record does not hold it. */
    String name(String actor) {
        return names.computeIfAbsent(
                actor, id -> snapshot.actor(id).map(Actor::name).orElse(id));
    }

    Coded coded(String document) {
        return documents.computeIfAbsent(
                document,
                id -> snapshot.coded(id)
                        .orElseThrow(() ->
                                new IllegalStateException("the record names a document that is not in it: " + id)));
    }

    Document document(String document) {
        return together.dated(coded(document).document());
    }

    EventMention eventMention(String id) {
        return snapshot.eventMention(id)
                .orElseThrow(
                        () -> new IllegalStateException("the record names an event mention that is not in it: " + id));
    }

    Optional<EventMention> findMention(String id) {
        return snapshot.eventMention(id);
    }

    Optional<Actor> findActor(String id) {
        return snapshot.actor(id);
    }

    Optional<Statement> statement(Coded coded, String statement) {
        return coded.statements().stream()
                .filter(s -> s.id().equals(statement))
                .min(Comparator.comparing(Statement::id));
    }
}
