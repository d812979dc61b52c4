package rapport.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.store.Hit;
import rapport.web.page.ActorPage;
import rapport.web.page.ActorsPage;
import rapport.web.page.CorrectionsPage;
import rapport.web.page.DisputesPage;
import rapport.web.page.DyadPage;
import rapport.web.page.Edition;
import rapport.web.page.LedgerPage;
import rapport.web.page.LeftOutPage;
import rapport.web.page.Query;
import rapport.web.page.ReportsPage;
import rapport.web.page.Reviewer;
import rapport.web.page.Rows;
import rapport.web.page.SearchPage;
import rapport.web.page.StatementsPage;
import rapport.web.page.StorylinesPage;
import rapport.web.page.TimelinePage;
import rapport.web.page.Waiting;
import rapport.web.page.Way;

/** Every question that is answered in JSON, with its parameters; the OpenAPI document is written from this list. */
public final class Answers {

    /** A report's text, and the file from which it was read: no JSON. */
    public static final String TEXT = "/text/{id}";

    public static final String FILE = "/file/{id}";

    private static final String REVIEW = "/api/review";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** Gives a tree of maps, lists and values. */
    @FunctionalInterface
    public interface Answer {
        Object of(Edition edition, String id, Query query);
    }

    /**
     * A question.
     *
     * @param path with "{id}" where an id stands
     * @param parameters names of what it may be asked with, beside "page"
     */
    public record Question(String path, String summary, List<String> parameters, Answer answer) {

        public Question {
            parameters = List.copyOf(parameters);
        }

        public boolean isOfOne() {
            return path.endsWith("{id}");
        }

        /** The last part of the path that is no id. */
        public String name() {
            return path.replaceFirst("^/api/", "").replaceFirst("/\\{id}$", "");
        }

        /** Those without which there is no answer. */
        public List<String> required() {
            return parameters.stream()
                    .filter(name ->
                            name.equals("one") || name.equals("other") || name.equals("by") && path.equals(REVIEW))
                    .toList();
        }
    }

    private static final List<String> FILTERS = List.of("class", "modality", "attribution", "outlet", "from", "until");

