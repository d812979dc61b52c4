package rapport.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.ontology.CommitmentState;
import rapport.ontology.Modality;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Document;
import rapport.record.Event;
import rapport.record.EventMention;
import rapport.record.Judgement;
import rapport.record.Role;
import rapport.record.Statement;
import rapport.record.Storyline;
import rapport.store.Hit;
import rapport.store.Snapshot;
import rapport.storyline.Dyads;
import rapport.storyline.Period;
import rapport.storyline.Selection;
import rapport.storyline.Together;

/** {@code rapport show}: the record, down to its sentences. */
@Command(name = "show", synopsisSubcommandLabel = "COMMAND", description = "Show what is in the record.")
final class ShowCommand implements Runnable {

    /** What still wants looking at. */
    private static final Set<CommitmentState> OPEN =
            EnumSet.of(CommitmentState.DEMANDED, CommitmentState.ASSURED, CommitmentState.CONTESTED);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Show what? See below.");
    }

    @Command(
            name = "timeline",
            description = {
                "What two sides did to each other, oldest report first, each with its sentence.",
                "What belongs to a side counts with it: its ministries, its armies, its people in office."
            })
    int timeline(
            @Parameters(paramLabel = "ACTOR", description = "Id or name.") String one,
            @Parameters(paramLabel = "ACTOR", description = "Id or name.") String other,
            @Option(names = "--done", description = "Only what is told as done: occurred and ongoing.") boolean done,
            @Mixin SurenessOption sure,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        return show(record, json, "eventMentions", (snapshot, page, references) -> {
            Sides sides = Sides.of(snapshot);
            Set<String> first = sides.require(one);
            Set<String> second = sides.require(other);
            try (Stream<EventMention> events = snapshot.eventMentionsOf(first, second)) {
                events.filter(sure::takes)
                        .filter(event ->
                                !done || event.modality() == Modality.OCCURRED || event.modality() == Modality.ONGOING)
                        .forEach(page::event);
            }
        });
    }

    @Command(
            name = "statements",
            description = {
                "What an actor, or what belongs to it, is said to have said: oldest report first.",
                "With --about statements that mean something like these words, by anybody if no actor is named: under their"
                        + " speakers, likest first. What is needed for that is made once and kept in the record."
            })
    int statements(
            @Parameters(paramLabel = "ACTOR", arity = "0..1", description = "Id or name.") @Nullable String actor,
            @Option(names = "--about", paramLabel = "WORDS", description = "A question, or what may have been said.")
                    @Nullable
                    String about,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            description = "With --about, at most so many. Default: ${DEFAULT-VALUE}.",
                            defaultValue = "20")
                    int limit,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        CommandLine statements =
                Objects.requireNonNull(spec.commandLine().getSubcommands().get("statements"));
        Given.requireOneOrMore(statements, "--limit", limit);
        if (about != null) return about(Optional.ofNullable(actor), about, limit, record, json);
        if (actor == null) throw new ParameterException(statements, "Whose statements? Name an actor, or use --about.");
        return show(record, json, "statements", (snapshot, page, references) -> {
            try (Stream<Statement> said =
                    snapshot.statementsOf(Sides.of(snapshot).require(actor))) {
                said.forEach(page::statement);
            }
        });
    }

    private int about(Optional<String> actor, String about, int limit, RecordOption record, JsonOption json) {
        return show(record, json, "statements", (snapshot, page, references) -> {
            Set<String> side = actor.isPresent() ? Sides.of(snapshot).require(actor.get()) : Set.of();
            List<About.Found> found = About.find(record.file(), about, limit, actor.isPresent()).stream()
                    .filter(hit -> snapshot.document(hit.document()).isPresent()) // this snapshot is the older one
                    .flatMap(hit -> references.statement(references.coded(hit.document()), hit.statement()).stream()
                            .map(statement -> new About.Found(statement, hit.likeness())))
                    .filter(one -> actor.isEmpty()
                            || one.statement()
                                    .source()
                                    .flatMap(Role::actor)
                                    .filter(side::contains)
                                    .isPresent())
                    .limit(limit)
                    .toList();
            About.bySpeaker(found, references).forEach(one -> page.statement(one.statement(), one.likeness()));
        });
    }

    @Command(name = "document", description = "One report, its sentences each with the records that were read from it.")
    int document(
            @Parameters(paramLabel = "DOCUMENT", description = "Id or path.") String idOrPath,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        return show(record, json, "documents", (snapshot, page, references) -> {
            Optional<Document> document = snapshot.document(idOrPath).or(() -> snapshot.documentAt(idOrPath));
            Coded coded = document.flatMap(d -> snapshot.coded(d.id()))
                    .orElseThrow(() -> new Refused(record.file() + ": found no document \"" + idOrPath
                            + "\", expected an id or a path. \"rapport show documents\" lists them."));
            page.document(coded);
        });
    }

    @Command(name = "documents", description = "All reports in the record, by day.")
    int documents(@Mixin RecordOption record, @Mixin JsonOption json) {
        return show(record, json, "documents", (snapshot, page, references) -> {
            try (Stream<Document> documents = snapshot.documents()) {
                documents.forEach(page::line);
            }
        });
    }

    @Command(name = "actors", description = "All actors in the record, with their ids.")
    int actors(@Mixin RecordOption record, @Mixin JsonOption json) {
        return show(record, json, "actors", (snapshot, page, references) -> {
            try (Stream<Actor> actors = snapshot.actors()) {
                actors.forEach(page::line);
            }
        });
    }

    @Command(name = "search", description = "Reports that hold all of these words, best first.")
    int search(
            @Parameters(
                            paramLabel = "WORD",
                            arity = "1..*",
                            description =
                                    "Words in quotation marks must stand together; a star after a word stands for any ending.")
                    List<String> words,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            description = "At most so many. Default: ${DEFAULT-VALUE}.",
                            defaultValue = "20")
                    int limit,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        CommandLine search =
                Objects.requireNonNull(spec.commandLine().getSubcommands().get("search"));
        Given.requireOneOrMore(search, "--limit", limit);
        return show(record, json, "documents", (snapshot, page, references) -> {
            for (Hit hit : snapshot.search(String.join(" ", words), limit)) page.hit(hit);
        });
    }

    @Command(
            name = "events",
            sortOptions = false,
            sortSynopsis = false,
            description = {
                "What was done, each event once, with all that tells it: by day, those without one last.",
                "What belongs to an actor counts with it."
            })
    int events(@Mixin SidesOption of, @Mixin SurenessOption sure, @Mixin RecordOption record, @Mixin JsonOption json) {
        return show(record, json, "events", (snapshot, page, references) -> {
            SidesOption.Both sides = of.of(Sides.of(snapshot));
            together(snapshot, sure, references).events().stream()
                    .filter(event -> sides.are(one -> takesPart(event, one), other -> takesPart(event, other)))
                    .forEach(page::event);
        });
    }

    @Command(
            name = "ledger",
            sortOptions = false,
            sortSynopsis = false,
            description = {
                "Who has been asked, or has undertaken, to do what, and what became of it: open and contested lines first.",
                "Each line with its history and the sentences that moved it."
            })
    int ledger(@Mixin SidesOption of, @Mixin SurenessOption sure, @Mixin RecordOption record, @Mixin JsonOption json) {
        return show(record, json, "commitments", (snapshot, page, references) -> {
            SidesOption.Both sides = of.of(Sides.of(snapshot));
            together(snapshot, sure, references).ledger().stream()
                    .filter(line -> sides.are(
                            one -> one.contains(line.obligor()),
                            other -> line.beneficiary().filter(other::contains).isPresent()))
                    .sorted(Comparator.comparing(line -> !OPEN.contains(line.state())))
                    .forEach(page::commitment);
        });
    }

    @Command(
            name = "dyad",
            sortOptions = false,
            sortSynopsis = false,
            description = {
                "What two sides did to each other over time, in each direction: events by class, told and only claimed apart.",
                "What belongs to a side counts with it; what only one side claims is never added to what is told."
            })
    int dyad(
            @Parameters(paramLabel = "ACTOR", description = "Id or name.") String one,
            @Parameters(paramLabel = "ACTOR", description = "Id or name.") String other,
            @Option(
                            names = "--by",
                            paramLabel = "UNIT",
                            description = "day, week, month or quarter. Default: ${DEFAULT-VALUE}.",
                            defaultValue = "month")
                    Period unit,
            @Option(names = "--own", description = "Only what the two do themselves, without what belongs to them.")
                    boolean own,
            @Mixin SelectionOptions selected,
            @Mixin SurenessOption sure,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        return show(record, json, "dyads", (snapshot, page, references) -> {
            Sides sides = Sides.of(snapshot);
            Set<String> first = side(sides, one, own);
            Set<String> second = side(sides, other, own);
            List<Coded> reports = sure.of(snapshot.reports());
            Dyads dyads = new Dyads(reports, together(snapshot, reports, references));
            String firstId = first.iterator().next();
            String secondId = second.iterator().next();
            Selection selection = selected.selection();
            page.series(dyads.series(first, firstId, second, secondId, unit, selection), dyads);
            page.series(dyads.series(second, secondId, first, firstId, unit, selection), dyads);
        });
    }

    private static Set<String> side(Sides sides, String actor, boolean own) {
        Set<String> side = sides.require(actor);
        return own ? Set.of(side.iterator().next()) : side;
    }

    @Command(
            name = "disputes",
            description =
                    "Events that are told in more than one way, or that somebody denies: every version, with its sources.")
    int disputes(@Mixin SurenessOption sure, @Mixin RecordOption record, @Mixin JsonOption json) {
        return show(
                record,
                json,
                "events",
                (snapshot, page, references) -> together(snapshot, sure, references).events().stream()
                        .filter(event -> !event.versions().isEmpty()
                                || !event.disputedBy().isEmpty())
                        .forEach(page::event));
    }

    @Command(name = "storylines", description = "Reports that belong to one course of affairs, earliest first.")
    int storylines(@Mixin SurenessOption sure, @Mixin RecordOption record, @Mixin JsonOption json) {
        return show(
                record,
                json,
                "storylines",
                (snapshot, page, references) ->
                        together(snapshot, sure, references).storylines().forEach(page::line));
    }

    @Command(
            name = "corrections",
            description = {
                "What reviewers have said of records, oldest first, with who and when; also what is undone.",
                "Marked are those in which reviewers differ, and those that lead to no record that is here now."
            })
    int corrections(@Mixin RecordOption record, @Mixin JsonOption json) {
        return show(record, json, "corrections", (snapshot, page, references) -> {
            List<Correction> all;
            try (Stream<Correction> corrections = snapshot.corrections()) {
                all = corrections.sorted(Correction.BY_TIME).toList();
            }
            Set<String> undone = Judgement.undone(all);
            Set<String> disputed = snapshot.disputedCorrections();
            Set<String> unplaced =
                    snapshot.unplacedCorrections().stream().map(Correction::id).collect(Collectors.toSet());
            for (Correction correction : all) {
                String id = correction.id();
                page.correction(
                        correction,
                        undone.contains(id)
                                ? "undone"
                                : unplaced.contains(id) ? "unplaced" : disputed.contains(id) ? "disputed" : "stands");
            }
        });
    }

    @Command(
            name = "storyline",
            description = {
                "One course of affairs: its reports and events in order, with what the order rests on.",
                "A day that no report tells stands with what it follows from."
            })
    int storyline(
            @Parameters(paramLabel = "STORYLINE", description = "Id.") String id,
            @Mixin SurenessOption sure,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        return show(record, json, "storylines", (snapshot, page, references) -> {
            Together together = together(snapshot, sure, references);
            Storyline storyline = together.storylines().stream()
                    .filter(line -> line.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(record.file() + ": found no storyline \"" + id
                            + "\", expected an id. \"rapport show storylines\" lists them."));
            page.course(Course.of(storyline, together, references));
        });
    }

    @Command(
            name = "actor",
            description = {
                "One actor: names and offices, what it did and what was done to it, what it said, is owed and owes.",
                "What belongs to it counts with it."
            })
    int actor(
            @Parameters(paramLabel = "ACTOR", description = "Id or name.") String idOrName,
            @Mixin SurenessOption sure,
            @Mixin RecordOption record,
            @Mixin JsonOption json) {
        return show(record, json, "actors", (snapshot, page, references) -> {
            Set<String> side = Sides.of(snapshot).require(idOrName);
            String id = side.iterator().next();
            Actor actor = snapshot.actor(id).orElseThrow(() -> new IllegalStateException("no actor " + id));
            List<Statement> statements;
            try (Stream<Statement> said = snapshot.statementsOf(side)) {
                statements = said.toList();
            }
            page.profile(Profile.of(actor, side, statements, together(snapshot, sure, references)));
        });
    }

    /** What all reports say together; from now on the page shows reports in the days in which they were placed. */
    private static Together together(Snapshot snapshot, SurenessOption sure, References references) {
        return together(snapshot, sure.of(snapshot.reports()), references);
    }

    private static Together together(Snapshot snapshot, List<Coded> reports, References references) {
        Together together = Together.of(reports, snapshot.settings(), snapshot.reviewed());
        references.place(together);
        return together;
    }

    private static boolean takesPart(Event event, Set<String> side) {
        return Stream.concat(event.actors().stream(), event.recipients().stream())
                .anyMatch(side::contains);
    }

    private interface View {
        void show(Snapshot snapshot, RecordPage page, References references);
    }

    /** @param key of what is shown, in JSON */
    private int show(RecordOption record, JsonOption json, String key, View view) {
        PrintWriter out = spec.commandLine().getOut();
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            References references = new References(snapshot);
            RecordPage page = json.isGiven() ? new JsonPage(references, out, key) : new TextPage(references, out);
            view.show(snapshot, page, references);
            page.end();
        }
        return 0;
    }
}
