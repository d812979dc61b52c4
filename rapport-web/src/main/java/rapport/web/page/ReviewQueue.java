package rapport.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.ontology.MentionForm;
import rapport.record.Coded;
import rapport.record.Correction.Kind;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.storyline.Together;

/**
 * Event mentions, statements and mentions in the order in which reviewers should see them: what one is asked about before all; then
 * doubt times weight, most first.
 *
 * <p>Doubt is from 0 to 1. Event mentions and statements have a score: 1 at a score of 0.5, falling to 0 at 0 and 1. Mentions have
 * none, so what is known of them stands for it, by convention and not measured: 0.5 if they stand for nobody known, 0.25 if for
 * somebody by other words than a name or for somebody known from the reports alone, else 0.1.
 *
 * <p>Weight is 1, and 1 more for whatever else would be wrong: for an event mention each line of the ledger that rests on it and each
 * pair of an actor and a recipient for which it counts; for a statement each event mention that is told in it, with its lines; for a
 * mention each part in an event mention and each statement that its words have.
 *
 * <p>Known miss: mentions whose words have no part in anything are left out until somebody says something of them. Nothing but they
 * themselves would change.
 *
 * <p>Threads: immutable. Memory: four references for each record.
 */
final class ReviewQueue {

    private static final List<Waiting.Place> NOTHING = List.of();

    private final List<Waiting.Place> ordered;
    private final Map<Kind, List<Waiting.Place>> byKind = new EnumMap<>(Kind.class); // in the same order
    private final Corrections corrections;

    /** @param who tells whether somebody is known from the reports alone */
    ReviewQueue(List<Coded> reports, Corrections corrections, Together together, Actors who) {
        this.corrections = corrections;
        Map<String, Integer> lines = new HashMap<>();
        together.ledger()
                .forEach(line -> LedgerPage.parts(line).distinct().forEach(id -> lines.merge(id, 1, Integer::sum)));
        List<Doubted> doubted = new ArrayList<>();
        for (Coded report : reports) {
            add(doubted, corrections.everything(report.document().id()).orElse(report), lines, who);
        }
        ordered = doubted.stream()
                .sorted(Comparator.comparingDouble((Doubted one) -> -one.worth).thenComparing(one -> one.place.id()))
                .map(Doubted::place)
                .toList();
        ordered.forEach(place ->
                byKind.computeIfAbsent(kind(place), kind -> new ArrayList<>()).add(place));
    }

    /** @param worth doubt times weight */
    private record Doubted(Waiting.Place place, double worth) {}

    private void add(List<Doubted> doubted, Coded coded, Map<String, Integer> lines, Actors who) {
        String document = coded.document().id();
        Map<Role, Integer> parts = new HashMap<>(); // of words in event mentions and statements
        Map<String, Integer> told = new HashMap<>(); // in a statement
        for (EventMention mention : coded.eventMentions()) {
            int rests = lines.getOrDefault(mention.id(), 0);
            Stream.concat(mention.actors().stream(), mention.recipients().stream())
                    .forEach(role -> parts.merge(role, 1, Integer::sum));
            mention.attribution().ifPresent(statement -> told.merge(statement, 1 + rests, Integer::sum));
            int pairs = mention.actors().size() * mention.recipients().size();
            doubted.add(new Doubted(
                    new Waiting.Place(mention.id(), document), doubt(mention.score()) * (1 + rests + pairs)));
        }
        for (Statement statement : coded.statements()) {
            statement.source().ifPresent(role -> parts.merge(role, 1, Integer::sum));
            doubted.add(new Doubted(
                    new Waiting.Place(statement.id(), document),
                    doubt(statement.score()) * (1 + told.getOrDefault(statement.id(), 0))));
        }
        for (Mention mention : coded.mentions()) {
            int has = parts.getOrDefault(new Role(mention.actor(), mention.span()), 0);
            if (has > 0 || corrections.records().contains(mention.id())) {
                doubted.add(new Doubted(new Waiting.Place(mention.id(), document), doubt(mention, who) * (1 + has)));
            }
        }
    }

