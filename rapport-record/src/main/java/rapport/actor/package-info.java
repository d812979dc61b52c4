/**
 * Who is who, and who held which office from when until when.
 *
 * <p>The dictionary is read from tab-separated files: those that come with the program and those that the user adds. Kept
 * apart: a <b>name</b> stands for its actor wherever it stands; a <b>demonym</b> is the adjective or people word of a state; a
 * <b>metonym</b> is a capital or seat that stands for it only where it acts. A name that two actors share names neither:
 * whoever asks gets both.
 *
 * <p>Traps: "US" is a state and "us" is not, so acronyms and names of up to four letters count as written. "Niger" is in
 * "Nigeria" only for those who compare letters; here words are compared. The bodies that every state has ("the Ruritanian
 * army") are patterns, not rows: {@code rur.army} exists without a line of its own.
 *
 * <p>Imports {@code record} and {@code ontology}.
 */
@NullMarked
package rapport.actor;

import org.jspecify.annotations.NullMarked;
