package rapport.record;

import java.util.List;
import java.util.Optional;
import rapport.ontology.ActorKind;
import rapport.ontology.KnownBy;

/**
 * A state, body, group, office or person that can act.
 *
 * @param name the one that pages show
 * @param country ISO 3166-1 alpha-3; empty if it has none
 * @param sectors PLOVER sector codes
 * @param names every form known or seen, the canonical one first
 * @param wikidata id such as Q843; empty if not known
 */
public record Actor(
        String id,
        String name,
        ActorKind kind,
        Optional<String> country,
        List<String> sectors,
        List<Membership> partOf,
        List<Office> offices,
        List<String> names,
        Optional<String> wikidata,
        KnownBy known) {

    public Actor {
        sectors = List.copyOf(sectors);
        partOf = List.copyOf(partOf);
        offices = List.copyOf(offices);
        names = List.copyOf(names);
    }

    /** What it belongs to, and in which days. */
    public record Membership(String actor, Days days) {}

    /** What it held, of which body or state, and in which days. */
    public record Office(String title, String of, Days days) {}
}
