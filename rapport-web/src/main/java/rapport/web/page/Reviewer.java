package rapport.web.page;

/**
 * Who looks at a page, by the name that he has given himself; there are no accounts.
 *
 * @param name empty if he has given none
 * @param token of the forms on the page: what is sent twice with it is stored once
 */
public record Reviewer(String name, String token) {

    public boolean isNamed() {
        return !name.isEmpty();
    }
}
