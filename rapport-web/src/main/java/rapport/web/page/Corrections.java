package rapport.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Correction.Verdict;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Judgement;
import rapport.store.Corrected;
import rapport.store.Snapshot;
import rapport.store.ValueWords;
import rapport.storyline.Reviewed;

/**
 * What reviewers have said, as it stood at one moment.
 *
 * <p>Threads: immutable. Costs: documents of which something is said are read once more.
 */
public final class Corrections {

    private final List<Correction> newestFirst;
    private final Map<String, List<Correction>> byRecord = new TreeMap<>();
    private final Map<String, Map<Field, Judgement>> judgements = new TreeMap<>();
    private final Map<Reviewed.Pair, Judgement> identity;
    private final Map<String, Judgement> sameness;
    private final Map<String, EventMention> eventMentions = new HashMap<>();
    private final Map<String, Coded> everything = new TreeMap<>();
    private final Map<String, Correction> byId = new TreeMap<>();
    private final Map<String, String> recordOf = new TreeMap<>();
    private final List<Question> open = new ArrayList<>();
    private final Set<String> undone;
    private final Set<String> disputed;
    private final Set<String> unplaced;

    private Corrections(Snapshot snapshot, List<Coded> reports) {
        try (Stream<Correction> all = snapshot.corrections()) {
            newestFirst = all.sorted(Correction.BY_TIME.reversed()).toList();
        }
        newestFirst.forEach(c -> byId.put(c.id(), c));
        undone = Judgement.undone(newestFirst);
        identity = newestFirst.isEmpty() ? Map.of() : snapshot.identity();
        sameness = newestFirst.isEmpty() ? Map.of() : snapshot.sameness();
        disputed = newestFirst.isEmpty() ? Set.of() : snapshot.disputedCorrections();
        unplaced = newestFirst.isEmpty()
                ? Set.of()
                : snapshot.unplacedCorrections().stream().map(Correction::id).collect(Collectors.toSet());
        Set<String> texts = new HashSet<>();
        newestFirst.forEach(c -> texts.add(c.anchor().textSha256()));
        for (Coded coded : reports) {
            coded.eventMentions().forEach(mention -> eventMentions.put(mention.id(), mention));
            if (texts.contains(coded.document().textSha256())) {
                snapshot.corrected(coded.document().id()).ifPresent(this::add);
            }
        }
        identity.forEach(
                (pair, judgement) -> List.of(pair.first(), pair.second()).forEach(id -> add(id, judgement)));
        open.sort(Comparator.comparing(Question::correction, Correction.BY_TIME));
    }

    private void add(Corrected corrected) {
        everything.put(corrected.everything().document().id(), corrected.everything());
        corrected.everything().eventMentions().forEach(mention -> eventMentions.put(mention.id(), mention));
        corrected.placed().forEach((id, said) -> {
            byRecord.put(id, said);
            said.forEach(c -> recordOf.put(c.id(), id));
            judgements.put(id, corrected.judgements(id));
            said.stream()
                    .filter(this::isOpen)
                    .map(c -> new Question(
                            c,
                            asked(c),
                            new Waiting.Place(
                                    id, corrected.everything().document().id())))
                    .forEach(open::add);
        });
    }

    /** A join or split stands with the second of its event mentions too. */
    private void add(String id, Judgement judgement) {
        Set<Correction> said = new LinkedHashSet<>(of(id));
        said.addAll(judgement.opinions());
        said.add(judgement.counts());
        byRecord.put(id, said.stream().sorted(Correction.BY_TIME).toList());
    }

    static Corrections of(Snapshot snapshot, List<Coded> reports) {
        return new Corrections(snapshot, reports);
    }

    public List<Correction> newestFirst() {
        return newestFirst;
    }

    /** Of one record, oldest first; what is undone too. */
    public List<Correction> of(String record) {
        return byRecord.getOrDefault(record, List.of());
    }

    /** Ids of records of which something is said. */
    Set<String> records() {
        return byRecord.keySet();
    }

    /** The id of the last that is said of any of these records; empty if nothing is. */
    public String last(String... records) {
        return Stream.of(records)
                .flatMap(record -> of(record).stream())
                .max(Correction.BY_TIME)
                .map(Correction::id)
                .orElse("");
    }

    /** The id of the last of all; empty if there is none. */
    public String last() {
        return newestFirst.isEmpty() ? "" : newestFirst.get(0).id();
    }

    public Optional<Correction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The last of those that are kept under the same id of a record: who takes one back must have seen them. */
    public String lastBeside(Correction correction) {
        return newestFirst.stream()
                .filter(c -> c.of().equals(correction.of()))
                .findFirst()
                .map(Correction::id)
                .orElse("");
    }

    /** Where what a correction is of can be looked at, as it is here now. */
    public Optional<String> page(Correction correction) {
        if (correction.field() == Field.SAME_AS) {
            return ValueWords.actor(correction.before()).flatMap(Links.SERVER::actor);
        }
        return Optional.ofNullable(recordOf.get(correction.id())).map(id -> "/review/" + id);
    }

