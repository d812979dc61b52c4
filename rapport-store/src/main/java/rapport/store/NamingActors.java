package rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Actor;
import rapport.record.Coded;

/** Whom reviewers name: somebody of the record, or one whom nobody knew yet. */
final class NamingActors {

    private final Review review;

    NamingActors(Review review) {
        this.review = review;
    }

    /**
     * The value in the one form in which it is kept. One who is in no report, but only in what reviewers say, is written out each
     * time: if one of them is undone, the others still say who he is.
     */
    Optional<String> value(Coded coded, Optional<JsonNode> given) {
        if (given.isEmpty()) return Optional.empty();
        List<Actor> written = new ArrayList<>();
        Optional<String> id = new Values(coded).actor(given, written::add);
        if (written.isEmpty()) {
            id.ifPresent(actor -> require(coded, actor));
            return id.flatMap(review::ownActor).map(FieldForm::actor).or(() -> FieldForm.text(id));
        }
        Actor actor = written.get(0);
        Submitting.name(actor.name());
        if (!actor.id().matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new FieldForm.Wrong(
                    FieldForm.code(actor.id()), "an id of small letters, digits, hyphens and full stops");
        }
        Optional<Actor> known = known(coded, actor.id());
        if (known.isPresent() && !given.get().has("id")) requireSame(known.get(), actor.name());
        return Optional.of(review.ownActor(actor.id())
                .map(FieldForm::actor)
                .orElseGet(() -> known.isPresent() ? FieldForm.code(actor.id()) : FieldForm.actor(actor)));
    }

    /** The id was made from the name: it must not lead to somebody else. */
    private static void requireSame(Actor known, String name) {
        if (Stream.concat(Stream.of(known.name()), known.names().stream()).anyMatch(name::equalsIgnoreCase)) return;
        throw new FieldForm.Wrong(
                FieldForm.code(name) + ", whose id would be " + FieldForm.code(known.id()) + ", that of "
                        + FieldForm.code(known.name()),
                "another name, or an id beside it");
    }

    void require(Coded coded, String id) {
        if (known(coded, id).isPresent()) return;
        throw new FieldForm.Wrong(
                "no actor " + FieldForm.code(id),
                "the id of an actor in the record, or {\"id\", \"name\", \"kind\"} for a mention of a new one");
    }

    private Optional<Actor> known(Coded coded, String id) {
        return coded.actors().stream()
                .filter(actor -> actor.id().equals(id))
                .findFirst()
                .or(() -> review.actor(id));
    }
}
