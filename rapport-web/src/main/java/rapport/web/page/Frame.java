package rapport.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param path of the page, so that the navigation can mark it
 * @param words what the search box holds
 * @param isBehind whether the record has changed, and the change is not drawn yet
 */
public record Frame(String title, String path, String words, Reviewer reviewer, boolean isBehind) {

    /** Where people sign in; nothing else is open to them before. */
    public static final String SIGN_IN = "/sign-in";

    /** Whether other pages can be gone to. */
    public boolean isInside() {
        return !path.equals(SIGN_IN);
    }

    /** A page that the navigation names. */
    public record Place(String path, String name) {}

    /** In the order in which they are shown. */
    public static final List<Place> PLACES = List.of(
            new Place("/", "Relations"),
            new Place("/timeline", "Timeline"),
            new Place("/ledger", "Ledger"),
            new Place("/statements", "Statements"),
            new Place("/disputes", "Disputes"),
            new Place("/actors", "Actors"),
            new Place("/storylines", "Storylines"),
            new Place("/reports", "Reports"),
            new Place("/review", "Review"),
            new Place("/add", "Add reports"));

    /** At the foot. */
    public static final List<Place> MORE = List.of(
            new Place("/left-out", "What was left out"),
            new Place("/quality", "How good is it"),
            new Place("/corrections", "Corrections"),
            new Place("/agreement", "Agreement of reviewers"),
            new Place("/record.jsonl", "Download the record (JSON Lines)"),
            new Place("/training.jsonl", "Reviewed passages for training"),
            new Place("/actors.tsv", "Actors as reviewers name them"),
            new Place("/api", "JSON"));

    /** The value of aria-current; a template leaves an attribute out if it is null. */
    public @Nullable String current(Place place) {
        return place.path().equals(path) ? "page" : null;
    }
}
