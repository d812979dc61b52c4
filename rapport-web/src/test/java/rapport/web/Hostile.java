package rapport.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rapport.ontology.ActorKind;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.PlacePrecision;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Dateline;
import rapport.record.Days;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Ids;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;
import rapport.store.RecordStore;

/** A small record in which every name and text tries to be more than words. */
public final class Hostile {

    public static final Format FORMAT = new Format(Format.VERSION, "rapport 0.1.0", "plover-2.0", "reader-0");

    /** A tag, quotes of both kinds, an entity and a sign that turns what follows round. */
    static final String EVIL = "<script>alert(1)</script>\"'&amp;\u202e";

    private static final Actor RURITANIA = actor("rur", "Ruritania " + EVIL, ActorKind.STATE, List.of());
    private static final Actor GRAUSTARK =
            actor("gra", "Graustark \"><img src=x onerror=alert(1)>", ActorKind.STATE, List.of());
    private static final Actor HENTZAU = actor(
            "hentzau",
            "Rupert " + EVIL,
            ActorKind.PERSON,
            List.of(new Actor.Office("minister " + EVIL, "rur", Days.ALWAYS)));

    private Hostile() {}

    private static Actor actor(String id, String name, ActorKind kind, List<Actor.Office> offices) {
        return new Actor(
                id,
                name,
                kind,
                Optional.empty(),
                List.of(),
                List.of(),
                offices,
                List.of(name, name + " II"),
                Optional.empty(),
                KnownBy.USER);
    }

    public static void store(Path record) {
        try (RecordStore store = RecordStore.open(record, FORMAT)) {
            store.put(report("a\"b<i>.txt", LocalDate.of(2024, 5, 3), 300));
            store.put(report("second.txt", LocalDate.of(2024, 5, 4), 70));
            store.put(Discard.ofFile("broken" + EVIL.replace("/", "") + ".txt", "intake", "binary: \"" + EVIL + "\""));
        }
    }

    /** The same report, of which a program finds no events. */
    public static Coded withoutEvents(Coded coded) {
        return new Coded(
                coded.document(), coded.mentions(), coded.statements(), List.of(), coded.actors(), coded.discards());
    }

    /** @param boats on which the reports do not agree */
    public static Coded report(String path, LocalDate day, int boats) {
        String text = "Boats " + EVIL + " seized\nZENDA, May 3 - Ruritania on Friday seized " + boats
                + " boats of Graustark at Zenda" + EVIL
                + ".\nRupert demanded that Graustark withdraw its " + EVIL + " troops by 1 June.\nGarbled ### " + EVIL
                + " line " + path + ".";
        Document document = new Document(
                Ids.of('d', path, text),
                Optional.of("Zenda Herald " + EVIL),
                Optional.of("javascript:alert('" + EVIL + "')"),
                Optional.of("Boats " + EVIL + " seized"),
                Optional.of("By " + EVIL),
                Optional.of(new Dateline(Optional.of("ZENDA" + EVIL), Optional.of(day))),
                Time.stated(day),
                "en",
                text,
                Ids.sha256(text),
                path);
        String id = document.id();
        Span first = line(text, "ZENDA, May 3");
        Span second = line(text, "Rupert demanded");
        Span ruritania = new Span(text.indexOf("Ruritania on"), text.indexOf("Ruritania on") + 9);
        Span graustark = words(text, "Graustark");
        Span obligor = new Span(text.indexOf("Graustark withdraw"), text.indexOf("Graustark withdraw") + 9);
        Statement demand = new Statement(
                Ids.of('s', id, "demand"),
                id,
                second,
                Optional.of(new Role(Optional.of("hentzau"), words(text, "Rupert"))),
                Optional.of(words(text, "demanded")),
                List.of(new Span(text.indexOf("that Graustark"), second.end())),
                Quotation.INDIRECT,
                StatementKind.DEMAND,
                Optional.of("gra"),
                List.of("gra"),
                false,
                Optional.empty(),
                0.9);
        EventMention seizure = new EventMention(
                Ids.of('e', id, "seized"),
                id,
                first,
                EventType.COERCE,
                List.of(),
                List.of(),
                new Span(text.indexOf("seized " + boats), text.indexOf("seized " + boats) + 6),
                List.of(new Role(Optional.of("rur"), ruritania)),
                List.of(new Role(Optional.of("gra"), graustark)),
                Time.stated(LocalDate.of(2024, 5, 3)),
                Optional.of(new Place(
                        words(text, "Zenda" + EVIL),
                        "Zenda" + EVIL,
                        Optional.empty(),
                        List.of("RUR", "GRA"),
                        Optional.empty(),
                        java.util.OptionalDouble.of(48.5),
                        java.util.OptionalDouble.of(14.25),
                        PlacePrecision.SETTLEMENT)),
                Modality.OCCURRED,
                Optional.empty(),
                List.of(new Quantity(
                        words(text, boats + " boats"),
                        java.util.OptionalLong.of(boats),
                        java.util.OptionalLong.of(boats),
                        "boats")),
                0.8);
        EventMention withdrawal = new EventMention(
                Ids.of('e', id, "withdraw"),
                id,
                second,
                EventType.RETREAT,
                List.of(),
                List.of(),
                words(text, "withdraw"),
                List.of(new Role(Optional.of("gra"), obligor)),
                List.of(),
                Time.UNKNOWN,
                Optional.empty(),
                Modality.DEMANDED,
                Optional.of(demand.id()),
                List.of(),
                0.7);
        return new Coded(
                document,
                List.of(
                        Mention.of(id, ruritania, Optional.of("rur"), MentionForm.NAME),
                        Mention.of(id, graustark, Optional.of("gra"), MentionForm.NAME),
                        Mention.of(id, obligor, Optional.of("gra"), MentionForm.NAME),
                        Mention.of(id, words(text, "Rupert"), Optional.of("hentzau"), MentionForm.NAME)),
                List.of(demand),
                List.of(seizure, withdrawal),
                List.of(RURITANIA, GRAUSTARK, HENTZAU),
                List.of(Discard.ofPassage(document, "text", "no sentence: " + EVIL, line(text, "Garbled"))));
    }

    private static Span words(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Span line(String text, String start) {
        int from = text.indexOf(start);
        int end = text.indexOf('\n', from);
        return new Span(from, end < 0 ? text.length() : end);
    }
}
