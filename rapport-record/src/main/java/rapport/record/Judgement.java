package rapport.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rapport.record.Correction.Field;
import rapport.record.Correction.Verdict;

/**
 * What reviewers together make of one field of one record: the latest of each counts for him; of all the one that settles the
 * matter, else the latest. Who is unsure gives way to those who are not.
 *
 * @param counts the one that counts
 * @param opinions the latest of each reviewer, by name; those that settle are not opinions of one
 */
public record Judgement(Correction counts, List<Correction> opinions) {

    public Judgement {
        opinions = List.copyOf(opinions);
    }

    /** By field, comments and undos left out. What is undone, and not redone, does not count. */
    public static Map<Field, Judgement> of(Collection<Correction> ofOneRecord) {
        Set<String> undone = undone(ofOneRecord);
        Map<Field, List<Correction>> byField = new EnumMap<>(Field.class);
        ofOneRecord.stream()
                .filter(Correction::isOpinion)
                .filter(c -> !undone.contains(c.id()))
                .sorted(Correction.BY_TIME)
                .forEach(c -> byField.computeIfAbsent(c.field(), f -> new ArrayList<>())
                        .add(c));
        Map<Field, Judgement> judgements = new EnumMap<>(Field.class);
        byField.forEach((field, standing) -> judgements.put(field, ofStanding(standing)));
        return judgements;
    }

    /**
     * Of those of one field of one record, or of one pair of event mentions.
     *
     * @param standing not undone, oldest first; at least one
     */
    public static Judgement ofStanding(List<Correction> standing) {
        Map<String, Correction> latest = new TreeMap<>();
        Optional<Correction> settled = Optional.empty();
        for (Correction correction : standing) {
            if (correction.settles()) settled = Optional.of(correction);
            else latest.put(correction.by(), correction);
        }
        Correction counts = settled.or(() -> latest.values().stream()
                        .filter(c -> !c.is(Verdict.UNSURE))
                        .max(Correction.BY_TIME))
                .or(() -> latest.values().stream().max(Correction.BY_TIME))
                .orElseThrow();
        return new Judgement(counts, List.copyOf(latest.values()));
    }

    /** Ids of what is taken back, and not by something that is itself taken back. */
    public static Set<String> undone(Collection<Correction> corrections) {
        Set<String> undone = new HashSet<>();
        corrections.stream()
                .filter(c -> c.field() == Field.UNDO)
                .sorted(Correction.BY_TIME.reversed())
                .filter(c -> !undone.contains(c.id()))
                .forEach(c -> c.undoes().ifPresent(undone::add));
        return undone;
    }

    /** Whether reviewers differ, and nobody has settled it since. */
    public boolean isDisputed() {
        return opinions.stream()
                .filter(c -> !c.is(Verdict.UNSURE))
                .filter(c -> !counts.settles() || Correction.BY_TIME.compare(c, counts) > 0)
                .anyMatch(c -> !saysAsMuch(c, counts));
    }

    /** A join and a split of one pair differ by what they are, all others by their values. */
    private static boolean saysAsMuch(Correction one, Correction other) {
        return one.field() == other.field()
                && (one.field().isIdentity() || one.after().equals(other.after()));
    }
}
