/**
 * Records as JSON Lines, for other people's tools: the project's public contract, and the way from one record into another.
 *
 * <p>Kept apart here: <b>positions</b> count Unicode code points in a file, UTF-16 code units in the program ({@code
 * Positions} converts, and nothing else does). A file without text is for those who may not pass on the reports: it keeps
 * every id and position, and cannot be imported.
 *
 * <p>Imports {@code rapport.store}, {@code rapport.record} and {@code rapport.ontology}; outside library: Jackson.
 */
@NullMarked
package rapport.store.export;

import org.jspecify.annotations.NullMarked;
