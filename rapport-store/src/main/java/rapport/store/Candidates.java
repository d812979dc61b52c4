package rapport.store;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Those of many strings of bits that differ from one in the fewest places: as many as are wanted, and all that tie with the last. Which
 * they are does not depend on the order in which they come; memory does not grow with their number.
 */
final class Candidates {

    /** @param place of a statement among those of its document, from 0 */
    record Candidate(long document, int place) {}

    private final long[] sought;
    private final int wanted;
    private final TreeMap<Integer, List<Candidate>> byDistance = new TreeMap<>();
    private int held;
    private int farthest = Integer.MAX_VALUE;

    /** @param signs as {@link Vectors#signs(byte[])} */
    Candidates(byte[] signs, int wanted) {
        LongBuffer bits = ByteBuffer.wrap(signs).asLongBuffer();
        this.sought = new long[bits.remaining()];
        bits.get(sought);
        this.wanted = wanted;
    }

    /** @param signs of all statements of a document, one after the other */
    void add(long document, byte[] signs) {
        LongBuffer bits = ByteBuffer.wrap(signs).asLongBuffer();
        int all = bits.remaining() / sought.length;
        for (int place = 0; place < all; place++) {
            int distance = 0;
            for (int i = 0; i < sought.length; i++) {
                distance += Long.bitCount(sought[i] ^ bits.get(place * sought.length + i));
            }
            if (distance <= farthest) add(distance, new Candidate(document, place));
        }
    }

    private void add(int distance, Candidate candidate) {
        byDistance.computeIfAbsent(distance, d -> new ArrayList<>()).add(candidate);
        held++;
        while (held - byDistance.lastEntry().getValue().size() >= wanted) {
            held -= byDistance.pollLastEntry().getValue().size();
        }
        if (held >= wanted) farthest = byDistance.lastKey();
    }

    List<Candidate> nearest() {
        return byDistance.values().stream().flatMap(List::stream).toList();
    }
}
