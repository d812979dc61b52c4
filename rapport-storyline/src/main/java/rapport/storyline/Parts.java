package rapport.storyline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.QuadClass;
import rapport.ontology.StatementKind;
import rapport.record.EventMention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * Reads in event mentions what is asked, undertaken, refused, done and not done.
 *
 * <p>A demanded act is asked of its actor, a promised one undertaken by him; so is what is asked or undertaken not to be done. All
 * acts of one statement with one obligor are one part. Where no act was read, the words that ask or undertake stand for it, with the
 * one who is asked or who undertakes. What another must do first ("if", "once", "in return for") is asked of him.
 *
 * <p>Known miss: a statement of which neither an act nor the verbal act was read.
 */
final class Parts {

    /** In a threat these ask that it be done: "unless he is freed", "if he is not freed". */
    private static final Pattern IF_NOT = Pattern.compile(
            "^(?:unless|until)\\b|\\b(?:not|never|no|fails?|failed|refuses?|refused)\\b|n[’']t\\b",
            Pattern.CASE_INSENSITIVE);

    /** Of one act: what it is to the ledger, and whether it is not to be done. */
    private record Sense(Part.Kind kind, boolean isForborne, boolean isSpoken) {

        Sense(Part.Kind kind) {
            this(kind, false, false);
        }
    }

    private final Voices voices;
    private final Sentences sentences;
    private final List<EventMention> inOrder;
    private final Map<String, List<EventMention>> byStatement = new HashMap<>();

    /** @param inOrder event mentions of one storyline, oldest report first, then in the order of the text */
    Parts(Voices voices, List<EventMention> inOrder) {
        this.voices = voices;
        this.sentences = new Sentences(voices, inOrder);
        this.inOrder = inOrder;
        for (EventMention mention : inOrder) {
            mention.attribution()
                    .ifPresent(id -> byStatement
                            .computeIfAbsent(id, i -> new ArrayList<>())
                            .add(mention));
        }
    }

    /** In the order of their first mentions. */
    List<Part> all() {
        Map<List<Object>, Part> parts = new LinkedHashMap<>();
        for (EventMention mention : inOrder) {
            for (Sense sense : senses(mention)) {
                for (String obligor : obligors(mention, sense)) {
                    if (isOrder(mention, sense, obligor)) continue;
                    Part part = part(mention, sense, obligor);
                    parts.merge(key(part), part, Parts::together);
                }
            }
        }
        return List.copyOf(parts.values());
    }

    /** One part is made of the acts of one statement, or, of no statement, of one sentence; acts that are done stand each for itself. */
    private static List<Object> key(Part part) {
        EventMention first = part.first();
        Object place = first.id();
        if (part.opens() && first.attribution().isPresent())
            place = first.attribution().get();
        else if (part.opens() && !part.isSpoken()) place = first.sentence();
        return List.of(first.document(), place, part.kind(), part.obligor(), part.isForborne(), part.isSpoken());
    }

    private static Part together(Part one, Part more) {
        return new Part(
                one.kind(),
                Stream.concat(one.mentions().stream(), more.mentions().stream()).toList(),
                one.obligor(),
                one.beneficiary().or(more::beneficiary),
                one.isForborne(),
                one.isSpoken(),
                one.content());
    }

    private Part part(EventMention mention, Sense sense, String obligor) {
        return new Part(
                sense.kind(),
                List.of(mention),
                obligor,
                beneficiary(mention, sense, obligor),
                sense.isForborne(),
                sense.isSpoken(),
                sense.isSpoken()
                        ? opened(mention).map(Parts::longest).orElse(mention.trigger())
                        : words(mention, sense));
    }

    /** Of what is not to be done the words that say "not" are part, and these stand before the act. */
    private Span words(EventMention mention, Sense sense) {
        return said(mention).filter(content -> sense.isForborne()).orElseGet(() -> clause(mention));
    }

    /** The words of a statement in which an act stands. */
    private Optional<Span> said(EventMention mention) {
        return voices.statement(mention).stream()
                .flatMap(said -> said.content().stream())
                .filter(content -> content.contains(mention.trigger()))
                .findFirst();
    }

