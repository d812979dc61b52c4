/**
 * How often we are right: the measures of {@code measures.md}, against gold records and public sets.
 *
 * <p>Every figure comes from the scores and settings that {@code read} uses: no second model, no separate path. Every share
 * comes with its cases and an interval.
 */
@NullMarked
package rapport.evaluation;

import org.jspecify.annotations.NullMarked;
