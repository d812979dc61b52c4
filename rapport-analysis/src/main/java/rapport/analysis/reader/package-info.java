/**
 * Runs the trained model once over a passage; the only door to ONNX.
 *
 * <p>A passage is a run of whole sentences. Each passage is a run of its own, without padding or neighbours: so its scores
 * cannot depend on what else is read, on the order, or on the number of threads (decision 0003). The model file carries its
 * vocabulary and the table of its layers.
 */
@NullMarked
package rapport.analysis.reader;

import org.jspecify.annotations.NullMarked;
