/**
 * Finds days and periods, and reads them against the document's day; finds numbers, with what they count and their bounds.
 *
 * <p>Everything here goes over the words of one sentence from left to right ({@code Words}); no regular expressions, so the
 * time is linear in the text. Kept apart:
 *
 * <ul>
 *   <li><b>expression</b>: the words that name a day or period ("last Tuesday"), with what they mean whatever the day;
 *   <li><b>time</b>: the days that they name in this document, once its day is known ({@link rapport.record.Time});
 *   <li><b>bound</b>: what the word before makes of it: "by 1 May" is no day but a last day;
 *   <li><b>direction</b>: whether the sentence looks back or ahead at that point, which settles "on Monday".
 * </ul>
 *
 * <p>What cannot be read (an expression against an unknown day, "in recent weeks", "a day earlier") gives nothing. The
 * document's day is never a filler: it enters only where words point at it.
 *
 * <p>Weeks run from Monday to Sunday (ISO 8601). "Early", "mid" and "late" are the thirds of a month or year; their borders
 * are ours. Imports {@code analysis}, {@code record} and {@code ontology}.
 */
@NullMarked
package rapport.analysis.time;

import org.jspecify.annotations.NullMarked;
