package rapport.store.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Anchor;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Dateline;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.store.Snapshot;
import rapport.storyline.Setting;
import rapport.storyline.Settings;
import rapport.storyline.Together;

/**
 * Writes a record as JSON Lines: one object a line, lines by type and then by id, keys in the order of the contract. The
 * same record gives the same bytes.
 *
 * <p>Mentions, statements and event mentions are written as they were read, with what reviewers say of them as corrections beside
 * them, so that an import loses nothing; what is drawn together is drawn as the caller has it.
 *
 * <p><b>Without text</b> no words of the reports leave: {@code text} and {@code title} of a document, {@code text} of every
 * span and {@code of} of every number and comments of reviewers are null, and {@code because} keeps ids alone. Ids, positions, outlet, url, byline,
 * dateline, hash and path stay, and so do names: of actors and places, and what the reason of a discard quotes. Whoever has
 * the same text, as the hash tells, can read the words at their positions. Such a file cannot be imported.
 *
 * <p>Unit: positions in code points, scores with three decimals, degrees with at most five.
 *
 * <p>Costs: memory does not grow with the record, but for what is drawn together, which is handed in; some texts are kept at
 * hand, {@value #CHARACTERS_AT_HAND} characters at most.
 */
public final class RecordWriter {

    private static final int CHARACTERS_AT_HAND = 8_000_000;

    private final boolean withText;

    private RecordWriter(boolean withText) {
        this.withText = withText;
    }

    /** Everything, for import. */
    public static RecordWriter complete() {
        return new RecordWriter(true);
    }

    /** No words of the reports, for passing on. */
    public static RecordWriter withoutText() {
        return new RecordWriter(false);
    }

    /** Writes what was read from single documents and flushes; {@code out} stays open. */
    public void write(Snapshot record, OutputStream out) throws IOException {
        write(record, Together.EMPTY, List.of(), out);
    }

    /**
     * Writes the whole record and flushes; {@code out} stays open.
     *
     * @param together drawn from the documents of this record, and no others
     */
    public void write(Snapshot record, Together together, List<Dyad> dyads, OutputStream out) throws IOException {
        Map<String, String> storylines = new HashMap<>();
        for (Storyline storyline : together.storylines()) {
            storyline.documents().forEach(document -> storylines.put(document, storyline.id()));
        }
        LineWriter line = new LineWriter(out, withText);
        Texts texts = new Texts(record);
        write(line, record.format(), record.settings());
        each(record.documentsById(), document -> write(line, document, together, storylines));
        each(record.mentionsAsRead(), mention -> write(line, mention, texts.of(mention.document())));
        each(record.statementsAsRead(), statement -> write(line, statement, texts.of(statement.document())));
        each(record.eventMentionsAsRead(), mention -> write(line, mention, texts.of(mention.document())));
        each(record.actorsAsRead(), actor -> write(line, actor));
        each(together.events().stream().sorted(Comparator.comparing(Event::id)), event -> write(line, event));
        each(
                together.ledger().stream().sorted(Comparator.comparing(Commitment::id)),
                commitment -> write(line, commitment));
        each(
                together.storylines().stream().sorted(Comparator.comparing(Storyline::id)),
                storyline -> write(line, storyline));
        each(dyads.stream().sorted(Comparator.comparing(Dyad::id)), dyad -> write(line, dyad));
        each(record.corrections(), correction -> write(line, correction));
        each(
                record.discards(),
                discard -> write(line, discard, discard.document().flatMap(texts::find)));
        line.flush();
    }

    private static <T> void each(Stream<T> records, LineWriter.Part<T> part) throws IOException {
        try (records) {
            Iterator<T> each = records.iterator();
            while (each.hasNext()) part.write(each.next());
        }
    }

    private static void write(LineWriter line, Format format, Settings settings) throws IOException {
        line.start("format")
                .text("id", "format")
                .number("version", format.version())
                .text("program", format.program())
                .text("codebook", format.codebook())
                .text("model", format.model());
        if (!settings.areUsual()) line.object("settings", Optional.of(settings), others -> write(line, others));
        line.end();
    }

    /** Only those that are other than usual. */
    private static void write(LineWriter line, Settings settings) throws IOException {
        for (Map.Entry<Setting, Double> other : settings.others().entrySet()) {
            line.real(other.getKey().code(), other.getValue());
        }
    }

