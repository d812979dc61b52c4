package rapport.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rapport.evaluation.Gold.GoldEvent;
import rapport.evaluation.Gold.Passage;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.storyline.Together;

/**
 * Whether what is told of one event is put together, end to end, over gold event mentions whose event is coded. One that the
 * program did not find stands alone.
 */
final class EventIdentity {

    private final Map<String, String> gold = new TreeMap<>(); // gold mention -> gold event
    private final Map<String, String> matched = new TreeMap<>(); // event mention of the program -> gold mention

    void add(Passage passage, GoldEvent mention) {
        mention.event().ifPresent(event -> gold.put(name(passage, mention), passage.story() + " " + event));
    }

    void match(Passage passage, GoldEvent mention, EventMention found) {
        if (mention.event().isPresent()) matched.put(found.id(), name(passage, mention));
    }

    private static String name(Passage passage, GoldEvent mention) {
        return passage.id() + " " + mention.trigger() + " " + passage.events().indexOf(mention);
    }

    /** @return empty if no event is coded */
    Optional<Report> report(Together together) {
        if (gold.isEmpty()) return Optional.empty();
        Map<String, Set<String>> right = new TreeMap<>();
        gold.forEach((mention, event) ->
                right.computeIfAbsent(event, e -> new TreeSet<>()).add(mention));
        List<Set<String>> found = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Event event : together.events()) {
            Set<String> group = new TreeSet<>();
            for (String mention : event.eventMentions()) {
                String name = matched.get(mention);
                if (name != null) group.add(name);
            }
            if (!group.isEmpty()) found.add(group);
            placed.addAll(group);
        }
        gold.keySet().stream().filter(mention -> !placed.contains(mention)).forEach(alone -> found.add(Set.of(alone)));
        int joined = 0;
        int rightlyJoined = 0;
        for (Set<String> group : found) {
            for (String a : group) {
                for (String b : group) {
                    if (a.compareTo(b) >= 0) continue;
                    joined++;
                    if (gold.getOrDefault(a, "").equals(gold.get(b))) rightlyJoined++;
                }
            }
        }
        int pairs = right.values().stream()
                .mapToInt(g -> g.size() * (g.size() - 1) / 2)
                .sum();
        return Optional.of(report(
                Chains.tally(List.copyOf(right.values()), found).bCubed(), joined, rightlyJoined, pairs, right.size()));
    }

    private Report report(Chains.Score b3, int joined, int rightlyJoined, int pairs, int events) {
        double falseMerges = joined == 0 ? 0 : 1 - (double) rightlyJoined / joined;
        double missedMerges = pairs == 0 ? 0 : 1 - (double) rightlyJoined / pairs;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("eventMentions", gold.size());
        tree.put("events", events);
        Map<String, Object> bCubed = new LinkedHashMap<>();
        bCubed.put("precision", b3.precision());
        bCubed.put("recall", b3.recall());
        bCubed.put("f1", b3.f1());
        tree.put("b3", bCubed);
        tree.put("joinedPairs", joined);
        tree.put("falseMerges", falseMerges);
        tree.put("goldPairs", pairs);
        tree.put("missedMerges", missedMerges);
        return new Report(
                tree,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%-24s %9.3f %7.3f %7.3f   B-cubed, %d mentions of %d events",
                                "event identity",
                                b3.precision(),
                                b3.recall(),
                                b3.f1(),
                                gold.size(),
                                events),
                        String.format(
                                Locale.ROOT,
                                "%-24s %9.3f of %d joined pairs; missed %.3f of %d",
                                "false merges",
                                falseMerges,
                                joined,
                                missedMerges,
                                pairs)));
    }
}
