package rapport.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.record.Discard;

/** What was not coded, and why? */
public record LeftOutPage(Edition edition, Map<String, Integer> reasons, Rows<Discard> discards) {

    public static LeftOutPage of(Edition edition, Query query) {
        query.allow("reason");
        Map<String, Integer> reasons = new TreeMap<>();
        edition.discards().forEach(discard -> reasons.merge(discard.reason(), 1, Integer::sum));
        List<Discard> all = edition.discards().stream()
                .filter(discard ->
                        query.text("reason").map(discard.reason()::equals).orElse(true))
                .sorted(Comparator.comparing((Discard discard) -> discard.path().orElse(""))
                        .thenComparing(Discard::id))
                .toList();
        return new LeftOutPage(edition, reasons, Rows.of(all, query));
    }
}
