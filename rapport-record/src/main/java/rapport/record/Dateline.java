package rapport.record;

import java.time.LocalDate;
import java.util.Optional;

/** Place and day given at the head of a report: "STRELSAU, 4 May". */
public record Dateline(Optional<String> place, Optional<LocalDate> day) {}
