package rapport.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Format;
import rapport.storyline.Setting;
import rapport.storyline.Settings;

/**
 * Keeps what was read from documents in one file, and finds it again.
 *
 * <p>The schema's idea: every row hangs from its document ({@code document}), what was read from it ({@code mention},
 * {@code statement}, {@code event_mention} with {@code event_role}) as well as which actors it names ({@code naming},
 * {@code actor}). So a document comes and goes in one transaction, and nothing of it stays behind: neither in the
 * full-text index nor, once this is closed, in the bytes of the file. {@code discard} holds what was not coded and why,
 * {@code format} what coded each document, {@code setting} how they are drawn together. Only {@code correction}, what reviewers say, hangs from a place in a text, and stays when
 * that is read again. A document is known by its <b>path</b>: whatever is read from a path replaces
 * what was read from it before. Two files with the same path, as relative to what was given to {@code read}, are therefore
 * one to the record.
 *
 * <p>One SQLite file with a write-ahead log; what is stored is on the disk when the method returns (synchronous=FULL), and
 * a program that is killed leaves the last complete document. The file must lie on a disk of this machine, not of the
 * network.
 *
 * <p>Threads: any number; one writes and the others wait, also those of other programs, for up to {@link #PATIENCE}.
 * Reading waits for nobody: open a {@link Snapshot} for each thread.
 *
 * <p>Costs, measured with 10,000 documents of 4,000 characters and 100 records each, on two busy cores: storing 9 ms a
 * document, {@link #isCurrent} well under a millisecond, removing 50 ms, the file 22 kB a document. Memory does not grow
 * with the record: a connection takes at most 64 MiB outside Java's heap.
 */
public final class RecordStore implements AutoCloseable {

    /** How long to wait for another program that is writing. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;
    private final Format format;
    private final Duration patience;

    private int depth;
    private boolean isSpoilt;

    private RecordStore(Session session, Format format, Duration patience) {
        this.session = session;
        this.format = format;
        this.patience = patience;
    }

    /**
     * Opens the record, makes it if there is no such file, and brings the tables of an earlier version up to this one.
     *
     * @param format what codes the documents that will be stored
     * @throws StoreException if the file is no record, or of a later version, or cannot be written
     */
    public static RecordStore open(Path file, Format format) {
        return open(file, format, PATIENCE);
    }

    /**
     * Opens a record that is there, as for removing from it. To look into it alone, open a {@link Snapshot#of}.
     *
     * @throws StoreException also if there is none
     */
    public static RecordStore openExisting(Path file, Format format) {
        RecordFile.requireThere(file);
        return open(file, format);
    }

    static RecordStore open(Path file, Format format, Duration patience) {
        return of(RecordFile.open(file, patience), format, patience);
    }

    static RecordStore of(Session session, Format format, Duration patience) {
        return new RecordStore(session, format, patience);
    }

    /** What codes the documents that are stored here. */
    public Format format() {
        return format;
    }

    /** The record as it stands now. To be closed by the caller. */
    public Snapshot snapshot() {
        return Snapshot.open(session.file(), patience, format);
    }

    /**
     * Whether the document of this path has this text and was coded by the same format, program, codebook and model, so
     * that there is no need to code it again.
     *
     * @param textSha256 as {@link Document#textSha256()}
     */
    public synchronized boolean isCurrent(String path, String textSha256) {
        return new DocumentTable(session).isCoded(path, textSha256, format);
    }

    /** Stores what was read from one document, coded by this store's format. */
    public Change put(Coded coded) {
        return put(coded, format);
    }

    /**
     * Stores what was read from one document. Everything that was read from the same path before gives way, its discards
     * too; the same again changes nothing.
     *
     * @param codedBy what coded it, as when it comes from another record
     * @throws IllegalArgumentException if it is not of one piece: a span outside the text, a record of another document,
     *     an actor named that is not among its actors; nothing is stored then
     */
    public synchronized Change put(Coded coded, Format codedBy) {
        Coded checked = CodedCheck.require(coded);
        Document document = checked.document();
        return together("storing document " + document.id(), () -> {
            long key = new FormatTable(session).keyOrAdd(codedBy);
            DocumentTable documents = new DocumentTable(session);
            Collection<DocumentTable.Key> earlier = documents.keys(document.id(), document.path());
            boolean isThere = earlier.size() == 1
                    && earlier.iterator().next().format() == key
                    && Snapshot.coded(session, document.id())
                            .filter(checked::equals)
                            .isPresent();
            if (isThere) return Change.UNCHANGED;
            long row = documents.nextKey();
            earlier.forEach(this::removeDocument);
            DiscardTable discards = new DiscardTable(session);
            discards.remove(document.path());
            documents.add(document, row, key);
            new MentionTable(session).add(row, checked.mentions());
            new StatementTable(session).add(row, checked.statements());
            new EventMentionTable(session).add(row, checked.eventMentions());
            new ActorTable(session).add(row, checked.actors());
            discards.add(document.path(), checked.discards(), key);
            return earlier.isEmpty() ? Change.ADDED : Change.REPLACED;
        });
    }

    /** Notes that a file was not coded by this store's format. */
    public Change put(Discard discard) {
        return put(discard, format);
    }

