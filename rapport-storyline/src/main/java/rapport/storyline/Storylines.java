package rapport.storyline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.record.Document;

/**
 * Which reports belong to one course of affairs, by their wording: names and rare words weigh most.
 *
 * <p>Cost: of the pairs of reports that share a word which few have; measured up to a few hundred reports. Threads: any.
 */
final class Storylines {

    /** Below this two groups of reports are never one. */
    private static final double LEAST = 0.05;

    /** Two groups that are each of one piece are joined only if they are at least this much as alike as the looser within. */
    private static final double AS_ALIKE = 0.55;

    private static final int OF_ONE_PIECE = 3;
    private static final double NAME = 2;
    private static final double SHARPNESS = 1.5; // of rarity: what few texts have tells most

    private final Wording wording;
    private final List<Document> documents;
    private final List<Map<String, Double>> vectors = new ArrayList<>();
    private final Map<Long, Double> likeness = new HashMap<>();

    private Storylines(Collection<Document> documents, Wording wording) {
        this.wording = wording;
        this.documents =
                documents.stream().sorted(Comparator.comparing(Document::id)).toList();
    }

    /** @return each a list of documents by id; in any order the same */
    static List<List<Document>> of(Collection<Document> documents, Wording wording) {
        return new Storylines(documents, wording).group();
    }

    private List<List<Document>> group() {
        weigh();
        Linkage linkage = new Linkage(documents.size());
        Map<String, List<Integer>> holders = new TreeMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (String term : vectors.get(i).keySet()) {
                holders.computeIfAbsent(term, t -> new ArrayList<>()).add(i);
            }
        }
        holders.forEach((term, who) -> {
            for (int a : who) {
                for (int b : who) {
                    if (a < b) {
                        double product = vectors.get(a).getOrDefault(term, 0.0)
                                * vectors.get(b).getOrDefault(term, 0.0);
                        likeness.merge(pair(a, b), product, Double::sum);
                    }
                }
            }
        });
        likeness.forEach((pair, value) -> linkage.liken((int) (pair >> 32), pair.intValue(), value));
        List<List<Document>> groups = new ArrayList<>();
        for (List<Integer> group : linkage.groups(LEAST, this::isOnePiece)) {
            groups.add(group.stream().map(documents::get).toList());
        }
        return groups;
    }

    /** Tells two like affairs apart, such as two earthquakes in one country: within, each hangs together far better. */
    private boolean isOnePiece(List<Integer> a, List<Integer> b, double between) {
        if (a.size() < OF_ONE_PIECE || b.size() < OF_ONE_PIECE) return true;
        return between >= AS_ALIKE * Math.min(within(a), within(b));
    }

    private double within(List<Integer> group) {
        double sum = 0;
        for (int a : group) for (int b : group) if (a < b) sum += likeness.getOrDefault(pair(a, b), 0.0);
        return sum / (group.size() * (group.size() - 1) / 2.0);
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private void weigh() {
        Commonness commonness = new Commonness();
        List<Map<String, Double>> counts = new ArrayList<>();
        for (Document document : documents) {
            Map<String, Double> terms = terms(document);
            counts.add(terms);
            commonness.add(terms.keySet());
        }
        for (Map<String, Double> terms : counts) {
            Map<String, Double> vector = new LinkedHashMap<>();
            double squares = 0;
            for (Map.Entry<String, Double> term : terms.entrySet()) {
                boolean isShared = commonness.documents(term.getKey()) > 1;
                if (!isShared && isPair(term.getKey())) continue; // most pairs of words stand nowhere else
                double weight = Math.log1p(term.getValue()) * Math.pow(commonness.rarity(term.getKey()), SHARPNESS);
                squares += weight * weight;
                if (isShared) vector.put(term.getKey(), weight);
            }
            double length = Math.sqrt(squares);
            vector.replaceAll((term, weight) -> weight / length); // empty if the length is 0
            vectors.add(vector);
        }
    }

    /** Stems of words and of words side by side, with how often they stand there. */
    private Map<String, Double> terms(Document document) {
        Map<String, Double> terms = new TreeMap<>();
        Wording.Word before = null;
        for (Wording.Word word : wording.words(document)) {
            boolean tells = word.tells() && !word.isNumber();
            if (tells) {
                terms.merge(word.stem(), word.isName() ? NAME : 1.0, Double::sum);
                if (before != null && isBeside(document.text(), before, word)) {
                    terms.merge(before.stem() + " " + word.stem(), 1.0, Double::sum);
                }
            }
            before = tells ? word : null;
        }
        return terms;
    }

    private static boolean isPair(String term) {
        return term.indexOf(' ') >= 0;
    }

    private static boolean isBeside(String text, Wording.Word a, Wording.Word b) {
        return text.substring(a.span().end(), b.span().start()).isBlank();
    }
}
