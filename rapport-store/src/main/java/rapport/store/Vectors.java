package rapport.store;

import java.util.List;

/**
 * The vectors of all statements of one document.
 *
 * @param statements their ids, in order
 * @param vectors one each, all of one length; only their directions count
 */
record Vectors(String document, List<String> statements, List<byte[]> vectors) {

    Vectors {
        statements = List.copyOf(statements);
        vectors = List.copyOf(vectors);
    }

    /** One after the other. */
    byte[] joined() {
        byte[] joined =
                new byte[vectors.stream().mapToInt(vector -> vector.length).sum()];
        int at = 0;
        for (byte[] vector : vectors) {
            System.arraycopy(vector, 0, joined, at, vector.length);
            at += vector.length;
        }
        return joined;
    }

    /** Of each its {@link #signs(byte[])}. */
    byte[] joinedSigns() {
        return new Vectors(
                        document,
                        statements,
                        vectors.stream().map(Vectors::signs).toList())
                .joined();
    }

    /** One bit a part, set where it is above 0; as many as fill whole numbers of eight bytes. */
    static byte[] signs(byte[] vector) {
        byte[] signs = new byte[(vector.length + Long.SIZE - 1) / Long.SIZE * Long.BYTES];
        for (int i = 0; i < vector.length; i++) if (vector[i] > 0) signs[i / 8] |= (byte) (1 << i % 8);
        return signs;
    }

    /** Cosine of a vector and the one that begins there; 0 if one of them has no direction. */
    static double cosine(byte[] one, byte[] others, int at) {
        long product = 0;
        long square = 0;
        long otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            int part = one[i];
            int other = others[at + i];
            product += part * other;
            square += part * part;
            otherSquare += other * other;
        }
        return square == 0 || otherSquare == 0 ? 0 : product / Math.sqrt((double) square * otherSquare);
    }
}
