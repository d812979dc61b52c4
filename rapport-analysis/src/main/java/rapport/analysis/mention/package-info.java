/**
 * Finds names, and links them to actors or says that it cannot.
 *
 * <p>A wrong link says that a government did what it did not do, so every step may end in "unknown". Kept apart: a
 * <b>known</b> actor is in the dictionary; a <b>provisional</b> one is named by the text alone, and waits for somebody who
 * says who it is; <b>no actor</b> means that the words stand for someone, but nobody can say for whom.
 *
 * <p>The document is gone through twice. The first time only to hear who is in it: full names, acronyms that it explains,
 * states whose bodies speak. The second time each mention is resolved with that in mind, so that "Novak" in the headline is
 * the Jan Novak of the second sentence.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A capital that acts stands for its state; the same capital after "in" is a place, and no mention.
 *   <li>"Jordan" in "Michael Jordan" and "Niger" in "Niger State" are parts of larger names: capitals beside a single word
 *       are looked at before it is linked.
 *   <li>"Georgia" beside "Alabama" is no state of the world.
 *   <li>A person with the family name of a leader and another first name is another person. A family name alone is the one
 *       full name of the document that ends so; if there are two, it is nobody's.
 *   <li>A title says which office, seldom of which state. "Special Envoy for Afghanistan" is not of Afghanistan.
 *   <li>"The army" belongs to the state whose army was named before, or to the only state whose bodies speak; never to the
 *       one that happens to stand nearest.
 * </ul>
 */
@NullMarked
package rapport.analysis.mention;

import org.jspecify.annotations.NullMarked;
