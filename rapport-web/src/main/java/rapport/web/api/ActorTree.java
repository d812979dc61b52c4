package rapport.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rapport.record.Actor;
import rapport.record.Commitment;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.Statement;
import rapport.web.page.ActorPage;

/** The page of an actor as a tree: the actor's line, and what the page shows beside it. */
final class ActorTree {

    private ActorTree() {}

    static Map<String, Object> of(Trees trees, ActorPage page) {
        Map<String, Object> tree = new LinkedHashMap<>(trees.of(page.actor()));
        tree.put("takenForIt", ids(page.takenFor(), Actor::id));
        tree.put("parts", ids(page.parts(), Actor::id));
        tree.put(
                "words",
                page.names().stream()
                        .map(name -> tree(
                                "words", name.words(),
                                "form", name.form().code(),
                                "mentions", name.mentions(),
                                "documents", ids(name.reports(), Document::id)))
                        .toList());
        tree.put(
                "officers",
                page.officers().stream()
                        .map(officer -> trees.days(
                                tree(
                                        "actor",
                                        officer.actor(),
                                        "title",
                                        officer.office().title()),
                                officer.office().days()))
                        .toList());
        tree.put(
                "neighbours",
                page.network().neighbours().stream()
                        .map(neighbour -> tree(
                                "actor", neighbour.id(),
                                "toward", neighbour.toward(),
                                "back", neighbour.back(),
                                "cooperation", neighbour.cooperation(),
                                "conflict", neighbour.conflict(),
                                "claimed", neighbour.claimed()))
                        .toList());
        tree.put(
                "between",
                page.network().between().stream()
                        .map(line -> tree(
                                "one", line.one().of().id(),
                                "other", line.other().of().id(),
                                "events", line.events()))
                        .toList());
        tree.put("did", ids(page.did(), Event::id));
        tree.put("suffered", ids(page.suffered(), Event::id));
        tree.put("said", ids(page.said(), Statement::id));
        tree.put("demands", ids(page.demands(), Commitment::id));
        tree.put("owes", ids(page.owes(), Commitment::id));
        tree.put("promised", ids(page.promised(), Commitment::id));
        return tree;
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    private static Map<String, Object> tree(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) tree.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        return tree;
    }
}
