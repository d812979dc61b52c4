/** Starts the server and lists every route on one screen. */
@NullMarked
package rapport.web;

import org.jspecify.annotations.NullMarked;
