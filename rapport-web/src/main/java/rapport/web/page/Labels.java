package rapport.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import rapport.ontology.ActorKind;
import rapport.ontology.CommitmentState;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.record.Correction;
import rapport.record.Dateline;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.Time;
import rapport.store.ValueWords;

/** Codes and days in words for readers. */
public final class Labels {

    private Labels() {}

    /** A noun, since a verb would say that it was done: a threatened "attack" is none. */
    public static String of(EventType type) {
        return switch (type) {
            case AGREE -> "agreement to cooperate";
            case CONSULT -> "meeting or talks";
            case SUPPORT -> "support in words";
            case CONCEDE -> "concession in words";
            case COOPERATE -> "material cooperation";
            case AID -> "aid";
            case RETREAT -> "yielding in fact";
            case REQUEST -> "request or demand";
            case ACCUSE -> "accusation";
            case REJECT -> "refusal";
            case THREATEN -> "threat";
            case PROTEST -> "protest";
            case SANCTION -> "sanction or break of relations";
            case MOBILIZE -> "movement of forces";
            case COERCE -> "coercion";
            case ASSAULT -> "attack";
        };
    }

    public static String of(QuadClass quad) {
        return switch (quad) {
            case VERBAL_COOPERATION -> "verbal cooperation";
            case MATERIAL_COOPERATION -> "material cooperation";
            case VERBAL_CONFLICT -> "verbal conflict";
            case MATERIAL_CONFLICT -> "material conflict";
        };
    }

    /** A class for the style sheet: filled or outlined, and on which side. */
    public static String style(QuadClass quad) {
        return of(quad).replace(' ', '-');
    }

    public static String of(Modality modality) {
        return modality.code();
    }

    public static String of(ActorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A field of a record, or what is said of it. */
    public static String of(Correction.Field field) {
        return switch (field) {
            case EVENT_TYPE -> "type";
            case JOIN -> "same event";
            case SPLIT -> "different events";
            case SAME_AS -> "is really";
            default -> field.code();
        };
    }

    /** What a reviewer says, and what stood there before: "type: THREATEN → REJECT". */
    public static String said(Edition edition, Correction correction) {
        String after = ValueWords.of(correction.field(), correction.after(), edition::name);
        String settles = correction.settles() ? " (settles it)" : "";
        return switch (correction.field()) {
            case VERDICT -> after + settles;
            case COMMENT -> "comment: " + quote(after);
            case ASKED -> "asks " + isolated(after) + " for an opinion";
            case JOIN -> "tells the same event as " + after + settles;
            case SPLIT -> "tells another event than " + after + settles;
            case SAME_AS ->
                isolated(ValueWords.of(correction.field(), correction.before(), edition::name)) + " is really "
                        + isolated(after) + settles;
            case UNDO ->
                "takes back "
                        + correction
                                .undoes()
                                .flatMap(edition.corrections()::find)
                                .map(undone -> isolated(undone.by()) + ": " + said(edition, undone))
                                .orElse("something");
            default ->
                of(correction.field()) + ": " + ValueWords.of(correction.field(), correction.before(), edition::name)
                        + " → " + after + settles;
        };
    }

    /** To the minute; the record keeps milliseconds. */
    public static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", " UTC");
    }

    /** What a state of the ledger means. */
    public static String meaning(CommitmentState state) {
        return switch (state) {
            case DEMANDED -> "asked, not given; binds nobody";
            case REFUSED -> "the obligor rejects it";
            case ASSURED -> "given, no act told";
            case CLAIMED -> "the obligor says it is done";
            case REPORTED -> "somebody else says it is done";
            case CORROBORATED -> "two independent sources say it is done";
            case CONTRADICTED -> "an independent source says it is not kept";
            case CONTESTED -> "some say it is kept, some that it is not";
            case BROKEN -> "the obligor, or two independent sources, say it is not kept";
            case LAPSED -> "its day has passed and nothing is told";
        };
    }

    /** "2024-01-16", "2024-01-01 to 2024-01-31", "until 2024-01-31"; "no day" if it is unknown. */
    public static String of(Time time) {
        if (time.isUnknown()) return "no day";
        return of(time.days());
    }

    public static String of(Days days) {
        Optional<LocalDate> from = days.from();
        Optional<LocalDate> until = days.until();
        if (from.isPresent() && from.equals(until)) return from.get().toString();
        if (from.isPresent() && until.isPresent()) return from.get() + " to " + until.get();
        return from.map(day -> "from " + day)
                .or(() -> until.map(day -> "until " + day))
                .orElse("at all times");
    }

    public static String title(Document document) {
        return document.title().orElse(document.path());
    }

    public static String outlet(Document document) {
        return document.outlet().orElse("outlet unknown");
    }

    /** Place and day at the head of the report; empty if it has none. */
    public static String of(Dateline dateline) {
        return dateline.place().map(Labels::isolated).orElse("")
                + dateline.day()
                        .map(day -> (dateline.place().isPresent() ? ", " : "") + day)
                        .orElse("");
    }

    /** Between signs that keep the direction of its letters to itself, for a line in which other words follow. */
    public static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** In quotation marks, unless the words bring their own. */
    public static String quote(String words) {
        return words.isEmpty() || "\"“”'‘«".indexOf(words.charAt(0)) >= 0 ? words : "“" + words + "”";
    }

    /** With two decimals, as "0.93". */
    public static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** "1 report", "2 reports". */
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /** Only http and https: any other scheme might run something. */
    public static Optional<String> safe(Optional<String> url) {
        return url.filter(address -> address.startsWith("https://") || address.startsWith("http://"));
    }
}
