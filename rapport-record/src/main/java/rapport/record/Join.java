package rapport.record;

/**
 * Why event mentions are taken for one event.
 *
 * @param first an event mention
 * @param second one of those that it was joined with
 * @param rule by which
 * @param chance from 0 to 1, that they tell one event
 */
public record Join(String first, String second, String rule, double chance) {}
