package rapport.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.Storyline;
import rapport.record.Time;
import rapport.storyline.Chronology;
import rapport.storyline.Chronology.Ground;
import rapport.storyline.Together;

/**
 * A storyline with its reports and events in order.
 *
 * @param documents with the days in which they were placed
 * @param grounds what the order of each event and the next rests on; one fewer than events
 */
record Course(Storyline storyline, List<Document> documents, List<Event> events, List<Ground> grounds) {

    Course {
        documents = List.copyOf(documents);
        events = List.copyOf(events);
        grounds = List.copyOf(grounds);
    }

    static Course of(Storyline storyline, Together together, References references) {
        List<Document> documents =
                storyline.documents().stream().map(references::document).toList();
        Map<String, Event> byId = new HashMap<>();
        together.events().forEach(event -> byId.put(event.id(), event));
        List<Event> events = storyline.events().stream()
                .map(id -> {
                    Event event = byId.get(id);
                    if (event == null) throw new IllegalStateException("no event " + id);
                    return event;
                })
                .toList();
        List<Ground> grounds = new ArrayList<>();
        for (int i = 1; i < events.size(); i++) {
            Event one = events.get(i - 1);
            Event next = events.get(i);
            grounds.add(Chronology.ground(
                    one.when(),
                    next.when(),
                    reported(one, documents, references),
                    reported(next, documents, references)));
        }
        return new Course(storyline, documents, events, grounds);
    }

    private static Time reported(Event event, List<Document> documents, References references) {
        List<String> tellers = event.eventMentions().stream()
                .map(id -> references.eventMention(id).document())
                .toList();
        return documents.stream()
                .filter(document -> tellers.contains(document.id()))
                .map(Document::published)
                .findFirst()
                .orElse(Time.UNKNOWN);
    }
}
