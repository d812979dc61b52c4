package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.actor.Hierarchy;
import rapport.ontology.EventType;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Join;

/**
 * Which tellings are of one event. Reports are grouped into storylines first; within each, tellings are joined by average
 * linkage over the chance of {@link Likeness}, as {@link Settings} say, and what a text or a reviewer tells apart is never joined.
 *
 * <p>Tellings are compared in blocks, of one type in one storyline. A block of more than {@value #WHOLE} is gone through several times,
 * each time sorted by another key (multi-pass sorted neighbourhood: Hernández and Stolfo, The merge/purge problem for large databases,
 * 1995), and groups are compared by a few that stand for them (as in Guha, Rastogi and Shim, CURE, 1998).
 *
 * <p>Known misses: in such a block, tellings of one event that differ in trigger as well as in parties; groups of which two that do not stand
 * for them are told apart are joined.
 *
 * <p>Cost: of the tellings times at most {@value #WHOLE}. Threads: one at a time; the same input gives the same groups in any order.
 */
public final class Identity {

    /** Tellings of a block that are all compared with each other. */
    private static final int WHOLE = 500;

    private static final int RUN = 128; // groups of a larger block that are compared at a time
    private static final int FEW = 4; // tellings that stand for a group
    private static final int BEFORE = 20; // tellings among which one finds what it is joined with

    private static final Comparator<Likeness.View> IN_TEXT = Comparator.comparing(
                    (Likeness.View view) -> view.telling().document())
            .thenComparing(view -> view.telling().sentence())
            .thenComparing(view -> view.telling().trigger().get(0))
            .thenComparing(view -> view.telling().id());

    private static final Comparator<List<Likeness.View>> BY_DAY = Comparator.comparing(
                    (List<Likeness.View> group) -> day(group.get(0)))
            .thenComparing(group -> group.get(0), IN_TEXT);

    /** By what tellings of one event are mostly alike, in the order of the passes through a large block. */
    private static final List<Function<Likeness.View, String>> KEYS = List.of(
            view -> view.trigger().keySet() + " " + view.actors() + " " + view.recipients(),
            view -> view.trigger().keySet().toString(),
            view -> view.actors() + " " + view.recipients());

    private static LocalDate day(Likeness.View view) {
        return view.telling()
                .mention()
                .flatMap(mention -> mention.when().first())
                .orElse(LocalDate.MAX);
    }

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
    private final List<List<Document>> storylines = new ArrayList<>();
    private final Map<String, Likeness> likenesses = new HashMap<>(); // of each document, that of its cell
    private final double leastChance;
    private final double leastInCommon; // cosine of the rare words of two sentences outside the triggers
    private final int daysApart;
    private final double leastAlike; // of the reports of a storyline
    private final Reviewed reviewed;
    private final Set<String> split; // whom reviewers have split from others
    private final Heads heads = new Heads();
    private final Map<String, Likeness.View> views = new HashMap<>();
    private long compared;

    /**
     * @param documents all that are looked at together
     * @param hierarchy of the actors in them
     */
    public Identity(Collection<Document> documents, Hierarchy hierarchy) {
        this(Settings.USUAL, Reviewed.NOTHING);
        Wording wording = new Wording();
        for (List<Document> cell : Cells.of(documents, wording)) add(cell, hierarchy, wording);
    }

    /** @param cell documents that are near each other */
    Identity(Collection<Document> cell, Hierarchy hierarchy, Wording wording, Settings settings, Reviewed reviewed) {
        this(settings, reviewed);
        add(cell, hierarchy, wording);
    }

    private Identity(Settings settings, Reviewed reviewed) {
        this.leastChance = settings.of(Setting.CHANCE);
        this.leastInCommon = settings.of(Setting.WORDING);
        this.daysApart = (int) settings.of(Setting.DAYS);
        this.leastAlike = settings.of(Setting.STORYLINE);
        this.reviewed = reviewed;
        this.split = reviewed.split().stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(Collection<Document> cell, Hierarchy hierarchy, Wording wording) {
        storylines.addAll(Storylines.of(cell, wording, leastAlike));
        Commonness commonness = new Commonness();
        Likeness likeness = new Likeness(wording, commonness, hierarchy);
        for (Document document : cell) {
            TreeSet<String> stems = new TreeSet<>();
            wording.words(document).forEach(word -> stems.add(word.stem()));
            commonness.add(stems);
            documents.put(document.id(), document);
            likenesses.put(document.id(), likeness);
        }
    }

    /** Documents of one course of affairs, each list by id. */
    public List<List<Document>> storylines() {
        return List.copyOf(storylines);
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
                            Likeness.features(views.get(a), views.get(b)));
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
        Likeness likeness = likenesses.get(telling.document());
        if (document == null || likeness == null) {
            throw new IllegalArgumentException("no document " + telling.document() + " here");
        }
        return views.computeIfAbsent(telling.id(), id -> likeness.view(telling, document));
    }

    /** @return every telling in one chain, alone or with others */
    public List<Chain> chains(Collection<Telling> tellings) {
        List<Chain> chains = new ArrayList<>();
        for (List<Likeness.View> storyline : byStoryline(tellings)) {
            for (List<Likeness.View> block : blocks(storyline)) {
                for (List<Likeness.View> group : groups(block)) chains.add(chain(group));
            }
        }
        return reviewed.together(chains);
    }

    /** Those of one type, since only a reviewer joins others; all in one if there are some of no known type. */
    private static Collection<List<Likeness.View>> blocks(List<Likeness.View> storyline) {
        if (storyline.stream().anyMatch(view -> view.telling().mention().isEmpty())) return List.of(storyline);
        Map<EventType, List<Likeness.View>> blocks = new TreeMap<>();
        for (Likeness.View view : storyline) {
            blocks.computeIfAbsent(view.telling().mention().orElseThrow().eventType(), t -> new ArrayList<>())
                    .add(view);
        }
        return blocks.values();
    }

