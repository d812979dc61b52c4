/**
 * From a page to a clean, dated document, or a discard with its reason.
 *
 * <p>{@link rapport.analysis.intake.Intake} walks folders and reads files. What comes out keeps the words as they were
 * written: typographic quotation marks, no-break spaces and hyphens and names in any script stay; only line ends become
 * {@code \n}, and what is no character (broken bytes, lone surrogates) becomes U+FFFD.
 *
 * <p>Three words are kept apart:
 *
 * <ul>
 *   <li><b>outlet</b>: who published the report; never the one to whom its words are attributed;
 *   <li><b>dateline</b>: place and day at the head of the report; the day of <b>publication</b> is another thing;
 *   <li><b>furniture</b>: words on the page about the report, such as byline, day and section; they stay in the text of a
 *       document, so that positions can be shown, and are handed on as a layer.
 * </ul>
 *
 * <p>The only door to the HTML parser. Imports {@code rapport.analysis} and {@code rapport.record}.
 */
@NullMarked
package rapport.analysis.intake;

import org.jspecify.annotations.NullMarked;
