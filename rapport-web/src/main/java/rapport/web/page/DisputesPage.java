package rapport.web.page;

import java.util.List;
import rapport.record.Event;

/** Where do reports contradict each other? */
public record DisputesPage(Edition edition, Rows<Event> events) {

    public static DisputesPage of(Edition edition, Query query) {
        query.allow();
        return new DisputesPage(edition, Rows.of(edition.figures().disputes(), query));
    }

    static List<Event> disputed(List<Event> events) {
        return events.stream()
                .filter(event ->
                        !event.versions().isEmpty() || !event.disputedBy().isEmpty())
                .toList();
    }
}
