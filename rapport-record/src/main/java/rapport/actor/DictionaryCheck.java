package rapport.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.actor.ActorFile.Row;
import rapport.actor.ActorFile.Term;
import rapport.ontology.ActorKind;
import rapport.record.Days;

/**
 * What is odd in a dictionary, though it can be read: each finding is for a person to look at, and may be as it should be.
 * What cannot be read at all is a {@link CodebookException} before this.
 */
public final class DictionaryCheck {

    /** Offices of which a state should have at least one with a known holder. */
    private static final List<String> LEADERS = List.of("president", "prime-minister", "monarch", "supreme-leader");

    private DictionaryCheck() {}

    /** What sort of finding it is. */
    public enum Sort {
        /** Two actors have one name. */
        OVERLAP,
        /** A state lacks what states have. */
        GAP,
        /** Two persons hold one office at a time. */
        TERM,
        /** A column that the program does not read. */
        COLUMN
    }

    /** One finding, in a sentence. */
    public record Finding(Sort sort, String message) {}

    /** All findings: by sort, then in order of names or of the files. */
    public static List<Finding> of(ActorDictionary dictionary) {
        List<Finding> findings = new ArrayList<>();
        dictionary
                .sharedNames()
                .forEach((name, ids) -> findings.add(new Finding(
                        Sort.OVERLAP,
                        "\"" + name + "\" names " + String.join(" and ", ids) + ", so it links to none")));
        gaps(dictionary, findings);
        terms(dictionary, findings);
        for (ActorFile file : dictionary.files()) {
            for (String column : file.unknownColumns()) {
                findings.add(new Finding(Sort.COLUMN, file.name() + ": the column \"" + column + "\" is not read"));
            }
        }
        return List.copyOf(findings);
    }

    private static void gaps(ActorDictionary dictionary, List<Finding> findings) {
        Map<String, Boolean> hasDemonym = new LinkedHashMap<>();
        rows(dictionary)
                .filter(row -> !row.isBody() && row.kind() == ActorKind.STATE)
                .forEach(row -> hasDemonym.merge(row.id(), !row.demonyms().isEmpty(), Boolean::logicalOr));
        hasDemonym.forEach((state, has) -> {
            if (!has) findings.add(new Finding(Sort.GAP, state + " has no demonym"));
            if (dictionary.bodyOf(state, "government").isEmpty()) {
                findings.add(new Finding(Sort.GAP, state + " has no government"));
            }
            boolean isLed = LEADERS.stream()
                    .anyMatch(body ->
                            !dictionary.holders(state + "." + body, Days.ALWAYS).isEmpty());
            if (!isLed) findings.add(new Finding(Sort.GAP, state + " has no leader with a term"));
        });
    }

    /** Who held an office, and when certainly. */
    private record Held(String office, String person, Days days) {}

    /** Overlaps on days that are certain: terms known by the year alone may touch without harm. */
    private static void terms(ActorDictionary dictionary, List<Finding> findings) {
        Map<String, List<Held>> byOffice = new LinkedHashMap<>();
        rows(dictionary).forEach(row -> {
            for (Term term : row.offices()) {
                term.sure()
                        .ifPresent(days -> byOffice.computeIfAbsent(term.of(), of -> new ArrayList<>())
                                .add(new Held(term.of(), row.id(), days)));
            }
        });
        for (List<Held> held : byOffice.values()) {
            held.sort(Comparator.comparing(Held::person));
            for (int i = 0; i < held.size(); i++) {
                for (int j = i + 1; j < held.size(); j++) {
                    Held one = held.get(i);
                    Held other = held.get(j);
                    if (one.person().equals(other.person()) || !isLongerThanADay(one.days(), other.days())) continue;
                    findings.add(new Finding(
                            Sort.TERM,
                            one.person() + " and " + other.person() + " both hold " + one.office() + " at one time"));
                }
            }
        }
    }

    /** Whether two stretches share more than the day of handing over. */
    private static boolean isLongerThanADay(Days one, Days other) {
        if (!one.overlaps(other)) return false;
        Optional<Boolean> handover = Stream.of(Map.entry(one, other), Map.entry(other, one))
                .filter(pair -> pair.getKey().until().isPresent()
                        && pair.getKey().until().equals(pair.getValue().from()))
                .map(pair -> true)
                .findFirst();
        return handover.isEmpty();
    }

    private static Stream<Row> rows(ActorDictionary dictionary) {
        return dictionary.files().stream().flatMap(file -> file.rows().stream());
    }
}
