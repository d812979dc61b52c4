package rapport.web.page;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rapport.ontology.CommitmentState;
import rapport.record.Commitment;

/** Who has been asked, or has undertaken, to do what, and what became of it? */
public record LedgerPage(
        Edition edition,
        Query query,
        Map<CommitmentState, Integer> states,
        Map<String, String> obligors,
        Map<String, String> beneficiaries,
        Rows<Commitment> lines) {

    /** Open and contested lines first: they are what a reader looks for. */
    private static final List<CommitmentState> FIRST =
            List.of(CommitmentState.DEMANDED, CommitmentState.ASSURED, CommitmentState.CONTESTED);

    public static LedgerPage of(Edition edition, Query query) {
        query.allow("obligor", "beneficiary", "state");
        Optional<CommitmentState> state = query.code("state", CommitmentState.class);
        Optional<Set<String>> obligor =
                query.text("obligor").map(id -> edition.side(id).ids());
        Optional<Set<String>> beneficiary =
                query.text("beneficiary").map(id -> edition.side(id).ids());
        List<Commitment> some = obligor.map(
                        ids -> openFirst(edition.indexes().obligors().about(ids)))
                .or(() -> beneficiary.map(
                        ids -> openFirst(edition.indexes().creditors().about(ids))))
                .orElse(edition.figures().ledger());
        List<Commitment> sides = beneficiary
                .map(ids -> some.stream()
                        .filter(line -> line.beneficiary().filter(ids::contains).isPresent())
                        .toList())
                .orElse(some);
        Map<CommitmentState, Integer> states = new EnumMap<>(CommitmentState.class);
        sides.forEach(line -> states.merge(line.state(), 1, Integer::sum));
        return new LedgerPage(
                edition,
                query,
                states,
                Choices.actors(edition, edition.figures().obligors().stream()),
                Choices.actors(edition, edition.figures().beneficiaries().stream()),
                Rows.of(
                        state.map(s -> sides.stream()
                                        .filter(line -> line.state() == s)
                                        .toList())
                                .orElse(sides),
                        query));
    }

    static List<Commitment> openFirst(List<Commitment> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> !FIRST.contains(line.state())))
                .toList();
    }

    /** Ids of all event mentions that a line rests on. */
    static Stream<String> parts(Commitment line) {
        return Stream.concat(
                        Stream.of(line.demands(), line.assurances(), line.acts(), line.evidence()),
                        line.history().stream().map(Commitment.Step::because))
                .flatMap(List::stream)
                .distinct();
    }

    /** Who is said to have asked for it. */
    static Stream<String> askers(Commitment line) {
        return line.history().stream()
                .filter(step -> step.state() == CommitmentState.DEMANDED)
                .flatMap(step -> step.accordingTo().stream());
    }

    /** When it was opened. */
    public static String since(Commitment line) {
        return line.history().get(0).day().map(Object::toString).orElse("no day");
    }
}
