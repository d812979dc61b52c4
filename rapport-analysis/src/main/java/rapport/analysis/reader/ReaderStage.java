package rapport.analysis.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Reading;
import rapport.analysis.Stage;
import rapport.record.Discard;
import rapport.record.Span;

/**
 * Reads every passage of a document once with the model. A sentence that is too long for it is not read, and told as a
 * discard.
 */
public final class ReaderStage implements Stage {

    private final Model model;

    public ReaderStage(Model model) {
        this.model = model;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.READINGS, Layer.DISCARDS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        String text = annotated.text();
        List<Discard> discards = new ArrayList<>();
        List<Span> readable = new ArrayList<>();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            if (model.size(text, List.of(sentence)) <= Passages.LONGEST) {
                readable.add(sentence);
            } else {
                discards.add(Discard.ofPassage(
                        annotated.document(), "reader", "a sentence of more pieces than the model can read", sentence));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (List<Span> passage : Passages.of(text, readable, part -> model.size(text, part))) {
            readings.add(model.read(text, passage));
        }
        return annotated.with(Layer.READINGS, readings).with(Layer.DISCARDS, discards);
    }
}
