package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import rapport.ontology.CommitmentState;
import rapport.record.Commitment;
import rapport.record.Commitment.Step;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Time;

/**
 * Who owes whom what, and what became of it, from the event mentions of one storyline.
 *
 * <p>What is asked or undertaken opens a line; what is of the same type, of the same obligor and told later is tied to a line if nothing tells
 * it apart from a part of it. A refusal is also tied to what was asked of the same one before in the same report: of the same type, or, if the
 * words do not say what is refused, asked by the one who is refused. Of what was asked or undertaken not to be done, the act breaks it and
 * the denial keeps it. A refusal is neither asked nor undertaken nor seen: it stands in the history alone.
 *
 * <p>Known misses: words for one undertaking that share little are several lines; an obligor's own outlet counts as a reporter.
 */
final class Ledger {

    private final Voices voices;
    private final Identity identity;
    private final Parts parts;
    private final Optional<LocalDate> last;

    /**
     * @param inOrder event mentions of one storyline, oldest report first, then in the order of the text
     * @param last day of the storyline's last report
     */
    Ledger(Voices voices, Identity identity, List<EventMention> inOrder, Optional<LocalDate> last) {
        this.voices = voices;
        this.identity = identity;
        this.parts = new Parts(voices, inOrder);
        this.last = last;
    }

    List<Commitment> lines() {
        List<List<Part>> lines = new ArrayList<>();
        Map<String, List<List<Part>>> ofObligor = new HashMap<>();
        for (Part part : parts.all()) {
            List<List<Part>> open = ofObligor.computeIfAbsent(part.obligor(), obligor -> new ArrayList<>());
            Optional<List<Part>> line =
                    open.stream().filter(l -> belongs(part, l)).findFirst().or(() -> refused(part, open));
            if (line.isPresent()) {
                line.get().add(part);
            } else if (part.opens()) {
                List<Part> opened = new ArrayList<>(List.of(part));
                lines.add(opened);
                open.add(opened);
            }
        }
        return lines.stream().map(this::line).toList();
    }

    /** An act that is dated before the line was opened fulfils nothing of it. */
    private boolean belongs(Part part, List<Part> line) {
        Part opening = line.get(0);
        if (part.isSpoken() != opening.isSpoken() || part.opens() && part.isForborne() != opening.isForborne())
            return false;
        Optional<LocalDate> opened = voices.published(opening.first());
        boolean isOlder = part.kind() == Part.Kind.ACT
                && part.first()
                        .when()
                        .last()
                        .filter(day -> opened.filter(day::isBefore).isPresent())
                        .isPresent();
        return !isOlder && line.stream().anyMatch(other -> isOneMatter(part, other));
    }

    private boolean isOneMatter(Part one, Part other) {
        return one.mentions().stream()
                .anyMatch(a -> other.mentions().stream()
                        .anyMatch(b -> a.eventType() == b.eventType() && identity.isOneMatter(b, a)));
    }

    /** The last thing asked, in the same report, of the one who refuses. */
    private Optional<List<Part>> refused(Part part, List<List<Part>> open) {
        if (part.kind() != Part.Kind.REFUSAL) return Optional.empty();
        return open.stream()
                .filter(line -> line.get(0).kind() == Part.Kind.DEMAND
                        && line.get(0).first().document().equals(part.first().document()))
                .filter(line -> part.isSpoken()
                        ? line.get(0)
                                .beneficiary()
                                .filter(voices.tops(part.first().recipients(), part.first())::contains)
                                .isPresent()
                        : !Collections.disjoint(line.get(0).types(), part.types()))
                .reduce((earlier, later) -> later);
    }

    // ---- the state of a line

