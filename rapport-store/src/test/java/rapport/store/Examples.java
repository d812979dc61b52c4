package rapport.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import rapport.ontology.ActorKind;
import rapport.ontology.Basis;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
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

/** Documents about invented neighbours, as the pipeline might have coded them. */
public final class Examples {

    public static final Format FORMAT = new Format(Format.VERSION, "0.1.0", "1", "reader-1");

    /** One emoji before most of the words: positions of program and format differ by one from there on. */
    public static final String PROTEST_TEXT =
            "Ruritania protests 🕊\nSTRELSAU, 4 May. Ruritania said on Tuesday that Graustark had seized up to 70 boats"
                    + " near Zenda. “We will not wait,” Rudolf Rassendyll told the Ælfric Post.";

    public static final Actor RURITANIA = new Actor(
            "rur",
            "Ruritania",
            ActorKind.STATE,
            Optional.of("RUR"),
            List.of("GOV"),
            List.of(),
            List.of(),
            List.of("Ruritania", "Kingdom of Ruritania"),
            Optional.of("Q0"),
            KnownBy.DICTIONARY);

    public static final Actor GRAUSTARK = new Actor(
            "gra",
            "Graustark",
            ActorKind.STATE,
            Optional.of("GRA"),
            List.of("GOV"),
            List.of(),
            List.of(),
            List.of("Graustark"),
            Optional.empty(),
            KnownBy.DICTIONARY);

    public static final Actor RASSENDYLL = new Actor(
            "rassendyll",
            "Rudolf Rassendyll",
            ActorKind.PERSON,
            Optional.of("RUR"),
            List.of(),
            List.of(new Actor.Membership("rur.foreign", new Days(Optional.of(day(1)), Optional.empty()))),
            List.of(new Actor.Office("foreign minister", "rur", new Days(Optional.empty(), Optional.of(day(31))))),
            List.of("Rudolf Rassendyll", "Rassendyll \"the tall\""),
            Optional.empty(),
            KnownBy.USER);

    /** Named by nobody, but Rassendyll belongs to it. */
    public static final Actor MINISTRY = new Actor(
            "rur.foreign",
            "Foreign Ministry",
            ActorKind.GOVERNMENT_BODY,
            Optional.of("RUR"),
            List.of("GOV"),
            List.of(new Actor.Membership("rur", Days.ALWAYS)),
            List.of(),
            List.of("Foreign Ministry"),
            Optional.empty(),
            KnownBy.DICTIONARY);

    private Examples() {}

    public static LocalDate day(int ofMay) {
        return LocalDate.of(1934, 5, ofMay);
    }

    /** Every kind of record, every field with a value somewhere. */
    public static Coded protest() {
        return protest("post/protest.txt", PROTEST_TEXT);
    }

