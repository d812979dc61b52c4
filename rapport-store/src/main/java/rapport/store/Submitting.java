package rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.ontology.MentionForm;
import rapport.record.Anchor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Correction.Kind;
import rapport.record.Correction.Verdict;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.storyline.Reviewed;

/** From a submission to a correction that can be stored, within one transaction. */
final class Submitting {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COMMENT = 10_000;

    private final CorrectionTable table;
    private final Review review;
    private final NamingActors naming;
    private final Clock clock;

    Submitting(Session session, Clock clock) {
        this.table = new CorrectionTable(session);
        this.review = new Review(session);
        this.naming = new NamingActors(review);
        this.clock = clock;
    }

    Outcome outcome(Submission submission) {
        try {
            return stored(submission);
        } catch (FieldForm.Wrong e) {
            return e.refused();
        }
    }

    private Outcome stored(Submission s) {
        String by = name(s.by());
        Field field = field(s.field());
        if (field == Field.UNDO) return undone(s, by);
        if (field == Field.SAME_AS) return sameAs(s, by);
        Kind kind = Kind.of(s.of())
                .filter(k -> table.documentOf(s.of()).isPresent())
                .orElseThrow(() -> new FieldForm.Wrong(
                        "no record " + FieldForm.code(s.of()), "the id of a mention, statement or event mention"));
        if (!field.isOf(kind)) throw new FieldForm.Wrong(FieldForm.code(s.field()), "one of " + fields(kind));
        Corrected corrected = corrected(s.of());
        Optional<JsonNode> given = given(s, field);
        if (field.isIdentity()) return identity(s, by, field, given);
        Optional<String> after = field == Field.ASKED
                ? Optional.of(FieldForm.code(asked(given, by)))
                : after(corrected, s.of(), field, given);
        List<Correction> said = review.of(s.of());
        Optional<String> before =
                field.isValue() ? corrected.value(s.of(), field) : field == Field.VERDICT ? seen(s) : Optional.empty();
        List<Correction> same = said.stream()
                .filter(c -> isOf(field, c))
                .filter(c -> field != Field.ASKED || c.after().equals(after) && !isAnswered(c, said))
                .toList();
        return stored(s, correction(s, s.of(), field, before, after, by, anchor(corrected, s.of())), same);
    }

    /** Whoever has answered can be asked again. */
    private static boolean isAnswered(Correction asking, List<Correction> said) {
        Set<String> undone = Judgement.undone(said);
        return said.stream()
                .anyMatch(c -> c.isOpinion()
                        && asking.after().filter(FieldForm.code(c.by())::equals).isPresent()
                        && Correction.BY_TIME.compare(c, asking) > 0
                        && !undone.contains(c.id()));
    }

    /** A comment is words, also if it looks like JSON. */
    private static Optional<JsonNode> given(Submission s, Field field) {
        return s.to().<JsonNode>map(to -> field == Field.COMMENT
                        ? JsonNodeFactory.instance.textNode(FieldForm.whole(to))
                        : FieldForm.typed(to))
                .filter(node -> !node.isNull());
    }

    /** Hangs from a mention of who is taken for another: the words at which one can see who that is. */
    private Outcome sameAs(Submission s, String by) {
        Optional<Mention> named = Kind.of(s.of())
                .filter(Kind.MENTION::equals)
                .flatMap(kind -> table.documentOf(s.of()))
                .flatMap(review::corrected)
                .flatMap(c -> Corrected.find(c.everything().mentions(), Mention::id, s.of()));
        String actor = named.flatMap(Mention::actor).orElse(s.of());
        Mention mention = named.filter(m -> m.actor().isPresent())
                .or(() -> review.firstMention(actor))
                .orElseThrow(() -> new FieldForm.Wrong(
                        "no actor " + FieldForm.code(s.of()), "the id of an actor that words of a report stand for"));
        Corrected corrected = corrected(mention.id());
        JsonNode given = given(s, Field.SAME_AS)
                .orElseThrow(() -> new FieldForm.Wrong("nothing", "the id of another actor, or {\"name\", \"kind\"}"));
        Optional<String> after = naming.value(corrected.everything(), Optional.of(given));
        String other = new Values(corrected.everything())
                .actor(FieldForm.parse(after), own -> {})
                .orElseThrow();
        if (review.same().path(other).contains(actor)) {
            throw new FieldForm.Wrong(
                    FieldForm.code(other) + (other.equals(actor) ? "" : ", who is taken for " + FieldForm.code(actor)),
                    "another actor");
        }
        List<Correction> same = review.ofActor(actor);
        Correction correction = correction(
                s,
                mention.id(),
                Field.SAME_AS,
                Optional.of(FieldForm.code(actor)),
                after,
                by,
                anchor(corrected, mention.id()));
        return stored(s, correction, same);
    }

