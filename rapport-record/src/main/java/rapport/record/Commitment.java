package rapport.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.ontology.CommitmentState;

/**
 * One line of the ledger: what an obligor has been asked, or has undertaken, to do.
 *
 * @param id from obligor and first part, so that it stays when others come to it
 * @param obligor id, at the topmost of what it is part of
 * @param beneficiary id of the one who asked, or to whom it was undertaken
 * @param content the words of its first part
 * @param conditions ids of statements
 * @param due by which day; unknown if no part tells it
 * @param demands ids of event mentions in which it is asked, oldest first
 * @param assurances ids of event mentions in which it is undertaken; of an agreement, each side has its own line
 * @param acts ids of event mentions that tell it as done
 * @param evidence ids of event mentions that tell it as not done; a refusal stands in the history alone
 * @param history every change of state; the last is {@code state}
 */
public record Commitment(
        String id,
        String obligor,
        Optional<String> beneficiary,
        String content,
        List<String> conditions,
        Time due,
        List<String> demands,
        List<String> assurances,
        List<String> acts,
        List<String> evidence,
        CommitmentState state,
        List<Step> history) {

    public Commitment {
        conditions = List.copyOf(conditions);
        demands = List.copyOf(demands);
        assurances = List.copyOf(assurances);
        acts = List.copyOf(acts);
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
    }

    /**
     * A change of state.
     *
     * @param day of the report that moved it; empty if unknown
     * @param because ids of event mentions
     * @param accordingTo ids of actors; empty where a report says it itself
     */
    public record Step(Optional<LocalDate> day, CommitmentState state, List<String> because, List<String> accordingTo) {

        public Step {
            because = List.copyOf(because);
            accordingTo = List.copyOf(accordingTo);
        }

        /** The same change, told once more. */
        public Step alsoBecause(String id) {
            return new Step(
                    day, state, Stream.concat(because.stream(), Stream.of(id)).toList(), accordingTo);
        }
    }
}
