package rapport.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param shown those of this page
 * @param all how many there are altogether
 * @param first place of the first that is shown, from 1; 0 if there is none
 */
public record Rows<T>(List<T> shown, int all, int first, Optional<String> previous, Optional<String> next) {

    private static final int LENGTH = 50;

    /** The most that is given at once: what is made of each is in memory together. */
    private static final int MOST = 20_000;

    public Rows {
        shown = List.copyOf(shown);
    }

    /** @throws Declined if the query asks for a page behind the last, or for the whole of a list that is too long */
    public static <T> Rows<T> of(List<T> all, Query query) {
        if (query.isWhole()) {
            if (all.size() <= MOST) return whole(all);
            throw Declined.tooLarge("found " + all.size() + " to download, expected at most " + MOST
                    + ". Choose fewer by the filters, or download the record.");
        }
        int page = query.page();
        int pages = Math.max(1, (all.size() + LENGTH - 1) / LENGTH);
        if (page > pages) {
            throw Declined.notFound("\"page\": found " + page + ", expected 1 to " + pages + ". Change the address.");
        }
        int from = (page - 1) * LENGTH;
        return new Rows<>(
                all.subList(from, Math.min(all.size(), from + LENGTH)),
                all.size(),
                all.isEmpty() ? 0 : from + 1,
                page > 1 ? Optional.of(query.with("page", Integer.toString(page - 1))) : Optional.empty(),
                page < pages ? Optional.of(query.with("page", Integer.toString(page + 1))) : Optional.empty());
    }

    /** All of them on one page, as on paper. */
    public static <T> Rows<T> whole(List<T> all) {
        return new Rows<>(all, all.size(), all.isEmpty() ? 0 : 1, Optional.empty(), Optional.empty());
    }

    public int last() {
        return first == 0 ? 0 : first + shown.size() - 1;
    }
}