    private Outcome identity(Submission s, String by, Field field, Optional<JsonNode> given) {
        String other = given.filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(id -> Kind.of(id).filter(Kind.EVENT_MENTION::equals).isPresent())
                .filter(id -> !id.equals(s.of()) && table.documentOf(id).isPresent())
                .orElseThrow(() -> new FieldForm.Wrong(
                        given.map(FieldForm::quoted).orElse("nothing"), "the id of another event mention"));
        Reviewed.Pair pair = new Reviewed.Pair(s.of(), other);
        Anchor second = anchor(corrected(pair.second()), pair.second());
        Optional<Judgement> stands = Optional.ofNullable(review.identity().get(pair));
        List<Correction> said = review.of(pair.first());
        List<Correction> ofOther = review.of(pair.second());
        List<Correction> same = said.stream()
                .filter(c -> c.field().isIdentity() && ofOther.contains(c))
                .toList();
        Correction correction = correction(
                s,
                pair.first(),
                field,
                stands.map(j -> FieldForm.code(j.counts().field().code())),
                Optional.of(FieldForm.other(pair.second(), second)),
                by,
                anchor(corrected(pair.first()), pair.first()));
        return stored(s, correction, same);
    }

    /** The undo hangs from the record of what it takes back, and stands beside it. */
    private Outcome undone(Submission s, String by) {
        Correction target = table.find(s.of())
                .orElseThrow(
                        () -> new FieldForm.Wrong("no correction " + FieldForm.code(s.of()), "the id of a correction"));
        List<Correction> all = table.byTime();
        Correction undo = correction(
                s,
                target.of(),
                Field.UNDO,
                Optional.of(FieldForm.code(target.id())),
                Optional.empty(),
                by,
                target.anchor());
        if (table.find(undo.id()).isEmpty() && Judgement.undone(all).contains(target.id())) {
            throw new FieldForm.Wrong(
                    "correction " + FieldForm.code(target.id()) + ", which is undone already", "one that stands");
        }
        List<Correction> said =
                all.stream().filter(c -> c.of().equals(target.of())).toList();
        List<Correction> same = said.stream()
                .filter(c -> c.field() == target.field()
                        || c.undoes().filter(target.id()::equals).isPresent())
                .toList();
        return stored(s, undo, same);
    }

    /** @param same what was said of the same field */
    private Outcome stored(Submission s, Correction correction, List<Correction> same) {
        Optional<Correction> there = table.find(correction.id());
        if (there.isPresent()) return new Outcome.Stored(there.get(), false);
        Set<String> undone = Judgement.undone(table.byTime());
        if (correction.field() != Field.COMMENT && correction.field() != Field.UNDO) {
            Optional<Correction> last = same.stream()
                    .filter(c -> !undone.contains(c.id()))
                    .max(Correction.BY_TIME)
                    .filter(c -> isAgain(c, correction));
            if (last.isPresent()) return new Outcome.Stored(last.get(), false);
        }
        if (isOnesOwn(correction.field())) {
            table.add(correction);
            return new Outcome.Stored(correction, true);
        }
        Optional<Correction> seen = s.seen().flatMap(table::find);
        List<Correction> newer = same.stream()
                .filter(c -> !c.by().equals(correction.by()))
                .filter(c -> seen.map(last -> Correction.BY_TIME.compare(c, last) > 0)
                        .orElse(true))
                .toList();
        if (!newer.isEmpty()) return new Outcome.Conflict(newer);
        table.add(correction);
        return new Outcome.Stored(correction, true);
    }

    /** Says something of this field, or takes back what does. */
    private boolean isOf(Field field, Correction correction) {
        return correction.field() == field
                || correction
                        .undoes()
                        .flatMap(table::find)
                        .filter(undone -> undone.field() == field)
                        .isPresent();
    }

    /** Verdicts, comments and questions do not get into each other's way: everybody has his own. */
    private static boolean isOnesOwn(Field field) {
        return field == Field.VERDICT || field == Field.COMMENT || field == Field.ASKED;
    }

    private static boolean isAgain(Correction one, Correction other) {
        return one.by().equals(other.by())
                && one.field() == other.field()
                && one.settles() == other.settles()
                && one.after().equals(other.after());
    }

