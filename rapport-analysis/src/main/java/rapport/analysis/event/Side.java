package rapport.analysis.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rapport.analysis.Reading.Words;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;

/**
 * Who fills one role of an act: those who act, or those who are acted on.
 *
 * @param all mentions that could fill it
 * @param kept those that do, in the order of the text
 */
record Side(List<Filled> all, List<Filled> kept) {

    /** A mention that can fill a role. */
    record Candidate(Mention mention, Words words) {}

    /** @param chance that the mention fills the role, 0 to 1 */
    record Filled(Candidate candidate, double chance) {

        private Mention mention() {
            return candidate.mention();
        }

        private boolean isSameWords(Filled other) {
            return mention().span().equals(other.mention().span());
        }

        private boolean isSameActor(Filled other) {
            Optional<String> actor = mention().actor();
            return actor.isPresent() && actor.equals(other.mention().actor());
        }
    }

    /**
     * @param likeliest chance from which the likeliest mention fills a role
     * @param beside chance from which others fill it beside the likeliest: sides of a mutual act, several victims
     */
    record Threshold(double likeliest, double beside) {}

    /**
     * The likeliest mention and others of the sentence that are likely enough beside it: one for each actor, and of two mentions of
     * which one holds the other, the likelier. Words that stand for several ("both sides") fill it with all of them.
     */
    static Side of(List<Filled> all, Span sentence, Threshold threshold) {
        List<Filled> kept = new ArrayList<>();
        List<Filled> surestFirst = all.stream()
                .filter(filled -> filled.chance() >= threshold.likeliest())
                .sorted(Comparator.comparingDouble((Filled filled) -> -filled.chance())
                        .thenComparing(filled -> filled.mention().span())
                        .thenComparing(filled -> filled.mention().id()))
                .toList();
        for (Filled next : surestFirst) {
            boolean isOfKeptWords = kept.stream().anyMatch(next::isSameWords);
            if (!kept.isEmpty() && !isOfKeptWords && next.chance() < threshold.beside()) break;
            if (!kept.isEmpty()
                    && !isOfKeptWords
                    && !sentence.contains(next.mention().span())) continue;
            if (kept.stream().noneMatch(other -> isDouble(other, next))) kept.add(next);
        }
        kept.sort(Comparator.comparing((Filled filled) -> filled.mention().span())
                .thenComparing(filled -> filled.mention().id()));
        return new Side(all, kept);
    }

    private static boolean isDouble(Filled one, Filled other) {
        return one.isSameActor(other)
                || !one.isSameWords(other)
                        && one.mention().span().overlaps(other.mention().span());
    }

    /** Without those who stand on the other side too: one who acts is not acted on as well, though the text names him twice. */
    Side without(Side other) {
        return new Side(
                all,
                kept.stream()
                        .filter(filled -> other.kept.stream().noneMatch(filled::isSameActor))
                        .toList());
    }

    /** The chance that it is filled rightly: by those who fill it, and, if it is left open, by none of the others. */
    double chance() {
        if (kept.isEmpty())
            return 1 - all.stream().mapToDouble(Filled::chance).max().orElse(0);
        return kept.stream().mapToDouble(Filled::chance).reduce(1, (one, other) -> one * other);
    }

    List<Words> words() {
        return kept.stream().map(filled -> filled.candidate().words()).toList();
    }

    List<Role> roles() {
        return kept.stream()
                .map(filled ->
                        new Role(filled.mention().actor(), filled.mention().span()))
                .toList();
    }
}
