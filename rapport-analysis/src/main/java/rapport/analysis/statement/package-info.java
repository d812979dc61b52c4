/** Positions taken, demands made, commitments given: what kind of statement an attribution is, by whom, to whom and about whom. */
@NullMarked
package rapport.analysis.statement;

import org.jspecify.annotations.NullMarked;
