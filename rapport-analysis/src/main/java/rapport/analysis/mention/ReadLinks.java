package rapport.analysis.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rapport.analysis.Logits;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.analysis.Tags;
import rapport.record.Span;

/** Links as the readings of one document score them. */
final class ReadLinks implements Links {

    private static final double LINKED = 0.5;

    /** A stretch of attributed words and the words for the one who says them. */
    private record Said(Span content, Span source) {}

    private final List<Reading> readings;
    private final List<List<Said>> said;

    ReadLinks(List<Reading> readings) {
        this.readings = readings;
        this.said = readings.stream().map(ReadLinks::said).toList();
    }

    @Override
    public double chance(Found later, Found earlier) {
        if (later.passage() != earlier.passage()) return 0;
        Reading reading = readings.get(later.passage());
        Optional<Words> from = reading.wordsIn(later.span());
        Optional<Words> to = reading.wordsIn(earlier.span());
        if (from.isEmpty() || to.isEmpty()) return 0;
        return Logits.sigmoid(reading.link(LinkLayer.ANTECEDENT, from.get(), to.get()));
    }

    @Override
    public Optional<Span> speakerOf(Found quoted) {
        return said.get(quoted.passage()).stream()
                .filter(one -> one.content().contains(quoted.span()))
                .min(Comparator.comparingInt(one -> one.content().length()))
                .map(Said::source);
    }

    @Override
    public List<Span> sourcesBefore(Found later) {
        if (later.passage() == 0) return List.of();
        return said.get(later.passage() - 1).stream()
                .map(Said::source)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Said> said(Reading reading) {
        if (reading.words().isEmpty()) return List.of();
        List<Words> cues = runs(reading, WordLayer.CUE);
        List<Words> sources = runs(reading, WordLayer.SOURCE);
        List<Words> contents = new ArrayList<>(runs(reading, WordLayer.CONTENT));
        contents.addAll(runs(reading, WordLayer.INNER_CONTENT));
        List<Said> said = new ArrayList<>();
        for (Words content : contents) {
            best(reading, LinkLayer.CONTENT_OF, cues, content, false)
                    .flatMap(cue -> best(reading, LinkLayer.SOURCE_OF, sources, cue, true))
                    .ifPresent(source -> said.add(new Said(reading.spanOf(content), reading.spanOf(source))));
        }
        return said;
    }

    /** Links go from the cue, so {@code fixed} is where it begins if {@code isFrom}, or else where it ends. */
    private static Optional<Words> best(
            Reading reading, LinkLayer layer, List<Words> candidates, Words fixed, boolean isFrom) {
        Comparator<Words> byChance = Comparator.comparingDouble(
                words -> isFrom ? reading.link(layer, fixed, words) : reading.link(layer, words, fixed));
        return candidates.stream()
                .max(byChance)
                .filter(words ->
                        Logits.sigmoid(isFrom ? reading.link(layer, fixed, words) : reading.link(layer, words, fixed))
                                >= LINKED);
    }

    private static List<Words> runs(Reading reading, WordLayer layer) {
        return Tags.of(reading, layer, Tags.Settings.PLAIN).stream()
                .map(Tags.Run::words)
                .toList();
    }
}
