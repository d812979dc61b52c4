package rapport.web.page;

import java.util.List;
import java.util.Optional;
import rapport.record.Coded;

/** Which reports are in the record? */
public record ReportsPage(Edition edition, Query query, Rows<Coded> reports) {

    public static ReportsPage of(Edition edition, Query query) {
        query.allow("outlet");
        Optional<String> outlet = query.text("outlet");
        List<Coded> all = edition.reports().stream()
                .filter(coded -> outlet.isEmpty() || coded.document().outlet().equals(outlet))
                .toList();
        return new ReportsPage(edition, query, Rows.of(all, query));
    }
}
