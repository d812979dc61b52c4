package rapport.cli;

import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Statement;
import rapport.store.Hit;

/** Records one after the other, each with the words it rests on. What they say is the same on every page. */
interface RecordPage {

    void line(Document document);

    void line(Actor actor);

    void hit(Hit hit);

    void event(EventMention event);

    void statement(Statement statement);

    /** The report, sentence by sentence; with each its records. */
    void document(Coded coded);

    /** After the last record. */
    void end();
}
