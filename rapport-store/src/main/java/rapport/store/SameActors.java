package rapport.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.EventMention;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Statement;

/**
 * Actors whom reviewers take for others, everywhere in the record. One who is taken for another is in the record no longer; where he
 * stood the other stands, who gets his names too, and what he belonged to and held if the other is in no list of actors.
 *
 * <p>Of several who say so of one actor the one counts that {@link Judgement} lets count. One that would lead in a circle does not
 * hold: the earlier ones do.
 */
final class SameActors {

    static final SameActors NONE = new SameActors(Map.of(), Map.of(), id -> Optional.empty());

    private final Map<String, Judgement> judgements;
    private final Map<String, String> taken = new TreeMap<>();
    private final Set<String> circular = new TreeSet<>();
    private final Function<String, Optional<Actor>> known;

    /**
     * @param judgements by the id of who is taken for another
     * @param ids for whom, by id of the correction
     * @param known an actor as documents and reviewers name him
     */
    SameActors(Map<String, Judgement> judgements, Map<String, String> ids, Function<String, Optional<Actor>> known) {
        this.judgements = new TreeMap<>(judgements);
        this.known = known;
        judgements.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Judgement> entry) -> entry.getValue().counts(), Correction.BY_TIME))
                .forEach(entry -> {
                    Correction counts = entry.getValue().counts();
                    String other = ids.getOrDefault(counts.id(), entry.getKey());
                    if (path(other).contains(entry.getKey())) circular.add(counts.id());
                    else taken.put(entry.getKey(), other);
                });
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    Map<String, Judgement> judgements() {
        return judgements;
    }

    /** Ids of corrections that hold nowhere, since they lead back to where they begin. */
    Set<String> circular() {
        return circular;
    }

    /** For whom he is taken at last; himself if for nobody. */
    String of(String id) {
        String at = id;
        for (String next = taken.get(at); next != null; next = taken.get(at)) at = next;
        return at;
    }

    /** He, for whom he is taken, for whom that one is, and so on. */
    List<String> path(String id) {
        List<String> path = new ArrayList<>(List.of(id));
        for (String next = taken.get(id); next != null; next = taken.get(next)) path.add(next);
        return path;
    }

    boolean isTaken(String id) {
        return taken.containsKey(id);
    }

    /** Everyone who is taken for another, with whom at last. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        taken.keySet().forEach(id -> all.put(id, of(id)));
        return all;
    }

    /** Everyone of whom something is said here, on either side. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(taken.keySet());
        ids.addAll(taken.values());
        return ids;
    }

    /** These, and all who are taken for one of them. */
    Set<String> standingFor(Collection<String> ids) {
        Set<String> all = new TreeSet<>(ids);
        taken.keySet().stream().filter(id -> ids.contains(of(id))).forEach(all::add);
        return all;
    }

    /** With what those have who are taken for him. */
    Actor with(Actor actor) {
        if (isEmpty()) return actor;
        List<Actor> others = taken.keySet().stream()
                .filter(id -> of(id).equals(actor.id()))
                .flatMap(id -> known.apply(id).stream())
                .filter(other -> !isListed(other) || !isListed(actor))
                .toList();
        Set<String> names = new LinkedHashSet<>(actor.names());
        Set<Actor.Membership> partOf = new LinkedHashSet<>(actor.partOf());
        Set<Actor.Office> offices = new LinkedHashSet<>(actor.offices());
        for (Actor other : others) {
            names.addAll(other.names());
            if (isListed(actor)) continue;
            partOf.addAll(other.partOf());
            offices.addAll(other.offices());
        }
        return new Actor(
                actor.id(),
                actor.name(),
                actor.kind(),
                actor.country()
                        .or(() -> isListed(actor)
                                ? Optional.empty()
                                : others.stream()
                                        .flatMap(other -> other.country().stream())
                                        .findFirst()),
                actor.sectors(),
                partOf.stream()
                        .map(part -> new Actor.Membership(of(part.actor()), part.days()))
                        .filter(part -> !part.actor().equals(actor.id()))
                        .distinct()
                        .toList(),
                offices.stream()
                        .map(office -> new Actor.Office(office.title(), of(office.of()), office.days()))
                        .distinct()
                        .toList(),
                List.copyOf(names),
                actor.wikidata(),
                actor.known());
    }

    /** A list says of him what holds; what a text says of somebody may hold of that text alone. */
    private static boolean isListed(Actor actor) {
        return actor.known() == KnownBy.DICTIONARY || actor.known() == KnownBy.USER;
    }

    // ---- in what was read

    /** The same with them in the place of those who are taken for them. */
    Coded in(Coded coded) {
        if (isEmpty()) return coded;
        Map<String, Actor> actors = new TreeMap<>();
        coded.actors().forEach(actor -> add(actors, of(actor.id())));
        return new Coded(
                coded.document(),
                coded.mentions().stream()
                        .map(m -> new Mention(
                                m.id(), m.document(), m.span(), m.actor().map(this::of), m.form()))
                        .toList(),
                coded.statements().stream().map(this::in).toList(),
                coded.eventMentions().stream().map(this::in).toList(),
                List.copyOf(actors.values()),
                coded.discards());
    }

    /** With whatever it belongs to. */
    private void add(Map<String, Actor> actors, String id) {
        if (actors.containsKey(id)) return;
        known.apply(id).map(this::with).ifPresent(actor -> {
            actors.put(id, actor);
            Stream.concat(
                            actor.partOf().stream().map(Actor.Membership::actor),
                            actor.offices().stream().map(Actor.Office::of))
                    .forEach(above -> add(actors, above));
        });
    }

    private Statement in(Statement s) {
        return Values.with(
                s,
                s.source().map(role -> new Role(role.actor().map(this::of), role.span())),
                s.addressee().map(this::of),
                s.about().stream().map(this::of).distinct().toList());
    }

    private EventMention in(EventMention m) {
        return Values.with(m, in(m.actors()), in(m.recipients()));
    }

    /** Each once, where he stands first. */
    private List<Role> in(List<Role> roles) {
        Map<String, Role> once = new LinkedHashMap<>();
        for (Role role : roles) {
            Optional<String> actor = role.actor().map(this::of);
            once.putIfAbsent(actor.orElse("@" + role.span()), new Role(actor, role.span()));
        }
        return List.copyOf(once.values());
    }
}
