package rapport.cli;

import rapport.analysis.reader.Encoder;
import rapport.store.StatementVectors;

/** The encoder that comes with the program, as the record takes it. Threads: may be shared. */
record ShippedEncoder(Encoder encoder) implements StatementVectors.Encoder, AutoCloseable {

    static ShippedEncoder load() {
        return new ShippedEncoder(Encoder.shipped());
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public byte[] statement(String words) {
        return encoder.statement(words);
    }

    @Override
    public byte[] question(String words) {
        return encoder.question(words);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
