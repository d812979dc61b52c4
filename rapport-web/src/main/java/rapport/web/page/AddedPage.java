package rapport.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.Event;

/** What came of the reports that were added? */
public record AddedPage(Edition edition, List<Outcome> outcomes) {

    /**
     * @param report empty if the file was not coded
     * @param events that the report tells, some of them with others
     */
    public record Outcome(String path, Optional<Coded> report, List<Event> events, List<Discard> discards) {}

    public static AddedPage of(Edition edition, List<String> paths) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String path : paths) {
            Optional<Coded> report = edition.reports().stream()
                    .filter(coded -> coded.document().path().equals(path))
                    .findFirst();
            outcomes.add(new Outcome(
                    path,
                    report,
                    report.map(coded -> ReportPage.events(edition, coded)).orElse(List.of()),
                    edition.discards().stream()
                            .filter(discard -> discard.path().equals(Optional.of(path)))
                            .toList()));
        }
        return new AddedPage(edition, outcomes);
    }
}
