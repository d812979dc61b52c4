package rapport.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.ontology.Code;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Days;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.record.Time;
import rapport.web.page.Edition;
import rapport.web.page.TimeDrawing;
import rapport.web.page.TimelinePage;
import rapport.web.page.Waiting;

/** Records as trees of maps and lists, keys in the order of the record format; what is unknown is null. */
final class Trees {

    private final Edition edition;

    Trees(Edition edition) {
        this.edition = edition;
    }

    /** A map that keeps its order. */
    private static final class Tree extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;

        Tree with(String key, Object value) {
            put(key, value);
            return this;
        }

        Tree with(String key, Optional<?> value) {
            @Nullable Object known = value.isPresent() ? value.get() : null;
            put(key, known);
            return this;
        }
    }

    Map<String, Object> of(Document document) {
        return new Tree()
                .with("type", "document")
                .with("id", document.id())
                .with("outlet", document.outlet())
                .with("url", document.url())
                .with("title", document.title())
                .with("byline", document.byline())
                .with("published", of(document.published()))
                .with("language", document.language())
                .with("textSha256", document.textSha256())
                .with("path", document.path())
                .with(
                        "copyOf",
                        Optional.ofNullable(edition.together().originals().get(document.id())))
                .with("storyline", edition.storylineOf(document).map(Storyline::id));
    }

    /** With its text and everything that was read from it. */
    Map<String, Object> of(Coded coded) {
        Document document = coded.document();
        Tree tree = (Tree) of(document);
        return tree.with("text", document.text())
                .with(
                        "mentions",
                        coded.mentions().stream()
                                .map(mention -> of(mention, document))
                                .toList())
                .with("statements", coded.statements().stream().map(this::of).toList())
                .with(
                        "eventMentions",
                        coded.eventMentions().stream().map(this::of).toList())
                .with("discards", coded.discards().stream().map(this::of).toList());
    }

    private Tree of(Mention mention, Document document) {
        return new Tree()
                .with("id", mention.id())
                .with("span", of(mention.span(), document))
                .with("actor", mention.actor().map(this::named))
                .with("form", mention.form().code());
    }

    /** A record that a reviewer should look at, as reviewers have it, with who asks for an opinion on it. */
    Map<String, Object> of(Waiting.Place place) {
        Coded coded = edition.asReviewed(place.document());
        Tree tree = new Tree();
        coded.eventMentions().stream().filter(m -> m.id().equals(place.id())).forEach(m -> tree.putAll(of(m)));
        coded.statements().stream().filter(s -> s.id().equals(place.id())).forEach(s -> tree.putAll(of(s)));
        coded.mentions().stream()
                .filter(m -> m.id().equals(place.id()))
                .forEach(m -> tree.with("type", "mention")
                        .with("document", place.document())
                        .putAll(of(m, coded.document())));
        return tree.with(
                "asked",
                edition.corrections().openOn(place.id()).stream()
                        .map(question -> new Tree()
                                .with("reviewer", question.asked())
                                .with("by", question.correction().by())
                                .with("at", question.correction().at().toString()))
                        .toList());
    }

    Map<String, Object> of(Statement statement) {
        Document document = edition.document(statement.document());
        return new Tree()
                .with("type", "statement")
                .with("id", statement.id())
                .with("document", statement.document())
                .with("sentence", of(statement.sentence(), document))
                .with("source", statement.source().map(role -> of(role, document)))
                .with("cue", statement.cue().map(cue -> of(cue, document)))
                .with(
                        "content",
                        statement.content().stream()
                                .map(span -> of(span, document))
                                .toList())
                .with("quotation", statement.quotation().code())
                .with("kind", statement.kind().code())
                .with("addressee", statement.addressee().map(this::named))
                .with("about", statement.about().stream().map(this::named).toList())
                .with("negated", statement.negated())
                .with("within", statement.within())
                .with("score", rounded(statement.score()));
    }

    Map<String, Object> of(EventMention mention) {
        Document document = edition.document(mention.document());
        return new Tree()
                .with("type", "eventMention")
                .with("id", mention.id())
                .with("document", mention.document())
                .with("sentence", of(mention.sentence(), document))
                .with("eventType", mention.eventType().name())
                .with("modes", Code.codes(mention.modes()))
                .with("contexts", Code.codes(mention.contexts()))
                .with("trigger", of(mention.trigger(), document))
                .with(
                        "actors",
                        mention.actors().stream()
                                .map(role -> of(role, document))
                                .toList())
                .with(
                        "recipients",
                        mention.recipients().stream()
                                .map(role -> of(role, document))
                                .toList())
                .with("when", of(mention.when()))
                .with("place", mention.place().map(Trees::of))
                .with("modality", mention.modality().code())
                .with("attribution", mention.attribution())
                .with("score", rounded(mention.score()));
    }

    Map<String, Object> of(Event event) {
        return new Tree()
                .with("type", "event")
                .with("id", event.id())
                .with("eventType", event.eventType().name())
                .with("modes", Code.codes(event.modes()))
                .with("contexts", Code.codes(event.contexts()))
                .with("actors", event.actors().stream().map(this::named).toList())
                .with("recipients", event.recipients().stream().map(this::named).toList())
                .with("when", of(event.when()))
                .with("place", event.place().map(Trees::of))
                .with("modality", event.modality().code())
                .with("told", event.told())
                .with("eventMentions", event.eventMentions())
                .with("outlets", event.outlets())
                .with("sources", event.sources().stream().map(this::named).toList())
                .with("independent", event.independent())
                .with(
                        "versions",
                        event.versions().stream()
                                .map(version -> new Tree()
                                        .with("field", version.field())
                                        .with("value", version.value())
                                        .with("eventMentions", version.eventMentions()))
                                .toList())
                .with("disputedBy", event.disputedBy().stream().map(this::named).toList())
                .with(
                        "mergedBecause",
                        event.mergedBecause().stream()
                                .map(join -> new Tree()
                                        .with("first", join.first())
                                        .with("second", join.second())
                                        .with("rule", join.rule())
                                        .with("chance", rounded(join.chance())))
                                .toList());
    }

    /** With every sentence that tells it. */
    Map<String, Object> whole(Event event) {
        Tree tree = (Tree) of(event);
        return tree.with(
                "eventMentions",
                event.eventMentions().stream()
                        .map(id -> of(edition.mention(id)))
                        .toList());
    }

    Map<String, Object> of(Commitment line) {
        return new Tree()
                .with("type", "commitment")
                .with("id", line.id())
                .with("obligor", named(line.obligor()))
                .with("beneficiary", line.beneficiary().map(this::named))
                .with("content", line.content())
                .with("conditions", line.conditions())
                .with("due", of(line.due()))
                .with("demands", line.demands())
                .with("assurances", line.assurances())
                .with("acts", line.acts())
                .with("evidence", line.evidence())
                .with("state", line.state().code())
                .with(
                        "history",
                        line.history().stream()
                                .map(step -> new Tree()
                                        .with("day", step.day().map(Object::toString))
                                        .with("state", step.state().code())
                                        .with("because", step.because())
                                        .with(
                                                "accordingTo",
                                                step.accordingTo().stream()
                                                        .map(this::named)
                                                        .toList()))
                                .toList());
    }

    Map<String, Object> of(Dyad dyad) {
        @Nullable
        Object mean = dyad.goldsteinMean().isPresent() ? dyad.goldsteinMean().getAsDouble() : null;
        return new Tree()
                .with("type", "dyad")
                .with("id", dyad.id())
                .with("actor", named(dyad.actor()))
                .with("recipient", named(dyad.recipient()))
                .with("parts", dyad.parts())
                .with("unit", dyad.unit())
                .with("period", dyad.period())
                .with("told", of(dyad.told()))
                .with("claimed", of(dyad.claimed()))
                .with(
                        "goldstein",
                        new Tree().with("mean", Optional.ofNullable(mean)).with("sum", dyad.goldsteinSum()))
                .with("undated", dyad.undated())
                .with("documents", dyad.documents())
                .with("events", dyad.events());
    }

    private static Map<String, Object> of(Dyad.Counts counts) {
        return new Tree()
                .with("verbalCooperation", counts.verbalCooperation())
                .with("materialCooperation", counts.materialCooperation())
                .with("verbalConflict", counts.verbalConflict())
                .with("materialConflict", counts.materialConflict());
    }

    Map<String, Object> of(Actor actor) {
        return new Tree()
                .with("type", "actor")
                .with("id", actor.id())
                .with("name", actor.name())
                .with("kind", actor.kind().code())
                .with("country", actor.country())
                .with("sectors", actor.sectors())
                .with(
                        "partOf",
                        actor.partOf().stream()
                                .map(part -> days(new Tree().with("actor", part.actor()), part.days()))
                                .toList())
                .with(
                        "offices",
                        actor.offices().stream()
                                .map(office -> days(
                                        new Tree().with("title", office.title()).with("of", office.of()),
                                        office.days()))
                                .toList())
                .with("names", actor.names())
                .with("wikidata", actor.wikidata())
                .with("known", actor.known().code());
    }

    Map<String, Object> of(Storyline storyline) {
        return new Tree()
                .with("type", "storyline")
                .with("id", storyline.id())
                .with("title", storyline.title())
                .with("documents", storyline.documents())
                .with("events", storyline.events())
                .with("first", storyline.first().map(Object::toString))
                .with("last", storyline.last().map(Object::toString));
    }

    Map<String, Object> of(Discard discard) {
        return new Tree()
                .with("type", "discard")
                .with("id", discard.id())
                .with("document", discard.document())
                .with("path", discard.path())
                .with("stage", discard.stage())
                .with("reason", discard.reason());
    }

    Map<String, Object> days(Map<String, Object> tree, Days days) {
        Tree with = new Tree();
        with.putAll(tree);
        return with.with("from", days.from().map(Object::toString))
                .with("until", days.until().map(Object::toString));
    }

    private static Map<String, Object> of(Time time) {
        return new Tree()
                .with("first", time.first().map(Object::toString))
                .with("last", time.last().map(Object::toString))
                .with("basis", time.basis().code());
    }

    Map<String, Object> of(TimeDrawing drawing) {
        return new Tree()
                .with("unit", drawing.unit())
                .with("undated", drawing.undated())
                .with("earlier", drawing.leftOut())
                .with(
                        "periods",
                        drawing.columns().stream()
                                .map(column -> new Tree()
                                        .with("period", column.period())
                                        .with("first", column.first().toString())
                                        .with("last", column.last().toString())
                                        .with("told", of(column.told()))
                                        .with("claimed", of(column.claimed()))
                                        .with("undated", column.undated()))
                                .toList());
    }

    /** A place with how many events happened there. */
    Map<String, Object> of(TimelinePage.Where where) {
        Map<String, Object> tree = new LinkedHashMap<>(of(where.place()));
        tree.put("events", where.events());
        return tree;
    }

    private static Map<String, Object> of(Place place) {
        @Nullable
        Object latitude = place.latitude().isPresent() ? place.latitude().getAsDouble() : null;
        @Nullable
        Object longitude = place.longitude().isPresent() ? place.longitude().getAsDouble() : null;
        return new Tree()
                .with("name", place.name())
                .with("country", place.country())
                .with("claimedBy", place.claimedBy())
                .with("latitude", Optional.ofNullable(latitude))
                .with("longitude", Optional.ofNullable(longitude))
                .with("precision", place.precision().code());
    }

    private Map<String, Object> of(Role role, Document document) {
        return new Tree()
                .with("actor", role.actor())
                .with("name", role.actor().map(edition::name))
                .with("span", of(role.span(), document));
    }

    private Map<String, Object> named(String actor) {
        return new Tree().with("actor", actor).with("name", edition.name(actor));
    }

    /** Positions in code points, as the record format has them. */
    static Map<String, Object> of(Span span, Document document) {
        String text = document.text();
        int start = text.codePointCount(0, span.start());
        return new Tree()
                .with("start", start)
                .with("end", start + text.codePointCount(span.start(), span.end()))
                .with("text", span.in(text));
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0; // as exports have it
    }

    /** One page of a list. */
    static Map<String, Object> list(String key, List<?> shown, int all, Optional<String> next) {
        return new Tree().with(key, shown).with("all", all).with("next", next);
    }
}
