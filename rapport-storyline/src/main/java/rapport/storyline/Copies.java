package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rapport.record.Document;
import rapport.record.Span;

/**
 * What was taken over from another report: whole texts, and single sentences of them. Two texts share wording where the same
 * five words stand in a row, whatever their endings (w-shingling: Broder, On the resemblance and containment of documents,
 * 1997).
 *
 * <p>Known misses: a sentence of fewer than {@value #LEAST_WORDS} words is never a copy by itself; a quotation that two reporters
 * noted down alike counts as copied if it fills its sentence.
 *
 * <p>Cost: of the words of all texts, and of the pairs of texts that share wording. Threads: one at a time.
 */
final class Copies {

    private static final int IN_A_ROW = 5;
    private static final int LEAST_WORDS = 8;

    private final Wording wording;
    private final double leastShare; // of a copy's wording that is taken over
    /** In the order in which they are likeliest to have been written. */
    private final List<Document> documents;

    private final Map<String, Integer> order = new HashMap<>();
    /** Of wording that several have, who has it, by order. */
    private final Map<Long, List<Integer>> holders = new HashMap<>();

    private final Map<String, Map<Span, Document>> writers = new HashMap<>();

    Copies(Collection<Document> documents, Wording wording, double leastShare) {
        this.wording = wording;
        this.leastShare = leastShare;
        Map<Long, List<String>> shared = shared(documents);
        Map<String, Integer> credits = credits(documents, shared);
        this.documents = documents.stream()
                .sorted(Comparator.comparing(Copies::day)
                        .thenComparing(document -> -credits.getOrDefault(document.id(), 0))
                        .thenComparing(document -> -document.text().length())
                        .thenComparing(Document::id))
                .toList();
        for (int i = 0; i < this.documents.size(); i++)
            order.put(this.documents.get(i).id(), i);
        shared.forEach((shingle, ids) -> holders.put(
                shingle,
                ids.stream().map(id -> order.getOrDefault(id, 0)).sorted().toList()));
    }

    /** Of publication, as far as it is known; the last of all days if it is not. */
    static LocalDate day(Document document) {
        return document.published().earliest().orElse(LocalDate.MAX);
    }

    private Map<Long, List<String>> shared(Collection<Document> documents) {
        Map<Long, List<String>> holders = new HashMap<>();
        for (Document document : documents) {
            for (long shingle : Set.copyOf(shingles(wording.words(document)))) {
                holders.computeIfAbsent(shingle, s -> new ArrayList<>(1)).add(document.id());
            }
        }
        holders.values().removeIf(ids -> ids.size() < 2);
        return holders;
    }

    /** How many that share its wording name the outlet of a text: agencies are named by those who print them. */
    private Map<String, Integer> credits(Collection<Document> documents, Map<Long, List<String>> shared) {
        Map<String, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        Map<String, Set<String>> beside = new TreeMap<>();
        for (List<String> ids : Set.copyOf(shared.values())) { // texts taken over share many a wording
            for (String id : ids)
                beside.computeIfAbsent(id, d -> new LinkedHashSet<>()).addAll(ids);
        }
        Map<String, Integer> credits = new HashMap<>();
        Map<String, Map<String, Boolean>> known = new HashMap<>(); // of an outlet, of a text: whether it names it
        beside.forEach((id, others) -> {
            Document document = byId.get(id);
            if (document == null || !hasRival(document, others, byId)) return;
            document.outlet().ifPresent(outlet -> {
                Map<String, Boolean> ofOutlet = known.computeIfAbsent(outlet, o -> new HashMap<>());
                for (String other : others) {
                    Document text = byId.get(other);
                    if (other.equals(id) || text == null) continue;
                    if (ofOutlet.computeIfAbsent(other, o -> credits(text, outlet))) credits.merge(id, 1, Integer::sum);
                }
            });
        });
        return credits;
    }

    /** Only among texts of one day does it matter whom others name. */
    private static boolean hasRival(Document document, Set<String> others, Map<String, Document> byId) {
        for (String other : others) {
            Document text = byId.get(other);
            if (text != null && text != document && day(text).equals(day(document))) return true;
        }
        return false;
    }

    private static boolean credits(Document text, String outlet) {
        return names(text.text(), outlet)
                || text.byline().filter(line -> names(line, outlet)).isPresent();
    }

    /** As words of their own, in small letters or large. */
    private static boolean names(String text, String outlet) {
        String small = text.toLowerCase(Locale.ROOT);
        String name = outlet.toLowerCase(Locale.ROOT);
        for (int at = small.indexOf(name); at >= 0; at = small.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(small.codePointBefore(at));
            boolean ends = end == small.length() || !Character.isLetterOrDigit(small.codePointAt(end));
            if (begins && ends) return true;
        }
        return false;
    }

    /** Of documents that are copies, the one from which each comes. */
    Map<String, String> originals() {
        Map<String, String> originals = new TreeMap<>();
        for (Document document : documents) {
            from(document, wording.words(document)).ifPresent(original -> originals.put(document.id(), original.id()));
        }
        return originals;
    }

    /** Who wrote a sentence of a document: an earlier one that has it too, or the document itself. */
    Document writer(Document document, Span sentence) {
        return writers.computeIfAbsent(document.id(), id -> new HashMap<>())
                .computeIfAbsent(
                        sentence,
                        span -> from(document, wording.words(document, span)).orElse(document));
    }

    /** The earliest before it that has so much of these words. */
    private Optional<Document> from(Document document, List<Wording.Word> words) {
        if (words.size() < LEAST_WORDS) return Optional.empty();
        Set<Long> shingles = new HashSet<>(shingles(words));
        int at = order.getOrDefault(document.id(), 0);
        Map<Integer, Integer> held = new TreeMap<>();
        for (long shingle : shingles) {
            for (int other : holders.getOrDefault(shingle, List.of())) {
                if (other < at) held.merge(other, 1, Integer::sum);
            }
        }
        return held.entrySet().stream()
                .filter(other -> other.getValue() >= leastShare * shingles.size())
                .findFirst()
                .map(other -> documents.get(other.getKey()));
    }

    private static List<Long> shingles(List<Wording.Word> words) {
        List<Long> shingles = new ArrayList<>();
        for (int i = 0; i + IN_A_ROW <= words.size(); i++) {
            long hash = 0;
            for (int j = i; j < i + IN_A_ROW; j++) {
                // FNV-1a of 64 bits (Fowler, Noll and Vo), from 0
                String stem = words.get(j).stem();
                for (int k = 0; k < stem.length(); k++) hash = 1_099_511_628_211L * (hash ^ stem.charAt(k));
                hash = 1_099_511_628_211L * (hash ^ ' ');
            }
            shingles.add(hash);
        }
        return shingles;
    }
}
