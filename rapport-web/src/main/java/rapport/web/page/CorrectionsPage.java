package rapport.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.record.Correction;

/** Who has said what of which record? */
public record CorrectionsPage(
        Edition edition, Query query, Map<String, String> reviewers, Rows<Correction> corrections) {

    public static final String[] STATES = {"stands", "undone", "disputed", "unplaced", "open", "answered"};

    /** Newest first. */
    public static CorrectionsPage of(Edition edition, Query query) {
        query.allow("by", "state");
        Optional<String> by = query.text("by");
        Optional<String> state = query.oneOf("state", STATES);
        Corrections corrections = edition.corrections();
        List<Correction> all = corrections.newestFirst().stream()
                .filter(c -> by.map(c.by()::equals).orElse(true))
                .filter(c -> state.map(corrections.state(c)::equals).orElse(true))
                .toList();
        return new CorrectionsPage(edition, query, Choices.of(corrections.reviewers()), Rows.of(all, query));
    }
}
