package rapport.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import rapport.ontology.Basis;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.Mode;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Join;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.record.Time;
import rapport.record.Version;
import rapport.store.Hit;
import rapport.storyline.Dyads;

/** Records as lines of text, for people. */
final class TextPage implements RecordPage {

    private static final int WIDTH = 100;
    private static final String UNKNOWN = "unknown";

    private final References references;
    private final PrintWriter out;
    private int shown;

    TextPage(References references, PrintWriter out) {
        this.references = references;
        this.out = out;
    }

    /** Says so if nothing was shown: an empty page would look like a fault. */
    @Override
    public void end() {
        if (shown == 0) out.println("Nothing of that is in the record.");
    }

    @Override
    public void line(Document document) {
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

    @Override
    public void line(Actor actor) {
        shown++;
        String part = actor.partOf().stream()
                .map(membership -> references.name(membership.actor()))
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

    @Override
    public void hit(Hit hit) {
        Document document = references.document(hit.document());
        line(document);
        wrap("…" + hit.snippet().in(document.text()).replace('\n', ' ') + "…", "            ");
    }

    @Override
    public void event(EventMention event) {
        shown++;
        Coded coded = references.coded(event.document());
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

    @Override
    public void event(Event event) {
        shown++;
        brief(event);
        out.printf(
                Locale.ROOT,
                "            told %d times, by %d outlets, %d independent sources%s%n",
                event.eventMentions().size(),
                event.outlets(),
                event.independent(),
                event.sources().isEmpty() ? "" : "; according to " + names(event.sources()));
        if (!event.disputedBy().isEmpty()) out.println("            disputed by " + names(event.disputedBy()));
        for (Version version : event.versions()) {
            out.printf(
                    Locale.ROOT,
                    "            %s: %s (%d)%n",
                    version.field(),
                    version.value(),
                    version.eventMentions().size());
        }
        for (String id : event.eventMentions()) {
            EventMention mention = references.eventMention(id);
            Coded coded = references.coded(mention.document());
            wrap(mention.sentence().in(coded.document().text()), "            | ");
            out.println("              " + from(coded.document()));
        }
        for (Join join : event.mergedBecause()) {
            out.printf(
                    Locale.ROOT,
                    "            joined: %s with %s by %s, %.2f%n",
                    join.first(),
                    join.second(),
                    join.rule(),
                    join.chance());
        }
        out.println();
    }

    @Override
    public void line(Storyline storyline) {
        head(storyline);
        for (String document : storyline.documents()) {
            out.println("            " + from(references.document(document)));
        }
    }

    private void head(Storyline storyline) {
        shown++;
        out.printf(
                Locale.ROOT,
                "%s..%s  %s  %s: %d reports, %d events%n",
                storyline.first().map(Object::toString).orElse(UNKNOWN),
                storyline.last().map(Object::toString).orElse(UNKNOWN),
                storyline.id(),
                storyline.title(),
                storyline.documents().size(),
                storyline.events().size());
    }

    @Override
    public void commitment(Commitment commitment) {
        shown++;
        brief(commitment);
        for (Commitment.Step step : commitment.history()) {
            out.printf(
                    Locale.ROOT,
                    "    %-10s  %s%s%n",
                    step.day().map(Object::toString).orElse(UNKNOWN),
                    step.state().code(),
                    step.accordingTo().isEmpty() ? "" : ", according to " + names(step.accordingTo()));
            for (String id : step.because()) {
                EventMention mention = references.eventMention(id);
                Coded coded = references.coded(mention.document());
                wrap(mention.sentence().in(coded.document().text()), "                | ");
                out.println("                " + from(coded.document()));
            }
        }
        out.println();
    }

    @Override
    public void series(List<Dyad> series, Dyads dyads) {
        if (series.isEmpty()) return;
        shown++;
        out.println(references.name(series.get(0).actor()) + " to "
                + references.name(series.get(0).recipient()) + ", by "
                + series.get(0).unit());
        Plot.lines(series, dyads).forEach(out::println);
        out.println();
    }

    @Override
    public void course(Course course) {
        head(course.storyline());
        out.println();
        for (Document document : course.documents()) {
            line(document);
            Time published = document.published();
            if (published.basis() == Basis.INFERRED) {
                published.because().forEach(reason -> wrap("because: " + reason(reason), "            "));
            }
        }
        out.println();
        for (int i = 0; i < course.events().size(); i++) {
            brief(course.events().get(i));
            if (i < course.grounds().size()) {
                out.println("            - " + course.grounds().get(i).words());
            }
        }
    }

    /** An id as what it stands for. */
    private String reason(String reason) {
        String against = "against ";
        if (reason.startsWith(against)) return against + reason(reason.substring(against.length()));
        return references
                .findMention(reason)
                .map(mention -> {
                    Document document = references.document(mention.document());
                    return "“" + mention.sentence().in(document.text()) + "” " + from(document);
                })
                .or(() -> references.findActor(reason).map(actor -> "the term of " + actor.name()))
                .orElse(reason);
    }

    private void brief(Event event) {
        out.printf(
                Locale.ROOT,
                "%-10s  %s  %s%s  (%s%s)  %s%n",
                days(event.when()),
                names(event.actors()),
                type(event.eventType(), event.modes()),
                event.recipients().isEmpty() ? "" : "  " + names(event.recipients()),
                event.modality().code(),
                event.told() ? "" : ", only claimed",
                event.id());
    }

    private void brief(Commitment commitment) {
        out.printf(
                Locale.ROOT,
                "%-12s  %s%s: “%s”%s  %s%n",
                commitment.state().code(),
                references.name(commitment.obligor()),
                commitment.beneficiary().map(id -> " to " + references.name(id)).orElse(""),
                commitment.content(),
                commitment.due().isUnknown() ? "" : ", due " + days(commitment.due()),
                commitment.id());
    }

    @Override
    public void profile(Profile profile) {
        Actor actor = profile.actor();
        line(actor);
        wrap("called " + String.join(", ", actor.names()), "    ");
        for (Actor.Membership part : actor.partOf()) {
            out.println("    part of " + references.name(part.actor()) + term(part.days()));
        }
        for (Actor.Office office : actor.offices()) {
            out.println("    " + office.title() + " of " + references.name(office.of()) + term(office.days()));
        }
        list("Did", profile.did(), this::brief);
        list("Was done to it", profile.underwent(), this::brief);
        int said = profile.said().values().stream().mapToInt(Integer::intValue).sum();
        out.println();
        out.println("Said: " + said);
        profile.said().forEach((kind, count) -> out.printf(Locale.ROOT, "%6d  %s%n", count, kind.code()));
        list("Is to be done for it", profile.asks(), this::brief);
        list("Is to do", profile.owes(), this::brief);
    }

    private static String term(Days days) {
        if (days.equals(Days.ALWAYS)) return "";
        return ", " + days.from().map(Object::toString).orElse("") + ".."
                + days.until().map(Object::toString).orElse("");
    }

    private <T> void list(String title, List<T> records, Consumer<T> line) {
        out.println();
        out.println(title + ": " + records.size());
        records.forEach(line);
    }

    private String names(List<String> actors) {
        return actors.isEmpty()
                ? UNKNOWN
                : actors.stream().map(references::name).collect(Collectors.joining(" + "));
    }

    @Override
    public void statement(Statement statement) {
        Coded coded = head(statement);
        for (Span content : statement.content()) {
            wrap(content.in(coded.document().text()), "            | ");
        }
        out.println("            " + from(coded.document()));
        out.println();
    }

    @Override
    public void statement(Statement statement, double likeness) {
        Coded coded = head(statement);
        wrap(statement.sentence().in(coded.document().text()), "            | ");
        out.printf(Locale.ROOT, "            likeness %.2f, %s%n%n", likeness, from(coded.document()));
    }

    private Coded head(Statement statement) {
        shown++;
        Coded coded = references.coded(statement.document());
        out.printf(
                Locale.ROOT,
                "%-10s  %s%n",
                days(coded.document().published()),
                position(statement, coded.document().text()));
        statement
                .within()
                .flatMap(id -> references.statement(coded, id))
                .ifPresent(outer -> out.println("            reported by "
                        + speaker(outer, coded.document().text())));
        return coded;
    }

    @Override
    public void document(Coded coded) {
        line(coded.document());
        out.println();
        for (DocumentPart<String> part :
                DocumentPart.of(coded, event -> act(event, coded), statement -> said(statement, coded))) {
            wrap(part.text(), "");
            part.records().forEach(record -> wrap(record, "    > "));
        }
        coded.discards().forEach(discard -> out.println("discarded: " + discard.reason()));
    }

    private String act(EventMention event, Coded coded) {
        return act(event, coded.document().text())
                + attribution(event, coded).map(words -> ", " + words).orElse("");
    }

    private String said(Statement statement, Coded coded) {
        String text = coded.document().text();
        return position(statement, text) + ": "
                + statement.content().stream().map(span -> span.in(text)).collect(Collectors.joining(" … "));
    }

    /** As the field writes it: "COERCE/arrest". */
    private static String type(EventType type, List<Mode> modes) {
        return modes.isEmpty() ? type.name() : type.name() + "/" + String.join("/", Code.codes(modes));
    }

    private String act(EventMention event, String text) {
        StringBuilder line = new StringBuilder();
        line.append(parties(event.actors(), text)).append("  ").append(type(event.eventType(), event.modes()));
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
        return role.actor()
                .map(references::name)
                .orElseGet(() -> "“" + role.span().in(text) + "”");
    }

    private Optional<String> attribution(EventMention event, Coded coded) {
        return event.attribution()
                .flatMap(id -> references.statement(coded, id))
                .map(statement ->
                        "according to " + speaker(statement, coded.document().text()) + outer(statement, coded));
    }

    private String outer(Statement statement, Coded coded) {
        return statement
                .within()
                .flatMap(id -> references.statement(coded, id))
                .map(outer ->
                        ", as reported by " + speaker(outer, coded.document().text()))
                .orElse("");
    }

    private String position(Statement statement, String text) {
        return speaker(statement, text) + "  " + statement.kind().code()
                + (statement.negated() ? " (negated)" : "")
                + statement
                        .addressee()
                        .map(actor -> " to " + references.name(actor))
                        .orElse("")
                + statement.cue().map(cue -> "  “" + cue.in(text) + "”").orElse("");
    }

    private String speaker(Statement statement, String text) {
        return statement.source().map(role -> party(role, text)).orElse("nobody named");
    }

    @Override
    public void correction(Correction correction, String state) {
        shown++;
        out.printf(
                Locale.ROOT,
                "%s  %s  %s of %s, by %s%s%n",
                correction.at(),
                correction.id(),
                correction.writtenField(),
                plain(correction.of()),
                plain(correction.by()),
                state.equals("stands") ? "" : "  (" + state + ")");
        wrap(
                plain(correction.before().orElse("null") + " -> "
                        + correction.after().orElse("null")),
                "            ");
        wrap(plain(correction.anchor().words()), "            | ");
        out.println();
    }

    /** Without what a terminal would take for an order: people write these words, and files bring them. */
    private static String plain(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
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
