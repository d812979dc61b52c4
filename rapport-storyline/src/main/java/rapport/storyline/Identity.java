package rapport.storyline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import rapport.actor.Hierarchy;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Join;

/**
 * Which tellings are of one event. Reports are grouped into storylines first; within each, tellings are joined by average
 * linkage over the chance of {@link Likeness}, and what a text or a reviewer tells apart is never joined.
 *
 * <p>Cost: of the square of the tellings in a storyline. Threads: one at a time; the same input gives the same groups in any order.
 */
public final class Identity {

    /** Tellings are joined if on average it is at least this likely that they tell one event. */
    private static final double LEAST_CHANCE = 0.4;

    /** Cosine of the rare words of two sentences outside the triggers. */
    private static final double LEAST_IN_COMMON = 0.2;

    private static final double APART = -1e6;

    private static final Comparator<Telling> IN_TEXT = Comparator.comparing(Telling::sentence)
            .thenComparing((Telling telling) -> telling.trigger().get(0))
            .thenComparing(Telling::id);

    /**
     * Tellings of one event.
     *
     * @param tellings by document and place
     * @param joins a line for each telling but the first
     */
    public record Chain(List<Telling> tellings, List<Join> joins) {

        public Chain {
            tellings = List.copyOf(tellings);
            joins = List.copyOf(joins);
        }
    }

    /** Reads pairs of tellings within a storyline, with what they are compared by. */
    public interface PairReader {
        void pair(Telling one, Telling other, double[] features);
    }

    private final Map<String, Document> documents = new TreeMap<>();
    private final List<List<Document>> storylines;
    private final Reviewed reviewed;
    private final Likeness likeness;
    private final Map<String, Likeness.View> views = new HashMap<>();

    /**
     * @param documents all that are looked at together
     * @param hierarchy of the actors in them
     */
    public Identity(Collection<Document> documents, Hierarchy hierarchy) {
        this(documents, hierarchy, new Wording(), Reviewed.NOTHING);
    }

    Identity(Collection<Document> documents, Hierarchy hierarchy, Wording wording, Reviewed reviewed) {
        this.reviewed = reviewed;
        documents.forEach(document -> this.documents.put(document.id(), document));
        storylines = Storylines.of(this.documents.values(), wording);
        Commonness commonness = new Commonness();
        for (Document document : this.documents.values()) {
            TreeSet<String> stems = new TreeSet<>();
            wording.words(document).forEach(word -> stems.add(word.stem()));
            commonness.add(stems);
        }
        likeness = new Likeness(wording, commonness, hierarchy);
    }

    /** Documents of one course of affairs, each list by id. */
    public List<List<Document>> storylines() {
        return storylines;
    }

    /** Names of what a pair is compared by. */
    public static List<String> features() {
        return Likeness.FEATURES;
    }

    public void pairs(Collection<Telling> tellings, PairReader reader) {
        for (List<Likeness.View> views : byStoryline(tellings)) {
            for (int b = 1; b < views.size(); b++) {
                for (int a = 0; a < b; a++) {
                    reader.pair(
                            views.get(a).telling(),
                            views.get(b).telling(),
                            likeness.features(views.get(a), views.get(b)));
                }
            }
        }
    }

    /** Whether nothing tells two mentions apart, so that they can speak of one matter. */
    boolean isOneMatter(EventMention one, EventMention other) {
        return !isToldApart(view(Telling.of(one)), view(Telling.of(other)));
    }

    private Likeness.View view(Telling telling) {
        Document document = documents.get(telling.document());
        if (document == null) throw new IllegalArgumentException("no document " + telling.document() + " here");
        return views.computeIfAbsent(telling.id(), id -> likeness.view(telling, document));
    }

    /** @return every telling in one chain, alone or with others */
    public List<Chain> chains(Collection<Telling> tellings) {
        List<Chain> chains = new ArrayList<>();
        for (List<Likeness.View> views : byStoryline(tellings)) {
            Linkage linkage = new Linkage(views.size());
            double[][] chance = new double[views.size()][views.size()];
            for (int b = 1; b < views.size(); b++) {
                for (int a = 0; a < b; a++) {
                    chance[a][b] = chance[b][a] = isToldApart(views.get(a), views.get(b))
                            ? APART
                            : likeness.chance(likeness.features(views.get(a), views.get(b)));
                    linkage.liken(a, b, chance[a][b]);
                }
            }
            for (List<Integer> group : linkage.groups(LEAST_CHANCE, Linkage.Consent.ALWAYS)) {
                chains.add(chain(group, views, chance));
            }
        }
        return reviewed.together(chains);
    }

    /** Each telling joins the likeliest of those before it. */
    private static Chain chain(List<Integer> group, List<Likeness.View> views, double[][] chance) {
        List<Telling> tellings = group.stream().map(i -> views.get(i).telling()).toList();
        List<Join> joins = new ArrayList<>();
        for (int i = 1; i < group.size(); i++) {
            int at = group.get(i);
            int best = group.subList(0, i).stream()
                    .max(Comparator.comparingDouble((Integer j) -> chance[j][at])
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            joins.add(new Join(
                    views.get(at).telling().id(),
                    views.get(best).telling().id(),
                    views.get(at).trigger().equals(views.get(best).trigger()) ? "sameTrigger" : "likeWording",
                    Math.round(chance[best][at] * 1000) / 1000.0));
        }
        return new Chain(tellings, joins);
    }

    /**
     * Two acts in a sentence are two; so are those of another type, of other known parties on one side, of another day, and two
     * whose sentences have little in common: one can accuse or attack twice in the same words.
     */
    private boolean isToldApart(Likeness.View a, Likeness.View b) {
        if (a.telling().mention().isEmpty() || b.telling().mention().isEmpty()) return false;
        EventMention one = a.telling().mention().get();
        EventMention other = b.telling().mention().get();
        if (reviewed.isJoined(one.id(), other.id())) return false;
        return reviewed.isSplit(one.id(), other.id())
                || one.document().equals(other.document()) && one.sentence().equals(other.sentence())
                || one.eventType() != other.eventType()
                || likeness.sentences(a, b) < LEAST_IN_COMMON
                || Likeness.areOthers(a.actors(), b.actors())
                || Likeness.areOthers(a.recipients(), b.recipients())
                || !one.when().days().overlaps(other.when().days());
    }

    private List<List<Likeness.View>> byStoryline(Collection<Telling> tellings) {
        Map<String, List<Telling>> byDocument = new HashMap<>();
        for (Telling telling : tellings) {
            if (!documents.containsKey(telling.document())) {
                throw new IllegalArgumentException("no document " + telling.document() + " here");
            }
            byDocument
                    .computeIfAbsent(telling.document(), id -> new ArrayList<>())
                    .add(telling);
        }
        List<List<Likeness.View>> all = new ArrayList<>();
        for (List<Document> storyline : storylines) {
            List<Likeness.View> inOrder = new ArrayList<>();
            for (Document document : storyline) {
                byDocument.getOrDefault(document.id(), List.of()).stream()
                        .sorted(IN_TEXT)
                        .forEach(telling -> inOrder.add(view(telling)));
            }
            if (!inOrder.isEmpty()) all.add(inOrder);
        }
        return all;
    }
}
