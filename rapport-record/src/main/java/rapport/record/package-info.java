/**
 * What the project asserts: documents, mentions, statements, event mentions and actors, each with its evidence.
 *
 * <p>Every type here is an immutable value. Four words are kept apart:
 *
 * <ul>
 *   <li><b>evidence</b>: the passage in which it was read; every record names its document and its {@link
 *       rapport.record.Span}s;
 *   <li><b>attribution</b>: whom that passage names as the one who says so ({@link rapport.record.Statement});
 *   <li><b>provenance</b>: the version of program, codebook and model that coded it ({@link rapport.record.Format});
 *   <li><b>correction</b>: what a reviewer says of a record, beside it ({@link rapport.record.Correction}).
 * </ul>
 *
 * <p>Positions are UTF-16 code units of the document's text; the public format counts code points, and only its writer and
 * reader convert. What is not known is an empty {@link java.util.Optional}, {@link rapport.record.Time#UNKNOWN} or an empty
 * list, never a filler. Nothing here reads text, opens a file or knows a database. Imports only {@code rapport.ontology}.
 */
@NullMarked
package rapport.record;

import org.jspecify.annotations.NullMarked;
