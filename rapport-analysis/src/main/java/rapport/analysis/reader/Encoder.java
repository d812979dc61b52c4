package rapport.analysis.reader;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.record.Span;

/**
 * The encoder from which the reader's model was made, as its makers trained it: words that mean alike get vectors that point
 * alike (decision 0015).
 *
 * <p>Unit: a vector is {@value #WIDTH} signed bytes; its length says nothing, only its direction.
 *
 * <p>Source: bge-small-en-v1.5 (Xiao and others, "C-Pack", 2023) in eight bits, as it lies in its Maven artifact: the state of the first
 * piece, and a sentence before questions that this model was trained with.
 *
 * <p>Known miss: it knows English; of more than {@value #LONGEST} word pieces it reads the first. Whose words they are and "not" weigh
 * little in it.
 *
 * <p>Threads: may be shared; each run uses the calling thread alone. Costs some ten milliseconds for a sentence, half a second to load
 * and 150 MB outside Java's heap.
 */
public final class Encoder implements AutoCloseable {

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";
    private static final int WIDTH = 384;
    private static final int LONGEST = 512; // positions that the encoder knows

    private final OrtEnvironment environment = Onnx.environment();
    private final OrtSession session;
    private final WordPieces pieces;

    private Encoder(byte[] graph, String tokenizer) {
        pieces = new WordPieces(vocabulary(tokenizer));
        try {
            session = Onnx.session(graph);
        } catch (OrtException e) {
            throw new ModelException(NAME, "no model that can be read", e);
        }
    }

    /** The encoder that comes with the program. */
    public static Encoder shipped() {
        return new Encoder(
                resource("/" + NAME + ".onnx"),
                new String(resource("/" + NAME + "-tokenizer.json"), StandardCharsets.UTF_8));
    }

    /** Vectors of encoders with other names cannot be compared. */
    public String name() {
        return NAME;
    }

    /** What is to be found. */
    public byte[] statement(String words) {
        return vector(words);
    }

    /** What is looked for. */
    public byte[] question(String words) {
        return vector(QUESTION + words);
    }

    private byte[] vector(String words) {
        long[] all = pieces.read(
                        words,
                        Span.ofStripped(words, 0, words.length()).stream().toList(),
                        Map.of())
                .ids();
        long[] ids = all.length <= LONGEST ? all : Arrays.copyOf(all, LONGEST);
        ids[ids.length - 1] = all[all.length - 1];
        long[] row = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), row);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), row);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), row);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] first = new float[WIDTH];
            states.get(first);
            return bytes(first);
        } catch (OrtException e) {
            throw new IllegalStateException("encoding " + ids.length + " pieces", e);
        }
    }

    /** Scaled so that the largest part is 127. */
    private static byte[] bytes(float[] vector) {
        float largest = 0;
        for (float part : vector) largest = Math.max(largest, Math.abs(part));
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) bytes[i] = (byte) Math.round(vector[i] / largest * Byte.MAX_VALUE);
        return bytes;
    }

    /** The table {"vocab": {"[PAD]": 0, ...}} of a tokenizer file. */
    private static List<String> vocabulary(String tokenizer) {
        Matcher entry = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\": (\\d+)")
                .matcher(tokenizer.substring(tokenizer.indexOf("\"vocab\"")));
        String[] pieces = new String[(int) entry.results().count()];
        entry.reset();
        while (entry.find()) {
            pieces[Integer.parseInt(entry.group(2))] = entry.group(1).replaceAll("\\\\(.)", "$1");
        }
        return List.of(pieces);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Encoder.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program was built without its encoder " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the encoder", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("closing the encoder", e);
        }
    }
}