    public static List<Question> all() {
        return List.of(
                new Question(
                        "/api/events",
                        "Events by day, with the filters of the timeline",
                        joined(List.of("of", "to", "type", "place"), FILTERS),
                        (edition, id, query) -> {
                            Rows<Event> rows = TimelinePage.of(edition, query).events();
                            return list("events", rows, new Trees(edition)::of);
                        }),
                new Question(
                        "/api/periods",
                        "How many of these events there were by day, month or year, with the filters of the timeline; an event counts on"
                                + " the first of its days, and if none is told on that of the first report",
                        joined(List.of("of", "to", "type", "place"), FILTERS),
                        (edition, id, query) -> new Trees(edition)
                                .of(TimelinePage.of(edition, query).drawing())),
                new Question(
                        "/api/places",
                        "Where these events happened, with the filters of the timeline; places of most events first",
                        joined(List.of("of", "to", "type", "place"), FILTERS),
                        (edition, id, query) -> Map.of(
                                "places",
                                TimelinePage.of(edition, query).places().stream()
                                        .map(where -> new Trees(edition).of(where))
                                        .toList())),
                new Question(
                        "/api/event/{id}",
                        "One event with every sentence that tells it",
                        List.of(),
                        (edition, id, query) -> new Trees(edition).whole(edition.event(id))),
                new Question(
                        "/api/ledger",
                        "Lines of the ledger, open and contested ones first",
                        List.of("obligor", "beneficiary", "state"),
                        (edition, id, query) -> list(
                                "commitments", LedgerPage.of(edition, query).lines(), new Trees(edition)::of)),
                new Question(
                        "/api/dyads",
                        "What each did to each by month, each side with all that belongs to it",
                        List.of(),
                        (edition, id, query) -> {
                            Trees trees = new Trees(edition);
                            return list(
                                    "dyads", Rows.of(edition.months(), query.allow()), (Dyad dyad) -> trees.of(dyad));
                        }),
                new Question(
                        "/api/dyad",
                        "Two sides over time, both directions, and their events; first and last choose among the events alone",
                        joined(List.of("one", "other", "by", "first", "last"), FILTERS),
                        (edition, id, query) -> dyad(edition, query)),
                new Question(
                        "/api/actors",
                        "Actors, those of most events first",
                        List.of("kind", "name"),
                        (edition, id, query) ->
                                list("actors", ActorsPage.of(edition, query).actors(), new Trees(edition)::of)),
                new Question(
                        "/api/actor/{id}",
                        "One actor: the words that stand for it, who held its offices, its neighbours, and by id what it did,"
                                + " what was done to it, what it says, demands, owes and is promised",
                        List.of(),
                        (edition, id, query) -> ActorTree.of(new Trees(edition), ActorPage.of(edition, id, query))),
                new Question(
                        "/api/statements",
                        "Statements by speaker; with by=meaning those that mean something like the words, likest first",
                        List.of("kind", "speaker", "words", "by"),
                        (edition, id, query) -> statements(edition, query)),
                new Question("/api/documents", "Reports, oldest first", List.of("outlet"), (edition, id, query) -> {
                    Trees trees = new Trees(edition);
                    return list(
                            "documents", ReportsPage.of(edition, query).reports(), coded -> trees.of(coded.document()));
                }),
                new Question(
                        "/api/document/{id}",
                        "One report with its text and everything that was read from it",
                        List.of(),
                        (edition, id, query) -> new Trees(edition).of(edition.report(id))),
                new Question(
                        "/api/storylines",
                        "Storylines, those with most reports first",
                        List.of(),
                        (edition, id, query) -> list(
                                "storylines", StorylinesPage.of(edition, query).storylines(), new Trees(edition)::of)),
                new Question(
                        "/api/disputes",
                        "Events that are told in more than one way, or denied",
                        List.of(),
                        (edition, id, query) ->
                                list("events", DisputesPage.of(edition, query).events(), new Trees(edition)::of)),
                new Question(
                        "/api/corrections",
                        "What reviewers have said, newest first",
                        List.of("by", "state"),
                        (edition, id, query) -> list(
                                "corrections",
                                CorrectionsPage.of(edition, query).corrections(),
                                correction -> CorrectionTree.of(edition, correction))),
                new Question(
                        REVIEW,
                        "What waits for a reviewer, first what he is asked about, then by doubt and weight; by is his name, kind event,"
                                + " statement or mention; second=yes what others have judged, asked=yes what he is asked about",
                        List.of("by", "kind", "second", "asked"),
                        (edition, id, query) -> {
                            query.allow("by", "kind", "second", "asked");
                            Reviewer reviewer = new Reviewer(query.require("by"), "", "");
                            Waiting waiting = new Waiting(edition, reviewer, Way.of(query), List.of());
                            return list("records", waiting.rows(query), new Trees(edition)::of);
                        }),
                new Question(
                        "/api/discards",
                        "What was not coded, with the reason",
                        List.of("reason"),
                        (edition, id, query) ->
                                list("discards", LeftOutPage.of(edition, query).discards(), new Trees(edition)::of)),
                new Question(
                        "/api/search",
                        "Reports that hold all these words, best first",
                        List.of("words"),
                        (edition, id, query) -> {
                            Trees trees = new Trees(edition);
                            return list("hits", SearchPage.of(edition, query).hits(), hit -> hit(trees, edition, hit));
                        }));
    }

    private static Object statements(Edition edition, Query query) {
        StatementsPage page = StatementsPage.of(edition, query);
        Trees trees = new Trees(edition);
        Map<String, Object> tree = list("statements", page.statements(), statement -> {
            Map<String, Object> one = new LinkedHashMap<>(trees.of(statement));
            double likeness = page.likeness().getOrDefault(statement.id(), 0.0);
            if (page.isByMeaning()) one.put("likeness", Math.round(likeness * 1000) / 1000.0);
            return one;
        });
        if (page.isByMeaning()) tree.put("documentsNotSearchedYet", page.missing());
        return tree;
    }

    private static Object dyad(Edition edition, Query query) {
        DyadPage page = DyadPage.of(edition, query);
        Trees trees = new Trees(edition);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("one", trees.of(page.one().actor()));
        tree.put("other", trees.of(page.other().actor()));
        tree.put(
                "toward",
                page.toward().points().stream()
                        .map(point -> trees.of(point.dyad()))
                        .toList());
        tree.put(
                "back",
                page.back().points().stream()
                        .map(point -> trees.of(point.dyad()))
                        .toList());
        tree.putAll(list("events", page.events(), (Event event) -> trees.of(event)));
        return tree;
    }

    private static Object hit(Trees trees, Edition edition, Hit hit) {
        Map<String, Object> tree = new LinkedHashMap<>(trees.of(edition.document(hit.document())));
        tree.put("snippet", Trees.of(hit.snippet(), edition.document(hit.document())));
        return tree;
    }

