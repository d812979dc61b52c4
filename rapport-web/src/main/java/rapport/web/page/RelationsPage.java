package rapport.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import rapport.record.Dyad;
import rapport.record.Event;

/** Which relations are strongest in this record, and where they stand? */
public record RelationsPage(Edition edition, Rows<Relation> relations) {

    private static final int MONTHS = 24; // columns of a small curve

    /**
     * Two sides, each with what belongs to it.
     *
     * @param toward told events of the first towards the second
     * @param back of the second towards the first
     * @param cooperation told events, both directions
     * @param turned the last told event that went against the one before it: conflict after cooperation or the other way
     */
    public record Relation(
            String one,
            String other,
            int toward,
            int back,
            int cooperation,
            int conflict,
            int claimed,
            List<Small> curve,
            Optional<Event> turned) {

        /** Both directions, told or only claimed. */
        int events() {
            return toward + back + claimed;
        }
    }

    /** One month of a small curve: told events. */
    public record Small(String period, int cooperation, int conflict) {}

    /** A pair in which the order of the two makes no difference. */
    private record Pair(String one, String other) {
        static Pair of(Dyad dyad) {
            return dyad.actor().compareTo(dyad.recipient()) < 0
                    ? new Pair(dyad.actor(), dyad.recipient())
                    : new Pair(dyad.recipient(), dyad.actor());
        }
    }

    public static RelationsPage of(Edition edition, Query query) {
        query.allow();
        return new RelationsPage(edition, Rows.of(edition.figures().relations(), query));
    }

    /** Pairs of whom it is known who they are before others; strongest first, by told events, then by claimed ones. */
    static List<Relation> all(Edition edition) {
        TreeMap<Pair, List<Dyad>> pairs =
                new TreeMap<>(Comparator.comparing(Pair::one).thenComparing(Pair::other));
        for (Dyad dyad : edition.months()) {
            pairs.computeIfAbsent(Pair.of(dyad), pair -> new ArrayList<>()).add(dyad);
        }
        List<Relation> relations = new ArrayList<>();
        pairs.forEach((pair, dyads) -> relations.add(relation(edition, pair, dyads)));
        relations.sort(
                Comparator.comparing((Relation r) -> isProvisional(edition, r.one) || isProvisional(edition, r.other))
                        .thenComparing(r -> -(r.toward + r.back))
                        .thenComparing(r -> -r.claimed)
                        .thenComparing(Relation::one)
                        .thenComparing(Relation::other));
        return relations;
    }

    /** Described in a text, as "2,000 people" are, and in no list of actors. */
    static boolean isProvisional(Edition edition, String id) {
        return edition.who().isProvisional(id);
    }

    private static Relation relation(Edition edition, Pair pair, List<Dyad> dyads) {
        TreeMap<String, Small> months = new TreeMap<>();
        int toward = 0;
        int back = 0;
        int claimed = 0;
        for (Dyad dyad : dyads) {
            int told = Curve.total(dyad.told());
            if (dyad.actor().equals(pair.one)) toward += told;
            else back += told;
            claimed += Curve.total(dyad.claimed());
            months.merge(dyad.period(), small(dyad), RelationsPage::sum);
        }
        List<Small> all = List.copyOf(months.values());
        return new Relation(
                pair.one,
                pair.other,
                toward,
                back,
                all.stream().mapToInt(Small::cooperation).sum(),
                all.stream().mapToInt(Small::conflict).sum(),
                claimed,
                all.subList(Math.max(0, all.size() - MONTHS), all.size()),
                turned(edition, dyads));
    }

    private static Small small(Dyad dyad) {
        Dyad.Counts told = dyad.told();
        return new Small(
                dyad.period(),
                told.verbalCooperation() + told.materialCooperation(),
                told.verbalConflict() + told.materialConflict());
    }

    private static Small sum(Small one, Small other) {
        return new Small(one.period, one.cooperation + other.cooperation, one.conflict + other.conflict);
    }

    private static Optional<Event> turned(Edition edition, List<Dyad> dyads) {
        List<Event> told = dyads.stream()
                .flatMap(dyad -> dyad.events().stream())
                .distinct()
                .map(edition::event)
                .filter(event -> event.told() && event.when().first().isPresent())
                .sorted(Comparator.comparing(
                                (Event event) -> event.when().first().orElseThrow())
                        .thenComparing(Event::id))
                .toList();
        for (int i = told.size() - 1; i > 0; i--) {
            if (isCooperation(told.get(i)) != isCooperation(told.get(i - 1))) return Optional.of(told.get(i));
        }
        return Optional.empty();
    }

    static boolean isCooperation(Event event) {
        return switch (event.eventType().quadClass()) {
            case VERBAL_COOPERATION, MATERIAL_COOPERATION -> true;
            case VERBAL_CONFLICT, MATERIAL_CONFLICT -> false;
        };
    }
}