    private Commitment line(List<Part> line) {
        Part first = line.get(0);
        List<Step> history = new ArrayList<>();
        Set<String> keeping = new TreeSet<>();
        Set<String> breaking = new TreeSet<>();
        boolean assured = false;
        boolean refused = false;
        boolean claimed = false;
        boolean confessed = false;
        for (Part part : line) {
            Voices.Voice voice = voices.voice(part.first());
            boolean isObligor = voice.source()
                    .map(source -> voices.top(source, part.first()))
                    .filter(part.obligor()::equals)
                    .isPresent();
            switch (part.kind()) {
                case DEMAND -> {}
                case ASSURANCE -> {
                    assured = true;
                    refused = false;
                }
                case REFUSAL -> refused = true;
                case ACT, DENIAL -> {
                    boolean keeps = (part.kind() == Part.Kind.ACT) != first.isForborne();
                    if (isObligor && keeps) claimed = true;
                    else if (isObligor) confessed = true;
                    else if (voice.kind() != Voices.Kind.HEARSAY) (keeps ? keeping : breaking).add(voice.key());
                }
            }
            CommitmentState state = state(assured, refused, claimed, confessed, keeping.size(), breaking.size());
            Step last = history.isEmpty() ? null : history.get(history.size() - 1);
            if (last == null || last.state() != state) {
                history.add(new Step(
                        voices.day(part.first()),
                        state,
                        List.of(part.first().id()),
                        voice.source().stream().toList()));
            } else if (part.kind() == Part.Kind.REFUSAL) {
                history.set(history.size() - 1, last.alsoBecause(part.first().id()));
            }
        }
        Time due = line.stream()
                .filter(part -> part.kind() == Part.Kind.DEMAND || part.kind() == Part.Kind.ASSURANCE)
                .filter(part ->
                        !part.isSpoken()) // the day on which it was asked or undertaken is none by which it is due
                .flatMap(part -> part.mentions().stream())
                .map(EventMention::when)
                .filter(when -> when.last().isPresent())
                .findFirst()
                .map(when -> new Time(when.first(), when.last(), when.basis(), when.because(), Optional.empty()))
                .orElse(Time.UNKNOWN);
        CommitmentState state = history.get(history.size() - 1).state();
        Optional<LocalDate> passed =
                due.last().filter(day -> last.filter(day::isBefore).isPresent());
        if (state == CommitmentState.ASSURED && passed.isPresent()) {
            state = CommitmentState.LAPSED;
            history.add(new Step(passed.map(day -> day.plusDays(1)), state, List.of(), List.of()));
        }
        return new Commitment(
                Ids.of('c', first.obligor(), first.first().id()),
                first.obligor(),
                line.stream().flatMap(part -> part.beneficiary().stream()).findFirst(),
                first.content().in(voices.text(first.first())).strip(),
                line.stream()
                        .filter(part -> part.kind() == Part.Kind.DEMAND || part.kind() == Part.Kind.ASSURANCE)
                        .flatMap(parts::conditions)
                        .distinct()
                        .toList(),
                due,
                ids(line, Part.Kind.DEMAND),
                ids(line, Part.Kind.ASSURANCE),
                ids(line, Part.Kind.ACT),
                ids(line, Part.Kind.DENIAL),
                state,
                history);
    }

    /** By the rules of the record format. What was never given cannot be broken. */
    static CommitmentState state(
            boolean assured, boolean refused, boolean claimed, boolean confessed, int keeping, int breaking) {
        if (assured && (confessed || breaking > 1 && keeping == 0)) return CommitmentState.BROKEN;
        if (assured && breaking > 0) return keeping > 0 ? CommitmentState.CONTESTED : CommitmentState.CONTRADICTED;
        if (keeping > 1) return CommitmentState.CORROBORATED;
        if (keeping > 0) return CommitmentState.REPORTED;
        if (claimed) return CommitmentState.CLAIMED;
        if (refused) return CommitmentState.REFUSED;
        return assured ? CommitmentState.ASSURED : CommitmentState.DEMANDED;
    }

    /** Each part once, by the act that its words name first: "to open an inquiry" is one thing asked and not two. */
    private static List<String> ids(List<Part> line, Part.Kind kind) {
        return line.stream()
                .filter(part -> part.kind() == kind)
                .map(part -> part.first().id())
                .distinct()
                .toList();
    }

    /** Lines by the day of their first step, those without one last; then by id. */
    static List<Commitment> sorted(Stream<Commitment> lines) {
        return lines.sorted(Comparator.comparing(
                                (Commitment line) -> line.history().get(0).day().orElse(LocalDate.MAX))
                        .thenComparing(Commitment::id))
                .toList();
    }
}
