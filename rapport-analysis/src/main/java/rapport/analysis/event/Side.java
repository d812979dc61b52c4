package rapport.analysis.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern AND = Pattern.compile(" (?:and|or|as well as)(?: also)?(?: the| both)? ");
    private static final Pattern COMMA = Pattern.compile(", (?:the )?");

    /** Before the last of three or more; between two it mostly parts clauses. */
    private static final Pattern COMMA_AND = Pattern.compile("," + AND);

    private static final int LONGEST_JOIN = ", as well as also both ".length();

    private static final Pattern POSSESSIVE = Pattern.compile("(?i)my|your|his|her|its|our|their|whose");

    /** After the last of those on whom something is done: it is the subject of another clause. */
    private static final Pattern VERB = Pattern.compile(
            " (?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|say|do|does|did)\\b");

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
        return new Side(all, inOrder(kept));
    }

    /**
     * With all who stand in one list with somebody who fills it: "Lind, Orlan and the union". Of 776 coded pairs of neighbours in a list 718 fill a role
     * together; most others are the ends of two clauses, which a comma or a verb after the second tells.
     */
    Side withLists(String text, Span trigger, List<Candidate> candidates) {
        if (kept.isEmpty()) return this;
        List<Filled> listed = new ArrayList<>(kept);
        for (Candidate last : candidates) {
            boolean isSubject = trigger.end() <= last.mention().span().start()
                    && VERB.matcher(text)
                            .region(last.mention().span().end(), text.length())
                            .lookingAt();
            if (isSubject) continue;
            List<Candidate> list = listTo(last, text, candidates);
            for (Filled one : kept) {
                if (!list.contains(one.candidate())) continue;
                for (Candidate other : list) {
                    Filled next = new Filled(other, one.chance());
                    if (listed.stream().noneMatch(there -> there.candidate().equals(other) || isDouble(there, next)))
                        listed.add(next);
                }
            }
        }
        return new Side(all, inOrder(listed));
    }

    /** The list that ends with a mention; empty if none does. */
    private static List<Candidate> listTo(Candidate last, String text, List<Candidate> candidates) {
        if (POSSESSIVE.matcher(last.mention().span().in(text)).matches()) return List.of();
        List<Candidate> list = before(last, text, candidates, AND);
        if (list.isEmpty()) {
            list = before(last, text, candidates, COMMA_AND);
            boolean isPair = list.size() == 1
                    && before(list.get(0), text, candidates, COMMA).isEmpty();
            if (isPair) return List.of();
        }
        if (list.isEmpty()) return List.of();
        List<Candidate> all = new ArrayList<>(List.of(last));
        while (!list.isEmpty()) {
            all.addAll(list);
            list = before(list.get(0), text, candidates, COMMA);
        }
        return all;
    }

    /** The widest mention that ends where these words begin which lead to another: several, if it means several. */
    private static List<Candidate> before(Candidate after, String text, List<Candidate> candidates, Pattern words) {
        int end = after.mention().span().start();
        List<Candidate> found = candidates.stream()
                .filter(candidate -> {
                    int start = candidate.mention().span().end();
                    return start < end
                            && end - start <= LONGEST_JOIN
                            && words.matcher(text.substring(start, end)).matches();
                })
                .toList();
        int widest = found.stream()
                .mapToInt(candidate -> candidate.mention().span().length())
                .max()
                .orElse(0);
        return found.stream()
                .filter(candidate -> candidate.mention().span().length() == widest)
                .toList();
    }

    private static List<Filled> inOrder(List<Filled> filled) {
        return filled.stream()
                .sorted(Comparator.comparing((Filled one) -> one.mention().span())
                        .thenComparing(one -> one.mention().id()))
                .toList();
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
