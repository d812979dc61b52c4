package rapport.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.record.Commitment;
import rapport.record.Correction;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Join;

/** Who tells an event, how, and do they agree? */
public record EventPage(
        Edition edition, Event event, List<EventMention> mentions, Rows<EventMention> shown, List<Commitment> lines) {

    public static EventPage of(Edition edition, String id, Query query) {
        query.allow();
        Event event = edition.event(id);
        List<EventMention> mentions =
                event.eventMentions().stream().map(edition::mention).toList();
        return new EventPage(edition, event, mentions, Rows.of(mentions, query), edition.linesOf(event));
    }

    /** Of the joins as many as of the sentences, from the same place on; on the last page the rest. */
    public List<Join> joins() {
        List<Join> all = event.mergedBecause();
        int from = Math.min(all.size(), Math.max(0, shown.first() - 1));
        return all.subList(from, shown.next().isPresent() ? Math.min(all.size(), shown.last()) : all.size());
    }

    /** What reviewers say of what tells it, oldest first. */
    public List<Correction> said() {
        return mentions.stream()
                .flatMap(mention -> edition.corrections().of(mention.id()).stream())
                .distinct()
                .sorted(Correction.BY_TIME)
                .toList();
    }

    /** Events of the same storyline. */
    public List<Event> others() {
        return edition.storylineOf(edition.document(mentions.get(0).document())).stream()
                .flatMap(storyline -> storyline.events().stream())
                .filter(id -> !id.equals(event.id()))
                .map(edition::event)
                .toList();
    }

    /** What stands for another event in the form that joins: its first mention, and the last correction seen of both. */
    public String choice(Event other) {
        String mention = other.eventMentions().get(0);
        return mention + ":" + edition.corrections().last(mentions.get(0).id(), mention);
    }

    /** Who does it to whom, and by which word it is told. */
    public String words(Event other) {
        EventMention mention = edition.mention(other.eventMentions().get(0));
        return Stream.concat(other.actors().stream(), other.recipients().stream())
                        .map(edition::name)
                        .collect(Collectors.joining(", "))
                + " " + Labels.quote(mention.trigger().in(edition.text(mention)));
    }

    /** The one who is said to say it; empty where the report says it itself. */
    public static Optional<String> voice(Edition edition, EventMention mention) {
        return mention.attribution()
                .flatMap(edition::statement)
                .map(statement -> statement
                        .source()
                        .map(role -> edition.name(role, edition.document(mention.document())))
                        .orElse("hearsay that names nobody"));
    }
}
