package rapport.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.store.Hit;
import rapport.store.Snapshot;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Selection;
import rapport.storyline.Settings;
import rapport.storyline.Together;

/**
 * The record as it stood at one moment: its reports, what they say together, and look-ups by id.
 *
 * <p>Threads: immutable but for what is worked out when it is first asked for; all threads of the server read the same one. Costs the time and memory of {@link Together#of}, once
 * for each state of the record.
 */
public final class Edition {

    static final Comparator<Coded> BY_DAY = Comparator.comparing(
                    (Coded coded) -> coded.document().published().earliest().orElse(LocalDate.MAX))
            .thenComparing(coded -> coded.document().id());

    private final Format format;
    private final Settings settings;
    private final Function<String, List<Hit>> search;
    private final ByMeaning.Search meaning;
    private final List<Coded> reports;
    private final Together together;
    private final Dyads dyads;
    private final List<Dyad> months;
    private final List<Discard> discards;
    private final Actors actors;
    private final Corrections corrections;
    private final Map<String, Coded> byDocument = new HashMap<>();
    private final Map<String, EventMention> mentions = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final Map<String, Event> byMention = new HashMap<>();
    private final Map<String, Commitment> commitments = new HashMap<>();
    private final Map<String, Storyline> storylines = new HashMap<>();
    private final Map<String, Storyline> byReport = new HashMap<>();
    private final Indexes indexes;
    private final Figures figures;
    private @Nullable ReviewQueue queue; // made when first asked for

    private Edition(
            Snapshot snapshot,
            Collection<Coded> coded,
            Together together,
            Function<String, List<Hit>> search,
            ByMeaning.Search meaning) {
        this.search = search;
        this.meaning = meaning;
        format = snapshot.format();
        settings = snapshot.settings();
        this.together = together;
        reports = coded.stream().sorted(BY_DAY).toList();
        actors = new Actors(snapshot);
        try (Stream<Discard> all = snapshot.discards()) {
            discards = all.toList();
        }
        dyads = new Dyads(reports, together);
        months = List.copyOf(dyads.all(Period.MONTH));
        for (Coded report : reports) {
            byDocument.put(report.document().id(), report);
            report.eventMentions().forEach(mention -> mentions.put(mention.id(), mention));
            report.statements().forEach(statement -> statements.put(statement.id(), statement));
        }
        for (Event event : together.events()) {
            events.put(event.id(), event);
            event.eventMentions().forEach(mention -> byMention.put(mention, event));
        }
        together.ledger().forEach(line -> commitments.put(line.id(), line));
        for (Storyline storyline : together.storylines()) {
            storylines.put(storyline.id(), storyline);
            storyline.documents().forEach(document -> byReport.put(document, storyline));
        }
        corrections = Corrections.of(snapshot, reports);
        indexes = Indexes.of(this);
        figures = Figures.of(this);
    }

    /**
     * @param search finds words in the record's texts, best first; may know reports that this edition does not
     * @param meaning finds statements; the same holds for it
     */
    public static Edition of(Snapshot snapshot, Function<String, List<Hit>> search, ByMeaning.Search meaning) {
        List<Coded> reports = snapshot.reports();
        return of(snapshot, reports, Together.of(reports, snapshot.settings(), snapshot.reviewed()), search, meaning);
    }

    /**
     * The same if it is known what the reports say together.
     *
     * @param reports all of the snapshot, as reviewers have them
     */
    static Edition of(
            Snapshot snapshot,
            Collection<Coded> reports,
            Together together,
            Function<String, List<Hit>> search,
            ByMeaning.Search meaning) {
        return new Edition(snapshot, reports, together, search, meaning);
    }

    // ---- all of a kind

    public Format format() {
        return format;
    }

    /** How its reports were drawn together. */
    public Settings settings() {
        return settings;
    }

    /** Oldest first, those without a day last. */
    public List<Coded> reports() {
        return reports;
    }

    public Together together() {
        return together;
    }

    /** By month, of all that did something to each other, each at its topmost. */
    public List<Dyad> months() {
        return months;
    }

    /** The series between two sides, of these events alone. */
    public Series series(Side actor, Side recipient, Period unit, Collection<Event> of) {
        List<Dyad> periods = dyads.series(
                of,
                actor.ids(),
                actor.actor().id(),
                recipient.ids(),
                recipient.actor().id(),
                unit,
                Selection.ALL);
        return new Series(periods, periods.stream().map(dyads::band).toList(), dyads.turningPoints(periods));
    }

    /** The day by which a series places an event. */
    Optional<LocalDate> day(Event event) {
        return dyads.day(event);
    }

