package rapport.storyline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import rapport.record.Document;

/**
 * Which reports of a cell belong to one course of affairs, by their wording: names and rare words weigh most.
 *
 * <p>Cost: of the pairs of reports. Threads: any.
 */
final class Storylines {

    /** Two groups that are each of one piece are joined only if they are at least this much as alike as the looser within. */
    private static final double AS_ALIKE = 0.45;

    private static final int OF_ONE_PIECE = 4;
    private static final double NAME = 2;
    private static final double NUMBER = 0.5; // tells like affairs apart, but not what they are
    private static final double SHARPNESS = 1.5; // of rarity: what few texts have tells most

    private final Wording wording;
    private final double leastAlike; // below this two groups of reports are never one
    private final List<Document> documents;
    private final double[][] likeness; // of a pair, at the later one

    private Storylines(Collection<Document> documents, Wording wording, double leastAlike) {
        this.wording = wording;
        this.leastAlike = leastAlike;
        this.documents =
                documents.stream().sorted(Comparator.comparing(Document::id)).toList();
        this.likeness = new double[documents.size()][];
    }

    /** @return each a list of documents by id; in any order the same */
    static List<List<Document>> of(Collection<Document> documents, Wording wording, double leastAlike) {
        return new Storylines(documents, wording, leastAlike).group();
    }

    private List<List<Document>> group() {
        weigh();
        Linkage linkage = new Linkage(documents.size(), Linkage.NOT_ALIKE);
        for (int b = 1; b < likeness.length; b++) {
            for (int a = 0; a < b; a++) if (likeness[b][a] > 0) linkage.liken(a, b, likeness[b][a]);
        }
        List<List<Document>> groups = new ArrayList<>();
        for (List<Integer> group : linkage.groups(leastAlike, this::isOnePiece)) {
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
        for (int a : group) for (int b : group) if (a < b) sum += likeness[b][a];
        return sum / (group.size() * (group.size() - 1) / 2.0);
    }

    private void weigh() {
        Commonness commonness = new Commonness();
        List<Map<String, Double>> counts = new ArrayList<>();
        for (Document document : documents) {
            Map<String, Double> terms = terms(document, wording);
            counts.add(terms);
            commonness.add(terms.keySet());
        }
        List<TermVector> vectors = counts.stream()
                .map(terms -> vector(terms, commonness::rarity, term -> commonness.documents(term) > 1))
                .toList();
        for (int b = 0; b < likeness.length; b++) {
            likeness[b] = new double[b];
            for (int a = 0; a < b; a++) likeness[b][a] = vectors.get(a).cosine(vectors.get(b));
        }
    }

    /** What a report is about, as far as single words and news at large tell: it does not hang on what else is in the record. */
    static TermVector alone(Document document, Wording wording) {
        return vector(
                terms(document, wording), term -> isNumber(term) ? 0 : Commonness.rarityAtLarge(term), pair -> false);
    }

    /** @param isPairKept whether a pair of words counts; most stand nowhere else */
    private static TermVector vector(
            Map<String, Double> counts, ToDoubleFunction<String> rarity, Predicate<String> isPairKept) {
        Map<String, Double> weights = new TreeMap<>();
        counts.forEach((term, count) -> {
            if (isPair(term) && !isPairKept.test(term)) return;
            weights.put(term, Math.log1p(count) * Math.pow(rarity.applyAsDouble(term), SHARPNESS));
        });
        return TermVector.of(weights);
    }

    /** Numbers, stems of words and of words side by side, with how often they stand there. */
    private static Map<String, Double> terms(Document document, Wording wording) {
        Map<String, Double> terms = new TreeMap<>();
        Wording.Word before = null;
        for (Wording.Word word : wording.words(document)) {
            if (word.isNumber()) terms.merge(word.stem(), NUMBER, Double::sum);
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

    private static boolean isNumber(String term) {
        return Character.isDigit(term.codePointAt(0));
    }

    private static boolean isBeside(String text, Wording.Word a, Wording.Word b) {
        return text.substring(a.span().end(), b.span().start()).isBlank();
    }
}
