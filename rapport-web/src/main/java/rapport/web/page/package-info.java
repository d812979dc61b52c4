/**
 * One class a page: a question in, what the page shows out.
 *
 * <p>A page is a value: it is made from an {@link rapport.web.page.Edition} of the record and a {@link
 * rapport.web.page.Query}, and holds what is to be shown, in order, already selected. A template of the same name lays it out
 * and decides nothing; the JSON pages give the same. Nothing here knows the server.
 *
 * <p>Texts and names are anybody's words. They reach a page through templates alone, which escape them; the few passages
 * that do not ({@code $unsafe}) hold our own style sheet and nothing else.
 */
@NullMarked
package rapport.web.page;

import org.jspecify.annotations.NullMarked;
