package rapport.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;

/** Does somebody say this, and so? */
public record StatementReviewPage(OneRecord record, Statement statement) {

    /** @throws Declined if there is no such statement in the document */
    public static StatementReviewPage of(Waiting waiting, String document, String id) {
        var coded = waiting.edition().asReviewed(document);
        List<String> ids = coded.statements().stream().map(Statement::id).toList();
        return new StatementReviewPage(
                OneRecord.of(waiting, coded, ids, id), coded.statements().get(ids.indexOf(id)));
    }

    /** The sentence, and the content if it goes on, with what stands around it. */
    public List<Marks.Piece> passage() {
        Span words = statement.sentence();
        for (Span content : statement.content()) words = words.to(content);
        String text = record.document().text();
        return Marks.of(
                statement,
                Marks.around(text, words, ReviewPage.BEFORE, ReviewPage.AFTER),
                record.coded(),
                record.edition());
    }

    /** Who can have said it: those of the report, and the words of this statement that stand for nobody known. */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        statement
                .source()
                .filter(role -> role.actor().isEmpty())
                .ifPresent(role -> sources.put(value(role), record.edition().name(role, record.document())));
        sources.putAll(record.people());
        return sources;
    }

    /** The value of the source in the form; empty for hearsay. */
    public String source() {
        return statement.source().map(this::value).orElse("");
    }

    private String value(Role role) {
        return role.actor().orElseGet(() -> Choices.words(role.span(), record.document()));
    }

    public Map<String, String> negations() {
        Map<String, String> negations = new LinkedHashMap<>();
        negations.put("false", "no");
        negations.put("true", "yes");
        return negations;
    }

    public String addressee() {
        return statement.addressee().orElse("");
    }

    public Optional<String> addressed() {
        return statement.addressee().map(record.edition()::name);
    }
}
