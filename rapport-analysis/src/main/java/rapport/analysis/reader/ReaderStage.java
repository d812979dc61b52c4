package rapport.analysis.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Reading;
import rapport.analysis.Stage;
import rapport.analysis.StateWord;
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
        return Set.of(Layer.SENTENCES, Layer.STATE_WORDS);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.READINGS, Layer.DISCARDS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        String text = annotated.text();
        NavigableMap<Integer, StateWord> states = new TreeMap<>();
        for (StateWord word : annotated.get(Layer.STATE_WORDS))
            states.put(word.span().start(), word);
        List<Discard> discards = new ArrayList<>();
        List<Span> readable = new ArrayList<>();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            if (size(text, List.of(sentence), states) <= Passages.LONGEST) {
                readable.add(sentence);
            } else {
                discards.add(Discard.ofPassage(
                        annotated.document(), "reader", "a sentence of more pieces than the model can read", sentence));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (List<Span> passage : Passages.of(text, readable, part -> size(text, part, states))) {
            readings.add(model.read(text, passage, within(passage, states)));
        }
        return annotated.with(Layer.READINGS, readings).with(Layer.DISCARDS, discards);
    }

    private int size(String text, List<Span> sentences, NavigableMap<Integer, StateWord> states) {
        return model.size(text, sentences, within(sentences, states));
    }

    private static List<StateWord> within(List<Span> sentences, NavigableMap<Integer, StateWord> states) {
        Span all = sentences.get(0).to(sentences.get(sentences.size() - 1));
        return List.copyOf(states.subMap(all.start(), all.end()).values());
    }
}
