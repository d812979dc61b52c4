package rapport.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.evaluation.Report;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Correction.Verdict;
import rapport.store.Outcome;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.store.Submission;

/** {@code rapport correct ID}: what a reviewer says of a record, kept beside what was read. */
@Command(
        name = "correct",
        sortOptions = false,
        sortSynopsis = false,
        description = {
            "Say that a record is right or wrong, or what it should be. What was read stays; who said what and when is kept, "
                    + "and holds when the report is read again.",
            "One of --field, --accept, --reject, --unsure, --join, --split, --ask, --undo or --comment alone."
        })
final class CorrectCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description =
                    "Of an event mention, a statement or a mention, as show --json and export have it; with sameAs also of an actor.")
    private @Nullable String id;

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description =
                    "Of an event mention: eventType, modality, actors, recipients, when, place; of a statement: source, kind, addressee, negated, quotation; of a mention: actor, form; of an actor: sameAs.")
    private @Nullable String field;

    @Option(
            names = "--to",
            paramLabel = "JSON",
            description =
                    "What it should be, as an export has it, or short: ASSAULT, [\"gra\"], 2024-05-03, null for nothing.")
    private @Nullable String to;

    @Option(names = "--settle", description = "With --field: settles a difference between reviewers.")
    private boolean settle;

    @Option(names = "--accept", description = "It is right as it stands.")
    private boolean accept;

    @Option(names = "--reject", description = "There is no such thing in the text.")
    private boolean reject;

    @Option(names = "--unsure", description = "It cannot be told.")
    private boolean unsure;

    @Option(names = "--join", paramLabel = "ID", description = "This event mention tells the same event.")
    private @Nullable String join;

    @Option(names = "--split", paramLabel = "ID", description = "This event mention tells another event.")
    private @Nullable String split;

    @Option(
            names = "--ask",
            paramLabel = "NAME",
            description = "Ask this reviewer for an opinion: it comes first in his queue of rapport serve.")
    private @Nullable String ask;

    @Option(names = "--undo", paramLabel = "CORRECTION", description = "Take this correction back, by its id.")
    private @Nullable String undo;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Words to it.")
    private @Nullable String comment;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "The reviewer's name.")
    private String by = "";

    @Option(
            names = "--seen",
            paramLabel = "CORRECTION",
            description =
                    "The last correction that you have seen. If somebody else has changed the same since, nothing is stored. "
                            + "Default: the last that there is.")
    private @Nullable String seen;

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        submissions(List.of()); // what is wrong is told before the record is opened
        List<Outcome.Stored> stored;
        try (RecordStore store = RecordStore.openExisting(record.file(), Assembly.unread())) {
            List<Correction> known;
            try (Snapshot snapshot = store.snapshot()) {
                known = known(snapshot);
            }
            stored = store.together(storing(store, submissions(known)));
        }
        report(stored).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    /** All of it or, if anything of it cannot be stored, nothing. */
    private Supplier<List<Outcome.Stored>> storing(RecordStore store, List<Submission> submissions) {
        return () -> submissions.stream()
                .map(submission -> stored(submission, store.correct(submission, clock)))
                .toList();
    }

    private Outcome.Stored stored(Submission submission, Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) return stored;
        if (outcome instanceof Outcome.Conflict conflict) {
            String newer =
                    conflict.newer().stream().map(c -> c.id() + " by " + c.by()).collect(Collectors.joining(", "));
            String last = conflict.newer().get(conflict.newer().size() - 1).id();
            throw new Refused(submission.of() + ": found newer corrections of its " + submission.field() + " (" + newer
                    + "), expected that you have seen them. Look at \"rapport show corrections\", then run the same command"
                    + " with --seen " + last + "; nothing has been stored.");
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        throw new Refused(
                record.file() + ": found " + refused.found() + ", expected " + refused.expected()
                        + ". \"rapport show document\" and \"rapport show corrections\" with --json give ids; nothing has been stored.");
    }

    /** What there is of the record that is spoken of, oldest first. */
    private List<Correction> known(Snapshot snapshot) {
        String of = id;
        if (undo != null) {
            try (Stream<Correction> all = snapshot.corrections()) {
                of = all.filter(c -> c.id().equals(undo))
                        .map(Correction::of)
                        .findFirst()
                        .orElse("");
            }
        }
        String subject = of == null ? "" : of;
        Stream<Correction> all = snapshot.correctionsOf(subject).stream();
        if (snapshot.correctionsOf(subject).isEmpty()) {
            try (Stream<Correction> every = snapshot.corrections()) { // of a record that is not there now
                all = every.filter(c -> c.of().equals(subject)).toList().stream();
            }
        }
        String other = join != null ? join : split;
        if (other != null) all = Stream.concat(all, snapshot.correctionsOf(other).stream());
        return all.distinct().sorted(Correction.BY_TIME).toList();
    }

    private List<Submission> submissions(List<Correction> known) {
        Optional<String> last = seen != null
                ? Optional.of(seen)
                : known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(known.get(known.size() - 1).id());
        String token = clock.instant().toString();
        if (undo != null) {
            if (id != null || action().isPresent() || comment != null) throw wrong("--undo with something else");
            return List.of(Submission.undo(undo, by, last, token));
        }
        if (id == null) throw wrong("no ID");
        String of = id;
        List<Submission> submissions = new ArrayList<>();
        action().ifPresent(action ->
                submissions.add(new Submission(of, action.getKey(), Optional.of(action.getValue()), by, last, token)));
        if (comment != null) {
            submissions.add(new Submission(of, Field.COMMENT.code(), Optional.of(comment), by, last, token));
        }
        if (submissions.isEmpty()) throw wrong("nothing to say of " + of);
        return submissions;
    }

    /** The field and what it should be. */
    private Optional<Map.Entry<String, String>> action() {
        Map<String, String> actions = new LinkedHashMap<>();
        if (field != null) {
            if (to == null) throw wrong("--field without --to");
            actions.put(field + (settle ? ".settled" : ""), to);
        } else if (to != null || settle) {
            throw wrong("--to or --settle without --field");
        }
        int verdicts = (accept ? 1 : 0) + (reject ? 1 : 0) + (unsure ? 1 : 0);
        if (verdicts > 0) {
            Verdict verdict = accept ? Verdict.ACCEPTED : reject ? Verdict.REJECTED : Verdict.UNSURE;
            actions.put(Field.VERDICT.code(), verdict.code());
        }
        if (join != null) actions.put(Field.JOIN.code(), join);
        if (split != null) actions.put(Field.SPLIT.code(), split);
        if (ask != null) actions.put(Field.ASKED.code(), ask);
        if (actions.size() > 1 || verdicts > 1) throw wrong("more than one thing to do");
        return actions.entrySet().stream().findFirst();
    }

    private ParameterException wrong(String found) {
        return new ParameterException(
                spec.commandLine(),
                "rapport correct: found " + found + ", expected ID and one of --field with --to, --accept, --reject,"
                        + " --unsure, --join, --split, --ask, --comment; or --undo alone");
    }

    private static Report report(List<Outcome.Stored> stored) {
        List<Map<String, Object>> trees = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (Outcome.Stored one : stored) {
            Correction c = one.correction();
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", c.id());
            tree.put("of", c.of());
            tree.put("field", c.writtenField());
            tree.put("isNew", one.isNew());
            trees.add(tree);
            table.add(c.id() + ": " + c.writtenField() + " of " + c.of()
                    + (one.isNew() ? "" : ", which was there already"));
        }
        return new Report(Map.of("corrections", trees), table);
    }
}
