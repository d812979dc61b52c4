package rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Anchor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Judgement;
import rapport.storyline.Reviewed;

/**
 * What reviewers say, laid over what a session reads. Read once, so the session must not see later changes.
 *
 * <p>Costs: corrected documents are laid anew for each question, but for some at hand; the others cost nothing. Threads: as the
 * session.
 */
final class Review {

    private static final int DOCUMENTS_AT_HAND = 100;

    private final Session session;
    private final CorrectionTable table;
    private final Set<String> documents;
    private final Map<String, Actor> ownActors = new TreeMap<>();
    private final Map<String, Corrected> atHand = new LinkedHashMap<>(16, 0.75f, true);

    Review(Session session) {
        this.session = session;
        this.table = new CorrectionTable(session);
        this.documents = table.documents();
        if (!documents.isEmpty()) nameOwnActors();
    }

    private void nameOwnActors() {
        ActorTable actors = new ActorTable(session);
        List<Correction> all = table.byTime();
        Set<String> undone = Judgement.undone(all);
        for (Correction correction : all) {
            if (correction.field() != Field.ACTOR || undone.contains(correction.id())) continue;
            try {
                FieldForm.parse(correction.after())
                        .filter(JsonNode::isObject)
                        .map(FieldForm::actor)
                        .filter(actor -> actors.find(actor.id()).isEmpty())
                        .ifPresent(actor -> ownActors.putIfAbsent(actor.id(), actor));
            } catch (FieldForm.Wrong e) {
                // told among those that are not placed
            }
        }
    }

    /** Whether anything is said of this document's text. */
    boolean touches(String document) {
        return documents.contains(document);
    }

    /** Those whom reviewers were the first to name, by id. */
    List<Actor> ownActors() {
        return List.copyOf(ownActors.values());
    }

    Optional<Actor> actor(String id) {
        return new ActorTable(session).find(id).or(() -> Optional.ofNullable(ownActors.get(id)));
    }

    Optional<Corrected> corrected(String document) {
        Corrected known = atHand.get(document);
        if (known != null) return Optional.of(known);
        Optional<Corrected> corrected = Snapshot.coded(session, document)
                .map(coded -> Corrected.of(coded, table.ofText(coded.document().textSha256()), this::actor));
        corrected.ifPresent(c -> {
            atHand.put(document, c);
            if (atHand.size() > DOCUMENTS_AT_HAND)
                atHand.remove(atHand.keySet().iterator().next());
        });
        return corrected;
    }

    Optional<Coded> coded(String document) {
        return touches(document) ? corrected(document).map(Corrected::coded) : Snapshot.coded(session, document);
    }

    /** All that is said of a record, oldest first: also where it is joined to another or split from it. */
    List<Correction> of(String record) {
        Optional<String> document = table.documentOf(record).filter(this::touches);
        Stream<Correction> own = document.flatMap(this::corrected).stream()
                .flatMap(c -> c.placed().getOrDefault(record, List.of()).stream());
        Set<String> pairs = new TreeSet<>();
        List<Correction> all = documents.isEmpty() ? List.of() : table.byTime();
        for (Correction correction : all) {
            if (correction.field().isIdentity()
                    && pairs(correction).stream()
                            .anyMatch(
                                    p -> p.first().equals(record) || p.second().equals(record)))
                pairs.add(correction.id());
        }
        Stream<Correction> identity = all.stream()
                .filter(c -> pairs.contains(c.id())
                        || c.undoes().filter(pairs::contains).isPresent());
        return Stream.concat(own, identity)
                .distinct()
                .sorted(Correction.BY_TIME)
                .toList();
    }

    /** What is said of which event mentions tell one event, by pair. */
    Map<Reviewed.Pair, Judgement> identity() {
        List<Correction> all = documents.isEmpty() ? List.of() : table.byTime();
        Set<String> undone = Judgement.undone(all);
        Map<Reviewed.Pair, List<Correction>> standing = new TreeMap<>();
        for (Correction correction : all) {
            if (!correction.field().isIdentity() || undone.contains(correction.id())) continue;
            for (Reviewed.Pair pair : pairs(correction)) {
                standing.computeIfAbsent(pair, p -> new ArrayList<>()).add(correction);
            }
        }
        Map<Reviewed.Pair, Judgement> judgements = new TreeMap<>();
        standing.forEach((pair, corrections) -> judgements.put(pair, Judgement.ofStanding(corrections)));
        return judgements;
    }

    Reviewed reviewed() {
        Set<Reviewed.Pair> joined = new TreeSet<>();
        Set<Reviewed.Pair> split = new TreeSet<>();
        identity().forEach((pair, judgement) -> (judgement.counts().field() == Field.JOIN ? joined : split).add(pair));
        return new Reviewed(joined, split);
    }

    /** Those that lead to no record, or to none that can have their value; oldest first. */
    List<Correction> unplaced() {
        Set<String> placed = new HashSet<>();
        for (String document : documents.stream().sorted().toList()) {
            Corrected corrected = corrected(document).orElseThrow();
            Set<String> unfit = new HashSet<>();
            corrected.unplaced().forEach(c -> unfit.add(c.id()));
            corrected
                    .placed()
                    .values()
                    .forEach(list -> list.stream()
                            .map(Correction::id)
                            .filter(id -> !unfit.contains(id))
                            .forEach(placed::add));
        }
        return table.byTime().stream()
                .filter(c -> !placed.contains(c.id()) || c.field().isIdentity() && pairs(c).isEmpty())
                .toList();
    }

    /** Ids of corrections in which reviewers differ, and nobody has settled it. */
    Set<String> disputed() {
        List<Judgement> judgements = new ArrayList<>(identity().values());
        for (String document : documents.stream().sorted().toList()) {
            Corrected corrected = corrected(document).orElseThrow();
            corrected
                    .placed()
                    .keySet()
                    .forEach(record ->
                            judgements.addAll(corrected.judgements(record).values()));
        }
        Set<String> disputed = new TreeSet<>();
        judgements.stream()
                .filter(Judgement::isDisputed)
                .flatMap(judgement -> judgement.opinions().stream())
                .forEach(opinion -> disputed.add(opinion.id()));
        return disputed;
    }

    /** The event mentions that a join or split is of, as they are now; more than one pair if a text is there twice. */
    private List<Reviewed.Pair> pairs(Correction correction) {
        try {
            Optional<JsonNode> other = FieldForm.parse(correction.after());
            if (other.isEmpty()) return List.of();
            List<String> ones = placed(correction.of(), correction.anchor());
            List<String> others = placed(FieldForm.otherId(other.get()), FieldForm.otherAnchor(other.get()));
            return ones.stream()
                    .flatMap(one -> others.stream().filter(o -> !o.equals(one)).map(o -> new Reviewed.Pair(one, o)))
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private List<String> placed(String id, Anchor anchor) {
        if (table.documentOf(id).isPresent()) return List.of(id);
        return table.documentsWith(anchor.textSha256()).stream()
                .flatMap(document -> Snapshot.coded(session, document).stream())
                .flatMap(coded -> Corrected.find(coded, id, anchor).stream())
                .toList();
    }
}
