package rapport.analysis.reader;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The model runtime, set so that sums are always added in the same order. */
final class Onnx {

    /** Held, so that its level stays: what the runtime has to say on loading comes as an exception too. */
    private static final Logger RUNTIME = Logger.getLogger("ai.onnxruntime.OnnxRuntime");

    private Onnx() {}

    static OrtEnvironment environment() {
        RUNTIME.setLevel(Level.OFF);
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw new ModelException(e);
        }
    }

    /** Each run uses the calling thread alone. */
    static OrtSession session(byte[] graph) throws OrtException {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false); // nothing that is read leaves the machine, not even that it was read
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // where a processor has no products of eight bits their sums would be cut off at sixteen
            options.addConfigEntry("session.x64quantprecision", "1");
            return environment.createSession(graph, options);
        }
    }
}
