package rapport.web.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import rapport.ontology.Code;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Place;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;

/**
 * Is this record right?
 *
 * @param mention empty if none is left
 */
public record ReviewPage(Edition edition, Waiting waiting, Optional<EventMention> mention) {

    static final int BEFORE = 320; // characters of context
    static final int AFTER = 200;

    /** For somebody for whom nothing waits, or who has not given his name. */
    public static ReviewPage none(Waiting waiting) {
        return new ReviewPage(waiting.edition(), waiting, Optional.empty());
    }

    /** @throws Declined if there is no such event mention */
    public static ReviewPage of(Waiting waiting, String id) {
        return new ReviewPage(
                waiting.edition(),
                waiting,
                Optional.of(waiting.edition()
                        .corrections()
                        .eventMention(id)
                        .orElseThrow(() -> Declined.notFound("found \"" + id
                                + "\", expected the id of an event mention in the record. /review leads to them;"
                                + " reading a report again may have given it another."))));
    }

    public EventMention shown() {
        return mention.orElseThrow();
    }

    /** On the way by which one goes. */
    public String address() {
        return mention.map(shown -> waiting.way().to(shown.id())).orElse("/review");
    }

    public Document document() {
        return edition.document(shown().document());
    }

    public List<Correction> said() {
        return edition.corrections().of(shown().id());
    }

    public String seen() {
        return edition.corrections().last(shown().id());
    }

    private Coded coded() {
        return edition.asReviewed(shown().document());
    }

    /** The sentence with what stands around it. */
    public List<Marks.Piece> passage() {
        EventMention mention = shown();
        Span words = mention.sentence().to(mention.trigger());
        return Marks.of(mention, Marks.around(document().text(), words, BEFORE, AFTER), coded(), edition);
    }

    // ---- what can be chosen

    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        Arrays.stream(EventType.values())
                .forEach(type -> types.put(type.name(), type.name() + " · " + Labels.of(type)));
        return types;
    }

    /** Those of its type; none for many types. */
    public Map<String, String> modes() {
        return Choices.of(Code.codes(shown().eventType().modes()));
    }

    public Map<String, String> contexts() {
        return Choices.of(Context.class);
    }

    public Map<String, String> modalities() {
        return Choices.of(Modality.class);
    }

    /** Who is named in the report, and the words of this record that stand for nobody known. */
    public Map<String, String> parties() {
        Map<String, String> parties = new LinkedHashMap<>();
        for (List<Role> roles : List.of(shown().actors(), shown().recipients())) {
            roles.forEach(role -> parties.putIfAbsent(value(role), edition.name(role, document())));
        }
        TreeSet<String> ids = new TreeSet<>();
        coded().mentions().forEach(mention -> mention.actor().ifPresent(ids::add));
        ids.stream()
                .sorted(java.util.Comparator.comparing(edition::name))
                .forEach(id -> parties.putIfAbsent(id, edition.name(id)));
        return parties;
    }

    public List<String> values(List<Role> roles) {
        return roles.stream().map(this::value).toList();
    }

    /** An actor's id, or where the words of somebody unknown stand, in code points. */
    private String value(Role role) {
        return role.actor().orElseGet(() -> Choices.words(role.span(), document()));
    }

    /** As it is typed: "2024-05-03", "2024-05-03..2024-05-05", empty if unknown. */
    public String when() {
        Time when = shown().when();
        if (when.isUnknown()) return "";
        String first = when.first().map(Object::toString).orElse("");
        String last = when.last().map(Object::toString).orElse("");
        return first.equals(last) ? first : first + ".." + last;
    }

    public String place() {
        return shown().place().map(Place::name).orElse("");
    }
}
