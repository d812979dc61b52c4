package rapport.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rapport.ontology.Basis;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;
import rapport.store.Hit;
import rapport.store.Snapshot;

/** Records as lines of text, each with the words it rests on. */
final class RecordPage {

    private static final int WIDTH = 100;
    private static final String UNKNOWN = "unknown";

    private final Snapshot snapshot;
    private final PrintWriter out;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Coded> documents = new HashMap<>();
    private int shown;

    RecordPage(Snapshot snapshot, PrintWriter out) {
        this.snapshot = snapshot;
        this.out = out;
    }

    /** Says so if nothing was shown: an empty page would look like a fault. */
    void end() {
        if (shown == 0) out.println("Nothing of that is in the record.");
    }

    void line(Document document) {
        shown++;
        out.printf(
                Locale.ROOT,
                "%-10s  %s  %s%s%n",
                days(document.published()),
                document.id(),
                document.outlet().map(outlet -> outlet + ": ").orElse(""),
                document.title().orElse(document.path()));
        if (document.title().isPresent()) out.println("            " + document.path());
    }

    void line(Actor actor) {
        shown++;
        String part = actor.partOf().stream()
                .map(membership -> name(membership.actor()))
                .distinct()
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "%-32s %-15s %s%s%n",
                actor.id(),
                actor.kind().code(),
                actor.name(),
                part.isEmpty() ? "" : "  (of " + part + ")");
    }

    void hit(Hit hit) {
        Document document = coded(hit.document()).document();
        line(document);
        wrap("…" + hit.snippet().in(document.text()).replace('\n', ' ') + "…", "            ");
    }

    void event(EventMention event) {
        shown++;
        Coded coded = coded(event.document());
        out.printf(
                Locale.ROOT,
                "%-10s  %s%n",
                days(event.when()),
                act(event, coded.document().text()));
        attribution(event, coded).ifPresent(words -> out.println("            " + words));
        wrap(event.sentence().in(coded.document().text()), "            | ");
        out.println("            " + from(coded.document()));
        out.println();
    }

    void statement(Statement statement) {
        shown++;
        Coded coded = coded(statement.document());
        out.printf(
                Locale.ROOT,
                "%-10s  %s%n",
                days(coded.document().published()),
                position(statement, coded.document().text()));
        statement
                .within()
                .flatMap(id -> find(coded, id))
                .ifPresent(outer -> out.println("            reported by "
                        + speaker(outer, coded.document().text())));
        for (Span content : statement.content()) {
            wrap(content.in(coded.document().text()), "            | ");
        }
        out.println("            " + from(coded.document()));
        out.println();
    }

    /** The report, sentence by sentence; below each its records. Byline and day lines are left out. */
    void document(Coded coded) {
        line(coded.document());
        out.println();
        Map<Span, Map<Span, List<String>>> bySentence = new TreeMap<>();
        String text = coded.document().text();
        for (EventMention event : coded.eventMentions()) {
            String according =
                    attribution(event, coded).map(words -> ", " + words).orElse("");
            add(bySentence, event.sentence(), event.trigger(), act(event, text) + according);
        }
        for (Statement statement : coded.statements()) {
            String said =
                    statement.content().stream().map(span -> span.in(text)).collect(Collectors.joining(" … "));
            Span at = statement.cue().orElse(statement.content().get(0));
            add(bySentence, statement.sentence(), at, position(statement, text) + ": " + said);
        }
        int last = 0;
        for (Map.Entry<Span, Map<Span, List<String>>> entry : bySentence.entrySet()) {
            unread(text, last, entry.getKey().start());
            wrap(entry.getKey().in(text), "");
            entry.getValue().values().forEach(records -> records.forEach(record -> wrap(record, "    > ")));
            last = entry.getKey().end();
        }
        unread(text, last, text.length());
        coded.discards().forEach(discard -> out.println("discarded: " + discard.reason()));
    }

    /** In order of the sentence, and in it of the words that a record rests on. */
    private static void add(Map<Span, Map<Span, List<String>>> bySentence, Span sentence, Span at, String record) {
        bySentence
                .computeIfAbsent(sentence, s -> new TreeMap<>())
                .computeIfAbsent(at, a -> new ArrayList<>())
                .add(record);
    }

    private void unread(String text, int start, int end) {
        if (start >= end) return;
        for (String line : text.substring(start, end).split("\n")) if (!line.isBlank()) wrap(line.strip(), "");
    }

    private String act(EventMention event, String text) {
        StringBuilder line = new StringBuilder();
        line.append(parties(event.actors(), text)).append("  ").append(event.eventType());
        if (!event.recipients().isEmpty()) line.append("  ").append(parties(event.recipients(), text));
        line.append("  (")
                .append(event.modality().code())
                .append(") “")
                .append(event.trigger().in(text))
                .append('”');
        event.place().map(Place::name).ifPresent(place -> line.append(", at ").append(place));
        if (!event.when().isUnknown()) line.append(", ").append(days(event.when()));
        for (Quantity quantity : event.quantities()) {
            line.append(", ").append(quantity.text().in(text));
        }
        return line.append(String.format(Locale.ROOT, "  [%.2f]", event.score()))
                .toString();
    }

    private String parties(List<Role> roles, String text) {
        return roles.isEmpty()
                ? UNKNOWN
                : roles.stream().map(role -> party(role, text)).distinct().collect(Collectors.joining(" + "));
    }

    private String party(Role role, String text) {
        return role.actor().map(this::name).orElseGet(() -> "“" + role.span().in(text) + "”");
    }

    private Optional<String> attribution(EventMention event, Coded coded) {
        return event.attribution()
                .flatMap(id -> find(coded, id))
                .map(statement ->
                        "according to " + speaker(statement, coded.document().text()) + outer(statement, coded));
    }

    private String outer(Statement statement, Coded coded) {
        return statement
                .within()
                .flatMap(id -> find(coded, id))
                .map(outer ->
                        ", as reported by " + speaker(outer, coded.document().text()))
                .orElse("");
    }

    private String position(Statement statement, String text) {
        return speaker(statement, text) + "  " + statement.kind().code()
                + (statement.negated() ? " (negated)" : "")
                + statement.addressee().map(actor -> " to " + name(actor)).orElse("")
                + statement.cue().map(cue -> "  “" + cue.in(text) + "”").orElse("");
    }

    private String speaker(Statement statement, String text) {
        return statement.source().map(role -> party(role, text)).orElse("nobody named");
    }

    private static Optional<Statement> find(Coded coded, String statement) {
        return coded.statements().stream()
                .filter(s -> s.id().equals(statement))
                .min(Comparator.comparing(Statement::id));
    }

    private static String from(Document document) {
        return document.outlet().orElse(document.path()) + ", " + days(document.published()) + ", " + document.id();
    }

    private static String days(Time time) {
        if (time.isUnknown()) return UNKNOWN;
        String span = time.day()
                .map(Object::toString)
                .orElseGet(() -> time.first().map(Object::toString).orElse("") + ".."
                        + time.last().map(Object::toString).orElse(""));
        return time.basis() == Basis.INFERRED ? "~" + span : span;
    }

    private String name(String actor) {
        return names.computeIfAbsent(
                actor, id -> snapshot.actor(id).map(Actor::name).orElse(id));
    }

    private Coded coded(String document) {
        return documents.computeIfAbsent(
                document,
                id -> snapshot.coded(id)
                        .orElseThrow(() ->
                                new IllegalStateException("the record names a document that is not in it: " + id)));
    }

    private void wrap(String words, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.replace('\n', ' ').split(" ")) {
            if (line.length() > indent.length() && line.length() + word.length() + 1 > WIDTH) {
                out.println(line);
                line = new StringBuilder(" ".repeat(indent.length()));
                if (indent.endsWith("| ")) line.replace(indent.length() - 2, indent.length(), "| ");
            }
            if (line.length() > indent.length()) line.append(' ');
            line.append(word);
        }
        out.println(line);
    }
}
