package rapport.store.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import rapport.ontology.ActorKind;
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
import rapport.record.Correction;
import rapport.record.Dateline;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Ids;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Statement;
import rapport.store.Change;
import rapport.store.RecordStore;
import rapport.store.StoreException;
import rapport.storyline.Setting;
import rapport.storyline.Settings;

/**
 * Reads JSON Lines, as {@link RecordWriter} writes them, into a record: all of a file or, if anything in it is wrong,
 * nothing. What is drawn from all documents together (events, ledger, dyads) is not stored but drawn again, so such lines
 * are counted and skipped, as are types of later versions, and actors that no line names. Keys that the contract does not know are ignored.
 *
 * <p>Settings of the file are taken if the record is empty; else its own stay.
 *
 * <p>Corrections are added to those that are there. One whose value does not fit its record is kept and told as not placed.
 *
 * <p>A document replaces what the record has from the same path. It keeps what coded it, so it is coded again when its file
 * is next read by another version. Every span is checked against the text, every text against its hash.
 *
 * <p>Costs: the file is read twice; some 100 bytes of memory for each line, not the line itself; until it is done the record's
 * log takes as much room on the disk as what is stored.
 */
public final class RecordReader {

    private static final Set<String> OF_DOCUMENTS = Set.of("mention", "statement", "eventMention");

    /** Where a line stands in the file. */
    private record Line(int number, long offset, int length) {}

    /** The lines of one document, in no order. */
    private static final class DocumentLines {
        private Optional<Line> document = Optional.empty();
        private final List<Line> parts = new ArrayList<>();
    }

    private final Path file;
    private final RecordStore store;

    private final Map<String, DocumentLines> documents = new LinkedHashMap<>();
    private final Map<String, String> documentsByPath = new HashMap<>();
    private final Map<String, Line> actors = new HashMap<>();
    private final Map<String, Line> discardsOfFiles = new LinkedHashMap<>();
    private final List<Line> corrections = new ArrayList<>();
    private final SortedMap<String, Long> read = new TreeMap<>();
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final Map<Change, Long> changes = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private Settings settings = Settings.USUAL;

    private RecordReader(Path file, RecordStore store) {
        this.file = file;
        this.store = store;
    }

    /**
     * Stores what the file holds.
     *
     * @throws StoreException if a line is wrong, with file and line, or the record cannot be written; nothing is stored
     * @throws IOException if the file cannot be read; nothing is stored
     */
    public static Imported read(Path file, RecordStore store) throws IOException {
        return new RecordReader(file, store).read();
    }

