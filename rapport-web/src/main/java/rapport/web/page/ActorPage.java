package rapport.web.page;

import java.util.List;
import java.util.Set;
import rapport.record.Actor;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.Statement;

/** Who is this, what did it do, what was done to it, what did it say, what does it owe? */
public record ActorPage(
        Edition edition,
        Actor actor,
        List<Actor> parts,
        List<Event> did,
        List<Event> suffered,
        List<Statement> said,
        List<Commitment> owes,
        List<Commitment> owed,
        List<RelationsPage.Relation> neighbours) {

    private static final int NEIGHBOURS = 8;

    public static ActorPage of(Edition edition, String id, Query query) {
        query.allow();
        Edition.Side side = edition.side(id);
        Set<String> ids = side.ids();
        List<Event> events = edition.together().events();
        return new ActorPage(
                edition,
                side.actor(),
                ids.stream()
                        .skip(1)
                        .flatMap(part -> edition.actor(part).stream())
                        .toList(),
                events.stream().filter(side::actsIn).toList(),
                events.stream().filter(side::isActedOnIn).toList(),
                edition.reports().stream()
                        .flatMap(coded -> coded.statements().stream())
                        .filter(statement -> statement
                                .source()
                                .flatMap(role -> role.actor())
                                .filter(ids::contains)
                                .isPresent())
                        .toList(),
                edition.together().ledger().stream()
                        .filter(line -> ids.contains(line.obligor()))
                        .toList(),
                edition.together().ledger().stream()
                        .filter(line -> line.beneficiary().filter(ids::contains).isPresent())
                        .toList(),
                RelationsPage.all(edition).stream()
                        .filter(relation -> ids.contains(relation.one()) || ids.contains(relation.other()))
                        .limit(NEIGHBOURS)
                        .toList());
    }
}
