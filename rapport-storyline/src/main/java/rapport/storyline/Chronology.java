package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rapport.ontology.Basis;
import rapport.ontology.Modality;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Time;

/**
 * When the reports were published whose day nobody tells, by what they mention, and what the order of events rests on.
 *
 * <p>What tells it, of a report among the dated ones of its storyline:
 *
 * <ul>
 *   <li>it tells as done what was done on a day, or what a dated report tells as still ahead: not before;
 *   <li>it tells as ahead what a dated report tells as done: not after;
 *   <li>it tells what was done on a known day in words from its own day ("on Monday", "last month's visit");
 *   <li>it names a day without its year, of something done: not before, in the year nearest to the dated reports;
 *   <li>it gives somebody an office: within his terms;
 *   <li>full dates in its own text, which were read with it.
 * </ul>
 *
 * <p>Uncertainty: what is inferred is as right as identity, modality and links are; where reasons contradict each other the days
 * are kept that most of them allow, and the others are named. Where nothing tells, the day stays unknown.
 *
 * <p>Known misses: spans told from another event ("three weeks after the attack"); a report is placed by dated reports alone and
 * not by others that were placed; how a story is laid out tells nothing (which of two reports retells the other's first lines
 * was tried on the training stories and is no better than chance).
 *
 * <p>Cost: of undated reports times the event mentions of their storyline. Threads: any.
 */
public final class Chronology {

    private static final Set<Modality> AHEAD = EnumSet.of(Modality.PLANNED, Modality.PROMISED, Modality.DEMANDED);

    private static final int BEFORE_NAME = 40; // characters in which a title stands before a name

    private final Map<String, Coded> reports;
    private final Identity identity;
    private final Map<String, Integer> events = new HashMap<>(); // event mention -> number of its event

    /** @param reports by the ids of their documents */
    Chronology(Map<String, Coded> reports, Identity identity, List<Identity.Chain> chains) {
        this.reports = reports;
        this.identity = identity;
        for (int i = 0; i < chains.size(); i++) {
            for (Telling telling : chains.get(i).tellings()) events.put(telling.id(), i);
        }
    }

    /** By document, the days of those that have none of their own; where nothing tells it there is none here either. */
    Map<String, Time> placed() {
        Map<String, Time> placed = new TreeMap<>();
        for (List<Document> storyline : identity.storylines()) {
            List<Coded> dated = new ArrayList<>();
            List<Coded> open = new ArrayList<>();
            for (Document document : storyline) {
                Coded coded = reports.get(document.id());
                if (coded != null) (isOpen(document) ? open : dated).add(coded);
            }
            for (Coded coded : open) {
                Time time = Clue.together(clues(coded, dated));
                if (!time.isUnknown()) placed.put(coded.document().id(), time);
            }
        }
        return placed;
    }

    /** One whose dateline alone tells its day is dated. */
    static boolean isOpen(Document document) {
        Time published = document.published();
        return published.isUnknown()
                || published.basis() == Basis.INFERRED && published.day().isEmpty();
    }

    private List<Clue> clues(Coded coded, List<Coded> dated) {
        List<Clue> clues = new ArrayList<>();
        Time own = coded.document().published();
        if (!own.isUnknown()) clues.add(new Clue(own.days(), own.because()));
        List<LocalDate> near = dated.stream()
                .flatMap(other -> other.document().published().first().stream())
                .toList();
        String text = coded.document().text();
        for (EventMention mention : coded.eventMentions()) {
            if (mention.modality() == Modality.OCCURRED) {
                if (mention.when().basis() == Basis.STATED) {
                    mention.when().first().ifPresent(day -> clues.add(Clue.notBefore(day, mention.id())));
                }
                for (ToldFrom.Found day : ToldFrom.yearless(mention.sentence().in(text), near)) {
                    clues.add(Clue.notBefore(day.days().from().orElseThrow(), day.words()));
                }
            }
            for (Coded other : dated) {
                for (EventMention told : other.eventMentions()) {
                    if (isSame(mention, told)) compare(mention, text, told, other.document(), clues);
                }
            }
        }
        for (Actor actor : coded.actors()) term(actor, coded).ifPresent(clues::add);
        return clues.stream().distinct().toList();
    }

    private boolean isSame(EventMention one, EventMention other) {
        return one.eventType() == other.eventType()
                && (events.getOrDefault(one.id(), -1).equals(events.getOrDefault(other.id(), -2))
                        || identity.isOneMatter(one, other));
    }

    /** @param told the same in a dated report */
    private void compare(EventMention mention, String text, EventMention told, Document dated, List<Clue> clues) {
        Days published = dated.published().days();
        boolean isDone = mention.modality() == Modality.OCCURRED;
        boolean isToldAsDone = told.modality() == Modality.OCCURRED;
        if (isDone && isToldAsDone) {
            told.when().first().ifPresent(day -> clues.add(Clue.notBefore(day, told.id())));
            told.when().day().ifPresent(day -> {
                for (ToldFrom.Found found : ToldFrom.report(mention.sentence().in(text), day)) {
                    clues.add(new Clue(found.days(), List.of(told.id(), found.words())));
                }
            });
        } else if (isDone && AHEAD.contains(told.modality())) {
            published.from().ifPresent(day -> clues.add(Clue.notBefore(day, told.id())));
        } else if (AHEAD.contains(mention.modality()) && isToldAsDone) {
            told.when().last().or(published::until).ifPresent(day -> clues.add(Clue.notAfter(day, told.id())));
        }
    }

