/**
 * The command line: one class a command, that reads arguments, calls, prints and exits; and the one place where everything is
 * put together ({@link rapport.cli.Assembly}).
 *
 * <p>Standard output carries results only; progress and warnings go to standard error. Exit codes: 0 done (discards included),
 * 1 failed, 2 wrong usage. Seen by nothing.
 */
@NullMarked
package rapport.cli;

import org.jspecify.annotations.NullMarked;
