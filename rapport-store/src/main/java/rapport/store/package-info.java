/**
 * Keeps records and finds them again. The only package that speaks SQL.
 *
 * <p>A record is one SQLite file. {@link rapport.store.RecordStore} writes it, one document a transaction; a {@link
 * rapport.store.Snapshot} reads it as it stood at one moment, while others write. One class a table; the tables
 * themselves are in {@code rapport.store.migration}. Kept apart here:
 *
 * <ul>
 *   <li><b>record</b>, the file, and a Java record, the language's word;
 *   <li><b>format</b>, what coded a document, and the number of the tables, which is nobody's business but this package's;
 *   <li><b>path</b> of a document, by which a later reading replaces an earlier one, and its <b>id</b>, which changes with
 *       the text.
 * </ul>
 *
 * <p>Imports {@code rapport.record} and {@code rapport.ontology}. Outside libraries: the SQL driver, and in one class,
 * {@code JsonColumn}, Jackson, whose door otherwise is {@code rapport.store.export}.
 */
@NullMarked
package rapport.store;

import org.jspecify.annotations.NullMarked;
