package rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
import rapport.ontology.PlacePrecision;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/** Records of one document with other values in their fields; and what short forms of values stand for in it. */
final class Values {

    private final Coded coded;
    private final String text;
    private final FieldForm form;

    /** @param coded in which the words for an actor are looked for */
    Values(Coded coded) {
        this.coded = coded;
        this.text = coded.document().text();
        this.form = new FieldForm(text);
    }

    /** @param named gets everyone whom the value names */
    EventMention with(EventMention mention, Correction correction, Consumer<String> named) {
        JsonNode node = FieldForm.parse(correction.after()).orElseGet(JsonNodeFactory.instance::nullNode);
        return with(mention, correction.field(), node, named);
    }

    EventMention with(EventMention m, Field field, JsonNode node, Consumer<String> named) {
        return switch (field) {
            case EVENT_TYPE ->
                with(m, FieldForm.oneOf(node, EventType.values(), EventType::name), m.when(), m.place(), m.modality());
            case MODES ->
                described(m, FieldForm.codes(node, m.eventType().modes().toArray(Mode[]::new)), m.contexts());
            case CONTEXTS -> described(m, m.modes(), FieldForm.codes(node, Context.values()));
            case MODALITY -> with(m, m.eventType(), m.when(), m.place(), FieldForm.code(node, Modality.values()));
            case ACTORS -> with(m, roles(node, m, m.actors(), named), m.recipients());
            case RECIPIENTS -> with(m, m.actors(), roles(node, m, m.recipients(), named));
            case WHEN -> with(m, m.eventType(), form.time(node), m.place(), m.modality());
            case PLACE -> with(m, m.eventType(), m.when(), place(node, m), m.modality());
            default -> m;
        };
    }

    Statement with(Statement statement, Correction correction, Consumer<String> named) {
        JsonNode node = FieldForm.parse(correction.after()).orElseGet(JsonNodeFactory.instance::nullNode);
        return with(statement, correction.field(), node, named);
    }

    Statement with(Statement s, Field field, JsonNode node, Consumer<String> named) {
        return switch (field) {
            case KIND -> with(s, s.source(), FieldForm.code(node, StatementKind.values()));
            case QUOTATION ->
                with(
                        s,
                        s.source(),
                        FieldForm.code(node, Quotation.values()),
                        s.kind(),
                        s.addressee(),
                        s.about(),
                        s.negated(),
                        s.within());
            case NEGATED ->
                with(
                        s,
                        s.source(),
                        s.quotation(),
                        s.kind(),
                        s.addressee(),
                        s.about(),
                        FieldForm.flag(node),
                        s.within());
            case ADDRESSEE -> {
                Optional<String> addressee = FieldForm.id(node);
                addressee.ifPresent(named);
                yield with(s, s.source(), addressee, s.about());
            }
            case SOURCE -> {
                if (node.isNull()) yield with(s, Optional.empty(), s.kind());
                Role role = form.role(
                        node,
                        (actor, position) -> words(
                                actor,
                                s.sentence(),
                                s.cue().orElse(s.content().get(0)),
                                s.source().stream().toList(),
                                position),
                        0);
                role.actor().ifPresent(named);
                yield with(s, Optional.of(role), s.kind());
            }
            default -> s;
        };
    }

    /** Who a mention is corrected to: an id, nobody, or someone whom nobody knew yet. */
    Optional<String> actor(Optional<JsonNode> value, Consumer<Actor> named) {
        if (value.isEmpty()) return Optional.empty();
        JsonNode node = value.get();
        if (node.isObject()) {
            Actor actor = FieldForm.actor(node);
            named.accept(actor);
            return Optional.of(actor.id());
        }
        return FieldForm.id(node);
    }

    Mention with(Mention m, Field field, Optional<JsonNode> value, Consumer<Actor> named) {
        if (field == Field.FORM) {
            JsonNode node = value.orElseGet(JsonNodeFactory.instance::nullNode);
            return new Mention(m.id(), m.document(), m.span(), m.actor(), FieldForm.code(node, MentionForm.values()));
        }
        return new Mention(m.id(), m.document(), m.span(), actor(value, named), m.form());
    }

    private List<Role> roles(JsonNode node, EventMention m, List<Role> before, Consumer<String> named) {
        List<Role> roles =
                form.roles(node, (actor, position) -> words(actor, m.sentence(), m.trigger(), before, position));
        roles.forEach(role -> role.actor().ifPresent(named));
        return roles;
    }