    private static Span longest(Statement statement) {
        return statement.content().stream()
                .max(Comparator.comparingInt(Span::length))
                .orElseThrow();
    }

    /** What is spoken of: from the trigger to the end of its clause, or of what is said in it. */
    private Span clause(EventMention mention) {
        String text = voices.text(mention);
        int most = said(mention).map(Span::end).orElse(mention.sentence().end());
        int end = mention.trigger().end();
        while (end < most && ",;:.!?”\"\n".indexOf(text.charAt(end)) < 0) end++;
        return new Span(mention.trigger().start(), end);
    }

    private List<Sense> senses(EventMention mention) {
        return Stream.concat(act(mention).stream(), spoken(mention).stream()).toList();
    }

    private Optional<Sense> act(EventMention mention) {
        Optional<Statement> statement = voices.statement(mention);
        boolean isUndone = statement
                .filter(said -> said.negated()
                        || said.kind() == StatementKind.DENIAL
                        || said.kind() == StatementKind.THREAT
                        || said.kind() == StatementKind.WARNING)
                .isPresent();
        return switch (mention.modality()) {
            case DEMANDED ->
                isOwn(mention) && !isAsking(statement)
                        ? Optional.empty() // "will complain to the council" is asked of nobody
                        : Optional.of(new Sense(Part.Kind.DEMAND));
            case PROMISED ->
                isUndone || statement.isEmpty() && !isAgreed(mention)
                        ? Optional.empty() // that anybody undertook it, no word says
                        : Optional.of(new Sense(Part.Kind.ASSURANCE));
            case PLANNED -> isUndertaken(mention) ? Optional.of(new Sense(Part.Kind.ASSURANCE)) : Optional.empty();
            case HYPOTHETICAL -> hypothetical(mention, statement);
            case OCCURRED, ONGOING -> Optional.of(new Sense(Part.Kind.ACT));
            case DENIED -> Optional.of(new Sense(Part.Kind.DENIAL));
        };
    }

    private Optional<Sense> hypothetical(EventMention mention, Optional<Statement> statement) {
        if (sentences.beside(mention, EventType.REJECT).anyMatch(refusal -> sentences.sharesActor(refusal, mention)))
            return Optional.of(new Sense(Part.Kind.REFUSAL));
        boolean isNegated = statement.filter(Statement::negated).isPresent();
        if (isNegated && isAsking(statement) && !isOwn(mention))
            return Optional.of(new Sense(Part.Kind.DEMAND, true, false));
        if (isNegated
                && isUndertaking(statement)
                && sentences
                        .beside(mention, EventType.AGREE)
                        .anyMatch(agreed -> sentences.sharesActor(agreed, mention)
                                || mention.actors().isEmpty() && isOpenedBy(agreed, mention)))
            return Optional.of(new Sense(Part.Kind.ASSURANCE, true, false));
        Optional<String> condition = sentences.condition(mention);
        if (condition.isEmpty() || isOwn(mention)) return Optional.empty();
        if (statement.filter(said -> said.kind() == StatementKind.THREAT).isPresent())
            return Optional.of(
                    new Sense(Part.Kind.DEMAND, !IF_NOT.matcher(condition.get()).find(), false));
        return isWelcome(mention.eventType())
                        && sentences.undertakenBeside(mention).anyMatch(other -> other.modality() != Modality.DEMANDED)
                ? Optional.of(new Sense(Part.Kind.DEMAND))
                : Optional.empty();
    }

    /** "If Graustark attacks, Ruritania will help" asks nobody to attack. */
    private static boolean isWelcome(EventType type) {
        return type.quadClass() == QuadClass.VERBAL_COOPERATION || type.quadClass() == QuadClass.MATERIAL_COOPERATION;
    }

    /** Whether the same sentence tells that one of those who act agreed to something. */
    private boolean isAgreed(EventMention mention) {
        return sentences.beside(mention, EventType.AGREE).anyMatch(agreed -> sentences.sharesActor(agreed, mention));
    }

