package rapport.store.export;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rapport.storyline.Settings;

/**
 * What an import did.
 *
 * @param read lines stored, by type
 * @param skipped lines of types that this version does not store, and of actors that no line names, by type
 * @param leftOut settings of the file, if they are not those of the record
 * @param added documents and discarded files that were not there
 * @param replaced those of which something else was there
 * @param unchanged those that were there already
 */
public record Imported(
        SortedMap<String, Long> read,
        SortedMap<String, Long> skipped,
        Optional<Settings> leftOut,
        long added,
        long replaced,
        long unchanged) {

    public Imported {
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }
}
