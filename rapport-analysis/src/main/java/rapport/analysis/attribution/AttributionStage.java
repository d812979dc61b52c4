package rapport.analysis.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Attribution;
import rapport.analysis.BareWords;
import rapport.analysis.Layer;
import rapport.analysis.Logits;
import rapport.analysis.Marks;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.analysis.Stage;
import rapport.analysis.Tags;
import rapport.record.Ids;
import rapport.record.Span;

/**
 * Finds sources, cues and contents and ties each cue to its source and its content.
 *
 * <p>A cue without content is none. A content belongs to the one cue that is likeliest to report it: of 18,700 coded ones 1 in 100 belongs to
 * two, and where two claimed one the other was mostly somebody else's ("Both sides agreed on steps, among them Strelsau's assurance that ...").
 *
 * <p>Known miss: words without any cue (a live blog's bare quotation) are no statement; a quotation that runs over two passages
 * is two, the second perhaps without its speaker.
 */
public final class AttributionStage implements Stage {

    /** Chosen on the kept-aside part of PolNeAR train; see training/README.md. */
    private static final Tags.Settings SETTINGS = new Tags.Settings(1.0, 0.0);

    private static final double LINKED = 0.5; // chance from which a link holds
    private static final double LEAST = 0.05; // chance below which even the best link does not

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.READINGS);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.ATTRIBUTIONS);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        List<Attribution> found = new ArrayList<>();
        for (Reading reading : annotated.get(Layer.READINGS)) {
            found.addAll(attributions(annotated.document().id(), annotated.text(), reading));
        }
        return annotated.with(Layer.ATTRIBUTIONS, layered(found));
    }

    /** The runs of one role, as the stage finds them: what measures of spans alone are taken from. */
    public static List<Span> spans(String text, Reading reading, WordLayer role) {
        return runs(text, reading, role).stream()
                .map(run -> span(text, reading, role, run))
                .toList();
    }

    private static Span span(String text, Reading reading, WordLayer role, Tags.Run run) {
        Span closed = Marks.closed(text, reading.spanOf(run.words()));
        return role == WordLayer.SOURCE ? Marks.withoutStop(text, closed) : closed;
    }

    private static List<Attribution> attributions(String document, String text, Reading reading) {
        List<Tags.Run> cues = runs(text, reading, WordLayer.CUE);
        List<Tags.Run> sources = runs(text, reading, WordLayer.SOURCE);
        List<Tags.Run> contents = Stream.of(WordLayer.CONTENT, WordLayer.INNER_CONTENT)
                .flatMap(layer -> runs(text, reading, layer).stream())
                .toList();
        List<List<Tags.Run>> contentsOfCues = contentsOf(reading, cues, contents);
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            List<Tags.Run> content = contentsOfCues.get(i);
            if (content.isEmpty()) continue;
            Words cue = cues.get(i).words();
            Optional<Tags.Run> source = best(reading, LinkLayer.SOURCE_OF, cue, sources);
            Span cueSpan = reading.spanOf(cue);
            double score = cues.get(i).score()
                    * content.stream().mapToDouble(Tags.Run::score).min().orElse(0)
                    * source.map(run -> run.score() * chance(reading, LinkLayer.SOURCE_OF, cue, run.words()))
                            .orElse(1.0);
            found.add(new Attribution(
                    Ids.of('s', document, cueSpan.start(), cueSpan.end(), "attribution"),
                    source.map(run -> span(text, reading, WordLayer.SOURCE, run)),
                    Optional.of(cueSpan),
                    content.stream()
                            .map(run -> span(text, reading, WordLayer.CONTENT, run))
                            .sorted()
                            .toList(),
                    Optional.empty(),
                    score));
        }
        return found;
    }

    /**
     * For each cue the contents that it claims before all others. A content that stands around the cue cannot be its own, nor one that
     * stands within its own.
     */
    private static List<List<Tags.Run>> contentsOf(Reading reading, List<Tags.Run> cues, List<Tags.Run> contents) {
        List<List<Tags.Run>> ofCues = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) ofCues.add(new ArrayList<>());
        if (cues.isEmpty()) return ofCues;
        List<Tags.Run> longestFirst = contents.stream()
                .sorted(Comparator.comparingInt(run -> -run.words().size()))
                .toList();
        Set<Words> given = new HashSet<>(); // both layers may mark the same words
        for (Tags.Run content : longestFirst) {
            if (!given.add(content.words())) continue;
            double[] chances = new double[cues.size()];
            for (int i = 0; i < chances.length; i++) {
                Words cue = cues.get(i).words();
                boolean isOwn = ofCues.get(i).stream().anyMatch(own -> overlaps(own.words(), content.words()));
                if (!isOwn && !overlaps(cue, content.words()))
                    chances[i] = chance(reading, LinkLayer.CONTENT_OF, cue, content.words());
            }
            int best = Logits.argmax(chances);
            if (chances[best] >= LEAST) ofCues.get(best).add(content);
        }
        return ofCues;
    }

    /** Without cues and contents that say nothing by themselves: of the coded ones 1 in 600 is such. A source may be an article, the rest of whose noun is elsewhere. */
    private static List<Tags.Run> runs(String text, Reading reading, WordLayer role) {
        return Tags.of(reading, role, SETTINGS).stream()
                .filter(run -> role == WordLayer.SOURCE
                        || !BareWords.areAll(reading.spanOf(run.words()).in(text)))
                .toList();
    }

    private static Optional<Tags.Run> best(Reading reading, LinkLayer link, Words from, List<Tags.Run> candidates) {
        return candidates.stream()
                .filter(run -> !overlaps(run.words(), from) && chance(reading, link, from, run.words()) >= LINKED)
                .max(Comparator.comparingDouble(run -> chance(reading, link, from, run.words())));
    }

    private static double chance(Reading reading, LinkLayer link, Words from, Words to) {
        return Logits.sigmoid(reading.link(link, from, to));
    }

    private static boolean overlaps(Words one, Words other) {
        return one.first() < other.end() && other.first() < one.end();
    }

    /** Each attribution with the innermost other one in whose content its cue stands. */
    private static List<Attribution> layered(List<Attribution> found) {
        return found.stream()
                .map(inner -> new Attribution(
                        inner.id(), inner.source(), inner.cue(), inner.content(), outerOf(inner, found), inner.score()))
                .toList();
    }

    private static Optional<String> outerOf(Attribution inner, List<Attribution> all) {
        return inner.cue()
                .flatMap(cue -> all.stream()
                        .filter(outer -> outer != inner)
                        .flatMap(outer -> outer.content().stream()
                                .filter(content -> content.contains(cue))
                                .map(content -> new Around(outer.id(), content.length())))
                        .min(Comparator.comparingInt(Around::length).thenComparing(Around::id))
                        .map(Around::id));
    }

    private record Around(String id, int length) {}
}
