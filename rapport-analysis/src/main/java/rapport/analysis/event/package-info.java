/**
 * Who did what to whom, when and where.
 *
 * <p>Triggers, types, modality and roles are read from the model's scores. Kept apart: the <b>type</b> of an act and its
 * <b>modality</b>; and the act itself and the statement that tells it.
 */
@NullMarked
package rapport.analysis.event;

import org.jspecify.annotations.NullMarked;