    /** What reviewers have said. */
    public Corrections corrections() {
        return corrections;
    }

    /** What they should look at next. Worked out when somebody asks first, since pages but those of reviewers do without. */
    synchronized ReviewQueue queue() {
        ReviewQueue known = queue;
        if (known == null) known = new ReviewQueue(reports, corrections, together, actors);
        queue = known;
        return known;
    }

    public List<Discard> discards() {
        return discards;
    }

    public Collection<Actor> actors() {
        return actors.all();
    }

    /** Look-ups of actors. */
    Actors who() {
        return actors;
    }

    public Set<String> outlets() {
        return figures.outlets();
    }

    /** All of it by what it is about. */
    Indexes indexes() {
        return indexes;
    }

    /** What pages show of the whole record. */
    Figures figures() {
        return figures;
    }

    /** Reports that hold all these words, best first. */
    public List<Hit> search(String words) {
        return search.apply(words).stream()
                .filter(hit -> byDocument.containsKey(hit.document()))
                .toList();
    }

    /** Statements that mean something like this, likest first; some may not be in this edition. */
    ByMeaning byMeaning(String question, int limit) {
        return meaning.of(question, limit);
    }

    // ---- by id

    /** @throws Declined if there is none; so do the others */
    public Coded report(String id) {
        return require(byDocument, id, "report", "/reports");
    }

    /** The same with what reviewers have rejected in it. */
    public Coded asReviewed(String id) {
        return corrections.everything(id).orElseGet(() -> report(id));
    }

    public Document document(String id) {
        return report(id).document();
    }

    public Event event(String id) {
        return require(events, id, "event", "/timeline");
    }

    public EventMention mention(String id) {
        return require(mentions, id, "event mention", "/timeline");
    }

    public Storyline storyline(String id) {
        return require(storylines, id, "storyline", "/storylines");
    }

    public Commitment commitment(String id) {
        return require(commitments, id, "line of the ledger", "/ledger");
    }

    private static <T> T require(Map<String, T> all, String id, String kind, String list) {
        T found = all.get(id);
        if (found != null) return found;
        throw Declined.notFound("found \"" + id + "\", expected the id of a " + kind + " in the record. " + list
                + " lists them; reading a report again may have given it another.");
    }

    public boolean hasEvent(String id) {
        return events.containsKey(id);
    }

    /** @param mention id of an event mention, which may be none of this edition */
    public Optional<Event> eventOf(String mention) {
        return Optional.ofNullable(byMention.get(mention));
    }

    /** Lines of the ledger that rest on it, in their order. */
    List<Commitment> linesOf(Event event) {
        return indexes.parts().about(event.eventMentions());
    }

    public Optional<Statement> statement(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    public Optional<Storyline> storylineOf(Document document) {
        return Optional.ofNullable(byReport.get(document.id()));
    }

    /** Who is taken for another is found as that other. */
    public Optional<Actor> actor(String id) {
        return actors.find(id);
    }

    /** The id of the one who is called so. */
    public String idOf(String idOrName) {
        return actors.idOf(idOrName);
    }

    /** The name that pages show; the id of one whom no report names. */
    public String name(String actor) {
        return actors.name(actor);
    }

    /** The name if it is known who it is, else the words of the text. */
    public String name(Role role, Document document) {
        return role.actor().map(this::name).orElseGet(() -> role.span().in(document.text()));
    }

    public String text(EventMention mention) {
        return document(mention.document()).text();
    }

    // ---- who belongs to whom

    /**
     * An actor with all that belong to it.
     *
     * @param ids its own first
     */
    public record Side(Actor actor, Set<String> ids) {
        public boolean has(String id) {
            return ids.contains(id);
        }

        public boolean actsIn(Event event) {
            return !Collections.disjoint(ids, event.actors());
        }

        public boolean isActedOnIn(Event event) {
            return !Collections.disjoint(ids, event.recipients());
        }
    }

    /** @throws Declined if nobody, or more than one, is called so */
    public Side side(String idOrName) {
        return actors.side(actors.require(idOrName));
    }

    /** Events between two sides, in either direction or in a mutual act; by day. */
    public List<Event> between(Side one, Side other) {
        List<Event> found = new ArrayList<>();
        Side rarer = indexes.parties().count(one.ids()) <= indexes.parties().count(other.ids()) ? one : other;
        for (Event event : indexes.parties().about(rarer.ids())) {
            boolean mutual = event.recipients().isEmpty() && one.actsIn(event) && other.actsIn(event);
            if (mutual
                    || one.actsIn(event) && other.isActedOnIn(event)
                    || other.actsIn(event) && one.isActedOnIn(event)) found.add(event);
        }
        return found;
    }
}
