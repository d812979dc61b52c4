package rapport.web.page;

import java.util.List;

/**
 * How far are the reports read that were sent?
 *
 * @param path of this page
 * @param all how many were sent
 * @param read paths of those that are read
 */
public record AddingPage(String path, int all, List<String> read) {

    public AddingPage {
        read = List.copyOf(read);
    }
}
