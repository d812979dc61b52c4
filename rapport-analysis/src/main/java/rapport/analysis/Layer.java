package rapport.analysis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Discard;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/**
 * One kind of annotation, in order of place in the text. Two layers are the same if they are the same object.
 *
 * @param <T> what the layer holds
 */
public final class Layer<T> {

    /**
     * Bylines, days, section labels, datelines and other words about the report rather than of it. Intake knows them; they
     * belong to no sentence.
     */
    public static final Layer<Span> FURNITURE = new Layer<>("furniture", Stream::of);

    /** Sentences, titles and other lines of their own; they do not overlap. */
    public static final Layer<Span> SENTENCES = new Layer<>("sentences", Stream::of);

    /** Names of the dictionary, those of several actors too; they do not overlap. */
    public static final Layer<Named> NAMES = new Layer<>("names", n -> Stream.of(n.span()));

    /** Words for states, which the reader gives way to others (decision 0022). */
    public static final Layer<StateWord> STATE_WORDS = new Layer<>("state words", w -> Stream.of(w.span()));

    /** The model's scores, one reading a passage; passages do not overlap and cover all sentences that were read. */
    public static final Layer<Reading> READINGS = new Layer<>("readings", r -> r.words().stream());

    public static final Layer<Mention> MENTIONS = new Layer<>("mentions", m -> Stream.of(m.span()));

    /** Every actor that a mention of the document names, from the dictionary or provisional. */
    public static final Layer<Actor> ACTORS = new Layer<>("actors", a -> Stream.of());

    /** Days and periods that the text names; each has its words. */
    public static final Layer<Time> TIMES = new Layer<>("times", t -> t.text().stream());

    public static final Layer<Place> PLACES = new Layer<>("places", p -> Stream.of(p.span()));

    public static final Layer<Quantity> QUANTITIES = new Layer<>("quantities", q -> Stream.of(q.text()));

    /** Source, cue and content, before it is known what kind of statement it is. */
    public static final Layer<Attribution> ATTRIBUTIONS = new Layer<>("attributions", Attribution::spans);

    public static final Layer<Statement> STATEMENTS = new Layer<>(
            "statements",
            s -> Stream.of(
                            Stream.of(s.sentence()),
                            s.source().map(Role::span).stream(),
                            s.cue().stream(),
                            s.content().stream())
                    .flatMap(Function.identity()));

    public static final Layer<EventMention> EVENT_MENTIONS = new Layer<>(
            "event mentions",
            e -> Stream.of(
                            Stream.of(e.sentence(), e.trigger()),
                            e.actors().stream().map(Role::span),
                            e.recipients().stream().map(Role::span))
                    .flatMap(Function.identity()));

    /** Passages that could not be coded. */
    public static final Layer<Discard> DISCARDS = new Layer<>("discards", d -> d.span().stream());

    private final String name;
    private final Function<T, Stream<Span>> spans;

    private Layer(String name, Function<T, Stream<Span>> spans) {
        this.name = name;
        this.spans = spans;
    }

    /** Every stretch of text that these annotations point at. */
    Stream<Span> spansOf(List<T> annotations) {
        return annotations.stream().flatMap(spans);
    }

    @Override
    public String toString() {
        return name;
    }
}
