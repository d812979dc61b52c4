package rapport.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rapport.ontology.ActorKind;
import rapport.record.Actor;
import rapport.record.Event;

/** Who is named in this record? */
public record ActorsPage(Edition edition, Query query, Rows<Actor> actors, Map<String, Integer> events) {

    public static ActorsPage of(Edition edition, Query query) {
        query.allow("kind", "name");
        Map<String, Integer> events = new TreeMap<>();
        for (Event event : edition.together().events()) {
            event.actors().forEach(id -> events.merge(id, 1, Integer::sum));
            event.recipients().forEach(id -> events.merge(id, 1, Integer::sum));
        }
        var kind = query.code("kind", ActorKind.class);
        String name = query.given("name").toLowerCase(Locale.ROOT);
        List<Actor> all = edition.actors().stream()
                .filter(actor -> kind.map(k -> actor.kind() == k).orElse(true))
                .filter(actor -> (actor.name() + "\n" + String.join("\n", actor.names()))
                        .toLowerCase(Locale.ROOT)
                        .contains(name))
                .sorted(Comparator.comparingInt((Actor actor) -> -events.getOrDefault(actor.id(), 0))
                        .thenComparing(Actor::name)
                        .thenComparing(Actor::id))
                .toList();
        return new ActorsPage(edition, query, Rows.of(all, query), events);
    }
}