    private Imported read() throws IOException {
        Format format = sort(); // the settings too
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            return store.together(() -> {
                boolean isOwn = !store.adopt(settings);
                documents.values().forEach(document -> count(store(document, lines, format)));
                discardsOfFiles.values().forEach(line -> count(storeDiscard(line, lines, format)));
                corrections.forEach(line -> storeCorrection(reader(line, lines)));
                for (String id : actors.keySet()) { // one that only a correction names is drawn from that
                    if (!reached.contains(id)) skip("actor");
                }
                return new Imported(
                        read,
                        skipped,
                        isOwn ? Optional.of(settings) : Optional.empty(),
                        changes.getOrDefault(Change.ADDED, 0L),
                        changes.getOrDefault(Change.REPLACED, 0L),
                        changes.getOrDefault(Change.UNCHANGED, 0L));
            });
        }
    }

    /** Notes which lines belong together. */
    private Format sort() throws IOException {
        Optional<Format> format = Optional.empty();
        List<Line> discards = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long offset = 0;
            for (int number = 1; ; number++) {
                bytes.reset();
                int next = in.read();
                for (; next >= 0 && next != '\n'; next = in.read()) bytes.write(next);
                Line line = new Line(number, offset, bytes.size());
                offset += bytes.size() + 1L;
                if (!isBlank(bytes.toByteArray())) {
                    LineReader reader = LineReader.of(where(line), bytes.toByteArray());
                    if (format.isEmpty()) format = Optional.of(format(reader));
                    else sort(reader, line, discards);
                }
                if (next < 0) break;
            }
        }
        Format known = format.orElseThrow(() -> new StoreException(
                file.toString(),
                "no line",
                "a format line first",
                "Export the record again; nothing has been imported."));
        requireDocuments();
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            discards.forEach(line -> sortDiscard(line, reader(line, lines)));
        }
        return known;
    }

    private Format format(LineReader line) {
        if (!line.text("type").equals("format")) throw line.wrong("no format line", "the format line first");
        long version = line.number("version");
        if (version != Format.VERSION) {
            throw new StoreException(
                    line.where(),
                    "format version " + version,
                    "version " + Format.VERSION,
                    "Import it with the version of Rapport that wrote it, or a later one; nothing of this file has been"
                            + " imported.");
        }
        count(read, "format");
        settings = line.object("settings", RecordReader::settings).orElse(Settings.USUAL);
        return new Format((int) version, line.text("program"), line.text("codebook"), line.text("model"));
    }

    private static Settings settings(LineReader line) {
        Map<Setting, Double> others = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            line.findReal(setting.code()).ifPresent(value -> others.put(setting, value));
        }
        return line.make(() -> new Settings(others));
    }

    private void sort(LineReader reader, Line line, List<Line> discards) {
        String type = reader.text("type");
        if (OF_DOCUMENTS.contains(type)) {
            lines(reader.text("document")).parts.add(line);
        } else if (type.equals("document")) {
            sortDocument(line, reader);
        } else if (type.equals("actor")) {
            String id = reader.text("id");
            if (actors.put(id, line) != null) throw twice(reader, id);
        } else if (type.equals("discard")) {
            discards.add(line); // its path may be that of a document further down
        } else if (type.equals("correction")) {
            corrections.add(line);
        } else if (type.equals("format")) {
            throw reader.wrong("a second format line", "one, at the top");
        } else {
            count(skipped, type);
            return;
        }
        count(read, type);
    }

    private void sortDocument(Line line, LineReader reader) {
        String id = reader.text("id");
        if (reader.findText("text").isEmpty()) {
            throw new StoreException(
                    reader.where(),
                    "a document without its text",
                    "a file with texts",
                    "Export the record again without --without-text; nothing of this file has been imported.");
        }
        DocumentLines document = lines(id);
        if (document.document.isPresent()) throw twice(reader, id);
        document.document = Optional.of(line);
        String path = reader.text("path");
        String other = documentsByPath.put(path, id);
        if (other != null) {
            throw reader.wrong("path \"%s\", as document %s has".formatted(path, other), "a path for each document");
        }
    }

    private void sortDiscard(Line line, LineReader reader) {
        Optional<String> document =
                reader.findText("document").or(() -> reader.findText("path").map(documentsByPath::get));
        if (document.isPresent()) {
            DocumentLines lines = documents.get(document.get());
            if (lines == null) throw unknownDocument(reader, document.get());
            lines.parts.add(line);
        } else {
            String path = reader.text("path");
            if (discardsOfFiles.put(path, line) != null) throw twice(reader, path);
        }
    }

    private void requireDocuments() throws IOException {
        for (Map.Entry<String, DocumentLines> lines : documents.entrySet()) {
            if (lines.getValue().document.isPresent()) continue;
            try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "r")) {
                throw unknownDocument(reader(lines.getValue().parts.get(0), all), lines.getKey());
            }
        }
    }

    private DocumentLines lines(String document) {
        return documents.computeIfAbsent(document, id -> new DocumentLines());
    }

    private Change store(DocumentLines lines, RandomAccessFile all, Format format) {
        LineReader line = reader(lines.document.orElseThrow(), all);
        Positions positions = new Positions(line.text("text"));
        Document document = line.make(() -> document(line, positions));
        if (!Ids.sha256(document.text()).equals(document.textSha256())) {
            throw line.wrong(
                    "\"%s\" in \"textSha256\"".formatted(document.textSha256()),
                    "the hash of the text: " + Ids.sha256(document.text()));
        }
        List<Mention> mentions = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        List<EventMention> eventMentions = new ArrayList<>();
        List<Discard> discards = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Line part : lines.parts) {
            LineReader reader = reader(part, all);
            switch (reader.text("type")) {
                case "mention" -> mentions.add(reader.make(() -> mention(reader, positions, named)));
                case "statement" -> statements.add(reader.make(() -> statement(reader, positions, named)));
                case "eventMention" -> eventMentions.add(reader.make(() -> eventMention(reader, positions, named)));
                default -> discards.add(reader.make(() -> discard(reader, document, positions)));
            }
        }
        List<Actor> known = actors(named, all);
        return line.make(
                () -> store.put(new Coded(document, mentions, statements, eventMentions, known, discards), format));
    }

    /** Those named, and those that they belong to or held office of; whoever has no line is missed by the store. */
    private List<Actor> actors(Collection<String> named, RandomAccessFile all) {
        Map<String, Actor> found = new LinkedHashMap<>();
        Collection<String> next = named;
        while (!next.isEmpty()) {
            Set<String> above = new LinkedHashSet<>();
            for (String id : next) {
                Line line = actors.get(id);
                if (line == null || found.containsKey(id)) continue;
                LineReader reader = reader(line, all);
                Actor actor = reader.make(() -> actor(reader));
                found.put(id, actor);
                actor.partOf().forEach(membership -> above.add(membership.actor()));
                actor.offices().forEach(office -> above.add(office.of()));
            }
            next = above;
        }
        reached.addAll(found.keySet());
        return List.copyOf(found.values());
    }

    private Change storeDiscard(Line line, RandomAccessFile all, Format format) {
        LineReader reader = reader(line, all);
        return reader.make(() -> store.put(
                new Discard(
                        reader.text("id"),
                        Optional.empty(),
                        reader.findText("path"),
                        reader.text("stage"),
                        reader.text("reason"),
                        Optional.empty()),
                format));
    }

    private void storeCorrection(LineReader line) {
        line.make(() -> store.put(new Correction(
                line.text("id"),
                line.text("of"),
                Correction.field(line.text("field")),
                Correction.settles(line.text("field")),
                line.findJson("before"),
                line.findJson("after"),
                line.text("by"),
                Instant.parse(line.text("at")).truncatedTo(ChronoUnit.MILLIS),
                line.anchor("anchor"))));
    }

    private static Document document(LineReader line, Positions positions) {
        return new Document(
                line.text("id"),
                line.findText("outlet"),
                line.findText("url"),
                line.findText("title"),
                line.findText("byline"),
                line.object("dateline", d -> new Dateline(d.findText("place"), d.findDay("day"))),
                line.time("published", positions),
                line.text("language"),
                positions.text(),
                line.text("textSha256"),
                line.text("path"));
    }

    private static Mention mention(LineReader line, Positions positions, Set<String> named) {
        return new Mention(
                line.text("id"),
                line.text("document"),
                line.span("span", positions),
                line.actor("actor", named),
                line.code(MentionForm.class, "form"));
    }

    private static Statement statement(LineReader line, Positions positions, Set<String> named) {
        List<String> about = line.texts("about");
        named.addAll(about);
        return new Statement(
                line.text("id"),
                line.text("document"),
                line.span("sentence", positions),
                line.object("source", source -> source.role(positions, named)),
                line.findSpan("cue", positions),
                line.spans("content", positions),
                line.code(Quotation.class, "quotation"),
                line.code(StatementKind.class, "kind"),
                line.actor("addressee", named),
                about,
                line.flag("negated"),
                line.findText("within"),
                line.real("score"));
    }

    private static EventMention eventMention(LineReader line, Positions positions, Set<String> named) {
        return new EventMention(
                line.text("id"),
                line.text("document"),
                line.span("sentence", positions),
                line.oneOf(EventType.class, "eventType", EventType::name),
                line.codes(Mode.class, "modes"),
                line.codes(Context.class, "contexts"),
                line.span("trigger", positions),
                line.objects("actors", role -> role.role(positions, named)),
                line.objects("recipients", role -> role.role(positions, named)),
                line.time("when", positions),
                line.object("place", place -> place(place, positions)),
                line.code(Modality.class, "modality"),
                line.findText("attribution"),
                line.objects("quantities", quantity -> quantity(quantity, positions)),
                line.real("score"));
    }

    private static Place place(LineReader place, Positions positions) {
        return new Place(
                place.span("span", positions),
                place.text("name"),
                place.findText("country"),
                place.texts("claimedBy"),
                place.findText("geonameid"),
                place.findReal("latitude"),
                place.findReal("longitude"),
                place.code(PlacePrecision.class, "precision"));
    }

    private static Quantity quantity(LineReader quantity, Positions positions) {
        return new Quantity(
                quantity.span("text", positions),
                quantity.findNumber("low"),
                quantity.findNumber("high"),
                quantity.text("of"));
    }

    private static Actor actor(LineReader line) {
        return new Actor(
                line.text("id"),
                line.text("name"),
                line.code(ActorKind.class, "kind"),
                line.findText("country"),
                line.texts("sectors"),
                line.objects("partOf", part -> new Actor.Membership(part.text("actor"), part.days())),
                line.objects(
                        "offices", office -> new Actor.Office(office.text("title"), office.text("of"), office.days())),
                line.texts("names"),
                line.findText("wikidata"),
                line.code(KnownBy.class, "known"));
    }

    private static Discard discard(LineReader line, Document document, Positions positions) {
        return new Discard(
                line.text("id"),
                line.findText("document"),
                Optional.of(document.path()),
                line.text("stage"),
                line.text("reason"),
                line.findSpan("span", positions));
    }

    private LineReader reader(Line line, RandomAccessFile all) {
        try {
            byte[] bytes = new byte[line.length()];
            all.seek(line.offset());
            all.readFully(bytes);
            return LineReader.of(where(line), bytes);
        } catch (IOException e) {
            throw new StoreException(
                    where(line),
                    "a file that changes while it is read",
                    "one that stays as it is",
                    "Import it again; nothing of it has been imported.",
                    e);
        }
    }

    private String where(Line line) {
        return file + ":" + line.number();
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') return false;
        }
        return true;
    }

    private static StoreException twice(LineReader line, String id) {
        return line.wrong("\"" + id + "\" a second time", "each id once");
    }

    private static StoreException unknownDocument(LineReader line, String document) {
        return line.wrong("document \"" + document + "\"", "a document of this file");
    }

    private void count(Change change) {
        changes.merge(change, 1L, Long::sum);
    }

    /** A line that was noted as one to be stored. */
    private void skip(String type) {
        read.merge(type, -1L, Long::sum);
        read.remove(type, 0L);
        count(skipped, type);
    }

    private static void count(SortedMap<String, Long> counts, String type) {
        counts.merge(type, 1L, Long::sum);
    }
}
