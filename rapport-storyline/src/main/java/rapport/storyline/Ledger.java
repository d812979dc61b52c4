package rapport.storyline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.ontology.CommitmentState;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.StatementKind;
import rapport.record.Commitment;
import rapport.record.Commitment.Step;
import rapport.record.EventMention;
import rapport.record.Ids;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/**
 * Who owes whom what, and what became of it, from the event mentions of one storyline.
 *
 * <p>A demanded act is a demand on its actor, a promised one an assurance; acts and denials of the same type by the same obligor are tied to
 * a line if nothing tells them apart from a part of it and they are told later. What another must do first ("if", "once", "in return
 * for") is asked of him, and the statement that says so is a condition of the line. Known misses: what is asked for or undertaken
 * without an act of a codebook type opens no line; an obligor's own outlet counts as a reporter.
 */
final class Ledger {

    private enum Kind {
        DEMAND,
        ASSURANCE,
        REFUSAL,
        ACT,
        DENIAL
    }

    /** Words that make what follows a condition. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|unless|until|once|provided|providing|as long as|on condition|only when|in return for|in exchange for)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_RETURN =
            Pattern.compile("\\b(?:in return|in exchange|reciprocat\\w+|mutual(?:ly)?)\\b", Pattern.CASE_INSENSITIVE);

    /** A mention that moves a line. */
    private record Part(Kind kind, EventMention mention, String obligor, Optional<String> beneficiary) {}

    private final Voices voices;
    private final Identity identity;
    private final List<EventMention> inOrder;
    private final Optional<LocalDate> last;
    private final Map<Map.Entry<String, Span>, List<EventMention>> bySentence = new HashMap<>();

    /**
     * @param inOrder event mentions of one storyline, oldest report first, then in the order of the text
     * @param last day of the storyline's last report
     */
    Ledger(Voices voices, Identity identity, List<EventMention> inOrder, Optional<LocalDate> last) {
        this.voices = voices;
        this.identity = identity;
        this.inOrder = inOrder;
        this.last = last;
        for (EventMention mention : inOrder) {
            bySentence
                    .computeIfAbsent(sentence(mention), s -> new ArrayList<>())
                    .add(mention);
        }
    }

    private static Map.Entry<String, Span> sentence(EventMention mention) {
        return Map.entry(mention.document(), mention.sentence());
    }

    List<Commitment> lines() {
        List<List<Part>> lines = new ArrayList<>();
        Map<String, List<List<Part>>> ofOneKind = new HashMap<>(); // the lines of one obligor, of one type of act
        for (Part part : parts()) {
            boolean opens = part.kind == Kind.DEMAND || part.kind == Kind.ASSURANCE || part.kind == Kind.REFUSAL;
            List<List<Part>> open =
                    ofOneKind.computeIfAbsent(part.mention.eventType() + " " + part.obligor, kind -> new ArrayList<>());
            Optional<List<Part>> line =
                    open.stream().filter(l -> belongs(part, l)).findFirst();
            if (line.isPresent()) {
                line.get().add(part);
            } else if (opens) {
                List<Part> opened = new ArrayList<>(List.of(part));
                lines.add(opened);
                open.add(opened);
            }
        }
        return lines.stream().map(this::line).toList();
    }

    /** An act that is dated before the line was opened fulfils nothing of it. */
    private boolean belongs(Part part, List<Part> line) {
        Optional<LocalDate> opened = voices.published(line.get(0).mention);
        boolean isOlder = part.kind == Kind.ACT
                && part.mention
                        .when()
                        .last()
                        .filter(day -> opened.filter(day::isBefore).isPresent())
                        .isPresent();
        return !isOlder && line.stream().anyMatch(other -> identity.isOneMatter(other.mention, part.mention));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (EventMention mention : inOrder) {
            Optional<Kind> kind = kind(mention);
            if (kind.isEmpty()) continue;
            for (String obligor : voices.tops(mention.actors(), mention)) {
                parts.add(new Part(kind.get(), mention, obligor, beneficiary(mention, obligor)));
            }
        }
        return parts;
    }

