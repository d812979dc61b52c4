/**
 * One record from many reports: which reports belong together, and which of their event mentions tell one event. Functions
 * of records; nothing is stored here.
 *
 * <p>The stemmer of Apache OpenNLP is used here and nowhere else.
 */
@NullMarked
package rapport.storyline;

import org.jspecify.annotations.NullMarked;
