package rapport.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import rapport.ontology.ActorKind;
import rapport.ontology.KnownBy;
import rapport.ontology.MentionForm;
import rapport.ontology.PlacePrecision;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Days;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Ids;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.store.RecordStore;
import rapport.store.Snapshot;

/**
 * A record of {@link BenchReports}, with what reading would store beside them: who is mentioned, also those whom the text alone names, places,
 * ministries that speak for their states, passages and files that were left out.
 */
final class BenchRecord {

    private static final Format FORMAT = new Format(Format.VERSION, "rapport bench", "none", "none");
    private static final int EVENT_MENTIONS = 8; // of a report; the reports have some six, so that there are enough
    private static final int AT_ONCE = 500; // reports in a transaction
    private static final int DISCARDS = 20; // one of so many reports has a passage left out, and one more file is
    private static final long SEED = 12; // any; fixed so that two records are the same
    private static final String OFFICIALS = "officials";

    private final Random random = new Random(SEED);

    private BenchRecord() {}

    /** Makes the file, or adds to it. */
    static void make(Path file, int reports) {
        List<Coded> made = BenchReports.of(reports * EVENT_MENTIONS).reports();
        BenchRecord bench = new BenchRecord();
        try (RecordStore store = RecordStore.open(file, FORMAT)) {
            for (int from = 0; from < reports; from += AT_ONCE) {
                List<Coded> some = made.subList(from, Math.min(reports, from + AT_ONCE));
                store.together(() -> {
                    for (Coded report : some) bench.store(report, store);
                    return some.size();
                });
            }
        }
    }

    /** Whether a record is one of these, which may be changed. */
    static boolean isMadeUp(Snapshot snapshot) {
        return snapshot.format().program().equals(FORMAT.program());
    }

    /** Takes a report out; {@link #putBack} brings it in again. */
    static Coded takeOut(Path file) {
        try (RecordStore store = RecordStore.openExisting(file, FORMAT);
                Snapshot snapshot = Snapshot.of(file, FORMAT)) {
            String id;
            try (Stream<Document> documents = snapshot.documents()) {
                id = documents.map(Document::id).findFirst().orElseThrow();
            }
            Coded report = snapshot.coded(id).orElseThrow();
            store.remove(id);
            return report;
        }
    }

    static void putBack(Path file, Coded report) {
        try (RecordStore store = RecordStore.openExisting(file, FORMAT)) {
            store.put(report);
        }
    }

    private void store(Coded report, RecordStore store) {
        boolean hasDiscard = random.nextInt(DISCARDS) == 0;
        store.put(whole(report, hasDiscard));
        if (hasDiscard) {
            store.put(Discard.ofFile("left-" + report.document().path(), "intake", "the file holds no text"));
        }
    }

    private Coded whole(Coded report, boolean hasDiscard) {
        String text = report.document().text();
        Document document = titled(
                report.document(), report.eventMentions().get(0).sentence().in(text));
        Map<String, Actor> actors = new LinkedHashMap<>();
        report.actors().forEach(actor -> actors.put(actor.id(), actor));
        List<Mention> mentions = new ArrayList<>();
        List<EventMention> told = report.eventMentions().stream()
                .map(mention -> told(mention, document, actors, mentions))
                .toList();
        List<Statement> said = report.statements().stream()
                .map(statement -> said(statement, document, actors, mentions))
                .toList();
        Span last = told.get(told.size() - 1).sentence();
        List<Discard> discards = hasDiscard
                ? List.of(Discard.ofPassage(document, "reader", "the passage is too long", last))
                : List.of();
        return new Coded(document, mentions, said, told, List.copyOf(actors.values()), discards);
    }

    private static Document titled(Document document, String title) {
        return new Document(
                document.id(),
                document.outlet(),
                document.url(),
                Optional.of(title),
                document.byline(),
                document.dateline(),
                document.published(),
                document.language(),
                document.text(),
                Ids.sha256(document.text()),
                document.path());
    }

    /** Whom BenchReports leaves unknown is known from the text alone, as in what is read. */
    private EventMention told(
            EventMention mention, Document document, Map<String, Actor> actors, List<Mention> mentions) {
        int near = document.text()
                        .indexOf(" near ", mention.recipients().get(0).span().end())
                + " near ".length();
        int end = near;
        while (Character.isLetter(document.text().charAt(end))) end++;
        Span at = new Span(near, end);
        return new EventMention(
                mention.id(),
                mention.document(),
                mention.sentence(),
                mention.eventType(),
                mention.modes(),
                mention.contexts(),
                mention.trigger(),
                roles(mention.actors(), document, actors, mentions),
                roles(mention.recipients(), document, actors, mentions),
                mention.when(),
                random.nextInt(4) == 0
                        ? Optional.of(new Place(
                                at,
                                at.in(document.text()),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                PlacePrecision.SETTLEMENT))
                        : Optional.empty(),
                mention.modality(),
                mention.attribution(),
                mention.quantities(),
                random.nextInt(100) / 100.0);
    }

    private static List<Role> roles(
            List<Role> roles, Document document, Map<String, Actor> actors, List<Mention> mentions) {
        return roles.stream()
                .map(role -> {
                    String id = role.actor().orElseGet(() -> provisional(role.span(), document, actors));
                    mentions.add(Mention.of(document.id(), role.span(), Optional.of(id), MentionForm.NAME));
                    return new Role(Optional.of(id), role.span());
                })
                .toList();
    }

    /** Half of what a state says its ministry says; the other half officials whom nobody names. */
    private Statement said(Statement statement, Document document, Map<String, Actor> actors, List<Mention> mentions) {
        Span sentence = statement.sentence();
        int start = document.text().lastIndexOf(OFFICIALS, sentence.end());
        Span officials = new Span(start, start + OFFICIALS.length());
        String id = random.nextBoolean()
                ? statement
                        .source()
                        .flatMap(Role::actor)
                        .map(state -> ministry(state, actors))
                        .orElseThrow()
                : provisional(officials, document, actors);
        mentions.add(Mention.of(document.id(), officials, Optional.of(id), MentionForm.DESCRIPTION));
        return new Statement(
                statement.id(),
                statement.document(),
                sentence,
                Optional.of(new Role(Optional.of(id), officials)),
                Optional.of(new Span(officials.end() + 1, sentence.end() - 1)),
                List.of(new Span(sentence.start(), start - 2)),
                statement.quotation(),
                StatementKind.values()[random.nextInt(StatementKind.values().length)],
                statement.addressee(),
                statement.about(),
                statement.negated(),
                statement.within(),
                statement.score());
    }

    private static String ministry(String state, Map<String, Actor> actors) {
        String id = state + ".ministry";
        actors.computeIfAbsent(id, i -> {
            String name = "foreign ministry of "
                    + Optional.ofNullable(actors.get(state)).map(Actor::name).orElse(state);
            return actor(
                    i,
                    name,
                    ActorKind.GOVERNMENT_BODY,
                    List.of(new Actor.Membership(state, Days.ALWAYS)),
                    KnownBy.DICTIONARY);
        });
        return id;
    }

    private static String provisional(Span span, Document document, Map<String, Actor> actors) {
        String name = span.in(document.text());
        String id = Ids.of('a', document.id(), name);
        actors.computeIfAbsent(id, i -> actor(i, name, ActorKind.OTHER, List.of(), KnownBy.PROVISIONAL));
        return id;
    }

    private static Actor actor(String id, String name, ActorKind kind, List<Actor.Membership> partOf, KnownBy known) {
        return new Actor(
                id, name, kind, Optional.empty(), List.of(), partOf, List.of(), List.of(name), Optional.empty(), known);
    }
}
