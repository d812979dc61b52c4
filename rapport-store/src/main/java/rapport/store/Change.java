package rapport.store;

/** What storing something did to the record. */
public enum Change {
    /** Nothing of this path was there. */
    ADDED,
    /** What was there of this path has given way. */
    REPLACED,
    /** The same was there already; nothing was written. */
    UNCHANGED
}
