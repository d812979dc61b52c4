/**
 * The pipeline: stages in order, what each needs and what each adds.
 *
 * <p>A page becomes an {@link rapport.analysis.AnnotatedDocument}; each {@link rapport.analysis.Stage} adds layers to it and
 * changes none that is there. Stages do not know each other: they meet in the document. The trained model's scores are a
 * layer too ({@link rapport.analysis.Reading}), so what is done with them can be read, tested and changed without a model.
 *
 * <p>Imports {@code actor}, {@code record} and {@code ontology}.
 */
@NullMarked
package rapport.analysis;

import org.jspecify.annotations.NullMarked;
