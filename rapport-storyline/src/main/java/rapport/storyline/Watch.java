package rapport.storyline;

/** Sees what drawing together costs, as for a benchmark; the clock is the watcher's. */
public interface Watch {

    Watch NONE = new Watch() {
        @Override
        public void begins(Stage stage) {}

        @Override
        public void compared(long pairs) {}
    };

    /** Steps of drawing together, in order; all but the first two are taken for each cell. */
    enum Stage {
        NEIGHBOURS,
        CELLS,
        STORYLINES,
        IDENTITY,
        CHRONOLOGY,
        COPIES,
        EVENTS,
        LEDGER,
        /** What has changed is counted. */
        ROWS
    }

    /** A step begins, and the one before it ends. */
    void begins(Stage stage);

    /** @param pairs of tellings that have been compared in a cell */
    void compared(long pairs);
}
