package rapport.web.page;

/**
 * Who looks at a page: by his account, or where there are none by the name that he has given himself.
 *
 * @param name empty if he has given none
 * @param token of the forms on the page: what is sent twice with it is stored once
 * @param session what forms bear so that no other site can send them; empty where there are no accounts
 */
public record Reviewer(String name, String token, String session) {

    /** Somebody of whom nothing is known yet, so that a page has nothing for him but the way in. */
    public static final Reviewer NOBODY = new Reviewer("", "", "");

    public boolean isNamed() {
        return !name.isEmpty();
    }

    public boolean isSignedIn() {
        return !session.isEmpty();
    }
}
