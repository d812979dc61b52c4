package rapport.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.PlacePrecision;
import rapport.record.EventMention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;

/** The {@code event_mention} table, and {@code event_role}, who acts and is acted on in each. */
final class EventMentionTable {

    private static final List<Context> CONTEXTS = List.of(Context.values());

    private static final String ACTOR = "actor";
    private static final String RECIPIENT = "recipient";

    private static final String ADD = """
            INSERT INTO event_mention (id, document, sentence_start, sentence_end, event_type, modes, contexts,
                   trigger_start, trigger_end, when_first, when_last, when_basis, when_because, when_start, when_end,
                   place_start, place_end, place_name, place_country, place_claimed_by, place_geonameid, place_latitude,
                   place_longitude, place_precision, modality, attribution, quantities, score)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_ROLE = """
            INSERT INTO event_role (event_mention, side, position, actor, span_start, span_end) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            SELECT event_mention.*, document.id AS document_id,
                   (SELECT json_group_array(json_array(side, actor, span_start, span_end) ORDER BY side, position)
                      FROM event_role WHERE event_mention = event_mention.id) AS roles
              FROM event_mention JOIN document ON document.key = event_mention.document
            """;

    private static final String BY_ID = SELECT + " ORDER BY event_mention.id";

    private static final String ONE = SELECT + " WHERE event_mention.id = ?";

    private static final String OF_DOCUMENT =
            SELECT + " WHERE document.id = ? ORDER BY sentence_start, sentence_end, trigger_start, event_mention.id";

    /**
     * One acts on the other, in either direction, or the act is mutual; not if both act on a third. And those of corrected
     * documents, in which any may have other parties now.
     */
    private static final String OF_PAIR = SELECT + """
                     WHERE event_mention.id IN (
                           SELECT a.event_mention
                             FROM event_role AS a JOIN event_role AS b ON b.event_mention = a.event_mention
                            WHERE a.actor IN (SELECT value FROM json_each(?))
                              AND b.actor IN (SELECT value FROM json_each(?))
                              AND a.actor <> b.actor
                              AND (a.side <> b.side OR a.side = 'actor' AND NOT EXISTS (
                                   SELECT 1 FROM event_role AS c
                                    WHERE c.event_mention = a.event_mention AND c.side = 'recipient'))
                           UNION
                           SELECT event_mention.id
                             FROM event_mention JOIN document ON document.key = event_mention.document
                            WHERE text_sha256 IN (SELECT text_sha256 FROM correction))
                     ORDER BY published_first IS NULL, published_first, document.id, sentence_start, trigger_start,
                           event_mention.id
                    """;

    private final Session session;

    EventMentionTable(Session session) {
        this.session = session;
    }

    void add(long document, List<EventMention> eventMentions) {
        String doing = "storing event mentions";
        session.each(doing, ADD, eventMentions, (binding, mention) -> bind(binding, document, mention));
        for (EventMention mention : eventMentions) {
            addRoles(doing, mention, ACTOR, mention.actors());
            addRoles(doing, mention, RECIPIENT, mention.recipients());
        }
    }

    Stream<EventMention> byId() {
        return session.stream("reading event mentions", BY_ID, EventMentionTable::read);
    }

    Optional<EventMention> find(String id) {
        return session.list("reading event mention " + id, ONE, id, Binding::text, EventMentionTable::read).stream()
                .findFirst();
    }

    /** In the order of the text. */
    List<EventMention> of(String document) {
        return session.list(
                "reading event mentions of document " + document,
                OF_DOCUMENT,
                document,
                Binding::text,
                EventMentionTable::read);
    }

    /** Oldest report first; with all of corrected documents. */
    Stream<EventMention> ofPair(Collection<String> one, Collection<String> other) {
        return session.stream(
                "reading event mentions of a pair",
                OF_PAIR,
                one,
                (binding, first) -> binding.text(JsonColumn.ofTexts(first)).text(JsonColumn.ofTexts(other)),
                EventMentionTable::read);
    }

    private void addRoles(String doing, EventMention mention, String side, List<Role> roles) {
        int[] position = {0};
        session.each(
                doing,
                ADD_ROLE,
                roles,
                (binding, role) -> binding.text(mention.id())
                        .text(side)
                        .number(position[0]++)
                        .text(role.actor())
                        .span(role.span()));
    }

    private static void bind(Binding binding, long document, EventMention mention) throws SQLException {
        Optional<Place> place = mention.place();
        binding.text(mention.id())
                .number(document)
                .span(mention.sentence())
                .text(mention.eventType().name())
                .text(JsonColumn.ofCodes(mention.modes()))
                .text(JsonColumn.ofCodes(mention.contexts()))
                .span(mention.trigger())
                .time(mention.when())
                .span(place.map(Place::span))
                .text(place.map(Place::name))
                .text(place.flatMap(Place::country))
                .text(place.map(Place::claimedBy).map(JsonColumn::ofTexts))
                .text(place.flatMap(Place::geonameid))
                .real(place.map(Place::latitude).orElse(OptionalDouble.empty()))
                .real(place.map(Place::longitude).orElse(OptionalDouble.empty()))
                .text(place.map(Place::precision).map(PlacePrecision::code))
                .code(mention.modality())
                .text(mention.attribution())
                .text(JsonColumn.ofQuantities(mention.quantities()))
                .real(mention.score());
    }

    private static EventMention read(Row row) throws SQLException {
        String roles = row.text("roles");
        EventType type = EventType.valueOf(row.text("event_type"));
        return new EventMention(
                row.text("id"),
                row.text("document_id"),
                row.span("sentence"),
                type,
                JsonColumn.codes(type.modes(), row.text("modes")),
                JsonColumn.codes(CONTEXTS, row.text("contexts")),
                row.span("trigger"),
                JsonColumn.roles(roles, ACTOR),
                JsonColumn.roles(roles, RECIPIENT),
                row.time("when"),
                place(row),
                row.code(Modality.class, "modality"),
                row.findText("attribution"),
                JsonColumn.quantities(row.text("quantities")),
                row.real("score"));
    }

    private static Optional<Place> place(Row row) throws SQLException {
        Optional<Span> span = row.findSpan("place");
        if (span.isEmpty()) return Optional.empty();
        return Optional.of(new Place(
                span.get(),
                row.text("place_name"),
                row.findText("place_country"),
                JsonColumn.texts(row.text("place_claimed_by")),
                row.findText("place_geonameid"),
                row.findReal("place_latitude"),
                row.findReal("place_longitude"),
                row.code(PlacePrecision.class, "place_precision")));
    }
}
