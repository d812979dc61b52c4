package rapport.web.page;

import java.util.List;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.Storyline;

/** How did one course of affairs go? */
public record StorylinePage(Edition edition, Storyline storyline, List<Document> documents, Rows<Event> events) {

    public static StorylinePage of(Edition edition, String id, Query query) {
        query.allow();
        Storyline storyline = edition.storyline(id);
        return new StorylinePage(
                edition,
                storyline,
                storyline.documents().stream().map(edition::document).toList(),
                Rows.of(storyline.events().stream().map(edition::event).toList(), query));
    }
}