    static double doubt(double score) {
        return 1 - Math.abs(2 * score - 1);
    }

    static double doubt(Mention mention, Actors who) {
        if (mention.actor().isEmpty()) return 0.5;
        return mention.form() != MentionForm.NAME
                        || who.isProvisional(mention.actor().get())
                ? 0.25
                : 0.1;
    }

    private static Kind kind(Waiting.Place place) {
        return Kind.of(place.id()).orElseThrow();
    }

    private List<Waiting.Place> ordered(Way way) {
        return way.kind().isEmpty() ? ordered : byKind.getOrDefault(way.kind().get(), NOTHING);
    }

    /** How many this reviewer has not judged, or is asked about since. */
    int waiting(String reviewer, Way way) {
        List<Waiting.Place> asked = asked(reviewer, way);
        if (way.isAsked()) return asked.size();
        Set<String> done = corrections.judgedBy(reviewer);
        asked.forEach(place -> done.remove(place.id()));
        return ordered(way).size() - (int) said(way).filter(done::contains).count();
    }

    /** How many of these somebody else has judged, so that a second judgement says how far the two agree. */
    int waitingSecond(String reviewer, Way way) {
        Set<String> own = corrections.judgedBy(reviewer);
        return (int) said(way)
                .filter(id -> !own.contains(id) && corrections.isJudged(id))
                .count();
    }

    /** Those of which something is said. */
    private Stream<String> said(Way way) {
        return corrections.records().stream()
                .filter(id -> Kind.of(id).filter(way::has).isPresent());
    }

    /** What he is asked about, oldest question first. */
    private List<Waiting.Place> asked(String reviewer, Way way) {
        return corrections.openTo(reviewer).stream()
                .map(Corrections.Question::of)
                .distinct()
                .filter(place -> way.has(kind(place)))
                .filter(place -> !way.isSecond() || corrections.isJudged(place.id()))
                .toList();
    }

    /** How many he is asked about. */
    int waitingAsked(String reviewer, Way way) {
        return asked(reviewer, way).size();
    }

    /** The first that waits behind a record, which need not be one of them; from the top again behind the last. */
    Optional<Waiting.Place> next(String reviewer, Way way, String after) {
        List<Waiting.Place> asked = asked(reviewer, way);
        int place = place(asked, after);
        boolean isAsked = place >= 0 || corrections.isAsked(after, reviewer); // or was, and has answered
        List<Waiting.Place> all = ordered(way);
        int behind = isAsked ? 0 : 1 + place(all, after);
        return Stream.of(
                        isAsked || after.isEmpty() ? asked.subList(1 + place, asked.size()).stream() : NOTHING.stream(),
                        others(reviewer, way, asked, all.subList(behind, all.size())),
                        asked.stream(),
                        others(reviewer, way, asked, all.subList(0, behind)))
                .flatMap(places -> places)
                .findFirst();
    }

    /** All that wait, in this order. */
    Stream<Waiting.Place> all(String reviewer, Way way) {
        List<Waiting.Place> asked = asked(reviewer, way);
        return Stream.concat(asked.stream(), others(reviewer, way, asked, ordered(way)));
    }

    /** What he is not asked about and has not judged. */
    private Stream<Waiting.Place> others(
            String reviewer, Way way, List<Waiting.Place> asked, List<Waiting.Place> some) {
        if (way.isAsked()) return Stream.empty();
        Set<String> done = corrections.judgedBy(reviewer);
        asked.forEach(place -> done.add(place.id()));
        Stream<Waiting.Place> others = some.stream().filter(place -> !done.contains(place.id()));
        if (!way.isSecond()) return others;
        Set<String> judged = said(way).filter(corrections::isJudged).collect(Collectors.toSet());
        return others.filter(place -> judged.contains(place.id()));
    }

    /** In these; -1 if it is not there. Reviewers come from the top, so it is found soon. */
    private static int place(List<Waiting.Place> places, String id) {
        if (id.isEmpty()) return -1;
        for (int i = 0; i < places.size(); i++) if (places.get(i).id().equals(id)) return i;
        return -1;
    }
}
