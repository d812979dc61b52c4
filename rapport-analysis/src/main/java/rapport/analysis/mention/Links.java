package rapport.analysis.mention;

import java.util.List;
import java.util.Optional;
import rapport.record.Span;

/** What the reader says about how mentions hang together. */
interface Links {

    /** Nothing: what is left when nothing was read. */
    Links NONE = new Links() {
        @Override
        public double chance(Found later, Found earlier) {
            return 0;
        }

        @Override
        public Optional<Span> speakerOf(Found quoted) {
            return Optional.empty();
        }

        @Override
        public List<Span> sourcesBefore(Found later) {
            return List.of();
        }
    };

    /** How likely the two stand for the same actor, from 0 to 1; 0 between passages. */
    double chance(Found later, Found earlier);

    /** The words for the one to whom the words around a mention are attributed. */
    Optional<Span> speakerOf(Found quoted);

    /** Words for those to whom anything is attributed in the passage before a mention's, the last first. */
    List<Span> sourcesBefore(Found later);
}
