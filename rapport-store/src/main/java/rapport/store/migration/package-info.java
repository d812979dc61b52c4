/**
 * Changes to the tables, numbered, each with its reason.
 *
 * <p>A change is a file of SQL beside this package, {@code 0001-first-tables.sql}, whose first comment says why. A record
 * carries the number of the last change in it (SQLite's {@code user_version}). A file that has been released is never
 * edited: the next change is a new file, and a copy of the old tables goes to the tests ({@code rapport/store/old}).
 *
 * <p>Imports the JDK only; {@code rapport.store} runs the changes.
 */
@NullMarked
package rapport.store.migration;

import org.jspecify.annotations.NullMarked;