    private Optional<Kind> kind(EventMention mention) {
        Optional<Statement> statement = voices.statement(mention);
        boolean isUndone = statement
                .filter(said -> said.negated()
                        || said.kind() == StatementKind.DENIAL
                        || said.kind() == StatementKind.THREAT
                        || said.kind() == StatementKind.WARNING)
                .isPresent();
        if (isUndone && mention.modality() == Modality.PROMISED)
            return Optional.empty(); // threatened, or denied to be promised
        return switch (mention.modality()) {
            case DEMANDED -> Optional.of(Kind.DEMAND);
            case PROMISED -> Optional.of(Kind.ASSURANCE);
            case PLANNED -> isUndertaken(mention) ? Optional.of(Kind.ASSURANCE) : Optional.empty();
            case HYPOTHETICAL -> {
                if (isRefused(mention)) yield Optional.of(Kind.REFUSAL);
                yield isCondition(mention) ? Optional.of(Kind.DEMAND) : Optional.empty();
            }
            case OCCURRED, ONGOING -> Optional.of(Kind.ACT);
            case DENIED -> Optional.of(Kind.DENIAL);
        };
    }

    /** "Will withdraw", said by the one who is to withdraw, as a commitment. */
    private boolean isUndertaken(EventMention mention) {
        return voices.voice(mention).isSelf()
                && voices.statement(mention)
                        .map(Statement::kind)
                        .filter(StatementKind.COMMITMENT::equals)
                        .isPresent();
    }

    /** In a sentence in which the same one refuses. */
    private boolean isRefused(EventMention mention) {
        return beside(mention, EventType.REJECT)
                .anyMatch(refusal -> sharesActor(refusal.actors(), mention.actors(), mention));
    }

    /** "If Graustark frees the envoy", of what another undertakes in the same sentence. */
    private boolean isCondition(EventMention mention) {
        return isConditional(mention) && undertakenBeside(mention).findAny().isPresent();
    }

    /** Whether a word that makes a condition stands before it, in its clause or as its head. */
    private boolean isConditional(EventMention mention) {
        String text = voices.text(mention);
        String before =
                text.substring(mention.sentence().start(), mention.trigger().start());
        Matcher word = CONDITION.matcher(before);
        int last = -1;
        while (word.find()) last = word.end();
        return last >= 0 && before.substring(last).chars().noneMatch(c -> c == ',' || c == ';' || c == ':');
    }

    /** What others undertake or are to do in the same sentence, outside a condition. */
    private Stream<EventMention> undertakenBeside(EventMention mention) {
        return inSentence(mention)
                .filter(other -> other.modality() == Modality.PROMISED
                        || other.modality() == Modality.PLANNED
                        || other.modality() == Modality.DEMANDED)
                .filter(other -> !isConditional(other) && !sharesActor(other.actors(), mention.actors(), mention));
    }

    /** Statements that say what must be done first, or what is given in return. */
    private Stream<String> conditions(EventMention mention) {
        boolean isMutual =
                IN_RETURN.matcher(mention.sentence().in(voices.text(mention))).find();
        return inSentence(mention)
                .filter(other -> !sharesActor(other.actors(), mention.actors(), mention))
                .filter(other -> !isConditional(mention) && isConditional(other)
                        || isMutual && (other.modality() == Modality.PROMISED || other.modality() == Modality.DEMANDED))
                .flatMap(other -> other.attribution().or(mention::attribution).stream());
    }

    private Stream<EventMention> inSentence(EventMention mention) {
        return bySentence.getOrDefault(sentence(mention), List.of()).stream().filter(other -> other != mention);
    }

    private Stream<EventMention> beside(EventMention mention, EventType type) {
        return inSentence(mention).filter(other -> other.eventType() == type && other.modality() != Modality.DENIED);
    }

    private boolean sharesActor(List<Role> one, List<Role> other, EventMention mention) {
        return voices.tops(one, mention).stream().anyMatch(voices.tops(other, mention)::contains);
    }

