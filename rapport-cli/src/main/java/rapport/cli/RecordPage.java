package rapport.cli;

import java.util.List;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Document;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.store.Hit;
import rapport.storyline.Dyads;

/** Records one after the other, each with the words it rests on. What they say is the same on every page. */
interface RecordPage {

    void line(Document document);

    void line(Actor actor);

    void hit(Hit hit);

    void event(EventMention event);

    void statement(Statement statement);

    /** @param likeness of what it means to what was asked, at most 1 */
    void statement(Statement statement, double likeness);

    /** What all its mentions tell together, and each of them. */
    void event(Event event);

    void line(Storyline storyline);

    /** A line of the ledger with its history, each step with the sentence that moved it. */
    void commitment(Commitment commitment);

    /** What one did to another, period by period, with bands and turning points. */
    void series(List<Dyad> series, Dyads dyads);

    /** A storyline's reports and events in order, and what the order rests on. */
    void course(Course course);

    void profile(Profile profile);

    /** The report, sentence by sentence; with each its records. */
    void document(Coded coded);

    /** @param state stands, disputed, undone or unplaced */
    void correction(Correction correction, String state);

    /** After the last record. */
    void end();
}
