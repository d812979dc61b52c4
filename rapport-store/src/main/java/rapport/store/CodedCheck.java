package rapport.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Place;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * The door of the record: what must hold of everything read from one document, so that no line of a record points at words
 * or actors that are not there. Messages name the document by id and quote none of its text.
 */
final class CodedCheck {

    private final Coded coded;
    private final Document document;

    /** Ids of actors that the records name. */
    private final Set<String> named = new LinkedHashSet<>();

    private CodedCheck(Coded coded) {
        this.coded = coded;
        this.document = coded.document();
    }

    /**
     * The same in the order in which the record gives it back, with the actors that the records name, and those that such
     * an actor belongs to or held office of.
     *
     * @throws IllegalArgumentException if it is not of one piece, with the document's id
     */
    static Coded require(Coded coded) {
        return new CodedCheck(coded).checked();
    }

    private Coded checked() {
        requireText();
        requireIds(coded.mentions(), Mention::id, Mention::document);
        requireIds(coded.statements(), Statement::id, Statement::document);
        requireIds(coded.eventMentions(), EventMention::id, EventMention::document);
        Set<String> statements = coded.statements().stream().map(Statement::id).collect(Collectors.toSet());

        document.published().text().ifPresent(span -> requireSpan("document", span));
        coded.mentions().forEach(this::check);
        coded.statements().forEach(statement -> check(statement, statements));
        coded.eventMentions().forEach(eventMention -> check(eventMention, statements));
        List<Discard> discards = coded.discards().stream().map(this::checked).toList();
        return new Coded(
                document,
                sorted(coded.mentions(), Comparator.comparing(Mention::span).thenComparing(Mention::id)),
                sorted(
                        coded.statements(),
                        Comparator.comparing(Statement::sentence).thenComparing(Statement::id)),
                sorted(
                        coded.eventMentions(),
                        Comparator.comparing(EventMention::sentence)
                                .thenComparing(mention -> mention.trigger().start())
                                .thenComparing(EventMention::id)),
                actors(),
                sorted(discards, Comparator.comparing(Discard::id)));
    }

    private void requireText() {
        String text = document.text();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) i++;
            else if (Character.isSurrogate(text.charAt(i))) throw wrong("its text has half a surrogate pair at " + i);
        }
    }

    private <T> void requireIds(List<T> records, Function<T, String> id, Function<T, String> of) {
        Set<String> seen = new HashSet<>();
        for (T one : records) {
            if (!seen.add(id.apply(one))) throw wrong(id.apply(one) + " stands in it twice");
            if (!of.apply(one).equals(document.id())) throw wrong(id.apply(one) + " is of document " + of.apply(one));
        }
    }

    private void check(Mention mention) {
        requireSpan(mention.id(), mention.span());
        mention.actor().ifPresent(named::add);
    }

    private void check(Statement statement, Set<String> statements) {
        String id = statement.id();
        requireSpan(id, statement.sentence());
        statement.source().ifPresent(source -> check(id, source));
        statement.cue().ifPresent(cue -> requireSpan(id, cue));
        statement.content().forEach(span -> requireSpan(id, span));
        statement.addressee().ifPresent(named::add);
        named.addAll(statement.about());
        requireStatement(id, statement.within(), statements);
        requireScore(id, statement.score());
    }

    private void check(EventMention mention, Set<String> statements) {
        String id = mention.id();
        requireSpan(id, mention.sentence());
        requireSpan(id, mention.trigger());
        mention.actors().forEach(role -> check(id, role));
        mention.recipients().forEach(role -> check(id, role));
        mention.when().text().ifPresent(span -> requireSpan(id, span));
        mention.place().map(Place::span).ifPresent(span -> requireSpan(id, span));
        mention.quantities().stream().map(Quantity::text).forEach(span -> requireSpan(id, span));
        requireStatement(id, mention.attribution(), statements);
        requireScore(id, mention.score());
    }

    private void check(String id, Role role) {
        requireSpan(id, role.span());
        role.actor().ifPresent(named::add);
    }

    private Discard checked(Discard discard) {
        boolean ofDocument = discard.document().map(document.id()::equals).orElse(true)
                && discard.path().map(document.path()::equals).orElse(true);
        if (!ofDocument) throw wrong(discard.id() + " is of another document");
        discard.span().ifPresent(span -> requireSpan(discard.id(), span));
        return new Discard(
                discard.id(),
                discard.document(),
                Optional.of(document.path()),
                discard.stage(),
                discard.reason(),
                discard.span());
    }

    private void requireSpan(String id, Span span) {
        String text = document.text();
        boolean inside = span.end() <= text.length();
        if (!inside || splitsPair(text, span.start()) || splitsPair(text, span.end())) {
            throw wrong(id + " stands at " + span.start() + " to " + span.end() + ", its text ends at " + text.length()
                    + (inside ? ", and that splits a surrogate pair" : ""));
        }
    }

    private static boolean splitsPair(String text, int position) {
        return position > 0
                && position < text.length()
                && Character.isLowSurrogate(text.charAt(position))
                && Character.isHighSurrogate(text.charAt(position - 1));
    }

    private void requireStatement(String id, Optional<String> statement, Set<String> statements) {
        statement.filter(s -> !statements.contains(s)).ifPresent(s -> {
            throw wrong(id + " stands in statement " + s + ", which is not in it");
        });
    }

    private void requireScore(String id, double score) {
        if (!(score >= 0 && score <= 1)) throw wrong(id + " has score " + score + ", need 0 to 1");
    }

    private List<Actor> actors() {
        Map<String, Actor> given = new HashMap<>();
        for (Actor actor : coded.actors()) {
            if (given.put(actor.id(), actor) != null) throw wrong(actor.id() + " stands in it twice");
        }
        for (String id : named) {
            if (!given.containsKey(id)) throw wrong("its records name actor " + id + ", which is not in it");
        }
        Map<String, Actor> kept = new HashMap<>();
        Collection<String> next = named;
        while (!next.isEmpty()) {
            List<Actor> reached = next.stream()
                    .distinct()
                    .filter(id -> given.containsKey(id) && !kept.containsKey(id))
                    .map(given::get)
                    .toList();
            reached.forEach(actor -> kept.put(actor.id(), actor));
            next = reached.stream().flatMap(CodedCheck::above).toList();
        }
        return sorted(kept.values(), Comparator.comparing(Actor::id));
    }

    /** What it belongs to or held office of. */
    private static Stream<String> above(Actor actor) {
        return Stream.concat(
                actor.partOf().stream().map(Actor.Membership::actor),
                actor.offices().stream().map(Actor.Office::of));
    }

    private static <T> List<T> sorted(Collection<T> values, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return sorted;
    }

    private IllegalArgumentException wrong(String found) {
        return new IllegalArgumentException("document " + document.id() + ": " + found);
    }
}
