package rapport.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import rapport.record.Coded;
import rapport.record.Time;

/**
 * All stages in order: a document in, its records out. Same document, same records, whatever else is read.
 *
 * <p>Threads: may be shared; a document is read by one thread.
 */
public final class Pipeline {

    private final List<Stage> stages;
    private final Function<AnnotatedDocument, Time> inference;

    /**
     * @param inference the day of an undated document from its sentences; asked as soon as they are there, so that all later
     *     stages read against it
     * @throws IllegalArgumentException if a stage needs a layer that no stage before it adds
     */
    public Pipeline(List<Stage> stages, Function<AnnotatedDocument, Time> inference) {
        this.stages = List.copyOf(stages);
        this.inference = inference;
        // intake adds the furniture before the first stage
        Set<Layer<?>> there = new HashSet<>(Set.of(Layer.FURNITURE));
        for (Stage stage : stages) {
            if (!there.containsAll(stage.needs())) {
                throw new IllegalArgumentException(
                        stage.getClass().getSimpleName() + " needs " + stage.needs() + "; there are " + there);
            }
            there.addAll(stage.adds());
        }
    }

    public List<Stage> stages() {
        return stages;
    }

    /** All layers of a document that intake has begun: it has its furniture. */
    public AnnotatedDocument annotate(AnnotatedDocument begun) {
        AnnotatedDocument annotated = begun;
        for (Stage stage : stages) {
            annotated = stage.apply(annotated);
            if (stage.adds().contains(Layer.SENTENCES)
                    && annotated.document().published().isUnknown()) {
                annotated = annotated.publishedAt(inference.apply(annotated));
            }
        }
        return annotated;
    }

    /** The records of an annotated document. Actors are those that its records name. */
    public static Coded records(AnnotatedDocument annotated) {
        return new Coded(
                annotated.document(),
                annotated.get(Layer.MENTIONS),
                annotated.get(Layer.STATEMENTS),
                annotated.get(Layer.EVENT_MENTIONS),
                annotated.get(Layer.ACTORS),
                annotated.get(Layer.DISCARDS));
    }
}