    /** Who asks, or to whom it is undertaken: told by the verbal act in the same sentence, else by the statement or the act itself. */
    private Optional<String> beneficiary(EventMention mention, String obligor) {
        Stream<String> asking =
                beside(mention, EventType.REQUEST).flatMap(request -> voices.tops(request.actors(), mention).stream());
        Stream<String> undertaken = beside(mention, EventType.AGREE)
                .flatMap(agreed -> Stream.concat(
                        voices.tops(agreed.recipients(), mention).stream(),
                        voices.tops(agreed.actors(), mention).stream()));
        Stream<String> speaking = mention.modality() == Modality.DEMANDED
                ? voices.voice(mention).source().map(source -> voices.top(source, mention)).stream()
                : Stream.empty();
        Stream<String> promising = mention.modality() == Modality.HYPOTHETICAL
                ? undertakenBeside(mention).flatMap(other -> voices.tops(other.actors(), mention).stream())
                : Stream.empty();
        Stream<String> actedOn = voices.tops(mention.recipients(), mention).stream();
        return Stream.of(mention.modality() == Modality.DEMANDED ? asking : undertaken, promising, speaking, actedOn)
                .flatMap(stream -> stream)
                .filter(id -> !id.equals(obligor))
                .findFirst();
    }

    // ---- the state of a line

    private Commitment line(List<Part> parts) {
        Part first = parts.get(0);
        List<Step> history = new ArrayList<>();
        Set<String> keeping = new TreeSet<>();
        Set<String> breaking = new TreeSet<>();
        boolean assured = false;
        boolean refused = false;
        boolean claimed = false;
        boolean confessed = false;
        for (Part part : parts) {
            Voices.Voice voice = voices.voice(part.mention);
            boolean isObligor = voice.source()
                    .map(source -> voices.top(source, part.mention))
                    .filter(part.obligor::equals)
                    .isPresent();
            switch (part.kind) {
                case DEMAND -> {}
                case ASSURANCE -> {
                    assured = true;
                    refused = false;
                }
                case REFUSAL -> refused = true;
                case ACT -> {
                    if (isObligor) claimed = true;
                    else if (voice.kind() != Voices.Kind.HEARSAY) keeping.add(voice.key());
                }
                case DENIAL -> {
                    if (isObligor) confessed = true;
                    else if (voice.kind() != Voices.Kind.HEARSAY) breaking.add(voice.key());
                }
            }
            CommitmentState state = state(assured, refused, claimed, confessed, keeping.size(), breaking.size());
            if (history.isEmpty() || history.get(history.size() - 1).state() != state) {
                history.add(new Step(
                        voices.day(part.mention),
                        state,
                        List.of(part.mention.id()),
                        voice.source().stream().toList()));
            }
        }
        Time due = parts.stream()
                .filter(part -> part.kind == Kind.DEMAND || part.kind == Kind.ASSURANCE)
                .map(part -> part.mention.when())
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
                Ids.of('c', first.obligor, first.mention.id()),
                first.obligor,
                parts.stream().flatMap(part -> part.beneficiary.stream()).findFirst(),
                content(first.mention),
                parts.stream()
                        .filter(part -> part.kind == Kind.DEMAND || part.kind == Kind.ASSURANCE)
                        .flatMap(part -> conditions(part.mention))
                        .distinct()
                        .toList(),
                due,
                ids(parts, Kind.DEMAND),
                ids(parts, Kind.ASSURANCE),
                ids(parts, Kind.ACT),
                Stream.concat(ids(parts, Kind.REFUSAL).stream(), ids(parts, Kind.DENIAL).stream())
                        .toList(),
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

    private static List<String> ids(List<Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind == kind)
                .map(part -> part.mention.id())
                .distinct()
                .toList();
    }

    /** From the trigger to the end of its clause. */
    private String content(EventMention mention) {
        String text = voices.text(mention);
        Span trigger = mention.trigger();
        int end = trigger.end();
        while (end < mention.sentence().end() && ",;:.!?”\"\n".indexOf(text.charAt(end)) < 0) end++;
        return text.substring(trigger.start(), end).strip();
    }

    /** Lines by the day of their first step, those without one last; then by id. */
    static List<Commitment> sorted(Stream<Commitment> lines) {
        return lines.sorted(Comparator.comparing(
                                (Commitment line) -> line.history().get(0).day().orElse(LocalDate.MAX))
                        .thenComparing(Commitment::id))
                .toList();
    }
}