    private static void write(LineWriter line, Document document, Together together, Map<String, String> storylines)
            throws IOException {
        line.start("document")
                .text("id", document.id())
                .text("outlet", document.outlet())
                .text("url", document.url())
                .words("title", document.title())
                .text("byline", document.byline())
                .object("dateline", document.dateline(), dateline -> write(line, dateline))
                .time("published", together.dated(document).published(), new Positions(document.text()))
                .text("language", document.language())
                .words("text", document.text())
                .text("textSha256", document.textSha256())
                .text("path", document.path())
                .text("copyOf", Optional.ofNullable(together.originals().get(document.id())))
                .text("storyline", Optional.ofNullable(storylines.get(document.id())))
                .end();
    }

    private static void write(LineWriter line, Dateline dateline) throws IOException {
        line.text("place", dateline.place()).day("day", dateline.day());
    }

    private static void write(LineWriter line, Mention mention, Positions positions) throws IOException {
        line.start("mention")
                .text("id", mention.id())
                .text("document", mention.document())
                .span("span", mention.span(), positions)
                .text("actor", mention.actor())
                .code("form", mention.form())
                .end();
    }

    private static void write(LineWriter line, Statement statement, Positions positions) throws IOException {
        line.start("statement")
                .text("id", statement.id())
                .text("document", statement.document())
                .span("sentence", statement.sentence(), positions)
                .role("source", statement.source(), positions)
                .span("cue", statement.cue(), positions)
                .spans("content", statement.content(), positions)
                .code("quotation", statement.quotation())
                .code("kind", statement.kind())
                .text("addressee", statement.addressee())
                .texts("about", statement.about())
                .flag("negated", statement.negated())
                .text("within", statement.within())
                .score("score", statement.score())
                .end();
    }

    private static void write(LineWriter line, EventMention mention, Positions positions) throws IOException {
        line.start("eventMention")
                .text("id", mention.id())
                .text("document", mention.document())
                .span("sentence", mention.sentence(), positions)
                .text("eventType", mention.eventType().name())
                .codes("modes", mention.modes())
                .codes("contexts", mention.contexts())
                .span("trigger", mention.trigger(), positions)
                .roles("actors", mention.actors(), positions)
                .roles("recipients", mention.recipients(), positions)
                .time("when", mention.when(), positions)
                .object("place", mention.place(), place -> write(line, place, positions))
                .code("modality", mention.modality())
                .text("attribution", mention.attribution())
                .objects("quantities", mention.quantities(), quantity -> write(line, quantity, positions))
                .score("score", mention.score())
                .end();
    }

    private static void write(LineWriter line, Place place, Positions positions) throws IOException {
        write(line.span("span", place.span(), positions), place);
    }

    private static void write(LineWriter line, Place place) throws IOException {
        line.text("name", place.name())
                .text("country", place.country())
                .texts("claimedBy", place.claimedBy())
                .text("geonameid", place.geonameid())
                .degrees("latitude", place.latitude())
                .degrees("longitude", place.longitude())
                .code("precision", place.precision());
    }

    private static void write(LineWriter line, Quantity quantity, Positions positions) throws IOException {
        line.span("text", quantity.text(), positions)
                .number("low", quantity.low())
                .number("high", quantity.high())
                .words("of", quantity.of());
    }

    private static void write(LineWriter line, Actor actor) throws IOException {
        line.start("actor")
                .text("id", actor.id())
                .text("name", actor.name())
                .code("kind", actor.kind())
                .text("country", actor.country())
                .texts("sectors", actor.sectors())
                .objects(
                        "partOf",
                        actor.partOf(),
                        part -> line.text("actor", part.actor()).days(part.days()))
                .objects(
                        "offices",
                        actor.offices(),
                        office -> line.text("title", office.title())
                                .text("of", office.of())
                                .days(office.days()))
                .texts("names", actor.names())
                .text("wikidata", actor.wikidata())
                .code("known", actor.known())
                .end();
    }

    /** Drawn from several documents, so its day and place have no span: its mentions have. */
    private static void write(LineWriter line, Event event) throws IOException {
        line.start("event")
                .text("id", event.id())
                .text("eventType", event.eventType().name())
                .codes("modes", event.modes())
                .codes("contexts", event.contexts())
                .texts("actors", event.actors())
                .texts("recipients", event.recipients())
                .time("when", event.when())
                .object("place", event.place(), place -> write(line.nothing("span"), place))
                .code("modality", event.modality())
                .flag("told", event.told())
                .texts("eventMentions", event.eventMentions())
                .number("outlets", event.outlets())
                .texts("sources", event.sources())
                .number("independent", event.independent())
                .objects(
                        "versions",
                        event.versions(),
                        version -> line.text("field", version.field())
                                .words("value", version.value())
                                .texts("eventMentions", version.eventMentions()))
                .texts("disputedBy", event.disputedBy())
                .objects(
                        "mergedBecause",
                        event.mergedBecause(),
                        join -> line.text("first", join.first())
                                .text("second", join.second())
                                .text("rule", join.rule())
                                .score("chance", join.chance()))
                .end();
    }

