package rapport.record;

import java.util.List;

/**
 * One of several tellings of an event that do not agree.
 *
 * @param field in which they differ, by its name in the record format: "when", "quantities"
 * @param value as these event mentions have it
 */
public record Version(String field, String value, List<String> eventMentions) {

    public Version {
        eventMentions = List.copyOf(eventMentions);
    }
}
