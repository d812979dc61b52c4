package rapport.store;

import java.util.List;
import rapport.record.Correction;

/** What became of a submission. */
public sealed interface Outcome {

    /**
     * It is in the record.
     *
     * @param isNew false if it was there already, as after a double click
     */
    record Stored(Correction correction, boolean isNew) implements Outcome {}

    /**
     * Somebody else has changed the same since the reviewer looked; nothing is stored.
     *
     * @param newer what he has not seen, oldest first
     */
    record Conflict(List<Correction> newer) implements Outcome {

        public Conflict {
            newer = List.copyOf(newer);
        }
    }

    /**
     * It cannot be stored as it is.
     *
     * @param found quoted
     * @param expected what would do
     */
    record Refused(String found, String expected) implements Outcome {}
}