    private static void write(LineWriter line, Commitment commitment) throws IOException {
        line.start("commitment")
                .text("id", commitment.id())
                .text("obligor", commitment.obligor())
                .text("beneficiary", commitment.beneficiary())
                .words("content", commitment.content())
                .texts("conditions", commitment.conditions())
                .time("due", commitment.due())
                .texts("demands", commitment.demands())
                .texts("assurances", commitment.assurances())
                .texts("acts", commitment.acts())
                .texts("evidence", commitment.evidence())
                .code("state", commitment.state())
                .objects(
                        "history",
                        commitment.history(),
                        step -> line.day("day", step.day())
                                .code("state", step.state())
                                .texts("because", step.because())
                                .texts("accordingTo", step.accordingTo()))
                .end();
    }

    private static void write(LineWriter line, Storyline storyline) throws IOException {
        line.start("storyline")
                .text("id", storyline.id())
                .words("title", storyline.title())
                .texts("documents", storyline.documents())
                .texts("events", storyline.events())
                .day("first", storyline.first())
                .day("last", storyline.last())
                .end();
    }

    private static void write(LineWriter line, Dyad dyad) throws IOException {
        line.start("dyad")
                .text("id", dyad.id())
                .text("actor", dyad.actor())
                .text("recipient", dyad.recipient())
                .flag("parts", dyad.parts())
                .text("unit", dyad.unit())
                .text("period", dyad.period())
                .object("told", Optional.of(dyad.told()), counts -> write(line, counts))
                .object("claimed", Optional.of(dyad.claimed()), counts -> write(line, counts))
                .object(
                        "goldstein",
                        Optional.of(dyad),
                        d -> line.score("mean", d.goldsteinMean()).score("sum", d.goldsteinSum()))
                .number("undated", dyad.undated())
                .number("documents", dyad.documents())
                .texts("events", dyad.events())
                .end();
    }

    private static void write(LineWriter line, Dyad.Counts counts) throws IOException {
        line.number("verbalCooperation", counts.verbalCooperation())
                .number("materialCooperation", counts.materialCooperation())
                .number("verbalConflict", counts.verbalConflict())
                .number("materialConflict", counts.materialConflict());
    }

    /** Its own positions, since its text may not be in the record any more. */
    private void write(LineWriter line, Correction correction) throws IOException {
        line.start("correction")
                .text("id", correction.id())
                .text("of", correction.of())
                .text("field", correction.writtenField())
                .value("before", correction.before());
        boolean isComment = correction.field() == Correction.Field.COMMENT; // it may quote the report
        line.value("after", isComment && !withText ? Optional.empty() : correction.after());
        Anchor anchor = correction.anchor();
        line.text("by", correction.by())
                .text("at", correction.at().toString())
                .object(
                        "anchor",
                        Optional.of(anchor),
                        a -> line.text("textSha256", a.textSha256())
                                .object(
                                        "span",
                                        Optional.of(a),
                                        span -> line.number("start", span.start())
                                                .number("end", span.end())
                                                .words("text", span.words())))
                .end();
    }

    /** Names its document if the record holds that, otherwise the path. */
    private static void write(LineWriter line, Discard discard, Optional<Positions> positions) throws IOException {
        line.start("discard").text("id", discard.id());
        if (positions.isPresent()) line.text("document", discard.document());
        else line.text("path", discard.path());
        line.text("stage", discard.stage()).text("reason", discard.reason());
        if (positions.isPresent()) line.span("span", discard.span(), positions.get());
        else line.nothing("span");
        line.end();
    }

    /** Texts of documents, the last used ones at hand: lines come in the order of their ids, so any may be next. */
    private static final class Texts {

        private final Snapshot record;
        private final Map<String, Positions> atHand = new LinkedHashMap<>(16, 0.75f, true);
        private int characters;

        Texts(Snapshot record) {
            this.record = record;
        }

        Positions of(String document) {
            return find(document).orElseThrow(() -> new IllegalStateException("no document " + document));
        }

        Optional<Positions> find(String document) {
            Positions known = atHand.get(document);
            if (known != null) return Optional.of(known);
            Optional<Positions> read = record.text(document).map(Positions::new);
            read.ifPresent(positions -> keep(document, positions));
            return read;
        }

        private void keep(String document, Positions positions) {
            atHand.put(document, positions);
            characters += positions.text().length();
            Iterator<Positions> oldest = atHand.values().iterator();
            while (characters > CHARACTERS_AT_HAND && oldest.hasNext()) {
                characters -= oldest.next().text().length();
                oldest.remove();
            }
        }
    }
}
