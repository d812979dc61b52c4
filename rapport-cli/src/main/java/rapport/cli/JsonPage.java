package rapport.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.evaluation.Report;
import rapport.ontology.Code;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.record.Time;
import rapport.store.Hit;
import rapport.storyline.Dyads;
import rapport.storyline.TurningPoint;

/**
 * Records as one JSON object on one line. Keys that an export has too mean the same here; but spans are given by their words,
 * actors with their names, and a document is there with each of its records. What is unknown is null.
 */
final class JsonPage implements RecordPage {

    private final References references;
    private final PrintWriter out;
    private final Map<String, Object> page = new LinkedHashMap<>();
    private final List<Object> shown = new ArrayList<>();

    /** @param key under which all that is shown stands: "documents" */
    JsonPage(References references, PrintWriter out, String key) {
        this.references = references;
        this.out = out;
        page.put(key, shown);
    }

    @Override
    public void end() {
        new Report(page, List.of()).print(out, true);
    }

    @Override
    public void line(Document document) {
        shown.add(tree(document));
    }

    @Override
    public void line(Actor actor) {
        shown.add(tree(actor));
    }

    private Map<String, Object> tree(Actor actor) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", actor.id());
        tree.put("kind", actor.kind().code());
        tree.put("name", actor.name());
        tree.put(
                "partOf",
                actor.partOf().stream()
                        .map(part -> part.actor())
                        .distinct()
                        .map(this::named)
                        .toList());
        return tree;
    }

    @Override
    public void hit(Hit hit) {
        Document document = references.document(hit.document());
        Map<String, Object> tree = tree(document);
        tree.put("snippet", hit.snippet().in(document.text()));
        shown.add(tree);
    }

    @Override
    public void event(EventMention event) {
        Coded coded = references.coded(event.document());
        show(tree(event, coded), coded);
    }

    @Override
    public void event(Event event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "event");
        tree.put("id", event.id());
        tree.put("eventType", event.eventType().name());
        tree.put("modes", Code.codes(event.modes()));
        tree.put("contexts", Code.codes(event.contexts()));
        tree.put("actors", event.actors().stream().map(this::named).toList());
        tree.put("recipients", event.recipients().stream().map(this::named).toList());
        tree.put("when", tree(event.when()));
        put(tree, "place", event.place().map(Place::name));
        tree.put("modality", event.modality().code());
        tree.put("told", event.told());
        tree.put(
                "eventMentions",
                event.eventMentions().stream()
                        .map(references::eventMention)
                        .map(mention -> {
                            Coded coded = references.coded(mention.document());
                            Map<String, Object> told = tree(mention, coded);
                            told.put("document", tree(coded.document()));
                            return told;
                        })
                        .toList());
        tree.put("outlets", event.outlets());
        tree.put("sources", event.sources().stream().map(this::named).toList());
        tree.put("independent", event.independent());
        tree.put(
                "versions",
                event.versions().stream()
                        .map(version -> {
                            Map<String, Object> differs = new LinkedHashMap<>();
                            differs.put("field", version.field());
                            differs.put("value", version.value());
                            differs.put("eventMentions", version.eventMentions());
                            return differs;
                        })
                        .toList());
        tree.put("disputedBy", event.disputedBy().stream().map(this::named).toList());
        tree.put(
                "mergedBecause",
                event.mergedBecause().stream()
                        .map(join -> {
                            Map<String, Object> because = new LinkedHashMap<>();
                            because.put("first", join.first());
                            because.put("second", join.second());
                            because.put("rule", join.rule());
                            because.put("chance", join.chance());
                            return because;
                        })
                        .toList());
        shown.add(tree);
    }

    @Override
    public void commitment(Commitment commitment) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "commitment");
        tree.put("id", commitment.id());
        tree.put("obligor", named(commitment.obligor()));
        put(tree, "beneficiary", commitment.beneficiary().map(this::named));
        tree.put("content", commitment.content());
        tree.put("conditions", commitment.conditions());
        tree.put("due", tree(commitment.due()));
        tree.put("demands", commitment.demands());
        tree.put("assurances", commitment.assurances());
        tree.put("acts", commitment.acts());
        tree.put("evidence", commitment.evidence());
        tree.put("state", commitment.state().code());
        tree.put(
                "history",
                commitment.history().stream()
                        .map(step -> {
                            Map<String, Object> moved = new LinkedHashMap<>();
                            put(moved, "day", step.day().map(Object::toString));
                            moved.put("state", step.state().code());
                            moved.put("because", step.because());
                            moved.put(
                                    "accordingTo",
                                    step.accordingTo().stream().map(this::named).toList());
                            return moved;
                        })
                        .toList());
        shown.add(tree);
    }

    @Override
    public void series(List<Dyad> series, Dyads dyads) {
        Map<String, TurningPoint> turns = new HashMap<>();
        dyads.turningPoints(series).forEach(point -> turns.put(point.period(), point));
        for (Dyad dyad : series) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("type", "dyad");
            tree.put("id", dyad.id());
            tree.put("actor", named(dyad.actor()));
            tree.put("recipient", named(dyad.recipient()));
            tree.put("parts", dyad.parts());
            tree.put("unit", dyad.unit());
            tree.put("period", dyad.period());
            tree.put("told", tree(dyad.told()));
            tree.put("claimed", tree(dyad.claimed()));
            Map<String, Object> goldstein = new LinkedHashMap<>();
            put(
                    goldstein,
                    "mean",
                    dyad.goldsteinMean().isPresent()
                            ? Optional.of(dyad.goldsteinMean().getAsDouble())
                            : Optional.empty());
            goldstein.put("sum", dyad.goldsteinSum());
            tree.put("goldstein", goldstein);
            tree.put("undated", dyad.undated());
            tree.put("documents", dyad.documents());
            tree.put("events", dyad.events());
            put(tree, "band", dyads.band(dyad).map(band -> List.of(band.low(), band.high())));
            put(tree, "turn", Optional.ofNullable(turns.get(dyad.period())).map(JsonPage::tree));
            shown.add(tree);
        }
    }

    private static Map<String, Object> tree(TurningPoint point) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("before", point.before());
        tree.put("after", point.after());
        tree.put("events", point.events());
        return tree;
    }

    private static Map<String, Object> tree(Dyad.Counts counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("verbalCooperation", counts.verbalCooperation());
        tree.put("materialCooperation", counts.materialCooperation());
        tree.put("verbalConflict", counts.verbalConflict());
        tree.put("materialConflict", counts.materialConflict());
        return tree;
    }

    @Override
    public void course(Course course) {
        Map<String, Object> tree = tree(course.storyline());
        tree.put(
                "reports",
                course.documents().stream()
                        .map(document -> {
                            Map<String, Object> report = tree(document);
                            report.put("because", document.published().because());
                            return report;
                        })
                        .toList());
        List<Object> order = new ArrayList<>();
        for (int i = 0; i < course.grounds().size(); i++) {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("event", course.events().get(i).id());
            pair.put("next", course.events().get(i + 1).id());
            pair.put("restsOn", course.grounds().get(i).words());
            order.add(pair);
        }
        tree.put("order", order);
        shown.add(tree);
    }

    @Override
    public void profile(Profile profile) {
        Actor actor = profile.actor();
        Map<String, Object> tree = tree(actor);
        put(tree, "country", actor.country());
        tree.put("sectors", actor.sectors());
        tree.put(
                "offices",
                actor.offices().stream()
                        .map(office -> {
                            Map<String, Object> held = new LinkedHashMap<>();
                            held.put("title", office.title());
                            held.put("of", named(office.of()));
                            put(held, "from", office.days().from().map(Object::toString));
                            put(held, "until", office.days().until().map(Object::toString));
                            return held;
                        })
                        .toList());
        tree.put("names", actor.names());
        put(tree, "wikidata", actor.wikidata());
        tree.put("known", actor.known().code());
        tree.put("did", profile.did().stream().map(Event::id).toList());
        tree.put("underwent", profile.underwent().stream().map(Event::id).toList());
        Map<String, Object> said = new LinkedHashMap<>();
        profile.said().forEach((kind, count) -> said.put(kind.code(), count));
        tree.put("said", said);
        tree.put("asks", profile.asks().stream().map(Commitment::id).toList());
        tree.put("owes", profile.owes().stream().map(Commitment::id).toList());
        shown.add(tree);
    }

    @Override
    public void line(Storyline storyline) {
        shown.add(tree(storyline));
    }

    private static Map<String, Object> tree(Storyline storyline) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "storyline");
        tree.put("id", storyline.id());
        tree.put("title", storyline.title());
        tree.put("documents", storyline.documents());
        tree.put("events", storyline.events());
        put(tree, "first", storyline.first().map(Object::toString));
        put(tree, "last", storyline.last().map(Object::toString));
        return tree;
    }

    /** Values are given as the JSON that they are, in a string. */
    @Override
    public void correction(Correction correction, String state) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", correction.id());
        tree.put("of", correction.of());
        tree.put("field", correction.writtenField());
        put(tree, "before", correction.before());
        put(tree, "after", correction.after());
        tree.put("by", correction.by());
        tree.put("at", correction.at().toString());
        tree.put("words", correction.anchor().words());
        tree.put("state", state);
        shown.add(tree);
    }

    @Override
    public void statement(Statement statement) {
        Coded coded = references.coded(statement.document());
        show(tree(statement, coded), coded);
    }

    @Override
    public void statement(Statement statement, double likeness) {
        Coded coded = references.coded(statement.document());
        Map<String, Object> tree = tree(statement, coded);
        tree.put("sentence", statement.sentence().in(coded.document().text()));
        tree.put("likeness", Math.round(likeness * 1000) / 1000.0);
        show(tree, coded);
    }

    private void show(Map<String, Object> tree, Coded coded) {
        tree.put("document", tree(coded.document()));
        shown.add(tree);
    }

    @Override
    public void document(Coded coded) {
        List<Object> parts = new ArrayList<>();
        for (DocumentPart<Map<String, Object>> part :
                DocumentPart.of(coded, event -> tree(event, coded), statement -> tree(statement, coded))) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("text", part.text());
            tree.put("records", part.records());
            parts.add(tree);
        }
        Map<String, Object> tree = tree(coded.document());
        tree.put("parts", parts);
        tree.put("discards", coded.discards().stream().map(Discard::reason).toList());
        shown.add(tree);
    }

    private static Map<String, Object> tree(Document document) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", document.id());
        put(tree, "outlet", document.outlet());
        put(tree, "title", document.title());
        tree.put("published", tree(document.published()));
        tree.put("path", document.path());
        return tree;
    }

    private Map<String, Object> tree(EventMention event, Coded coded) {
        String text = coded.document().text();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "eventMention");
        tree.put("id", event.id());
        tree.put("sentence", event.sentence().in(text));
        tree.put("eventType", event.eventType().name());
        tree.put("modes", Code.codes(event.modes()));
        tree.put("contexts", Code.codes(event.contexts()));
        tree.put("trigger", event.trigger().in(text));
        tree.put("actors", parties(event.actors(), text));
        tree.put("recipients", parties(event.recipients(), text));
        tree.put("when", tree(event.when()));
        put(tree, "place", event.place().map(Place::name));
        tree.put("modality", event.modality().code());
        put(
                tree,
                "attribution",
                event.attribution()
                        .flatMap(id -> references.statement(coded, id))
                        .map(statement -> {
                            Map<String, Object> told = told(statement, text);
                            put(told, "within", outer(statement, coded));
                            return told;
                        }));
        tree.put(
                "quantities",
                event.quantities().stream()
                        .map(quantity -> quantity.text().in(text))
                        .toList());
        tree.put("score", Math.round(event.score() * 1000) / 1000.0); // as exports have it
        return tree;
    }

    private Map<String, Object> tree(Statement statement, Coded coded) {
        String text = coded.document().text();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "statement");
        tree.put("id", statement.id());
        put(tree, "source", statement.source().map(role -> party(role, text)));
        put(tree, "cue", statement.cue().map(cue -> cue.in(text)));
        tree.put(
                "content",
                statement.content().stream().map(content -> content.in(text)).toList());
        tree.put("kind", statement.kind().code());
        put(tree, "addressee", statement.addressee().map(this::named));
        tree.put("negated", statement.negated());
        put(tree, "within", outer(statement, coded));
        return tree;
    }

    private Optional<Map<String, Object>> outer(Statement statement, Coded coded) {
        return statement
                .within()
                .flatMap(id -> references.statement(coded, id))
                .map(outer -> told(outer, coded.document().text()));
    }

    /** The statement in which something is told. */
    private Map<String, Object> told(Statement statement, String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", statement.id());
        put(tree, "source", statement.source().map(role -> party(role, text)));
        return tree;
    }

    private List<Map<String, Object>> parties(List<Role> roles, String text) {
        return roles.stream().map(role -> party(role, text)).toList();
    }

    private Map<String, Object> party(Role role, String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "actor", role.actor());
        put(tree, "name", role.actor().map(references::name));
        tree.put("words", role.span().in(text));
        return tree;
    }

    private Map<String, Object> named(String actor) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("actor", actor);
        tree.put("name", references.name(actor));
        return tree;
    }

    private static Map<String, Object> tree(Time time) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "first", time.first().map(Object::toString));
        put(tree, "last", time.last().map(Object::toString));
        tree.put("basis", time.basis().code());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Optional<?> value) {
        @Nullable Object known = value.isPresent() ? value.get() : null;
        tree.put(key, known);
    }
}
