/**
 * One record from many reports: which reports belong together, and which of their event mentions tell one event. Functions
 * of records; nothing is stored here.
 *
 * <p>From far to near: <b>neighbours</b> of a report are the few likest to it in the whole record; a <b>cell</b> is what hangs together by
 * them, and nothing is put together across cells; a <b>storyline</b> is a part of a cell that is one course of affairs; an <b>event</b>
 * is told within one storyline, unless a reviewer joins more. {@link rapport.storyline.Drawing} keeps all that up as reports come and go.
 *
 * <p>The stemmer of Apache OpenNLP is used here and nowhere else.
 */
@NullMarked
package rapport.storyline;

import org.jspecify.annotations.NullMarked;