    /**
     * Notes that a file was not coded. What was read from the same path before gives way, records and discards: the file
     * does not say that any more.
     *
     * @param discard of a whole file, with its path; that of a passage is stored with its {@link Coded}
     */
    public synchronized Change put(Discard discard, Format codedBy) {
        if (discard.path().isEmpty() || discard.span().isPresent()) {
            throw new IllegalArgumentException("need the discard of a whole file, with its path; got " + discard.id());
        }
        String path = discard.path().get();
        return together("storing discard " + discard.id(), () -> {
            long key = new FormatTable(session).keyOrAdd(codedBy);
            DiscardTable discards = new DiscardTable(session);
            Collection<DocumentTable.Key> earlier = new DocumentTable(session).keys("", path);
            if (earlier.isEmpty() && discards.isOnly(path, discard, key)) return Change.UNCHANGED;
            earlier.forEach(this::removeDocument);
            boolean isFirst = discards.remove(path) == 0 && earlier.isEmpty();
            discards.add(path, List.of(discard), key);
            return isFirst ? Change.ADDED : Change.REPLACED;
        });
    }

    /**
     * Takes a document out of the record and its index, with all that was read from it, its discards, and the actors that
     * no other document names.
     *
     * @param documentIdOrPath looked for as an id first; a path that was only discarded is found too
     * @return what was removed; empty if there is no such document
     */
    public synchronized Optional<Removal> remove(String documentIdOrPath) {
        Optional<Removal> removal = together("removing " + documentIdOrPath, () -> {
            Optional<DocumentTable.Key> document = new DocumentTable(session)
                    .keys(documentIdOrPath, documentIdOrPath).stream().findFirst();
            String path = document.map(DocumentTable.Key::path).orElse(documentIdOrPath);
            Counts before = Snapshot.counts(session);
            Optional<String> text = document.flatMap(d -> new DocumentTable(session).find(d.id()))
                    .map(Document::textSha256);
            document.ifPresent(this::removeDocument);
            long corrections = text.map(new CorrectionTable(session)::remove).orElse(0L);
            long discards = new DiscardTable(session).remove(path);
            if (document.isEmpty() && discards == 0) return Optional.empty();
            Counts after = Snapshot.counts(session);
            return Optional.of(new Removal(
                    document.map(DocumentTable.Key::id),
                    path,
                    before.mentions() - after.mentions(),
                    before.statements() - after.statements(),
                    before.eventMentions() - after.eventMentions(),
                    before.actors() - after.actors(),
                    discards,
                    corrections));
        });
        // The log still holds the pages as they were. It cannot be emptied while someone reads; closing does it then.
        if (removal.isPresent() && depth == 0) session.emptyLog();
        return removal;
    }

    /**
     * Stores what a reviewer says of a record; what is there stays. Checked and stored in one step, so of two who send at once
     * the second is told of the first. Costs: all corrections are read, so time grows with their number.
     *
     * @param clock for the time at which it was said
     */
    public synchronized Outcome correct(Submission submission, Clock clock) {
        return together("storing a correction", () -> new Submitting(session, clock).outcome(submission));
    }

    /**
     * Stores a correction that comes from another record; the same again changes nothing.
     *
     * @throws IllegalArgumentException if another is there under its id
     */
    public synchronized Change put(Correction correction) {
        return together("storing correction " + correction.id(), () -> {
            CorrectionTable corrections = new CorrectionTable(session);
            Optional<Correction> there = corrections.find(correction.id());
            if (there.isEmpty()) {
                corrections.add(correction);
                return Change.ADDED;
            }
            if (there.get().equals(correction)) return Change.UNCHANGED;
            throw new IllegalArgumentException("correction " + correction.id() + " is there with other content");
        });
    }

    /**
     * Sets how the record's reports are drawn together; no row of theirs changes.
     *
     * @return all that is set now
     * @throws IllegalArgumentException if it cannot have this value
     */
    public synchronized Settings set(Setting setting, double value) {
        return together(SettingTable.STORING, () -> {
            SettingTable table = new SettingTable(session);
            Settings now = table.read().with(setting, value);
            table.write(now);
            return now;
        });
    }

    /**
     * Takes settings that come with another record, if this one is empty and nothing is set in it.
     *
     * @return whether they hold here now
     */
    public synchronized boolean adopt(Settings settings) {
        return together(SettingTable.STORING, () -> {
            SettingTable table = new SettingTable(session);
            Settings own = table.read();
            Counts counts = Snapshot.counts(session);
            boolean isNew = own.areUsual() && counts.documents() == 0 && counts.discards() == 0;
            if (isNew) table.write(settings);
            return isNew || own.equals(settings);
        });
    }

    /**
     * Does several things as one: if any of them fails, none has happened, even if the failure is caught inside.
     *
     * @throws IllegalStateException if a failure was caught inside
     */
    public synchronized <T> T together(Supplier<T> work) {
        return together("storing several documents", work);
    }

    private <T> T together(String doing, Supplier<T> work) {
        if (depth == 0) {
            session.execute(doing, "BEGIN IMMEDIATE");
            isSpoilt = false;
        }
        depth++;
        boolean isDone = false;
        try {
            T result = work.get();
            isDone = true;
            return result;
        } finally {
            depth--;
            isSpoilt |= !isDone;
            if (depth == 0) end(doing, isDone);
        }
    }

    private void end(String doing, boolean isDone) {
        if (!isSpoilt) {
            commit(doing);
            return;
        }
        session.rollback();
        if (isDone) throw new IllegalStateException("part of it failed, so nothing was stored: " + doing);
    }

    private void commit(String doing) {
        try {
            session.execute(doing, "COMMIT");
        } catch (StoreException e) {
            session.rollback();
            throw e;
        }
    }

    private void removeDocument(DocumentTable.Key document) {
        new ActorTable(session).removeNamedOnlyBy(document);
        new DocumentTable(session).remove(document);
    }

    /** Waits for what is being written. */
    @Override
    public synchronized void close() {
        session.close();
    }
}
