package rapport.web;

import rapport.web.page.ActorPage;
import rapport.web.page.DyadPage;
import rapport.web.page.EventPage;
import rapport.web.page.Labels;
import rapport.web.page.ReportPage;
import rapport.web.page.StorylinePage;

/** What stands in the browser's title: of pages about one thing, its name. */
final class Titles {

    private Titles() {}

    static String of(Object page, String title) {
        if (page instanceof DyadPage dyad) {
            return Labels.isolated(dyad.one().actor().name()) + " and "
                    + Labels.isolated(dyad.other().actor().name());
        }
        if (page instanceof EventPage event) {
            return Labels.of(event.event().eventType()) + ", "
                    + Labels.of(event.event().when());
        }
        if (page instanceof ReportPage report)
            return Labels.title(report.coded().document());
        if (page instanceof ActorPage actor) return actor.actor().name();
        if (page instanceof StorylinePage storyline)
            return storyline.storyline().title();
        return title;
    }
}