    public static Coded protest(String path, String text) {
        Document document = new Document(
                Ids.of('d', path, text),
                Optional.of("Ælfric Post"),
                Optional.of("https://post.example/1?a=b"),
                Optional.of("Ruritania protests 🕊"),
                Optional.empty(),
                Optional.of(new Dateline(Optional.of("STRELSAU"), Optional.of(day(4)))),
                Time.of(day(4), day(4), Basis.STATED, span(text, "4 May")),
                "en",
                text,
                Ids.sha256(text),
                path);
        String id = document.id();
        Span first = span(text, "Ruritania said on Tuesday that Graustark had seized up to 70 boats near Zenda.");
        Span second = span(text, "“We will not wait,” Rudolf Rassendyll told the Ælfric Post.");
        Span speaker = new Span(first.start(), first.start() + "Ruritania".length());
        Span seized = span(text, "Graustark had seized up to 70 boats near Zenda");
        Statement accusation = new Statement(
                Ids.of('s', id, 1),
                id,
                first,
                Optional.of(new Role(Optional.of("rur"), speaker)),
                Optional.of(span(text, "said")),
                List.of(seized),
                Quotation.INDIRECT,
                StatementKind.ACCUSATION,
                Optional.empty(),
                List.of("gra"),
                false,
                Optional.empty(),
                0.8125);
        Statement refusal = new Statement(
                Ids.of('s', id, 2),
                id,
                second,
                Optional.of(new Role(Optional.of("rassendyll"), span(text, "Rudolf Rassendyll"))),
                Optional.of(span(text, "told")),
                List.of(span(text, "We will"), span(text, "not wait")),
                Quotation.MIXED,
                StatementKind.COMMITMENT,
                Optional.of("gra"),
                List.of(),
                true,
                Optional.of(accusation.id()),
                1.0);
        EventMention seizure = new EventMention(
                Ids.of('e', id, 1),
                id,
                first,
                EventType.COERCE,
                List.of(Mode.SEIZE),
                List.of(Context.MILITARY, Context.TERRITORY),
                span(text, "seized"),
                List.of(new Role(Optional.of("gra"), span(text, "Graustark"))),
                List.of(new Role(Optional.of("rur"), speaker), new Role(Optional.empty(), span(text, "boats"))),
                new Time(
                        Optional.of(day(1)),
                        Optional.of(day(1)),
                        Basis.INFERRED,
                        List.of(accusation.id(), "on Tuesday"),
                        Optional.of(span(text, "on Tuesday"))),
                Optional.of(new Place(
                        span(text, "Zenda"),
                        "Zenda",
                        Optional.empty(),
                        List.of("GRA", "RUR"),
                        Optional.of("77"),
                        OptionalDouble.of(50.1),
                        OptionalDouble.of(-0.25),
                        PlacePrecision.SETTLEMENT)),
                Modality.OCCURRED,
                Optional.of(accusation.id()),
                List.of(new Quantity(span(text, "up to 70"), OptionalLong.empty(), OptionalLong.of(70), "boats")),
                2 / 3.0);
        return new Coded(
                document,
                List.of(
                        Mention.of(id, speaker, Optional.of("rur"), MentionForm.NAME),
                        Mention.of(id, span(text, "Graustark"), Optional.of("gra"), MentionForm.NAME),
                        Mention.of(id, span(text, "Rudolf Rassendyll"), Optional.of("rassendyll"), MentionForm.NAME),
                        Mention.of(id, span(text, "We"), Optional.empty(), MentionForm.PRONOUN)),
                List.of(accusation, refusal),
                List.of(seizure),
                List.of(RURITANIA, GRAUSTARK, RASSENDYLL, MINISTRY),
                List.of(Discard.ofPassage(document, "event", "more than one reading", second)));
    }

    /** Both sides meet: a mutual event, on an unknown day, in a document without a day. */
    public static Coded talks() {
        String text = "Ruritania and Graustark held talks.";
        Document document = document("gazette/talks.txt", text, Time.UNKNOWN);
        String id = document.id();
        Span sentence = new Span(0, text.length());
        Span one = span(text, "Ruritania");
        Span other = span(text, "Graustark");
        return new Coded(
                document,
                List.of(
                        Mention.of(id, one, Optional.of("rur"), MentionForm.NAME),
                        Mention.of(id, other, Optional.of("gra"), MentionForm.NAME)),
                List.of(),
                List.of(event(
                        id,
                        EventType.CONSULT,
                        sentence,
                        span(text, "talks"),
                        List.of(new Role(Optional.of("rur"), one), new Role(Optional.of("gra"), other)),
                        List.of())),
                List.of(RURITANIA, GRAUSTARK),
                List.of());
    }

    public static Document document(String path, String text, Time published) {
        return new Document(
                Ids.of('d', path, text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                published,
                "en",
                text,
                Ids.sha256(text),
                path);
    }

    /** A document from which nothing was read. */
    public static Coded bare(String path, String text, Time published) {
        return new Coded(document(path, text, published), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static EventMention event(
            String document, EventType type, Span sentence, Span trigger, List<Role> actors, List<Role> recipients) {
        return new EventMention(
                Ids.of('e', document, type, trigger),
                document,
                sentence,
                type,
                List.of(),
                List.of(),
                trigger,
                actors,
                recipients,
                Time.UNKNOWN,
                Optional.empty(),
                Modality.OCCURRED,
                Optional.empty(),
                List.of(),
                0.5);
    }

    /** The same document, whose first actor is known by one more name. */
    public static Coded withName(Coded coded, String name) {
        List<Actor> actors = new ArrayList<>(coded.actors());
        Actor actor = actors.get(0);
        List<String> names = new ArrayList<>(actor.names());
        names.add(name);
        actors.set(
                0,
                new Actor(
                        actor.id(),
                        actor.name(),
                        actor.kind(),
                        actor.country(),
                        actor.sectors(),
                        actor.partOf(),
                        actor.offices(),
                        names,
                        actor.wikidata(),
                        actor.known()));
        return new Coded(
                coded.document(),
                coded.mentions(),
                coded.statements(),
                coded.eventMentions(),
                actors,
                coded.discards());
    }

    /** The first place where these words stand. */
    public static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }
}