    /** Newest first: that somebody is really this actor, or this one another, and whom single mentions stand for. */
    List<Correction> ofActor(String id, Actors actors) {
        Set<String> of = new HashSet<>();
        for (Correction correction : newestFirst) {
            boolean names = correction.field() == Field.SAME_AS || correction.field() == Field.ACTOR;
            if (names
                    && Stream.of(correction.before(), correction.after())
                            .flatMap(value -> ValueWords.actor(value).stream())
                            .anyMatch(actor ->
                                    actor.equals(id) || actors.same(actor).equals(id))) of.add(correction.id());
        }
        return newestFirst.stream()
                .filter(c ->
                        of.contains(c.id()) || c.undoes().filter(of::contains).isPresent())
                .toList();
    }

    /** Newest first, of all that was read from a report. */
    public List<Correction> ofReport(Document document) {
        String text = document.textSha256();
        return newestFirst.stream()
                .filter(c -> c.anchor().textSha256().equals(text))
                .toList();
    }

    /** "undone", "unplaced", "disputed" or "stands"; of a question to a reviewer "open" or "answered" in the place of the last. */
    public String state(Correction correction) {
        String id = correction.id();
        if (undone.contains(id)) return "undone";
        if (unplaced.contains(id)) return "unplaced";
        if (correction.field() == Field.ASKED) return isOpen(correction) ? "open" : "answered";
        return disputed.contains(id) ? "disputed" : "stands";
    }

    public Set<String> reviewers() {
        return newestFirst.stream().map(Correction::by).collect(Collectors.toCollection(TreeSet::new));
    }

    // ---- second opinions

    /** Who has said something or has been asked, by name. */
    List<String> people() {
        return Stream.concat(
                        newestFirst.stream().map(Correction::by),
                        newestFirst.stream()
                                .filter(c -> c.field() == Field.ASKED)
                                .map(Corrections::asked))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * That somebody has asked a reviewer for his opinion on a record.
     *
     * @param asked his name
     */
    public record Question(Correction correction, String asked, Waiting.Place of) {}

    private static String asked(Correction correction) {
        return ValueWords.of(Field.ASKED, correction.after(), name -> name);
    }

    /** Until he who is asked says something of it, or it is undone. */
    private boolean isOpen(Correction correction) {
        if (correction.field() != Field.ASKED || undone.contains(correction.id())) return false;
        String asked = asked(correction);
        return Optional.ofNullable(recordOf.get(correction.id())).stream()
                .flatMap(this::judging)
                .noneMatch(c -> c.by().equals(asked) && Correction.BY_TIME.compare(c, correction) > 0);
    }

    /** What a reviewer is asked and has not answered, oldest first. */
    List<Question> openTo(String reviewer) {
        return open.stream().filter(question -> question.asked.equals(reviewer)).toList();
    }

    /** The same of a record, whoever is asked. */
    public List<Question> openOn(String record) {
        return open.stream().filter(question -> question.of.id().equals(record)).toList();
    }

    /** Whether a reviewer has been asked about a record, and be it that he has answered. */
    boolean isAsked(String record, String reviewer) {
        return of(record).stream().anyMatch(c -> c.field() == Field.ASKED && asked(c).equals(reviewer));
    }

    // ---- judged

    /** Ids of records that this reviewer has accepted, rejected or corrected, or is unsure of. */
    Set<String> judgedBy(String reviewer) {
        return byRecord.keySet().stream()
                .filter(record -> judging(record).anyMatch(c -> c.by().equals(reviewer)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether anybody has. */
    boolean isJudged(String record) {
        return judging(record).findAny().isPresent();
    }

    private Stream<Correction> judging(String record) {
        return of(record).stream().filter(c -> !undone.contains(c.id())).filter(Correction::isOpinion);
    }

    public boolean isRejected(String record) {
        return Optional.ofNullable(judgements.getOrDefault(record, Map.of()).get(Field.VERDICT))
                .filter(judgement -> judgement.counts().is(Verdict.REJECTED))
                .isPresent();
    }

    /** As reviewers have it, also if they reject it. */
    Optional<EventMention> eventMention(String id) {
        return Optional.ofNullable(eventMentions.get(id));
    }

    /** The report with what is rejected in it, if anything is said of it. */
    Optional<Coded> everything(String document) {
        return Optional.ofNullable(everything.get(document));
    }

    /**
     * Something in which reviewers differ.
     *
     * @param of id of the record; of a pair of event mentions the first; of whom an actor is the actor
     * @param pair if it is whether these tell one event
     */
    public record Dispute(String of, Field field, Judgement judgement, Optional<Reviewed.Pair> pair) {}

    public List<Dispute> disputes() {
        Map<String, Dispute> disputes = new LinkedHashMap<>();
        judgements.forEach((id, byField) -> byField.forEach((field, judgement) -> {
            if (judgement.isDisputed())
                disputes.put(id + " " + field, new Dispute(id, field, judgement, Optional.empty()));
        }));
        identity.forEach((pair, judgement) -> {
            if (judgement.isDisputed()) {
                disputes.put(
                        pair.first() + " " + pair.second(),
                        new Dispute(pair.first(), judgement.counts().field(), judgement, Optional.of(pair)));
            }
        });
        sameness.forEach((id, judgement) -> {
            if (judgement.isDisputed())
                disputes.put(id + " " + Field.SAME_AS, new Dispute(id, Field.SAME_AS, judgement, Optional.empty()));
        });
        return disputes.values().stream()
                .sorted(Comparator.comparing(
                        (Dispute dispute) -> dispute.judgement().counts(), Correction.BY_TIME.reversed()))
                .toList();
    }
}
