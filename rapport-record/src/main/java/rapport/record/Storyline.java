package rapport.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reports and events that belong to one course of affairs.
 *
 * @param id of its first document, so that it stays when others come to it
 * @param title that of its earliest report that has one
 * @param documents ids, oldest report first
 * @param events ids, earliest first; one without a day by that of the first report that tells it
 * @param first the earliest day that its reports and events have
 * @param last the latest
 */
public record Storyline(
        String id,
        String title,
        List<String> documents,
        List<String> events,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {

    public Storyline {
        documents = List.copyOf(documents);
        events = List.copyOf(events);
    }
}
