package rapport.analysis.reader;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.StateWord;
import rapport.record.Span;

/**
 * The trained model: one run scores one passage in every layer.
 *
 * <p>Threads: may be shared; each run uses the calling thread alone, so that the order of sums is always the same.
 */
public final class Model implements AutoCloseable {

    private static final String SHIPPED = "/rapport/analysis/reader/model.onnx";

    private final OrtEnvironment environment = Onnx.environment();
    private final OrtSession session;
    private final String name;
    private final WordPieces pieces;
    private final Map<WordLayer, List<String>> classes = new EnumMap<>(WordLayer.class);
    private final List<LinkLayer> links = new ArrayList<>();

    private Model(byte[] bytes, String origin) {
        try {
            session = Onnx.session(bytes);
            Map<String, String> table = session.getMetadata().getCustomMetadata();
            name = require(table, "name", origin);
            pieces = new WordPieces(List.of(require(table, "vocabulary", origin).split("\n")));
            readWordLayers(require(table, "wordLayers", origin), origin);
            for (String written : strings(require(table, "linkLayers", origin))) links.add(linkLayer(written, origin));
        } catch (OrtException e) {
            throw new ModelException(origin, "no model that can be read", e);
        }
    }

    /** The model that comes with the program. */
    public static Model shipped() {
        try (InputStream in = Model.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException("the program was built without its model " + SHIPPED);
            return new Model(in.readAllBytes(), "the shipped model");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading the shipped model", e);
        }
    }

    /**
     * A model from a file, to compare it with the shipped one.
     *
     * @throws ModelException if it is none, or of another version
     */
    public static Model of(Path file) throws IOException {
        return new Model(Files.readAllBytes(file), file.toString());
    }

    /** Name and version, as records carry it. */
    public String name() {
        return name;
    }

    WordPieces pieces() {
        return pieces;
    }

    /** How many pieces a passage of these sentences has. */
    int size(String text, List<Span> sentences, List<StateWord> states) {
        return pieces.read(text, sentences, StandIns.of(text, states)).ids().length;
    }

    /**
     * The scores of a passage; it is read in one pass. At most {@link Passages#LONGEST} pieces.
     *
     * @param sentences of the text, in order
     * @param states words for states in these sentences, in order; the model is given others (decision 0022)
     */
    public Reading read(String text, List<Span> sentences, List<StateWord> states) {
        WordPieces.Pieces read = pieces.read(text, sentences, StandIns.of(text, states));
        int words = read.words().size();
        if (words == 0) return empty();
        long[] row = {1, read.ids().length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(read.ids()), row);
                OnnxTensor cases = OnnxTensor.createTensor(environment, LongBuffer.wrap(read.cases()), row);
                OnnxTensor first =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(read.first()), new long[] {words});
                OrtSession.Result result = session.run(Map.of("ids", ids, "cases", cases, "first", first))) {
            FloatBuffer scores = ((OnnxTensor) result.get(0)).getFloatBuffer();
            FloatBuffer linked = ((OnnxTensor) result.get(1)).getFloatBuffer();
            return new Reading(read.words(), classes, wordScores(scores, words), linkScores(linked, words));
        } catch (OrtException e) {
            throw new IllegalStateException("running the model over " + read.ids().length + " pieces", e);
        }
    }

    private Reading empty() {
        Map<WordLayer, float[][]> none = new EnumMap<>(WordLayer.class);
        for (WordLayer layer : classes.keySet()) none.put(layer, new float[0][]);
        Map<LinkLayer, float[][]> unlinked = new EnumMap<>(LinkLayer.class);
        for (LinkLayer layer : links) unlinked.put(layer, new float[0][]);
        return new Reading(List.of(), classes, none, unlinked);
    }

    private Map<WordLayer, float[][]> wordScores(FloatBuffer scores, int words) {
        Map<WordLayer, float[][]> byLayer = new EnumMap<>(WordLayer.class);
        classes.forEach((layer, names) -> byLayer.put(layer, new float[words][names.size()]));
        for (int word = 0; word < words; word++) {
            for (float[][] layer : byLayer.values()) scores.get(layer[word]);
        }
        return byLayer;
    }

    private Map<LinkLayer, float[][]> linkScores(FloatBuffer scores, int words) {
        Map<LinkLayer, float[][]> byLayer = new EnumMap<>(LinkLayer.class);
        for (LinkLayer layer : links) {
            float[][] block = new float[words][words];
            for (float[] row : block) scores.get(row);
            byLayer.put(layer, block);
        }
        return byLayer;
    }

    /** The table {"mention": ["O", ...], ...}; its order is that of the scores, and must be that of {@link WordLayer}. */
    private void readWordLayers(String table, String origin) {
        Matcher entry = Pattern.compile("\"(\\w+)\": \\[([^\\]]*)\\]").matcher(table);
        for (WordLayer layer : WordLayer.values()) {
            if (!entry.find() || !entry.group(1).equals(layer.written())) {
                String found = "a layer table without \"" + layer.written() + "\" at place " + (layer.ordinal() + 1);
                throw new ModelException(origin, found);
            }
            classes.put(layer, strings(entry.group(2)));
        }
    }

    private static List<String> strings(String list) {
        List<String> found = new ArrayList<>();
        Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(list);
        while (quoted.find()) found.add(quoted.group(1));
        return found;
    }

    private static LinkLayer linkLayer(String written, String origin) {
        for (LinkLayer layer : LinkLayer.values()) if (layer.written().equals(written)) return layer;
        throw new ModelException(origin, "an unknown link layer \"" + written + "\"");
    }

    private static String require(Map<String, String> table, String key, String origin) {
        String value = table.get(key);
        if (value == null) {
            throw new ModelException(origin, "a model without its \"" + key + "\"");
        }
        return value;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("closing the model", e);
        }
    }
}
