package rapport.web.page;

import java.util.List;
import java.util.Locale;
import rapport.ontology.ActorKind;
import rapport.record.Actor;

/** Who is named in this record? */
public record ActorsPage(Edition edition, Query query, Rows<Actor> actors) {

    public static ActorsPage of(Edition edition, Query query) {
        query.allow("kind", "name");
        var kind = query.code("kind", ActorKind.class);
        String name = query.given("name").toLowerCase(Locale.ROOT);
        List<Actor> all = edition.figures().actors().stream()
                .filter(actor -> kind.map(k -> actor.kind() == k).orElse(true))
                .filter(actor -> name.isEmpty() || edition.who().isCalledLike(actor, name))
                .toList();
        return new ActorsPage(edition, query, Rows.of(all, query));
    }

    /** In how many events it takes part. */
    public int events(Actor actor) {
        return edition.indexes().parties().count(actor.id());
    }
}
