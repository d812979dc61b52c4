package rapport.web.page;

import rapport.record.Storyline;

/** Which courses of affairs do the reports follow? */
public record StorylinesPage(Edition edition, Rows<Storyline> storylines) {

    /** Those with most reports first. */
    public static StorylinesPage of(Edition edition, Query query) {
        query.allow();
        return new StorylinesPage(edition, Rows.of(edition.figures().storylines(), query));
    }
}
