/**
 * Who is said to say it: source, cue, content.
 *
 * <p>Everything here is read from the model's scores; only the layering (a statement inside a statement) is a rule: the inner
 * cue stands in the outer content.
 */
@NullMarked
package rapport.analysis.attribution;

import org.jspecify.annotations.NullMarked;
