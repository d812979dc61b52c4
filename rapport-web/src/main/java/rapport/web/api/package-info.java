/**
 * The same answers as JSON.
 *
 * <p>An answer takes the question of the page of the same name, so both choose the same records. Keys that the record format
 * has mean the same here; spans are given by their words and positions in code points, actors with their names. This is the
 * only door to the JSON library in this module.
 */
@NullMarked
package rapport.web.api;

import org.jspecify.annotations.NullMarked;