    /**
     * In a block that is small every telling is compared with every other. A larger one is gone through once for each key: what has the same
     * key is compared, so many at a time by their days, and what has been joined stands for itself by a few of it.
     */
    private List<List<Likeness.View>> groups(List<Likeness.View> block) {
        List<List<Likeness.View>> groups = block.stream().map(List::of).toList();
        if (groups.size() <= WHOLE) return joined(groups);
        for (Function<Likeness.View, String> key : KEYS) {
            Map<String, List<List<Likeness.View>>> byKey = new TreeMap<>();
            for (List<Likeness.View> group : groups) {
                byKey.computeIfAbsent(key.apply(group.get(0)), k -> new ArrayList<>())
                        .add(group);
            }
            List<List<Likeness.View>> passed = new ArrayList<>();
            for (List<List<Likeness.View>> alike : byKey.values()) {
                alike.sort(BY_DAY);
                for (int from = 0; from < alike.size(); from += RUN) {
                    passed.addAll(joined(alike.subList(from, Math.min(alike.size(), from + RUN))));
                }
            }
            groups = passed;
        }
        return groups;
    }

    private List<List<Likeness.View>> joined(List<List<Likeness.View>> groups) {
        Linkage linkage = new Linkage(groups.size(), Linkage.APART);
        for (int b = 1; b < groups.size(); b++) {
            for (int a = 0; a < b; a++) {
                double chance = chance(few(groups.get(a)), few(groups.get(b)));
                if (chance >= 0) linkage.liken(a, b, chance);
            }
        }
        return linkage.groups(leastChance, Linkage.Consent.ALWAYS).stream()
                .map(joined ->
                        joined.stream().flatMap(i -> groups.get(i).stream()).toList())
                .toList();
    }

    /** On average; below 0 if any two of them are told apart. */
    private double chance(List<Likeness.View> some, List<Likeness.View> others) {
        double sum = 0;
        for (Likeness.View one : some) {
            for (Likeness.View other : others) {
                compared++;
                if (isToldApart(one, other)) return -1;
                sum += likeness(one, other);
            }
        }
        return sum / (some.size() * others.size());
    }

    private double likeness(Likeness.View one, Likeness.View other) {
        double chance = Likeness.chance(Likeness.features(one, other));
        return areHead(one, other) ? Math.max(chance, Heads.CHANCE) : chance;
    }

    private boolean areHead(Likeness.View one, Likeness.View other) {
        return heads.arePair(one.telling().id(), other.telling().id())
                && !(Collections.disjoint(one.actors(), other.actors())
                        && Collections.disjoint(one.recipients(), other.recipients()));
    }

    private String rule(Likeness.View one, Likeness.View other) {
        if (areHead(one, other)) return "title";
        return one.trigger().keySet().equals(other.trigger().keySet()) ? "sameTrigger" : "likeWording";
    }

    /** The first, the last and some between, and all that reviewers have split from others. */
    private List<Likeness.View> few(List<Likeness.View> group) {
        if (group.size() <= FEW) return group;
        return Stream.concat(
                        IntStream.range(0, FEW).mapToObj(i -> group.get(i * (group.size() - 1) / (FEW - 1))),
                        group.stream()
                                .filter(view -> split.contains(view.telling().id())))
                .distinct()
                .toList();
    }

    /** Each telling joins the likeliest of the last few before it. */
    private Chain chain(List<Likeness.View> group) {
        List<Likeness.View> inText = group.stream().sorted(IN_TEXT).toList();
        List<Join> joins = new ArrayList<>();
        for (int i = 1; i < inText.size(); i++) {
            Likeness.View view = inText.get(i);
            Likeness.View likeliest = view;
            double most = -1;
            for (Likeness.View before : inText.subList(Math.max(0, i - BEFORE), i)) {
                double chance = likeness(before, view);
                if (chance <= most) continue;
                most = chance;
                likeliest = before;
            }
            joins.add(new Join(
                    view.telling().id(),
                    likeliest.telling().id(),
                    rule(view, likeliest),
                    Math.round(most * 1000) / 1000.0));
        }
        return new Chain(inText.stream().map(Likeness.View::telling).toList(), joins);
    }

    /** How many pairs of tellings have been compared. */
    long compared() {
        return compared;
    }

    /**
     * Two acts in a sentence are two; so are those of another type, of other known parties on one side, of another day, and two
     * whose sentences have little in common, title and first sentence apart: one can accuse or attack twice in the same words.
     */
    private boolean isToldApart(Likeness.View a, Likeness.View b) {
        if (a.telling().mention().isEmpty() || b.telling().mention().isEmpty()) return false;
        EventMention one = a.telling().mention().get();
        EventMention other = b.telling().mention().get();
        if (reviewed.isJoined(one.id(), other.id())) return false;
        return reviewed.isSplit(one.id(), other.id())
                || one.document().equals(other.document()) && one.sentence().equals(other.sentence())
                || one.eventType() != other.eventType()
                || Likeness.areOthers(a.actors(), b.actors())
                || Likeness.areOthers(a.recipients(), b.recipients())
                || !one.when().days().areNear(other.when().days(), daysApart)
                || !areHead(a, b) && Likeness.sentences(a, b) < leastInCommon;
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
                List<Telling> here = byDocument.getOrDefault(document.id(), List.of());
                heads.add(document, here);
                here.stream().map(this::view).sorted(IN_TEXT).forEach(inOrder::add);
            }
            if (!inOrder.isEmpty()) all.add(inOrder);
        }
        return all;
    }
}
