package rapport.storyline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import rapport.actor.Hierarchy;
import rapport.ontology.KnownBy;
import rapport.record.Coded;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Role;
import rapport.record.Statement;

/** Who says what an event mention tells: the report itself, or a source in it; and who that is among those who act. */
final class Voices {

    private final Map<String, Coded> documents;
    private final Map<String, Statement> statements = new HashMap<>();
    private final Hierarchy hierarchy;
    private final Copies copies;

    /** @param documents by their ids */
    Voices(Map<String, Coded> documents, Hierarchy hierarchy, Copies copies) {
        this.documents = documents;
        this.hierarchy = hierarchy;
        this.copies = copies;
        for (Coded coded : documents.values()) {
            coded.statements().forEach(statement -> statements.put(statement.id(), statement));
        }
    }

    /**
     * Who says that an event took place, in one mention. A copied sentence has the voice of the report from which it comes.
     *
     * @param key within its kind the same for one who is the same: an outlet, an actor at its topmost, or words of a text
     * @param source empty if the report says so itself
     * @param isSelf whether it is one of those who act
     * @param isRecipient whether it is one of those acted on
     */
    record Voice(Kind kind, String key, Optional<String> source, boolean isSelf, boolean isRecipient) {

        boolean isReport() {
            return kind == Kind.REPORT;
        }

        /** Hearsay that names nobody is nobody's word. */
        boolean isSource() {
            return kind == Kind.ACTOR || kind == Kind.UNKNOWN;
        }
    }

    /** The report itself, an actor, words that stand for nobody known, or nobody at all. */
    enum Kind {
        REPORT,
        ACTOR,
        UNKNOWN,
        HEARSAY
    }

    private Coded coded(EventMention mention) {
        Coded coded = documents.get(mention.document());
        if (coded == null) throw new IllegalStateException("no document " + mention.document());
        return coded;
    }

    private Document documentOf(EventMention mention) {
        return coded(mention).document();
    }

    String text(EventMention mention) {
        return documentOf(mention).text();
    }

    /** That which wrote the sentence; a report without outlet is one by itself. */
    String outlet(EventMention mention) {
        Document writer = writer(mention);
        return writer.outlet().orElse(writer.id());
    }

    private Document writer(EventMention mention) {
        return copies.writer(documentOf(mention), mention.sentence());
    }

    /** Of an interval the first day. */
    Optional<LocalDate> published(EventMention mention) {
        return documentOf(mention).published().first();
    }

    /** Empty if it is not known to be one. */
    Optional<LocalDate> day(EventMention mention) {
        return documentOf(mention).published().day();
    }

    /** In whose content it stands. */
    Optional<Statement> statement(EventMention mention) {
        return mention.attribution().map(statements::get);
    }

    /** Of which it is the cue; of several, in the order of the text, the first. */
    Optional<Statement> opened(EventMention mention) {
        return coded(mention).statements().stream()
                .filter(said -> said.cue().filter(mention.trigger()::overlaps).isPresent())
                .findFirst();
    }

    Voice voice(EventMention mention) {
        Optional<Statement> statement = statement(mention);
        if (statement.isEmpty())
            return new Voice(Kind.REPORT, "outlet " + outlet(mention), Optional.empty(), false, false);
        Optional<Role> source = statement.get().source();
        if (source.isEmpty())
            return new Voice(Kind.HEARSAY, "hearsay " + writer(mention).id(), Optional.empty(), false, false);
        Optional<String> actor = source.get().actor();
        if (actor.isEmpty()) {
            String words = source.get().span().in(text(mention));
            return new Voice(
                    Kind.UNKNOWN, "words " + writer(mention).id() + " " + words, Optional.empty(), false, false);
        }
        String top = top(actor.get(), mention);
        return new Voice(
                Kind.ACTOR,
                "actor " + top,
                actor,
                tops(mention.actors(), mention).contains(top),
                tops(mention.recipients(), mention).contains(top));
    }

    String top(String actor, EventMention mention) {
        return hierarchy.topmost(actor, documentOf(mention).published().days());
    }

    Set<String> tops(List<Role> roles, EventMention mention) {
        return roles.stream()
                .flatMap(role -> role.actor().stream())
                .map(actor -> top(actor, mention))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same for one who is the same in two reports: by id at the topmost, or, for one whom no dictionary knows, by name. */
    String known(String actor, EventMention mention) {
        String top = top(actor, mention);
        return hierarchy
                .find()
                .apply(top)
                .filter(who -> who.known() == KnownBy.PROVISIONAL)
                .map(who -> who.name().toLowerCase(Locale.ROOT))
                .orElse(top);
    }
}
