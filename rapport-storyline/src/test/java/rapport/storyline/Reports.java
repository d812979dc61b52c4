package rapport.storyline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rapport.ontology.ActorKind;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/** Invented reports with one event mention each. */
final class Reports {

    static final List<Actor> NEIGHBOURS = List.of(
            actor("rur", List.of()),
            actor("gra", List.of()),
            actor("kra", List.of()),
            actor("rur.army", List.of(new Actor.Membership("rur", Days.ALWAYS))));

    private Reports() {}

    static Document document(String id, String text) {
        return new Document(
                id,
                Optional.of("Outlet " + id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.stated(LocalDate.of(2024, 1, 10)),
                "en",
                text,
                Ids.sha256(text),
                id + ".txt");
    }

    /** A report of one sentence that tells an act itself. */
    static Coded told(String id, String sentence, String trigger, String actor, String recipient) {
        return coded(id, sentence, trigger, actor, recipient, Optional.empty(), Modality.OCCURRED, Optional.empty());
    }

    /** A report of one sentence in which a source, the first word, says it. */
    static Coded said(String id, String source, String sentence, String trigger, String actor, String recipient) {
        return coded(id, sentence, trigger, actor, recipient, Optional.of(source), Modality.OCCURRED, Optional.empty());
    }

    static Coded coded(
            String id,
            String sentence,
            String trigger,
            String actor,
            String recipient,
            Optional<String> source,
            Modality modality,
            Optional<String> number) {
        Document document = document(id, sentence);
        Span whole = new Span(0, sentence.length());
        Span first = new Span(0, sentence.indexOf(' '));
        Optional<Statement> statement = source.map(s -> new Statement(
                "s" + id,
                id,
                whole,
                Optional.of(new Role(Optional.of(s), first)),
                Optional.empty(),
                List.of(whole),
                Quotation.INDIRECT,
                StatementKind.CLAIM,
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                0.9));
        EventMention mention = new EventMention(
                "e" + id,
                id,
                whole,
                EventType.ASSAULT,
                List.of(),
                List.of(),
                at(sentence, trigger),
                List.of(new Role(Optional.of(actor), first)),
                List.of(new Role(Optional.of(recipient), first)),
                Time.UNKNOWN,
                Optional.empty(),
                modality,
                statement.map(Statement::id),
                number.stream()
                        .map(n -> new Quantity(
                                at(sentence, n),
                                OptionalLong.of(Long.parseLong(n)),
                                OptionalLong.of(Long.parseLong(n)),
                                "soldiers"))
                        .toList(),
                0.9);
        return new Coded(document, List.of(), statement.stream().toList(), List.of(mention), NEIGHBOURS, List.of());
    }

    /** The same, with its act on this day. */
    static Coded on(Time day, Coded report) {
        EventMention mention = report.eventMentions().get(0);
        return with(report, mention.modes(), day);
    }

    /** The same, with another mode of its act. */
    static Coded inMode(Coded report, Mode mode) {
        return with(report, List.of(mode), report.eventMentions().get(0).when());
    }

    private static Coded with(Coded report, List<Mode> modes, Time when) {
        EventMention mention = report.eventMentions().get(0);
        return new Coded(
                report.document(),
                report.mentions(),
                report.statements(),
                List.of(new EventMention(
                        mention.id(),
                        mention.document(),
                        mention.sentence(),
                        mention.eventType(),
                        modes,
                        mention.contexts(),
                        mention.trigger(),
                        mention.actors(),
                        mention.recipients(),
                        when,
                        mention.place(),
                        mention.modality(),
                        mention.attribution(),
                        mention.quantities(),
                        mention.score())),
                report.actors(),
                report.discards());
    }

    private static Span at(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Actor actor(String id, List<Actor.Membership> partOf) {
        return new Actor(
                id,
                id,
                ActorKind.STATE,
                Optional.empty(),
                List.of(),
                partOf,
                List.of(),
                List.of(id),
                Optional.empty(),
                KnownBy.DICTIONARY);
    }
}