    /** Where someone stands who is given by id alone: where he stood, else named in the sentence, else in the place of another. */
    private Span words(String actor, Span sentence, Span near, List<Role> before, int position) {
        Optional<Span> stood = before.stream()
                .filter(role -> role.actor().filter(actor::equals).isPresent())
                .map(Role::span)
                .findFirst();
        Optional<Span> named = nearest(actor, near, sentence);
        Optional<Span> another =
                position < before.size() ? Optional.of(before.get(position).span()) : Optional.empty();
        return stood.or(() -> named)
                .or(() -> another)
                .or(() -> nearest(actor, near, new Span(0, text.length())))
                .orElseThrow(() -> new FieldForm.Wrong(
                        FieldForm.code(actor) + ", whom no words of the report stand for",
                        "its words too, as in {\"actor\":" + FieldForm.code(actor)
                                + ",\"span\":{\"start\":0,\"end\":9}}"));
    }

    private Optional<Span> nearest(String actor, Span near, Span within) {
        return coded.mentions().stream()
                .filter(mention -> mention.actor().filter(actor::equals).isPresent())
                .map(Mention::span)
                .filter(within::contains)
                .min(Comparator.comparingInt((Span span) -> Math.abs(span.start() - near.start()))
                        .thenComparing(Span::compareTo));
    }

    private Optional<Place> place(JsonNode node, EventMention m) {
        if (node.isNull()) return Optional.empty();
        if (!node.isTextual()) return Optional.of(form.place(node));
        String name = node.textValue();
        int at = text.indexOf(name, m.sentence().start());
        Span words =
                at >= 0 && !name.isEmpty() && at + name.length() <= m.sentence().end()
                        ? new Span(at, at + name.length())
                        : m.place()
                                .map(Place::span)
                                .orElseThrow(() -> new FieldForm.Wrong(
                                        FieldForm.quoted(node) + ", which is not in the sentence",
                                        "a name that is in it, or a place as an export has it"));
        return Optional.of(new Place(
                words,
                name,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                m.place().map(Place::precision).orElse(PlacePrecision.AREA)));
    }

    // ---- records with other values

    static Statement with(Statement s, Optional<Role> source, StatementKind kind) {
        return with(s, source, s.quotation(), kind, s.addressee(), s.about(), s.negated(), s.within());
    }

    static Statement within(Statement s, Optional<String> within) {
        return with(s, s.source(), s.quotation(), s.kind(), s.addressee(), s.about(), s.negated(), within);
    }

    static Statement with(Statement s, Optional<Role> source, Optional<String> addressee, List<String> about) {
        return with(s, source, s.quotation(), s.kind(), addressee, about, s.negated(), s.within());
    }

    private static Statement with(
            Statement s,
            Optional<Role> source,
            Quotation quotation,
            StatementKind kind,
            Optional<String> addressee,
            List<String> about,
            boolean negated,
            Optional<String> within) {
        return new Statement(
                s.id(),
                s.document(),
                s.sentence(),
                source,
                s.cue(),
                s.content(),
                quotation,
                kind,
                addressee,
                about,
                negated,
                within,
                s.score());
    }

    static EventMention with(EventMention m, List<Role> actors, List<Role> recipients) {
        return new EventMention(
                m.id(),
                m.document(),
                m.sentence(),
                m.eventType(),
                m.modes(),
                m.contexts(),
                m.trigger(),
                actors,
                recipients,
                m.when(),
                m.place(),
                m.modality(),
                m.attribution(),
                m.quantities(),
                m.score());
    }

    private static EventMention described(EventMention m, List<Mode> modes, List<Context> contexts) {
        return new EventMention(
                m.id(),
                m.document(),
                m.sentence(),
                m.eventType(),
                modes,
                contexts,
                m.trigger(),
                m.actors(),
                m.recipients(),
                m.when(),
                m.place(),
                m.modality(),
                m.attribution(),
                m.quantities(),
                m.score());
    }

    static EventMention attributed(EventMention m, Optional<String> statement) {
        return new EventMention(
                m.id(),
                m.document(),
                m.sentence(),
                m.eventType(),
                m.modes(),
                m.contexts(),
                m.trigger(),
                m.actors(),
                m.recipients(),
                m.when(),
                m.place(),
                m.modality(),
                statement,
                m.quantities(),
                m.score());
    }

    private static EventMention with(
            EventMention m, EventType eventType, Time when, Optional<Place> place, Modality modality) {
        // a mode belongs to its type: "bombing" is none of another's
        return new EventMention(
                m.id(),
                m.document(),
                m.sentence(),
                eventType,
                eventType == m.eventType() ? m.modes() : List.of(),
                m.contexts(),
                m.trigger(),
                m.actors(),
                m.recipients(),
                when,
                place,
                modality,
                m.attribution(),
                m.quantities(),
                m.score());
    }
}
