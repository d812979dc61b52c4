package rapport.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.record.Correction.Kind;

/**
 * What waits for a reviewer, and by which way he goes through it.
 *
 * @param accounts names of all who may sign in; empty where there are no accounts
 */
public record Waiting(Edition edition, Reviewer reviewer, Way way, List<String> accounts) {

    public Waiting {
        accounts = List.copyOf(accounts);
    }

    /** Where a record stands. */
    public record Place(String id, String document) {}

    /** The first that waits behind a record; empty for somebody whose name is not known. */
    public Optional<Place> next(String after) {
        return reviewer.isNamed() ? edition.queue().next(reviewer.name(), way, after) : Optional.empty();
    }

    /** All of them, in the order in which he is led through them. */
    public Rows<Place> rows(Query query) {
        return Rows.of(edition.queue().all(reviewer.name(), way).toList(), query);
    }

    /** How many he has not judged. */
    public int all() {
        return edition.queue().waiting(reviewer.name(), way);
    }

    /** How many of these somebody else has. */
    public int second() {
        return edition.queue().waitingSecond(reviewer.name(), way);
    }

    /** How many he is asked for his opinion on. */
    public int asked() {
        return edition.queue().waitingAsked(reviewer.name(), way);
    }

    /** Whom he may ask: all who have an account, or where there are none whoever has said something or been asked. */
    public List<String> colleagues() {
        List<String> all = accounts.isEmpty() ? edition.corrections().people() : accounts;
        return all.stream().filter(name -> !name.equals(reviewer.name())).toList();
    }

    /** A kind of record that one can go through alone, or all of them. */
    public record Choice(String name, int waiting, String address, boolean isChosen) {

        /** The value of aria-current; a template leaves an attribute out if it is null. */
        public @org.jspecify.annotations.Nullable String current() {
            return isChosen ? "true" : null;
        }
    }

    public List<Choice> choices() {
        Map<String, Optional<Kind>> kinds = new LinkedHashMap<>();
        kinds.put("all", Optional.empty());
        kinds.put("events", Optional.of(Kind.EVENT_MENTION));
        kinds.put("statements", Optional.of(Kind.STATEMENT));
        kinds.put("mentions", Optional.of(Kind.MENTION));
        return kinds.entrySet().stream()
                .map(entry -> choice(entry.getKey(), way.of(entry.getValue())))
                .toList();
    }

    private Choice choice(String name, Way of) {
        Waiting waiting = new Waiting(edition, reviewer, of, accounts);
        return new Choice(
                name,
                of.isSecond() ? waiting.second() : waiting.all(),
                of.first(),
                of.kind().equals(way.kind()));
    }
}
