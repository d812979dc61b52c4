package rapport.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.record.Storyline;

/**
 * What pages show of a whole record whoever asks, worked out once for each edition: their lists in order, and what their filters offer.
 *
 * <p>Threads: immutable.
 *
 * @param relations strongest first
 * @param ties relations by either of the two
 * @param statements by speaker, those of one in the order of the reports
 * @param ledger open and contested lines first
 * @param actors those of most events first
 * @param storylines those with most reports first
 * @param kinds of the statements, how many
 * @param places those of most events first
 * @param times all events, drawn
 * @param disputes events of which reports contradict each other
 * @param naming of an actor, the reports that mention it, in their order
 * @param firstDay of publication, as is the last
 * @param named those who are mentioned most often, most often first; so are the next three
 */
record Figures(
        List<RelationsPage.Relation> relations,
        Index<RelationsPage.Relation> ties,
        List<Statement> statements,
        Map<StatementKind, Integer> kinds,
        List<Commitment> ledger,
        List<Actor> actors,
        List<Storyline> storylines,
        List<Event> disputes,
        List<TimelinePage.Where> places,
        TimeDrawing times,
        Set<String> outlets,
        Map<String, List<Coded>> naming,
        List<String> named,
        List<String> speakers,
        List<String> obligors,
        List<String> beneficiaries,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay) {

    static Figures of(Edition edition) {
        List<Commitment> ledger = edition.together().ledger();
        Set<String> outlets = new TreeSet<>();
        edition.reports().forEach(coded -> coded.document().outlet().ifPresent(outlets::add));
        Index<Event> events = edition.indexes().parties();
        List<LocalDate> days = edition.reports().stream()
                .flatMap(coded -> coded.document().published().latest().stream())
                .sorted()
                .toList();
        List<RelationsPage.Relation> relations = RelationsPage.all(edition);
        List<Statement> statements = statements(edition).toList();
        return new Figures(
                relations,
                Index.of(relations, relation -> Stream.of(relation.one(), relation.other())),
                StatementsPage.bySpeaker(edition, statements),
                StatementsPage.kinds(statements),
                LedgerPage.openFirst(ledger),
                edition.actors().stream()
                        .sorted(Comparator.comparingInt((Actor actor) -> -events.count(actor.id()))
                                .thenComparing(Actor::name)
                                .thenComparing(Actor::id))
                        .toList(),
                edition.together().storylines().stream()
                        .sorted(Comparator.comparingInt(
                                (Storyline storyline) -> -storyline.documents().size()))
                        .toList(),
                DisputesPage.disputed(edition.together().events()),
                TimelinePage.places(edition.together().events()),
                TimeDrawing.of(edition.together().events(), Query.of("/timeline"), edition::day),
                outlets,
                naming(edition.reports()),
                Choices.most(edition.reports().stream()
                        .flatMap(coded -> coded.mentions().stream())
                        .flatMap(mention -> mention.actor().stream())),
                Choices.most(
                        statements(edition).flatMap(statement -> statement.source().flatMap(Role::actor).stream())),
                Choices.most(ledger.stream().map(Commitment::obligor)),
                Choices.most(ledger.stream().flatMap(line -> line.beneficiary().stream())),
                days.stream().findFirst(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1)));
    }

    private static Map<String, List<Coded>> naming(List<Coded> reports) {
        Map<String, List<Coded>> naming = new HashMap<>();
        for (Coded coded : reports) {
            for (Mention mention : coded.mentions()) {
                mention.actor().ifPresent(id -> {
                    List<Coded> of = naming.computeIfAbsent(id, i -> new ArrayList<>(1));
                    if (of.isEmpty() || of.get(of.size() - 1) != coded) of.add(coded);
                });
            }
        }
        return naming;
    }

    /** In the order of the reports. */
    static Stream<Statement> statements(Edition edition) {
        return edition.reports().stream().flatMap(coded -> coded.statements().stream());
    }
}
