package rapport.web.page;

import java.util.List;
import java.util.Map;
import rapport.record.Mention;

/** Whom do these words stand for? */
public record MentionReviewPage(OneRecord record, Mention mention) {

    /** @throws Declined if there is no such mention in the document */
    public static MentionReviewPage of(Waiting waiting, String document, String id) {
        var coded = waiting.edition().asReviewed(document);
        List<String> ids = coded.mentions().stream().map(Mention::id).toList();
        return new MentionReviewPage(
                OneRecord.of(waiting, coded, ids, id), coded.mentions().get(ids.indexOf(id)));
    }

    public List<Marks.Piece> passage() {
        return Marks.of(
                mention,
                Marks.around(record.document().text(), mention.span(), ReviewPage.BEFORE, ReviewPage.AFTER),
                record.coded(),
                record.edition());
    }

    public String words() {
        return mention.span().in(record.document().text());
    }

    public String actor() {
        return mention.actor().orElse("");
    }

    /** Whom the form offers beside those of the report. */
    public Map<String, String> others() {
        return Choices.actors(record.edition(), record.edition().figures().named().stream());
    }
}
