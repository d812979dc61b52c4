package rapport.record;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one did to another in one period.
 *
 * @param id from actor, recipient, parts, unit and period
 * @param parts true if what belongs to the two is counted
 * @param unit "day", "week", "month" or "quarter"
 * @param period ISO 8601: "2024-05-03", "2024-W18", "2024-05"; and "2024-Q2"
 * @param told events that are told
 * @param claimed events that only those say who are acted on, or others; they never enter {@code told}
 * @param goldsteinMean mean of the types' scores over {@code told}, from -10 to 10; empty if there are none
 * @param goldsteinSum their sum
 * @param undated how many of the events have no day and are placed by that of their earliest report
 * @param documents reports read whose day lies in the period
 * @param events ids
 */
public record Dyad(
        String id,
        String actor,
        String recipient,
        boolean parts,
        String unit,
        String period,
        Counts told,
        Counts claimed,
        OptionalDouble goldsteinMean,
        double goldsteinSum,
        int undated,
        int documents,
        List<String> events) {

    /** Events by quad class, each event once. */
    public record Counts(int verbalCooperation, int materialCooperation, int verbalConflict, int materialConflict) {}

    public Dyad {
        events = List.copyOf(events);
    }
}