    private static <T> Map<String, Object> list(String key, Rows<T> rows, Function<T, Object> tree) {
        return new LinkedHashMap<>(
                Trees.list(key, rows.shown().stream().map(tree).toList(), rows.all(), rows.next()));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * The list of an answer as a whole, one object a line.
     *
     * @throws Declined if it is too long
     */
    public static String lines(Question question, Edition edition, Query query) {
        List<?> list = List.of();
        if (question.answer().of(edition, "", query.whole()) instanceof Map<?, ?> tree) {
            for (Object value : tree.values())
                if (value instanceof List<?> found) list = found; // the last is that of the page
        }
        StringBuilder lines = new StringBuilder();
        list.forEach(one -> lines.append(json(one)).append('\n'));
        return lines.toString();
    }

    // ---- as text

    public static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a tree of plain values", e);
        }
    }

    /** OpenAPI 3.1: every question with its parameters. */
    public static String openApi(String version) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Question question : all()) {
            List<Object> parameters = new ArrayList<>();
            if (question.isOfOne()) parameters.add(parameter("id", "path", true));
            for (String name : question.parameters()) {
                parameters.add(parameter(name, "query", question.required().contains(name)));
            }
            if (!question.isOfOne()) parameters.add(parameter("page", "query", false));
            Map<String, Object> get = new LinkedHashMap<>();
            get.put("summary", question.summary());
            get.put("parameters", parameters);
            get.put(
                    "responses",
                    Map.of(
                            "200",
                            Map.of(
                                    "description",
                                    "The answer; fields as in the record format",
                                    "content",
                                    Map.of("application/json", Map.of("schema", Map.of("type", "object")))),
                            "default",
                            Map.of("description", "{\"error\": what was found, what was expected, what to do}")));
            Map<String, Object> methods = new LinkedHashMap<>(Map.of("get", get));
            if (question.path().equals("/api/corrections")) methods.put("post", correcting());
            paths.put(question.path(), methods);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Rapport");
        info.put("version", version);
        info.put(
                "description",
                "The record as the pages show it. Lists come in pages of 50; \"next\" leads on. With .jsonl behind its path a list comes whole, one object a line.");
        document.put("info", info);
        paths.put(TEXT, bytes("A report's text as it was read", "text/plain"));
        paths.put(
                FILE,
                bytes(
                        "The file of a report, if it lies in a folder that rapport serve --reports names and still gives that text",
                        "application/octet-stream"));
        paths.put(SignInTree.PATH, SignInTree.methods());
        document.put("paths", paths);
        // the empty one is for servers without accounts
        document.put("security", List.of(Map.of(), Map.of("token", List.of())));
        document.put(
                "components", Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return json(document);
    }

    private static Map<String, Object> bytes(String summary, String type) {
        Map<String, Object> get = new LinkedHashMap<>();
        get.put("summary", summary);
        get.put("parameters", List.of(parameter("id", "path", true)));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", "As it is", "content", Map.of(type, Map.of())));
        responses.put("404", Map.of("description", "There is none; a page says why"));
        get.put("responses", responses);
        return Map.of("get", get);
    }

    /** The one call that changes the record. */
    private static Map<String, Object> correcting() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("of", "field", "seen", "token", "undo")) {
            properties.put(name, Map.of("type", "string"));
        }
        properties.put(
                "by",
                Map.of(
                        "type",
                        "string",
                        "description",
                        "the reviewer; where accounts are demanded it is the account's name and can be left out"));
        properties.put("to", Map.of("description", "as an export line has it, or short as in rapport correct --to"));
        Map<String, Object> post = new LinkedHashMap<>();
        post.put(
                "summary",
                "Says what a record should be; sent again with the same token it is stored once. To take a correction"
                        + " back, its id in \"undo\" and no \"of\", \"field\", \"to\"");
        post.put("requestBody", body(properties, List.of("token")));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("201", Map.of("description", "stored"));
        responses.put("200", Map.of("description", "was there already"));
        responses.put("400", Map.of("description", "cannot be stored: what was found, what was expected"));
        responses.put(
                "409", Map.of("description", "somebody else has changed the same since \"seen\"; nothing is stored"));
        post.put("responses", responses);
        return post;
    }

    /** What a request is to send, for the OpenAPI document. */
    static Map<String, Object> body(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = Map.of("type", "object", "properties", properties, "required", required);
        return Map.of("required", true, "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> parameter(String name, String in, boolean required) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("schema", Map.of("type", name.equals("page") ? "integer" : "string"));
        return parameter;
    }
}
