package rapport.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Judgement;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.storyline.Reviewed;
import rapport.storyline.Settings;

/**
 * The record as it stands at one moment: what is stored or removed afterwards does not show here, and nobody who writes
 * waits for it.
 *
 * <p>Streams read while they are consumed and hold one record at a time; each ends with its snapshot, so closing the
 * snapshot is enough. Every order ends in the id, so it is the same each time.
 *
 * <p>Threads: one at a time; open one for each. Costs about a millisecond to open. While one is open the file's -wal grows
 * with what others write, so do not keep it over hours.
 */
public final class Snapshot implements AutoCloseable {

    private final Session session;
    private final Format ifEmpty;
    private @Nullable Review review; // made when first asked for: a snapshot sees one moment

    private Snapshot(Session session, Format ifEmpty) {
        this.session = session;
        this.ifEmpty = ifEmpty;
    }

    /**
     * The record as it stands now, for looking into it alone: it need not be writable, as on a disk that is read-only.
     *
     * @param ifEmpty the format of a record in which nothing is
     * @throws StoreException if there is no such file, it is no record, or of a later version
     */
    public static Snapshot of(Path file, Format ifEmpty) {
        return begin(RecordFile.openToRead(file, RecordStore.PATIENCE), ifEmpty);
    }

    static Snapshot open(Path file, Duration patience, Format ifEmpty) {
        return begin(Session.open(file, patience), ifEmpty);
    }

