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
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Anchor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Judgement;
import rapport.record.Mention;
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
    private final SameActors same;
    private final Set<String> naming = new HashSet<>(); // documents that name whom sameness is of
    private final Map<String, List<String>> takes = new TreeMap<>(); // who is taken for another, by correction
    private final Map<String, Corrected> atHand = new LinkedHashMap<>(16, 0.75f, true);

    Review(Session session) {
        this.session = session;
        this.table = new CorrectionTable(session);
        this.documents = table.documents();
        if (!documents.isEmpty()) nameOwnActors();
        this.same = documents.isEmpty() ? SameActors.NONE : sameActors();
        if (!same.isEmpty()) naming.addAll(table.documentsNaming(same.ids()));
    }

    private SameActors sameActors() {
        List<Correction> all = table.byTime();
        Set<String> undone = Judgement.undone(all);
        Map<String, List<Correction>> standing = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        for (Correction correction : all) {
            if (correction.field() != Field.SAME_AS) continue;
            List<String> of = takes(correction);
            Optional<String> other = other(correction);
            takes.put(correction.id(), of);
            if (undone.contains(correction.id()) || other.isEmpty()) continue;
            others.put(correction.id(), other.get());
            of.forEach(
                    id -> standing.computeIfAbsent(id, i -> new ArrayList<>()).add(correction));
        }
        Map<String, Judgement> judgements = new TreeMap<>();
        standing.forEach((id, corrections) -> judgements.put(id, Judgement.ofStanding(corrections)));
        return new SameActors(judgements, others, this::known);
    }

    /**
     * Of whom it says that he is another: who stood there. If another version knows nobody by that id, whoever stands at the words
     * now, if he too is known from the text alone.
     */
    private List<String> takes(Correction correction) {
        Optional<String> before = text(correction.before());
        if (before.flatMap(this::known).isPresent()) return List.of(before.get());
        return table.documentsWith(correction.anchor().textSha256()).stream()
                .flatMap(document -> Snapshot.coded(session, document).stream())
                .flatMap(coded -> Corrected.find(coded, correction.of(), correction.anchor())
                        .flatMap(id -> Corrected.find(coded.mentions(), Mention::id, id))
                        .flatMap(Mention::actor)
                        .stream())
                .filter(id ->
                        known(id).filter(a -> a.known() == KnownBy.PROVISIONAL).isPresent())
                .distinct()
                .toList();
    }

    private Optional<String> other(Correction correction) {
        try {
            return FieldForm.parse(correction.after())
                    .map(node -> node.isObject() ? FieldForm.actor(node).id() : node.asText())
                    .filter(id -> known(id).isPresent());
        } catch (FieldForm.Wrong e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Optional<String> json) {
        try {
            return FieldForm.parse(json).filter(JsonNode::isTextual).map(JsonNode::textValue);
        } catch (FieldForm.Wrong e) {
            return Optional.empty();
        }
    }

    private void nameOwnActors() {
        ActorTable actors = new ActorTable(session);
        List<Correction> all = table.byTime();
        Set<String> undone = Judgement.undone(all);
        for (Correction correction : all) {
            boolean names = correction.field() == Field.ACTOR || correction.field() == Field.SAME_AS;
            if (!names || undone.contains(correction.id())) continue;
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

    /** Of those whom reviewers were the first to name. */
    Optional<Actor> ownActor(String id) {
        return Optional.ofNullable(ownActors.get(id));
    }

    /** Whether anything is said of this document's text. */
    boolean touches(String document) {
        return documents.contains(document) || naming.contains(document);
    }

    /** Ids of all that it may touch. */
    Set<String> touched() {
        Set<String> touched = new TreeSet<>(documents);
        touched.addAll(naming);
        return touched;
    }

    /** Ids of those of whose text something is said, in their order. */
    List<String> documents() {
        return documents.stream().sorted().toList();
    }

    SameActors same() {
        return same;
    }

    /** What is said of whom an actor really is, oldest first; what is undone too. */
    List<Correction> ofActor(String id) {
        Set<String> own = new HashSet<>();
        takes.forEach((correction, ids) -> {
            if (ids.contains(id)) own.add(correction);
        });
        if (own.isEmpty()) return List.of();
        return table.byTime().stream()
                .filter(c ->
                        own.contains(c.id()) || c.undoes().filter(own::contains).isPresent())
                .toList();
    }

    /** Where an actor is first named, or one who is taken for him: by id of the document, then in the order of its text. */
    Optional<Mention> firstMention(String actor) {
        Set<String> places = new TreeSet<>(documents);
        places.addAll(table.documentsNaming(same.standingFor(List.of(actor))));
        same.path(actor).forEach(id -> places.addAll(table.documentsNaming(List.of(id))));
        for (String document : places) {
            Optional<Mention> first = laid(document).stream()
                    .flatMap(corrected -> corrected.everything().mentions().stream())
                    .filter(m -> m.actor()
                            .filter(id -> same.path(id).contains(actor))
                            .isPresent())
                    .min(Comparator.comparing(Mention::span).thenComparing(Mention::id));
            if (first.isPresent()) return first;
        }
        return Optional.empty();
    }

    /** Those whom reviewers were the first to name, by id. */
    List<Actor> ownActors() {
        return List.copyOf(ownActors.values());
    }

    /** With the names of those who are taken for him. */
    Optional<Actor> actor(String id) {
        return known(id).map(same::with);
    }

    /** As documents and reviewers name him. */
    private Optional<Actor> known(String id) {
        return new ActorTable(session).find(id).or(() -> Optional.ofNullable(ownActors.get(id)));
    }

    Optional<Corrected> corrected(String document) {
        Corrected known = atHand.get(document);
        if (known != null) return Optional.of(known);
        Optional<Corrected> corrected = laid(document).map(laid -> laid.with(same));
        corrected.ifPresent(c -> {
            atHand.put(document, c);
            if (atHand.size() > DOCUMENTS_AT_HAND)
                atHand.remove(atHand.keySet().iterator().next());
        });
        return corrected;
    }

    /** With everyone as he himself, whomever he is taken for. */
    private Optional<Corrected> laid(String document) {
        return Snapshot.coded(session, document)
                .map(coded -> Corrected.of(coded, table.ofText(coded.document().textSha256()), this::known));
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
        for (String document : documents()) {
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
                .filter(c -> c.field() == Field.SAME_AS
                        ? takes.getOrDefault(c.id(), List.of()).isEmpty()
                                || other(c).isEmpty()
                                || same.circular().contains(c.id())
                        : !placed.contains(c.id()) || c.field().isIdentity() && pairs(c).isEmpty())
                .toList();
    }

    /** Ids of corrections in which reviewers differ, and nobody has settled it. */
    Set<String> disputed() {
        List<Judgement> judgements = new ArrayList<>(identity().values());
        judgements.addAll(same.judgements().values());
        for (String document : documents()) {
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
