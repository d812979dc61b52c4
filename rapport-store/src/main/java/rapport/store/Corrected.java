package rapport.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import rapport.record.Actor;
import rapport.record.Anchor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Correction.Kind;
import rapport.record.Correction.Verdict;
import rapport.record.EventMention;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * What was read from one document with what reviewers say of it laid over. A correction finds its record by the id; after another
 * version has read the text, by the same words, else by those that overlap most.
 *
 * <p>A corrected mention takes the roles and sources along that stand on its words. Known miss: not the addressee of a
 * statement, nor whom it is about.
 *
 * @param coded without what is rejected, and with the actors that corrections name
 * @param everything the same with what is rejected
 * @param placed by the id of the record, oldest first
 * @param unplaced of this text, but of no record that was read from it, or of no value that it can have
 */
public record Corrected(
        Coded coded, Coded everything, Map<String, List<Correction>> placed, List<Correction> unplaced) {

    public Corrected {
        placed = Collections.unmodifiableMap(new TreeMap<>(placed));
        unplaced = List.copyOf(unplaced);
    }

    /**
     * @param corrections those of other texts are left aside
     * @param actors by id, for those whom a correction names and the document does not
     */
    public static Corrected of(Coded asRead, List<Correction> corrections, Function<String, Optional<Actor>> actors) {
        Laying laying = new Laying(asRead, actors);
        corrections.stream()
                .filter(c -> c.anchor().textSha256().equals(asRead.document().textSha256()))
                .sorted(Correction.BY_TIME)
                .forEach(laying::place);
        return laying.corrected();
    }

    /** The same with those in the place of others for whom these are taken. */
    Corrected with(SameActors same) {
        return new Corrected(same.in(coded), same.in(everything), placed, unplaced);
    }

    /** What counts of the fields of a record. */
    public Map<Field, Judgement> judgements(String record) {
        return Judgement.of(placed.getOrDefault(record, List.of()));
    }

    /** The words that a record of the document rests on, by its id. */
    static Map<String, Span> spans(Coded coded, Kind kind) {
        Map<String, Span> spans = new LinkedHashMap<>();
        switch (kind) {
            case MENTION -> coded.mentions().forEach(m -> spans.put(m.id(), m.span()));
            case STATEMENT ->
                coded.statements()
                        .forEach(s ->
                                spans.put(s.id(), s.cue().orElse(s.content().get(0))));
            case EVENT_MENTION -> coded.eventMentions().forEach(e -> spans.put(e.id(), e.trigger()));
        }
        return spans;
    }

    /** The record that a correction means, if it is there. */
    static Optional<String> find(Coded coded, String id, Anchor anchor) {
        Optional<Kind> kind = Kind.of(id);
        Optional<Span> at = anchor.in(coded.document());
        if (kind.isEmpty() || at.isEmpty()) return Optional.empty();
        Map<String, Span> spans = spans(coded, kind.get());
        if (spans.containsKey(id)) return Optional.of(id);
        return spans.entrySet().stream()
                .filter(entry -> entry.getValue().overlaps(at.get()))
                .max(Comparator.comparingDouble((Map.Entry<String, Span> entry) -> share(entry.getValue(), at.get()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** What two stretches have in common, of what they cover together: 1 if they are the same. */
    private static double share(Span one, Span other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return (double) common / one.to(other).length();
    }

    /** The value of a field of a record as JSON, as it stands in {@link #everything}; empty for null. */
    public Optional<String> value(String record, Field field) {
        FieldForm form = new FieldForm(everything.document().text());
        if (field.isOf(Kind.MENTION)) {
            return find(everything.mentions(), Mention::id, record).flatMap(m -> value(m, field));
        }
        if (field.isOf(Kind.STATEMENT)) {
            return find(everything.statements(), Statement::id, record).flatMap(s -> value(s, field, form));
        }
        return find(everything.eventMentions(), EventMention::id, record).flatMap(e -> value(e, field, form));
    }

    static Optional<String> value(Mention mention, Field field) {
        return field == Field.ACTOR
                ? FieldForm.text(mention.actor())
                : Optional.of(FieldForm.code(mention.form().code()));
    }

    static Optional<String> value(Statement statement, Field field, FieldForm form) {
        return switch (field) {
            case SOURCE -> form.role(statement.source());
            case KIND -> Optional.of(FieldForm.code(statement.kind().code()));
            case QUOTATION -> Optional.of(FieldForm.code(statement.quotation().code()));
            case ADDRESSEE -> FieldForm.text(statement.addressee());
            case NEGATED -> Optional.of(Boolean.toString(statement.negated()));
            default -> Optional.empty();
        };
    }

    static Optional<String> value(EventMention mention, Field field, FieldForm form) {
        return switch (field) {
            case EVENT_TYPE -> Optional.of(FieldForm.code(mention.eventType().name()));
            case MODES -> Optional.of(JsonColumn.ofCodes(mention.modes()));
            case CONTEXTS -> Optional.of(JsonColumn.ofCodes(mention.contexts()));
            case MODALITY -> Optional.of(FieldForm.code(mention.modality().code()));
            case ACTORS -> Optional.of(form.roles(mention.actors()));
            case RECIPIENTS -> Optional.of(form.roles(mention.recipients()));
            case WHEN -> Optional.of(form.time(mention.when()));
            case PLACE -> form.place(mention.place());
            default -> Optional.empty();
        };
    }

    static <T> Optional<T> find(List<T> records, Function<T, String> id, String wanted) {
        return records.stream().filter(one -> id.apply(one).equals(wanted)).findFirst();
    }

    /** Lays the corrections over one document. */
    private static final class Laying {

        private final Coded asRead;
        private final Function<String, Optional<Actor>> known;
        private final Values values;
        private final Map<String, List<Correction>> placed = new TreeMap<>();
        private final List<Correction> unplaced = new ArrayList<>();
        private final Map<String, Actor> actors = new LinkedHashMap<>();

        /** Who stands at a mention's words now, by these words and who stood there. */
        private final Map<Role, Optional<String>> moved = new HashMap<>();

        Laying(Coded asRead, Function<String, Optional<Actor>> known) {
            this.asRead = asRead;
            this.known = known;
            this.values = new Values(asRead);
            asRead.actors().forEach(actor -> actors.put(actor.id(), actor));
        }

        void place(Correction correction) {
            find(asRead, correction.of(), correction.anchor())
                    .ifPresentOrElse(
                            id -> placed.computeIfAbsent(id, i -> new ArrayList<>())
                                    .add(correction),
                            () -> unplaced.add(correction));
        }

        Corrected corrected() {
            List<Mention> mentions =
                    asRead.mentions().stream().map(this::corrected).toList();
            List<Statement> statements =
                    asRead.statements().stream().map(this::corrected).toList();
            List<EventMention> eventMentions =
                    asRead.eventMentions().stream().map(this::corrected).toList();
            Coded everything = coded(mentions, statements, eventMentions);
            Map<String, Optional<String>> gone = new HashMap<>(); // statements, and in which they stand
            statements.stream().filter(s -> isRejected(s.id())).forEach(s -> gone.put(s.id(), s.within()));
            Coded coded = coded(
                    mentions.stream().filter(m -> !isRejected(m.id())).toList(),
                    statements.stream()
                            .filter(s -> !isRejected(s.id()))
                            .map(s -> Values.within(s, outermost(s.within(), gone)))
                            .toList(),
                    eventMentions.stream()
                            .filter(e -> !isRejected(e.id()))
                            .map(e -> Values.attributed(e, outermost(e.attribution(), gone)))
                            .toList());
            return new Corrected(coded, everything, placed, unplaced);
        }

        private Coded coded(List<Mention> mentions, List<Statement> statements, List<EventMention> eventMentions) {
            return new Coded(
                    asRead.document(),
                    mentions,
                    statements,
                    eventMentions,
                    actors.values().stream()
                            .sorted(Comparator.comparing(Actor::id))
                            .toList(),
                    asRead.discards());
        }

        private static Optional<String> outermost(Optional<String> statement, Map<String, Optional<String>> gone) {
            Set<String> seen = new LinkedHashSet<>();
            Optional<String> at = statement;
            while (at.isPresent() && gone.containsKey(at.get()) && seen.add(at.get())) {
                at = Objects.requireNonNull(gone.get(at.get()));
            }
            return at.filter(s -> !gone.containsKey(s));
        }

        private boolean isRejected(String id) {
            Judgement verdict = judgements(id).get(Field.VERDICT);
            return verdict != null && verdict.counts().is(Verdict.REJECTED);
        }

        private Map<Field, Judgement> judgements(String id) {
            return Judgement.of(placed.getOrDefault(id, List.of()));
        }

        private Mention corrected(Mention mention) {
            Mention corrected = laid(
                    mention.id(),
                    mention,
                    (m, correction) ->
                            values.with(m, correction.field(), FieldForm.parse(correction.after()), this::add));
            if (!corrected.actor().equals(mention.actor())) {
                moved.put(new Role(mention.actor(), mention.span()), corrected.actor());
            }
            return corrected;
        }

        private Statement corrected(Statement statement) {
            Statement moved = Values.with(statement, statement.source().map(this::moved), statement.kind());
            return laid(statement.id(), moved, (s, correction) -> values.with(s, correction, this::name));
        }

        private EventMention corrected(EventMention mention) {
            EventMention moved = Values.with(
                    mention,
                    mention.actors().stream().map(this::moved).toList(),
                    mention.recipients().stream().map(this::moved).toList());
            return laid(mention.id(), moved, (e, correction) -> values.with(e, correction, this::name));
        }

        private Role moved(Role role) {
            return moved.containsKey(role) ? new Role(Objects.requireNonNull(moved.get(role)), role.span()) : role;
        }

        /** With what counts of each field; a value that does not fit this text is put aside, not lost. */
        private <T> T laid(String id, T record, Change<T> change) {
            T laid = record;
            for (Judgement judgement : judgements(id).values()) {
                Correction counts = judgement.counts();
                if (!counts.field().isValue()) continue;
                T before = laid;
                laid = attempt(counts, before, () -> change.with(before, counts));
            }
            return laid;
        }

        private <T> T attempt(Correction correction, T otherwise, Supplier<T> change) {
            try {
                return change.get();
            } catch (IllegalArgumentException e) {
                unplaced.add(correction);
                return otherwise;
            }
        }

        /** With whatever it belongs to, so that sides are told as before. */
        private void name(String actor) {
            if (!actors.containsKey(actor)) known.apply(actor).ifPresent(this::add);
        }

        private void add(Actor actor) {
            if (actors.putIfAbsent(actor.id(), known.apply(actor.id()).orElse(actor)) != null) return;
            actor.partOf().forEach(part -> name(part.actor()));
            actor.offices().forEach(office -> name(office.of()));
        }
    }

    /** A record with what a correction makes of it. */
    private interface Change<T> {
        T with(T record, Correction correction);
    }
}
