package rapport.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.ontology.Code;

/**
 * What a reviewer says of a record. It stands beside what was read and changes nothing of it; laid over it, it gives the record
 * as reviewers have it. Nothing is overwritten: who thinks better of it adds another, and an undo is one too.
 *
 * <p>Values are JSON in the form that the record's line in an export has, positions in code points; what is empty is null there.
 * Beside the fields of a line: {@code verdict} is {@code "accepted"}, {@code "rejected"} (there is no such thing in the text) or
 * {@code "unsure"}; {@code comment} any words; {@code asked} the name of the reviewer whose opinion is asked for; {@code join} and
 * {@code split} name the other event mention and its anchor;
 * {@code sameAs} says that whoever stands at a mention is, everywhere in the record, really another, and has both ids.
 *
 * @param id from what was submitted, so that the same submission twice is one
 * @param of id of the record, as it was when this was written; after the report is read again the anchor finds it
 * @param settles whether it settles a difference between reviewers, and so counts before what single reviewers say
 * @param before what stood there; of an undo the id of what it takes back, of a verdict that of the last correction that its
 *     reviewer had seen
 * @param by the reviewer's name
 * @param at unit: milliseconds; later ones are later also where the clock stood still
 * @param anchor the words that the record rests on: a mention's own, an event mention's trigger, a statement's cue or else content
 */
public record Correction(
        String id,
        String of,
        Field field,
        boolean settles,
        Optional<String> before,
        Optional<String> after,
        String by,
        Instant at,
        Anchor anchor) {

    /** Oldest first. */
    public static final Comparator<Correction> BY_TIME =
            Comparator.comparing(Correction::at).thenComparing(Correction::id);

    private static final String SETTLED = ".settled";

    /** What can be corrected. Ids tell by their first letter what they are of. */
    public enum Kind {
        MENTION('m'),
        STATEMENT('s'),
        EVENT_MENTION('e');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        public static Optional<Kind> of(String id) {
            for (Kind kind : values()) if (!id.isEmpty() && id.charAt(0) == kind.letter) return Optional.of(kind);
            return Optional.empty();
        }
    }

    /** What of it. */
    public enum Field implements Code {
        EVENT_TYPE("eventType", Kind.EVENT_MENTION),
        MODES("modes", Kind.EVENT_MENTION),
        CONTEXTS("contexts", Kind.EVENT_MENTION),
        MODALITY("modality", Kind.EVENT_MENTION),
        ACTORS("actors", Kind.EVENT_MENTION),
        RECIPIENTS("recipients", Kind.EVENT_MENTION),
        WHEN("when", Kind.EVENT_MENTION),
        PLACE("place", Kind.EVENT_MENTION),
        SOURCE("source", Kind.STATEMENT),
        KIND("kind", Kind.STATEMENT),
        ADDRESSEE("addressee", Kind.STATEMENT),
        NEGATED("negated", Kind.STATEMENT),
        QUOTATION("quotation", Kind.STATEMENT),
        ACTOR("actor", Kind.MENTION),
        FORM("form", Kind.MENTION),
        VERDICT("verdict", Kind.MENTION, Kind.STATEMENT, Kind.EVENT_MENTION),
        COMMENT("comment", Kind.MENTION, Kind.STATEMENT, Kind.EVENT_MENTION),
        ASKED("asked", Kind.MENTION, Kind.STATEMENT, Kind.EVENT_MENTION),
        JOIN("join", Kind.EVENT_MENTION),
        SPLIT("split", Kind.EVENT_MENTION),
        SAME_AS("sameAs", Kind.MENTION),
        UNDO("undo", Kind.MENTION, Kind.STATEMENT, Kind.EVENT_MENTION);

        private final String code;
        private final Set<Kind> kinds;

        Field(String code, Kind... kinds) {
            this.code = code;
            this.kinds = EnumSet.copyOf(List.of(kinds));
        }

        @Override
        public String code() {
            return code;
        }

        public boolean isOf(Kind kind) {
            return kinds.contains(kind);
        }

        /** A field of the record itself, and not a word about it. */
        public boolean isValue() {
            return compareTo(VERDICT) < 0;
        }

        /** Whether two event mentions tell one event. */
        public boolean isIdentity() {
            return this == JOIN || this == SPLIT;
        }
    }

    /** Whether the record is right as it stands. */
    public enum Verdict implements Code {
        ACCEPTED("accepted"),
        REJECTED("rejected"),
        UNSURE("unsure");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** As a correction has it. */
        public String json() {
            return '"' + code + '"';
        }
    }

    /** As a line has it: {@code "modality"}, {@code "modality.settled"}. */
    public String writtenField() {
        return field.code() + (settles ? SETTLED : "");
    }

    /** @throws IllegalArgumentException if there is no such field */
    public static Field field(String written) {
        return Code.parse(
                Field.class, settles(written) ? written.substring(0, written.length() - SETTLED.length()) : written);
    }

    public static boolean settles(String written) {
        return written.endsWith(SETTLED);
    }

    public boolean is(Verdict verdict) {
        return field == Field.VERDICT && after.filter(verdict.json()::equals).isPresent();
    }

    /** Whether it says of the record what it is or should be, which answers whoever has asked. */
    public boolean isOpinion() {
        return field.isValue() || field == Field.VERDICT;
    }

    /** The id of the correction that this one takes back. */
    public Optional<String> undoes() {
        return field == Field.UNDO ? before.map(id -> id.replace("\"", "")) : Optional.empty();
    }
}
