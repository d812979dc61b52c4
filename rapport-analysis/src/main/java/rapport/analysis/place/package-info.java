/**
 * Where it happened, and how precisely.
 *
 * <p>A name is a place only where the sentence uses it as one: behind a word of place ("in", "near", "north of"), behind a
 * verb of going, or before "province", "district" and the like. The same name as an actor ("Strelsau urged") is a mention
 * and no place. Land that several states claim is in none of them. Imports {@code analysis}, {@code record} and {@code
 * ontology}.
 */
@NullMarked
package rapport.analysis.place;

import org.jspecify.annotations.NullMarked;
