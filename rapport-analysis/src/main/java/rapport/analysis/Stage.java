package rapport.analysis;

import java.util.Set;

/**
 * One step from a page to records. It reads the layers that it needs and adds its own; it keeps nothing between documents.
 *
 * <p>Threads: a stage may be used by several at once.
 */
public interface Stage {

    Set<Layer<?>> needs();

    Set<Layer<?>> adds();

    AnnotatedDocument apply(AnnotatedDocument annotated);
}