    private Correction correction(
            Submission s,
            String of,
            Field field,
            Optional<String> before,
            Optional<String> after,
            String by,
            Anchor anchor) {
        boolean settles = Correction.settles(s.field());
        // not the time: what is sent twice comes at two times
        String id = Ids.of('c', of, field.code(), settles, field == Field.UNDO ? before : after, by, s.token());
        return new Correction(id, of, field, settles, before, after, by, at(), anchor);
    }

    /** After all that is there, so that the order of corrections is that of their times, also in an export. */
    private Instant at() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return table.last()
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    private Optional<String> seen(Submission s) {
        return s.seen().filter(id -> table.find(id).isPresent()).map(FieldForm::code);
    }

    private Corrected corrected(String record) {
        return table.documentOf(record).flatMap(review::corrected).orElseThrow();
    }

    private static Anchor anchor(Corrected corrected, String record) {
        Coded coded = corrected.everything();
        Span span = Kind.of(record)
                .map(kind -> Corrected.spans(coded, kind).get(record))
                .orElseThrow();
        return Anchor.of(coded.document(), span);
    }

    /** The value in the one form in which it is kept, so that equal values are equal texts. */
    private Optional<String> after(Corrected corrected, String record, Field field, Optional<JsonNode> given) {
        JsonNode node = given.orElseGet(JsonNodeFactory.instance::nullNode);
        if (field == Field.VERDICT) {
            return Optional.of(FieldForm.code(node, Verdict.values()).json());
        }
        if (field == Field.COMMENT) return Optional.of(FieldForm.code(comment(node)));
        if (field == Field.ACTOR) return naming.value(corrected.everything(), given);
        Values values = new Values(corrected.everything());
        FieldForm form = new FieldForm(corrected.everything().document().text());
        if (field.isOf(Kind.STATEMENT)) {
            Statement before = Corrected.find(corrected.everything().statements(), Statement::id, record)
                    .orElseThrow();
            Statement after = values.with(before, field, node, id -> naming.require(corrected.everything(), id));
            return Corrected.value(after, field, form);
        }
        if (field == Field.FORM) {
            return Optional.of(
                    FieldForm.code(FieldForm.code(node, MentionForm.values()).code()));
        }
        EventMention before = Corrected.find(corrected.everything().eventMentions(), EventMention::id, record)
                .orElseThrow();
        EventMention after = values.with(before, field, node, id -> naming.require(corrected.everything(), id));
        return Corrected.value(after, field, form);
    }

    private static String asked(Optional<JsonNode> given, String by) {
        String name =
                name(given.filter(JsonNode::isTextual).map(JsonNode::textValue).orElse(""));
        if (name.equals(by)) throw new FieldForm.Wrong(FieldForm.code(name) + ", who asks", "another reviewer");
        return name;
    }

    private static String comment(JsonNode node) {
        String comment = node.isTextual() ? node.textValue().strip() : "";
        if (comment.isEmpty() || comment.length() > LONGEST_COMMENT) {
            throw new FieldForm.Wrong(
                    comment.isEmpty() ? "no words" : comment.length() + " characters",
                    "a comment of 1 to " + LONGEST_COMMENT + " characters");
        }
        return comment;
    }

    static String name(String given) {
        String name = given.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.codePoints().anyMatch(c -> Character.isISOControl(c) || isHalf(c) || c == '|')) {
            throw new FieldForm.Wrong(
                    name.length() > LONGEST_NAME ? name.length() + " characters" : FieldForm.code(name),
                    "a name of 1 to " + LONGEST_NAME + " characters without line ends and bars");
        }
        return name;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Field field(String written) {
        try {
            Field field = Correction.field(written);
            if (Correction.settles(written)
                    && (field == Field.COMMENT || field == Field.ASKED || field == Field.UNDO)) {
                throw new FieldForm.Wrong(FieldForm.code(written), "a field that reviewers can differ in");
            }
            return field;
        } catch (FieldForm.Wrong e) {
            throw e;
        } catch (IllegalArgumentException e) {
            List<String> all = new ArrayList<>();
            for (Field field : Field.values()) all.add(field.code());
            throw new FieldForm.Wrong(FieldForm.code(written), "one of " + String.join(", ", all));
        }
    }

    private static String fields(Kind kind) {
        List<String> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.isOf(kind)) fields.add(field.code());
        }
        return String.join(", ", fields);
    }
}
