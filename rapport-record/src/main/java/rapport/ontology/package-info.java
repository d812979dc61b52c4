/**
 * The codebook: event types, modes, contexts and modalities, each defined.
 *
 * <p>The types are those of PLOVER (Open Event Data Alliance, manual draft 2.0). Where its pages contradict each other the
 * choice is written at the value. Two things are kept apart here that PLOVER folds together: the <b>type</b> of an act and
 * its <b>modality</b>, how far it is from done; {@link rapport.ontology.PloverFold} folds them for exports alone.
 *
 * <p>Imports the JDK only.
 */
@NullMarked
package rapport.ontology;

import org.jspecify.annotations.NullMarked;