    /** The days in which somebody held the office that the text gives him. */
    private static Optional<Clue> term(Actor actor, Coded coded) {
        if (actor.offices().isEmpty()) return Optional.empty();
        List<Days> terms = actor.offices().stream()
                .filter(office -> isCalled(actor, office.title(), coded))
                .map(Actor.Office::days)
                .toList();
        if (terms.isEmpty()) return Optional.empty();
        Optional<LocalDate> from = terms.stream()
                .map(days -> days.from().orElse(LocalDate.MIN))
                .min(LocalDate::compareTo)
                .filter(day -> !day.equals(LocalDate.MIN));
        Optional<LocalDate> until = terms.stream()
                .map(days -> days.until().orElse(LocalDate.MAX))
                .max(LocalDate::compareTo)
                .filter(day -> !day.equals(LocalDate.MAX));
        return Clue.between(new Days(from, until), actor.id());
    }

    /** "President Rassendyll", not "former President Rassendyll". */
    private static boolean isCalled(Actor actor, String title, Coded coded) {
        String text = coded.document().text();
        String wanted = title.toLowerCase(Locale.ROOT);
        for (Mention mention : coded.mentions()) {
            if (mention.actor().filter(actor.id()::equals).isEmpty()) continue;
            int end = mention.span().end();
            String words = text.substring(Math.max(0, mention.span().start() - BEFORE_NAME), end)
                    .toLowerCase(Locale.ROOT);
            int at = words.lastIndexOf(wanted);
            if (at < 0 || words.indexOf('.', at) >= 0 || words.indexOf(',', at) >= 0) continue;
            String before = words.substring(0, at);
            if (!before.matches("(?s).*\\b(former|ex|late|then|elect|vice|deputy)\\b.{0,12}")) return true;
        }
        return false;
    }

    // ---- order

    private static final int NEAR =
            183; // days before the first dated report in which a lower bound still tells something

    /** The first day of publication that is known. */
    static Optional<LocalDate> earliest(Collection<Document> documents) {
        return documents.stream()
                .filter(document -> !isOpen(document))
                .flatMap(document -> document.published().first().stream())
                .min(LocalDate::compareTo);
    }

    /**
     * The day that stands for a report in an order or a count: of an interval the first, since reports tell what is new. Empty if
     * that is only a bound from long before ("since 1951").
     *
     * @param earliest day of the dated reports
     */
    static Optional<LocalDate> standIn(Time published, Optional<LocalDate> earliest) {
        boolean isFar = published.basis() == Basis.INFERRED
                && published
                        .first()
                        .flatMap(first -> earliest.map(day -> first.isBefore(day.minusDays(NEAR))))
                        .orElse(false);
        return isFar ? published.last() : published.earliest();
    }

    /** What tells that of two events the one came first. */
    public enum Ground {
        /** The text of each names its day. */
        STATED("days stated"),
        /** At least one is named from the day of its report. */
        RESOLVED("days told from that of the report"),
        /** At least one follows from other things. */
        INFERRED("days inferred"),
        /** At least one has no day: the day of the report that tells it first stands for it. */
        REPORTS("order of reports"),
        /** Nothing does. */
        OPEN("open");

        private final String words;

        Ground(String words) {
            this.words = words;
        }

        /** For readers. */
        public String words() {
            return words;
        }
    }

    /**
     * @param one time of an event
     * @param next of the one after it
     * @param oneReport when the one was first reported
     * @param nextReport when the next was
     */
    public static Ground ground(Time one, Time next, Time oneReport, Time nextReport) {
        if (!one.isUnknown() && !next.isUnknown()) {
            if (order(one, next) == 0) return Ground.OPEN;
            Set<Basis> bases = EnumSet.of(one.basis(), next.basis());
            if (bases.contains(Basis.INFERRED)) return Ground.INFERRED;
            return bases.contains(Basis.RESOLVED) ? Ground.RESOLVED : Ground.STATED;
        }
        return order(one.isUnknown() ? oneReport : one, next.isUnknown() ? nextReport : next) == 0
                ? Ground.OPEN
                : Ground.REPORTS;
    }

    /** Negative if all days of the one lie before those of the other, positive if after them, else 0: open. */
    public static int order(Time one, Time other) {
        if (isBefore(one, other)) return -1;
        return isBefore(other, one) ? 1 : 0;
    }

    private static boolean isBefore(Time one, Time other) {
        return one.last().flatMap(last -> other.first().map(last::isBefore)).orElse(false);
    }
}
