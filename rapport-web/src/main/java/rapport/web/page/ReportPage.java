package rapport.web.page;

import java.util.List;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Event;
import rapport.record.Mention;
import rapport.record.Statement;

/** What does a report say, and what was read from it? */
public record ReportPage(
        Edition edition, Coded coded, List<List<Marks.Piece>> lines, List<Event> events, List<Statement> statements) {

    public static ReportPage of(Edition edition, String id, Query query) {
        query.allow();
        return of(edition, edition.report(id), Links.SERVER);
    }

    /** What reviewers say of it, newest first. */
    public List<Correction> said() {
        return edition.corrections().ofReport(coded.document());
    }

    /** Its mentions in the order of the text, with those that stand for nobody known. */
    public List<Mention> mentions() {
        return coded.mentions();
    }

    static ReportPage of(Edition edition, Coded coded, Links links) {
        return new ReportPage(
                edition, coded, Marks.of(coded, edition, links), events(edition, coded), coded.statements());
    }

    static List<Event> events(Edition edition, Coded coded) {
        return coded.eventMentions().stream()
                .flatMap(mention -> edition.eventOf(mention.id()).stream())
                .distinct()
                .toList();
    }
}
