/**
 * Who may sign in, and who has.
 *
 * <p>Three words are kept apart:
 *
 * <ul>
 *   <li><b>account</b>: a name and the hash of a password, in a file beside the record and never in it, so that a record that
 *       is sent to a colleague takes no password along ({@link rapport.web.account.AccountsFile});
 *   <li><b>session</b>: what a sign-in opens, in the server's memory, for a while ({@link rapport.web.account.Session});
 *   <li><b>reviewer</b>: the name under which something is said of a record; with accounts it is the account's.
 * </ul>
 *
 * <p>Nothing here knows the server, a page or the record. The only door to the library of the password hash.
 */
@NullMarked
package rapport.web.account;

import org.jspecify.annotations.NullMarked;
