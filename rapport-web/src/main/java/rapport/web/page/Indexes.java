package rapport.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Statement;

/**
 * What a record says, by what it is about. Lists are in the order of the edition's own.
 *
 * <p>Threads: immutable.
 *
 * @param parties events by who takes part, on either side
 * @param outlets events by the outlets that tell them
 * @param places events by the name of the place
 * @param sources statements by who says them
 * @param obligors lines of the ledger by who owes
 * @param creditors lines by whom they are for, and by who asked
 * @param parts lines by the event mentions that they rest on
 */
record Indexes(
        Index<Event> parties,
        Index<Event> outlets,
        Index<Event> places,
        Index<Statement> sources,
        Index<Commitment> obligors,
        Index<Commitment> creditors,
        Index<Commitment> parts) {

    static Indexes of(Edition edition) {
        List<Event> events = edition.together().events();
        List<Commitment> ledger = edition.together().ledger();
        return new Indexes(
                Index.of(events, event -> Stream.concat(event.actors().stream(), event.recipients().stream())),
                Index.of(events, event -> outlets(edition, event)),
                Index.of(events, event -> event.place().map(Place::name).stream()),
                Index.of(
                        Figures.statements(edition).toList(),
                        statement -> statement.source().flatMap(Role::actor).stream()),
                Index.of(ledger, line -> Stream.of(line.obligor())),
                Index.of(ledger, line -> Stream.concat(line.beneficiary().stream(), LedgerPage.askers(line))),
                Index.of(ledger, LedgerPage::parts));
    }

    private static Stream<String> outlets(Edition edition, Event event) {
        return event.eventMentions().stream()
                .map(id -> edition.document(edition.mention(id).document()).outlet())
                .flatMap(Optional::stream);
    }
}
