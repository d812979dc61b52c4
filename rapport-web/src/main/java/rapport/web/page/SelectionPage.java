package rapport.web.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Event;
import rapport.storyline.Period;

/** All that the record says of two sides, of one, or of all, on one page that needs nothing else. */
public record SelectionPage(
        Edition edition,
        String title,
        List<Curve> curves,
        List<Event> events,
        List<Commitment> lines,
        List<Event> disputes,
        List<ReportPage> reports,
        Links links) {

    /**
     * @param of an actor who takes part, by id or name; anybody if empty
     * @param to the other one
     * @throws Declined if nobody, or more than one, is called so
     */
    public static SelectionPage of(Edition edition, Optional<String> of, Optional<String> to) {
        Optional<Edition.Side> one = of.map(edition::side);
        Optional<Edition.Side> other = to.map(edition::side);
        List<Event> events = one.isPresent() && other.isPresent()
                ? edition.between(one.get(), other.get())
                : edition.together().events().stream()
                        .filter(event -> one.map(side -> takesPart(side, event)).orElse(true)
                                && other.map(side -> takesPart(side, event)).orElse(true))
                        .toList();
        List<Commitment> lines = edition.together().ledger().stream()
                .filter(line -> one.map(side -> isOf(side, line)).orElse(true)
                        && other.map(side -> isOf(side, line)).orElse(true))
                .toList();
        Set<String> documents = new LinkedHashSet<>();
        events.forEach(event -> event.eventMentions()
                .forEach(id -> documents.add(edition.mention(id).document())));
        lines.forEach(line -> LedgerPage.parts(line)
                .forEach(id -> documents.add(edition.mention(id).document())));
        List<Coded> reports = edition.reports().stream()
                .filter(coded -> documents.contains(coded.document().id()) || one.isEmpty() && other.isEmpty())
                .toList();
        Links links = Links.within(events, reports);
        List<Curve> curves = one.isPresent() && other.isPresent()
                ? List.of(
                        DyadPage.curve(edition, one.get(), other.get(), Period.MONTH, events),
                        DyadPage.curve(edition, other.get(), one.get(), Period.MONTH, events))
                : List.of();
        return new SelectionPage(
                edition,
                title(one, other),
                curves,
                events,
                LedgerPage.openFirst(lines),
                DisputesPage.disputed(events),
                reports.stream()
                        .map(coded -> ReportPage.of(edition, coded, links))
                        .toList(),
                links);
    }

    private static String title(Optional<Edition.Side> one, Optional<Edition.Side> other) {
        if (one.isPresent() && other.isPresent()) {
            return Labels.isolated(one.get().actor().name()) + " and "
                    + Labels.isolated(other.get().actor().name());
        }
        return one.or(() -> other).map(side -> side.actor().name()).orElse("The record");
    }

    private static boolean takesPart(Edition.Side side, Event event) {
        return side.actsIn(event) || side.isActedOnIn(event);
    }

    private static boolean isOf(Edition.Side side, Commitment line) {
        return side.has(line.obligor()) || line.beneficiary().filter(side::has).isPresent();
    }
}
