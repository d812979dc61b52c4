package rapport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.record.Span;

/** Builds readings by hand: words apart by spaces and hyphens, every score low until it is set. */
public final class Readings {

    private static final Map<WordLayer, List<String>> CLASSES = classes();
    private static final float SURE = 9;

    private final String text;
    private final List<Span> words = new ArrayList<>();
    private final Map<WordLayer, float[][]> scores = new EnumMap<>(WordLayer.class);
    private final Map<LinkLayer, float[][]> links = new EnumMap<>(LinkLayer.class);

    private Readings(String text) {
        this.text = text;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '-') {
                words.add(new Span(start, i));
                if (i < text.length() && text.charAt(i) == '-') words.add(new Span(i, i + 1));
                start = i + 1;
            }
        }
        CLASSES.forEach((layer, classes) -> {
            float[][] rows = new float[words.size()][classes.size()];
            if (classes.get(0).equals("O")) for (float[] row : rows) row[0] = SURE;
            scores.put(layer, rows);
        });
        for (LinkLayer layer : LinkLayer.values()) {
            float[][] block = new float[words.size()][words.size()];
            for (float[] row : block) Arrays.fill(row, -SURE);
            links.put(layer, block);
        }
    }

    public static Readings of(String text) {
        return new Readings(text);
    }

    /** Marks some words of the text as one run of a layer. */
    public Readings tag(WordLayer layer, String span, String label) {
        Reading.Words run = words(span);
        for (int word = run.first(); word < run.end(); word++) {
            float[] row = scores.get(layer)[word];
            Arrays.fill(row, 0);
            row[CLASSES.get(layer).indexOf((word == run.first() ? "B-" : "I-") + label)] = SURE;
        }
        return this;
    }

    /** Raises one class of a layer at some words. */
    public Readings score(WordLayer layer, String span, String label, float value) {
        Reading.Words run = words(span);
        for (int word = run.first(); word < run.end(); word++) {
            scores.get(layer)[word][CLASSES.get(layer).indexOf(label)] = value;
        }
        return this;
    }

    public Readings link(LinkLayer layer, String from, String to) {
        return link(layer, from, to, SURE);
    }

    public Readings link(LinkLayer layer, String from, String to, float value) {
        Reading.Words a = words(from);
        Reading.Words b = words(to);
        for (int i = a.first(); i < a.end(); i++) {
            for (int j = b.first(); j < b.end(); j++) links.get(layer)[i][j] = value;
        }
        return this;
    }

    public Reading build() {
        return new Reading(words, CLASSES, scores, links);
    }

    public Reading.Words words(String span) {
        int start = text.indexOf(span);
        if (start < 0) throw new IllegalArgumentException("\"" + span + "\" does not stand in \"" + text + "\"");
        Span characters = new Span(start, start + span.length());
        int first = -1;
        int end = -1;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).overlaps(characters)) {
                if (first < 0) first = i;
                end = i + 1;
            }
        }
        return new Reading.Words(first, end);
    }

    private static Map<WordLayer, List<String>> classes() {
        List<String> types = List.of("AGREE", "CONSULT", "REQUEST", "RETREAT", "ASSAULT");
        List<String> modalities = List.of("occurred", "planned", "demanded", "denied");
        List<String> kinds = List.of("claim", "accusation", "demand", "commitment");
        List<String> forms = List.of(
                "O",
                "B-name",
                "I-name",
                "B-pronoun",
                "I-pronoun",
                "B-metonym",
                "I-metonym",
                "B-description",
                "I-description");
        Map<WordLayer, List<String>> classes = new EnumMap<>(WordLayer.class);
        for (WordLayer layer : WordLayer.values()) {
            classes.put(
                    layer,
                    switch (layer) {
                        case MENTION, INNER_MENTION -> forms;
                        case SOURCE -> List.of("O", "B-source", "I-source");
                        case CUE -> List.of("O", "B-cue", "I-cue");
                        case CONTENT, INNER_CONTENT -> List.of("O", "B-content", "I-content");
                        case TRIGGER -> List.of("O", "B-trigger", "I-trigger");
                        case TYPE, TYPE_OF_ACTOR, TYPE_OF_RECIPIENT -> types;
                        case MODALITY, MODALITY_OF_ACTOR, MODALITY_OF_RECIPIENT -> modalities;
                        case KIND, KIND_OF_CONTENT -> kinds;
                        case NEGATED, NEGATED_OF_CONTENT -> List.of("no", "yes");
                    });
        }
        return classes;
    }
}
