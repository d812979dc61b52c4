package rapport.record;

import java.util.OptionalLong;

/**
 * A number that a text gives, with its bounds.
 *
 * @param low at least; empty if open ("up to 70")
 * @param high at most; empty if open ("over 70")
 * @param of what is counted, as the text has it: "fighters"; empty if it does not say
 */
public record Quantity(Span text, OptionalLong low, OptionalLong high, String of) {}
