/**
 * Sentences, with their place in the text.
 *
 * <p>A <b>sentence</b> here is also a title, a caption or any other line of its own; a <b>paragraph</b> ({@link
 * rapport.analysis.Paragraphs}) is a line, or several that were only wrapped. What intake knows as furniture (bylines, days,
 * labels, datelines) belongs to no sentence.
 *
 * <p>Trap: the full stop of an abbreviation may end the sentence too ("in the U.S. The army ..."). The rules look at the word
 * after it, never further than a few words, so time grows with the length of the text and nothing else.
 *
 * <p>Imports {@code rapport.analysis} and {@code rapport.record}.
 */
@NullMarked
package rapport.analysis.text;

import org.jspecify.annotations.NullMarked;
