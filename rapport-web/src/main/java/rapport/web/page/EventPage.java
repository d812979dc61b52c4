package rapport.web.page;

import java.util.List;
import java.util.Optional;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.EventMention;

/** Who tells an event, how, and do they agree? */
public record EventPage(Edition edition, Event event, List<EventMention> mentions, List<Commitment> lines) {

    public static EventPage of(Edition edition, String id, Query query) {
        query.allow();
        Event event = edition.event(id);
        return new EventPage(
                edition,
                event,
                event.eventMentions().stream().map(edition::mention).toList(),
                edition.together().ledger().stream()
                        .filter(line -> LedgerPage.parts(line).anyMatch(event.eventMentions()::contains))
                        .toList());
    }

    /** The one who is said to say it; empty where the report says it itself. */
    public static Optional<String> voice(Edition edition, EventMention mention) {
        return mention.attribution()
                .flatMap(edition::statement)
                .map(statement -> statement
                        .source()
                        .map(role -> edition.name(role, edition.document(mention.document())))
                        .orElse("hearsay that names nobody"));
    }
}
