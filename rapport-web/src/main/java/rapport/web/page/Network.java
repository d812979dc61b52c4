package rapport.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import rapport.ontology.Modality;
import rapport.record.Days;
import rapport.record.Event;

/**
 * An actor with those to whom it has most to do, drawn: it in the middle, they around it, the strongest at the top and on
 * clockwise. A line to the middle is as broad as events are many: whole for cooperation, broken for conflict, fine dots where
 * everything is only claimed. A thin line joins two of them that have to do with each other.
 *
 * <p>What is done or going on counts, each event once, as in the relations; each neighbour with all that belongs to it. What two neighbours
 * have to do with each other is what the relations say of them.
 *
 * <p>Unit: pixels at 100 %; the drawing fits a narrow window.
 */
public record Network(String centre, List<Neighbour> neighbours, List<Node> nodes, List<Between> between) {

    public static final int WIDTH = 360;
    public static final int HEIGHT = 380;
    public static final double X = WIDTH / 2.0;
    public static final double Y = HEIGHT / 2.0 - 6;

    private static final int MOST = 8; // whose names have room
    private static final double ACROSS = 122;
    private static final double DOWN = 148;
    private static final int LETTERS = 17; // of a name
    private static final double LETTER = 6.4; // its breadth
    private static final double APART = 4; // of the two lines to one neighbour

    public Network {
        neighbours = List.copyOf(neighbours);
        nodes = List.copyOf(nodes);
        between = List.copyOf(between);
    }

    /**
     * Somebody to whom the actor has to do.
     *
     * @param toward told events of the actor towards it
     * @param back of it towards the actor
     * @param cooperation told events, both directions
     */
    public record Neighbour(String id, int toward, int back, int cooperation, int conflict, int claimed) {

        private int told() {
            return cooperation + conflict;
        }
    }

    /**
     * A neighbour in the drawing, with the lines to the middle.
     *
     * @param dx by how much the two lines stand aside of the way to the middle
     * @param textX where the middle of the name stands
     * @param textY of the name, on the side away from the middle
     */
    public record Node(
            Neighbour of, String name, double x, double y, double dx, double dy, double textX, double textY) {

        /** Breadth of the line for so many events: it grows by one when they double. */
        public double breadth(int events) {
            return Math.min(7, 1.5 + Math.log(events) / Math.log(2));
        }
    }

    /** Two neighbours that have to do with each other. */
    public record Between(Node one, Node other, int events) {}

    /** Who does something to whom, each at its topmost. */
    private record Pair(String actor, String recipient) {}

    static Network of(Edition edition, Edition.Side side) {
        Map<String, int[]> counts = new HashMap<>();
        for (Event event : done(edition, side.ids())) {
            for (Pair pair : pairs(edition, side, event)) {
                boolean toward = pair.actor.equals(side.actor().id());
                if (!toward && !pair.recipient.equals(side.actor().id())) continue;
                int[] count = counts.computeIfAbsent(toward ? pair.recipient : pair.actor, id -> new int[5]);
                if (!event.told()) {
                    count[4]++;
                    continue;
                }
                count[toward ? 0 : 1]++;
                count[RelationsPage.isCooperation(event) ? 2 : 3]++;
            }
        }
        List<Neighbour> neighbours = counts.entrySet().stream()
                .map(entry -> neighbour(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Neighbour n) -> RelationsPage.isProvisional(edition, n.id))
                        .thenComparing(n -> -n.told())
                        .thenComparing(n -> -n.claimed)
                        .thenComparing(Neighbour::id))
                .limit(MOST)
                .toList();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            nodes.add(node(neighbours.get(i), edition, -Math.PI / 2 + 2 * Math.PI * i / neighbours.size()));
        }
        List<Between> between = new ArrayList<>();
        Map<String, Node> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.of.id, node));
        for (RelationsPage.Relation relation : edition.figures().ties().about(byId.keySet())) {
            Node one = byId.get(relation.one());
            Node other = byId.get(relation.other());
            if (one != null && other != null) between.add(new Between(one, other, relation.events()));
        }
        return new Network(edition.name(side.actor().id()), neighbours, nodes, between);
    }

    /** What is done by any of these or to them. */
    private static List<Event> done(Edition edition, Set<String> ids) {
        return edition.indexes().parties().about(ids).stream()
                .filter(event -> event.modality() == Modality.OCCURRED || event.modality() == Modality.ONGOING)
                .toList();
    }

    private static Neighbour neighbour(String id, int[] count) {
        return new Neighbour(id, count[0], count[1], count[2], count[3], count[4]);
    }

    /** What belongs to the actor stands for it; nobody does something to himself. A mutual act counts in each direction. */
    private static Set<Pair> pairs(Edition edition, Edition.Side side, Event event) {
        Days days = event.when().days();
        List<String> actors = topmost(edition, side, event.actors(), days);
        List<String> recipients =
                event.recipients().isEmpty() ? actors : topmost(edition, side, event.recipients(), days);
        Set<Pair> pairs = new LinkedHashSet<>();
        for (String actor : actors) {
            for (String recipient : recipients) {
                if (!actor.equals(recipient)) pairs.add(new Pair(actor, recipient));
            }
        }
        return pairs;
    }

    private static List<String> topmost(Edition edition, Edition.Side side, List<String> ids, Days days) {
        if (ids.size() == 1 && side.has(ids.get(0))) return List.of(side.actor().id());
        Set<String> top = new TreeSet<>();
        ids.forEach(
                id -> top.add(side.has(id) ? side.actor().id() : edition.who().topmost(id, days)));
        return List.copyOf(top);
    }

    private static Node node(Neighbour neighbour, Edition edition, double angle) {
        String name = shortened(edition.name(neighbour.id));
        double x = X + ACROSS * Math.cos(angle);
        double y = Y + DOWN * Math.sin(angle);
        double length = Math.hypot(x - X, y - Y);
        double half = LETTER * name.codePointCount(0, name.length()) / 2;
        double textX = Math.max(half + 2, Math.min(WIDTH - half - 2, x));
        return new Node(
                neighbour,
                name,
                x,
                y,
                APART * (Y - y) / length,
                APART * (x - X) / length,
                textX,
                y < Y - 1 ? y - 13 : y + 20);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LETTERS) return name;
        return name.substring(0, name.offsetByCodePoints(0, LETTERS - 1)).strip() + "…";
    }

    /** In words, for those who do not see it. */
    public String description() {
        return "Neighbours of " + Labels.isolated(centre) + ", strongest first: "
                + nodes.stream()
                        .map(node -> Labels.isolated(node.name) + " " + node.of.cooperation + " cooperation, "
                                + node.of.conflict + " conflict, " + node.of.claimed + " only claimed")
                        .collect(Collectors.joining("; "))
                + ". The table has every figure.";
    }
}
