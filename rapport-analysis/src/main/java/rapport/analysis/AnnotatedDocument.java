package rapport.analysis;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Document;
import rapport.record.Mention;
import rapport.record.Span;
import rapport.record.Time;

/**
 * A document and the layers that stages have added. Immutable: {@link #with} gives a new one.
 */
public final class AnnotatedDocument {

    private final Document document;
    private final String text;
    private final Map<Layer<?>, List<?>> layers;

    private AnnotatedDocument(Document document, String text, Map<Layer<?>, List<?>> layers) {
        this.document = document;
        this.text = text;
        this.layers = layers;
    }

    public static AnnotatedDocument of(Document document) {
        return new AnnotatedDocument(document, withPlainSpaces(document.text()), Map.of());
    }

    public Document document() {
        return document;
    }

    /** What stages read: the document's text with a plain space for each that must not break, is thin or wide. Positions are the same. */
    public String text() {
        return text;
    }

    private static String withPlainSpaces(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.getType(plain.charAt(i)) == Character.SPACE_SEPARATOR) plain.setCharAt(i, ' ');
        }
        return plain.toString();
    }

    public boolean has(Layer<?> layer) {
        return layers.containsKey(layer);
    }

    /**
     * What the layer holds.
     *
     * @throws IllegalStateException if no stage has added it
     */
    @SuppressWarnings("unchecked") // with() puts a List<T> under a Layer<T>, and nothing else does
    public <T> List<T> get(Layer<T> layer) {
        List<?> annotations = layers.get(layer);
        if (annotations == null) {
            throw new IllegalStateException("the layer \"" + layer + "\" is not there yet; has: " + layers.keySet());
        }
        return (List<T>) annotations;
    }

    /**
     * With one layer more.
     *
     * @throws IllegalStateException if it is there already
     */
    public <T> AnnotatedDocument with(Layer<T> layer, List<T> annotations) {
        if (has(layer)) throw new IllegalStateException("the layer \"" + layer + "\" is there already");
        Map<Layer<?>, List<?>> more = new IdentityHashMap<>(layers);
        more.put(layer, List.copyOf(annotations));
        return new AnnotatedDocument(document, text, more);
    }

    /** With another day of publication, as when it has been inferred; the layers stay. */
    AnnotatedDocument publishedAt(Time time) {
        return new AnnotatedDocument(document.publishedAt(time), text, layers);
    }

    /** Every stretch of text that any layer points at. */
    public Stream<Span> spans() {
        return layers.keySet().stream().flatMap(this::spansOf);
    }

    private <T> Stream<Span> spansOf(Layer<T> layer) {
        return layer.spansOf(get(layer));
    }

    /** The mentions that begin in a stretch of text, in order. */
    public List<Mention> mentionsIn(Span stretch) {
        List<Mention> mentions = get(Layer.MENTIONS);
        int first = Ordered.countBefore(mentions, mention -> mention.span().start() < stretch.start());
        int end = Ordered.countBefore(mentions, mention -> mention.span().start() < stretch.end());
        return mentions.subList(first, end);
    }

    /** The mentions of a passage, in order. */
    public List<Mention> mentionsIn(Reading passage) {
        return passage.span().map(this::mentionsIn).orElse(List.of());
    }

    /** The sentence that holds the start of a span; empty between sentences. */
    public Optional<Span> sentenceOf(Span span) {
        return Ordered.at(span.start(), get(Layer.SENTENCES));
    }
}