    static Snapshot begin(Session session, Format ifEmpty) {
        String doing = "reading it";
        try {
            session.execute(doing, "PRAGMA query_only = ON");
            session.execute(doing, "BEGIN");
            session.number(doing, "SELECT count(*) FROM format"); // the moment is that of the first reading
            return new Snapshot(session, ifEmpty);
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    /**
     * What coded the documents and discards. Where versions differ each part names all of them ("0.1.0 | 0.2.0"); if the
     * record is empty, that with which it was opened.
     */
    public Format format() {
        return new FormatTable(session).joined().orElse(ifEmpty);
    }

    /** By day of publication, oldest first, unknown days last; then by id. */
    public Stream<Document> documents() {
        return new DocumentTable(session).byDay();
    }

    public Stream<Document> documentsById() {
        return new DocumentTable(session).byId();
    }

    public Optional<Document> document(String id) {
        return new DocumentTable(session).find(id);
    }

    /** The text of a document, to which the positions of its records refer. */
    public Optional<String> text(String document) {
        return new DocumentTable(session).text(document);
    }

    /** The document last read from this path. */
    public Optional<Document> documentAt(String path) {
        return new DocumentTable(session).keys("", path).stream().findFirst().flatMap(key -> document(key.id()));
    }

    /**
     * Everything read from one document, as reviewers have it: mentions, statements and event mentions in the order of its
     * text.
     */
    public Optional<Coded> coded(String document) {
        return review().coded(document);
    }

    /** The same as the program read it. */
    public Optional<Coded> codedAsRead(String document) {
        return coded(session, document);
    }

    /** The same with all that reviewers say of it. */
    public Optional<Corrected> corrected(String document) {
        return review().corrected(document);
    }

    /** Everything read from all documents, as reviewers have it, by id: all in memory at once. */
    public List<Coded> reports() {
        return reports(this::coded);
    }

    /** The same as the program read it. */
    public List<Coded> reportsAsRead() {
        return reports(this::codedAsRead);
    }

    private List<Coded> reports(Function<String, Optional<Coded>> coded) {
        return new DocumentTable(session)
                .ids().stream().flatMap(id -> coded.apply(id).stream()).toList();
    }

    /**
     * By id of a document, a mark of what was read from it: another than in an earlier snapshot if that has changed. Says nothing
     * of reviewers.
     *
     * <p>Known miss: it may be the same if the document stored last was removed and came back with other records.
     */
    public Map<String, String> marks() {
        return new DocumentTable(session).marks();
    }

    /** Ids of documents that reviewers have made other than they were read, or may have. */
    public Set<String> touched() {
        return review().touched();
    }

    /** Ids of documents of whose text reviewers have said something, in their order. */
    public List<String> correctedDocuments() {
        return review().documents();
    }

    /** All that reviewers have said, by id; what is undone too. */
    public Stream<Correction> corrections() {
        return new CorrectionTable(session).byId();
    }

    /**
     * What reviewers say of one record, oldest first: what is undone too, and an event mention's joins and splits. Empty if
     * there is no such record.
     */
    public List<Correction> correctionsOf(String record) {
        return review().of(record);
    }

    /** The id of the document of a mention, statement or event mention, as read. */
    public Optional<String> documentOf(String record) {
        return new CorrectionTable(session).documentOf(record);
    }

    /** Those that lead to no record that is here now; oldest first. They are kept until one fits again. */
    public List<Correction> unplacedCorrections() {
        return review().unplaced();
    }

    /** Ids of corrections in which reviewers differ, and nobody has settled it. */
    public Set<String> disputedCorrections() {
        return review().disputed();
    }

    /** What reviewers say of which event mentions tell one event, pair by pair. */
    public Map<Reviewed.Pair, Judgement> identity() {
        return review().identity();
    }

    /** The same as {@link rapport.storyline.Together} takes it. */
    public Reviewed reviewed() {
        return review().reviewed();
    }

    /** How its reports are drawn together. */
    public Settings settings() {
        return new SettingTable(session).read();
    }

    /** Everyone whom reviewers take for another, with whom at last. */
    public Map<String, String> sameActors() {
        return review().same().all();
    }

    /** What reviewers say of whom an actor really is, by the id of that actor. */
    public Map<String, Judgement> sameness() {
        return review().same().judgements();
    }

    /** Ids of documents in which any of these actors is named as read, or belongs to one who is. */
    public Set<String> documentsNaming(Collection<String> actors) {
        return Set.copyOf(new CorrectionTable(session).documentsNaming(actors));
    }

    private Review review() {
        if (review == null) review = new Review(session);
        return review;
    }

    static Optional<Coded> coded(Session session, String id) {
        return new DocumentTable(session)
                .find(id)
                .map(document -> new Coded(
                        document,
                        new MentionTable(session).of(id),
                        new StatementTable(session).of(id),
                        new EventMentionTable(session).of(id),
                        new ActorTable(session).of(id),
                        new DiscardTable(session).of(document.path())));
    }

    /** By id, of all documents, as reviewers have them; so are all below that do not say otherwise. */
    public Stream<Mention> mentions() {
        return corrected(mentionsAsRead(), Mention::document, Mention::id, Coded::mentions);
    }

    /** By id, of all documents. */
    public Stream<Mention> mentionsAsRead() {
        return new MentionTable(session).byId();
    }

    /** By id, of all documents. */
    public Stream<Statement> statements() {
        return corrected(statementsAsRead(), Statement::document, Statement::id, Coded::statements);
    }

    /** By id, of all documents. */
    public Stream<Statement> statementsAsRead() {
        return new StatementTable(session).byId();
    }

    /** By id, of all documents. */
    public Stream<EventMention> eventMentions() {
        return corrected(eventMentionsAsRead(), EventMention::document, EventMention::id, Coded::eventMentions);
    }

    /** By id, of all documents. */
    public Stream<EventMention> eventMentionsAsRead() {
        return new EventMentionTable(session).byId();
    }

    public Optional<EventMention> eventMention(String id) {
        return corrected(
                        new EventMentionTable(session).find(id).stream(),
                        EventMention::document,
                        EventMention::id,
                        Coded::eventMentions)
                .findFirst();
    }

    /**
     * What is attributed to any of these actors, as its source: oldest report first, then in the order of the text.
     *
     * @param actors ids, such as a state with all its bodies
     */
    public Stream<Statement> statementsOf(Collection<String> actors) {
        Set<String> sources = Set.copyOf(actors);
        return corrected(
                        new StatementTable(session).ofSources(review().same().standingFor(actors)),
                        Statement::document,
                        Statement::id,
                        Coded::statements)
                .filter(statement -> statement
                        .source()
                        .flatMap(Role::actor)
                        .filter(sources::contains)
                        .isPresent());
    }

    /**
     * Where someone of one side acts on someone of the other, in either direction, or both in a mutual act: oldest report
     * first, then in the order of the text. The day of the event may be another, or unknown.
     *
     * @param one ids, such as a state with all its bodies
     */
    public Stream<EventMention> eventMentionsOf(Collection<String> one, Collection<String> other) {
        Set<String> first = Set.copyOf(one);
        Set<String> second = Set.copyOf(other);
        return corrected(
                        new EventMentionTable(session)
                                .ofPair(
                                        review().same().standingFor(one),
                                        review().same().standingFor(other)),
                        EventMention::document,
                        EventMention::id,
                        Coded::eventMentions)
                .filter(mention -> isBetween(mention, first, second));
    }

    /** One acts on the other, in either direction, or the act is mutual; not if both act on a third. */
    private static boolean isBetween(EventMention mention, Set<String> one, Set<String> other) {
        return isBy(mention.actors(), mention.recipients(), one, other)
                || isBy(mention.recipients(), mention.actors(), one, other)
                || mention.recipients().isEmpty() && isBy(mention.actors(), mention.actors(), one, other);
    }

    private static boolean isBy(List<Role> these, List<Role> those, Set<String> one, Set<String> other) {
        return these.stream()
                .flatMap(role -> role.actor().stream())
                .filter(one::contains)
                .anyMatch(actor -> those.stream()
                        .flatMap(role -> role.actor().stream())
                        .anyMatch(a -> other.contains(a) && !a.equals(actor)));
    }

    /** Each record as reviewers have it; without those that they reject. */
    private <T> Stream<T> corrected(
            Stream<T> asRead, Function<T, String> document, Function<T, String> id, Function<Coded, List<T>> records) {
        return asRead.flatMap(record -> {
            if (!review().touches(document.apply(record))) return Stream.of(record);
            return review().coded(document.apply(record)).stream()
                    .flatMap(coded -> records.apply(coded).stream())
                    .filter(corrected -> id.apply(corrected).equals(id.apply(record)));
        });
    }

    /**
     * By id; each with the names of all documents. With those whom reviewers were the first to name, and without those whom they
     * take for others.
     */
    public Stream<Actor> actors() {
        SameActors same = review().same();
        return actorsAsRead().filter(actor -> !same.isTaken(actor.id())).map(same::with);
    }

    /** The same with everyone as he himself, whomever reviewers take him for. */
    public Stream<Actor> actorsAsRead() {
        Stream<Actor> named = new ActorTable(session).all();
        List<Actor> own = review().ownActors();
        return own.isEmpty() ? named : Stream.concat(named, own.stream()).sorted(Comparator.comparing(Actor::id));
    }

    /** Also one who is taken for another. */
    public Optional<Actor> actor(String id) {
        return review().actor(id);
    }

    /** By id. */
    public Stream<Discard> discards() {
        return new DiscardTable(session).all();
    }

    /**
     * Documents that hold all these words, best match first. Words in quotation marks must stand together; a star after a
     * word stands for any ending. Case and accents make no difference. Without a word there is nothing to be found.
     *
     * <p>Known miss: scripts that put no space between words are found by whole runs only.
     *
     * @param limit at most so many
     */
    public List<Hit> search(String words, int limit) {
        String expression = Marked.expression(words);
        return expression.isEmpty() ? List.of() : new DocumentTable(session).search(expression, limit);
    }

    /** Ids of documents whose statements have no vectors of this model. */
    List<String> withoutVectors(String model) {
        return new VectorTable(session).missing(model);
    }

    /** Statements of the likest vectors, likest first. */
    List<StatementHit> nearest(String model, byte[] vector, int limit) {
        return new VectorTable(session).nearest(model, vector, limit);
    }

    public Counts counts() {
        return counts(session);
    }

    static Counts counts(Session session) {
        String doing = "counting";
        return new Counts(
                session.number(doing, "SELECT count(*) FROM document"),
                session.number(doing, "SELECT count(*) FROM mention"),
                session.number(doing, "SELECT count(*) FROM statement"),
                session.number(doing, "SELECT count(*) FROM event_mention"),
                session.number(doing, "SELECT count(DISTINCT id) FROM actor"),
                session.number(doing, "SELECT count(*) FROM discard"));
    }

    @Override
    public void close() {
        session.close();
    }
}
