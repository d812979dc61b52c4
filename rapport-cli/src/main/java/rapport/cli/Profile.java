package rapport.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import rapport.ontology.Modality;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.Statement;
import rapport.storyline.Together;

/**
 * What the record holds of one actor and all that belong to it.
 *
 * @param did what is done, as far as it is told or claimed, with it among those who act; by day
 * @param underwent the same, with it among those acted on
 * @param said how many statements of each kind
 * @param asks lines of the ledger that are for it
 * @param owes lines of the ledger in which it is to act
 */
record Profile(
        Actor actor,
        List<Event> did,
        List<Event> underwent,
        Map<StatementKind, Integer> said,
        List<Commitment> asks,
        List<Commitment> owes) {

    static Profile of(Actor actor, Set<String> side, List<Statement> statements, Together together) {
        Map<StatementKind, Integer> said = new TreeMap<>();
        statements.forEach(statement -> said.merge(statement.kind(), 1, Integer::sum));
        return new Profile(
                actor,
                done(together, event -> event.actors().stream().anyMatch(side::contains)),
                done(together, event -> event.recipients().stream().anyMatch(side::contains)),
                said,
                together.ledger().stream()
                        .filter(line ->
                                line.beneficiary().filter(side::contains).isPresent())
                        .toList(),
                together.ledger().stream()
                        .filter(line -> side.contains(line.obligor()))
                        .toList());
    }

    private static List<Event> done(Together together, Predicate<Event> takesPart) {
        return together.events().stream()
                .filter(event -> event.modality() == Modality.OCCURRED || event.modality() == Modality.ONGOING)
                .filter(takesPart)
                .toList();
    }
}