    private static boolean isAsking(Optional<Statement> statement) {
        return statement
                .filter(said -> said.kind().acts().contains(EventType.REQUEST))
                .isPresent();
    }

    private static boolean isUndertaking(Optional<Statement> statement) {
        return statement
                .filter(said -> said.kind().acts().contains(EventType.AGREE))
                .isPresent();
    }

    /** Whether the one who says it is among those who act. */
    private boolean isOwn(EventMention mention) {
        return voices.voice(mention).isSelf();
    }

    /** "Will withdraw", said by the one who is to withdraw, as a commitment. */
    private boolean isUndertaken(EventMention mention) {
        return isOwn(mention)
                && voices.statement(mention)
                        .map(Statement::kind)
                        .filter(StatementKind.COMMITMENT::equals)
                        .isPresent();
    }

    /** A verbal act that has happened, of which the act was not read. */
    private Optional<Sense> spoken(EventMention mention) {
        if (mention.modality() != Modality.OCCURRED && mention.modality() != Modality.ONGOING) return Optional.empty();
        Optional<Statement> opened = opened(mention).filter(said -> saysWhat(mention, said));
        return switch (mention.eventType()) {
            case REQUEST ->
                opened.filter(said -> said.kind().acts().contains(EventType.REQUEST) && saysNoAct(said))
                        .map(said -> new Sense(Part.Kind.DEMAND, said.negated(), true));
            case AGREE ->
                opened.filter(said -> said.kind().acts().contains(EventType.AGREE) && saysNoAct(said))
                        .map(said -> new Sense(Part.Kind.ASSURANCE, said.negated(), true));
            case REJECT ->
                sentences
                                .inSentence(mention)
                                .noneMatch(other -> other.modality() == Modality.HYPOTHETICAL
                                        && sentences.sharesActor(other, mention))
                        ? Optional.of(new Sense(Part.Kind.REFUSAL, false, true))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** One word of content ("asked them to") says not what is asked or undertaken, nor do words that break off ("agreed on a series of"). */
    private boolean saysWhat(EventMention mention, Statement said) {
        String words = longest(said).in(voices.text(mention)).strip();
        return words.contains(" ") && !words.endsWith(" of");
    }

    /** That of which it is the cue; or, if its cue is another or none, that in which it stands. */
    private Optional<Statement> opened(EventMention mention) {
        return voices.opened(mention)
                .or(() -> voices.statement(mention).filter(said -> said.cue().isEmpty() && isOwn(mention)));
    }

    /** No act that is asked for or undertaken in it, nor one that could be. */
    private boolean saysNoAct(Statement statement) {
        return byStatement.getOrDefault(statement.id(), List.of()).stream()
                .allMatch(mention -> voices.opened(mention).isPresent()
                        || mention.modality() == Modality.OCCURRED
                        || mention.modality() == Modality.ONGOING
                        || mention.modality() == Modality.DENIED);
    }

    /** Of a joint act the one who undertakes it; nobody is asked by himself if others are. */
    private Set<String> obligors(EventMention mention, Sense sense) {
        if (sense.isSpoken() && sense.kind() == Part.Kind.DEMAND) return asked(mention);
        List<Role> actors = mention.actors();
        if (sense.kind() == Part.Kind.DEMAND) {
            Set<Optional<String>> askers = sentences
                    .beside(mention, EventType.REQUEST)
                    .flatMap(request -> request.actors().stream().map(Role::actor))
                    .collect(Collectors.toSet());
            actors = actors.stream()
                    .filter(role -> !askers.contains(role.actor()))
                    .toList();
        }
        Set<String> acting = voices.tops(actors, mention);
        if (acting.isEmpty()) return unnamed(mention, sense);
        if (acting.size() < 2 || sense.isSpoken()) return acting;
        Set<String> speaking =
                actorsOf(verbal(sense).stream().flatMap(type -> sentences.beside(mention, type)), mention);
        Set<String> some = new TreeSet<>(acting);
        if (sense.kind() == Part.Kind.DEMAND) some.removeAll(speaking);
        else if (!speaking.isEmpty()) some.retainAll(speaking);
        return some.isEmpty() ? acting : some;
    }

    /** A state's order to its own brigades, or what its minister asks of his government, is no matter between two. */
    private boolean isOrder(EventMention mention, Sense sense, String obligor) {
        if (sense.kind() != Part.Kind.DEMAND) return false;
        Set<String> asking = actorsOf(sentences.beside(mention, EventType.REQUEST), mention);
        if (sense.isSpoken()) asking.addAll(voices.tops(mention.actors(), mention));
        voices.voice(mention)
                .source()
                .map(source -> voices.top(source, mention))
                .ifPresent(asking::add);
        return asking.equals(Set.of(obligor));
    }

    private static Optional<EventType> verbal(Sense sense) {
        return switch (sense.kind()) {
            case DEMAND -> Optional.of(EventType.REQUEST);
            case ASSURANCE -> Optional.of(EventType.AGREE);
            case REFUSAL -> Optional.of(EventType.REJECT);
            case ACT, DENIAL -> Optional.empty();
        };
    }

    /** "Asked Ruritania that they be freed": of an act whose actor is not told or not known, whom the verbal act of its statement binds. */
    private Set<String> unnamed(EventMention mention, Sense sense) {
        if (mention.attribution().isEmpty() || verbal(sense).isEmpty()) return Set.of();
        Set<String> bound = new TreeSet<>();
        sentences
                .beside(mention, verbal(sense).get())
                .filter(other -> isOpenedBy(other, mention))
                .forEach(other -> bound.addAll(
                        sense.kind() == Part.Kind.DEMAND ? asked(other) : voices.tops(other.actors(), other)));
        return bound;
    }

    /** Whether a verbal act is the cue of the statement in which an act stands. */
    private boolean isOpenedBy(EventMention verbal, EventMention mention) {
        return voices.opened(verbal).map(Statement::id).equals(mention.attribution());
    }

    /** Nobody if it is not known who asks: the two are easily mistaken for each other. */
    private Set<String> asked(EventMention request) {
        Set<String> asking = voices.tops(request.actors(), request);
        Set<String> asked = new TreeSet<>(voices.tops(request.recipients(), request));
        asked.removeAll(asking);
        return asking.isEmpty() ? Set.of() : asked;
    }

    private Set<String> actorsOf(Stream<EventMention> verbal, EventMention mention) {
        Set<String> actors = new TreeSet<>();
        verbal.forEach(other -> actors.addAll(voices.tops(other.actors(), mention)));
        return actors;
    }

    /** Statements that say what must be done first, or what is given in return. */
    Stream<String> conditions(Part part) {
        return part.mentions().stream().flatMap(sentences::conditions).distinct();
    }

    /** Who asks, or to whom it is undertaken: told by the verbal act in the same sentence, else by the statement or the act itself. */
    private Optional<String> beneficiary(EventMention mention, Sense sense, String obligor) {
        boolean isAsked = sense.kind() == Part.Kind.DEMAND;
        Stream<String> spoken = sense.isSpoken() ? voices.tops(mention.actors(), mention).stream() : Stream.empty();
        Stream<String> asking = actorsOf(sentences.beside(mention, EventType.REQUEST), mention).stream();
        Stream<String> undertaken = sentences
                .beside(mention, EventType.AGREE)
                .flatMap(agreed -> Stream.concat(
                        voices.tops(agreed.recipients(), mention).stream(),
                        voices.tops(agreed.actors(), mention).stream()));
        Stream<String> speaking = isAsked
                ? voices.voice(mention).source().map(source -> voices.top(source, mention)).stream()
                : Stream.empty();
        Stream<String> promising = mention.modality() == Modality.HYPOTHETICAL
                ? sentences.undertakenBeside(mention).flatMap(other -> voices.tops(other.actors(), mention).stream())
                : Stream.empty();
        Stream<String> actedOn = voices.tops(mention.recipients(), mention).stream();
        return Stream.of(spoken, isAsked ? asking : undertaken, promising, speaking, actedOn)
                .flatMap(stream -> stream)
                .filter(id -> !id.equals(obligor))
                .findFirst();
    }
}
