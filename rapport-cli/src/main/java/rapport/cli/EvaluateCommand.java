package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.analysis.reader.Model;
import rapport.evaluation.Agreement;
import rapport.evaluation.ExchangeEvaluation;
import rapport.evaluation.GoldEvaluation;
import rapport.evaluation.IdentityEvaluation;
import rapport.evaluation.PlvEvaluation;
import rapport.evaluation.PolnearEvaluation;
import rapport.evaluation.Report;
import rapport.store.Snapshot;

/** {@code rapport evaluate}: how often we are right. */
@Command(
        name = "evaluate",
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure the program, as \"rapport read\" uses it, against what people coded.")
final class EvaluateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which measure? See below.");
    }

    @Command(
            name = "plv",
            // the parser sorts by the default locale: in Turkish "--ids" comes after "--model"
            sortOptions = false,
            sortSynopsis = false,
            description = "PLOVER class of a given pair, on rows in the form of the PLV set.")
    int plv(
            @Parameters(
                            paramLabel = "FILE.tsv",
                            description =
                                    "Columns by name: sentence, marked_sentence, source, target, gold_root, gold_penta; uid if there.")
                    Path file,
            @Option(
                            names = "--ids",
                            paramLabel = "FILE",
                            description =
                                    "Keep the rows with these ids, one a line: a uid, or the number of the row from 0.")
                    @Nullable
                    Path ids,
            @Option(
                            names = "--folds",
                            arity = "5",
                            paramLabel = "MODEL",
                            description = "Five models, from that of fold 0 on: each reads the rows of its fold.")
                    @Nullable
                    List<Path> folds,
            @Mixin CoderOptions coder,
            @Mixin JsonOption json)
            throws IOException {
        Given.requireFile(file, "rows in the form of the PLV set");
        if (folds != null) for (Path fold : folds) Given.requireFile(fold, "a model");
        Set<String> kept = new HashSet<>();
        if (ids != null) {
            Files.readAllLines(Given.requireFile(ids, "ids, one a line"), StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .forEach(kept::add);
        }
        List<Model> models = new ArrayList<>();
        if (folds != null) for (Path fold : folds) models.add(Model.of(fold));
        try (Assembly assembly = coder.assemble()) {
            return print(
                    PlvEvaluation.of(
                            file, assembly.dictionary(), kept, models.isEmpty() ? List.of(assembly.model()) : models),
                    json);
        } finally {
            models.forEach(Model::close);
        }
    }

    @Command(
            name = "polnear",
            description = "Source, cue and content against PolNeAR: a .jsonl of texts, or a folder of articles.")
    int polnear(
            @Parameters(paramLabel = "FILE.jsonl|DIR", description = "Texts with a label a word, or brat files.")
                    Path path,
            @Mixin CoderOptions coder,
            @Mixin JsonOption json)
            throws IOException {
        Given.requireReadable(path, "texts or a folder of articles in the form of PolNeAR");
        try (Assembly assembly = coder.assemble()) {
            return print(PolnearEvaluation.of(path, assembly.pipeline()), json);
        }
    }

    @Command(name = "gold", description = "Every layer against documents coded by the guide.")
    int gold(
            @Parameters(paramLabel = "DIR", description = "With .jsonl files of coded passages.") Path folder,
            @Mixin CoderOptions coder,
            @Mixin JsonOption json)
            throws IOException {
        Given.requireFolder(folder, "a folder with .jsonl files of coded passages");
        try (Assembly assembly = coder.assemble()) {
            return print(new GoldEvaluation(assembly.pipeline(), assembly.dictionary()).of(folder), json);
        }
    }

    @Command(
            name = "exchange",
            sortOptions = false,
            sortSynopsis = false,
            description =
                    "Whether the record stays the same when the two states of a coded passage exchange their names; who they are must not matter.")
    int exchange(
            @Parameters(paramLabel = "DIR", description = "With .jsonl files of coded passages.") Path folder,
            @Option(
                            names = "--changes",
                            paramLabel = "FILE",
                            description =
                                    "Write each passage whose record changes here, with what changes, as JSON Lines.")
                    @Nullable
                    Path changes,
            @Mixin CoderOptions coder,
            @Mixin JsonOption json)
            throws IOException {
        Given.requireFolder(folder, "a folder with .jsonl files of coded passages");
        try (Assembly assembly = coder.assemble();
                PrintWriter writer = changes == null
                        ? null
                        : new PrintWriter(Files.newBufferedWriter(changes, StandardCharsets.UTF_8))) {
            return print(new ExchangeEvaluation(assembly.pipeline(), assembly.dictionary()).of(folder, writer), json);
        }
    }

    @Command(
            name = "identity",
            sortOptions = false,
            sortSynopsis = false,
            description = "Which event mentions tell one event, on texts in the form of ECB+; the mentions are given.")
    int identity(
            @Parameters(paramLabel = "DIR", description = "With ECB_<part>_corpus.txt and its gold event mentions.")
                    Path folder,
            @Option(
                            names = "--part",
                            paramLabel = "PART",
                            defaultValue = "Dev",
                            description = "Train or Dev. Default: ${DEFAULT-VALUE}.")
                    String part,
            @Option(
                            names = "--pairs",
                            paramLabel = "FILE",
                            description = "Write each pair here, with what it is compared by, to fit the weights anew.")
                    @Nullable
                    Path pairs,
            @Mixin CoderOptions coder,
            @Mixin JsonOption json)
            throws IOException {
        Given.requireFolder(folder, "a folder in the form of ECB+");
        for (String name : List.of("corpus.txt", "Event_gold_mentions.json")) {
            Given.requireFile(folder.resolve("ECB_" + part + "_" + name), "texts and mentions in the form of ECB+");
        }
        try (Assembly assembly = coder.assemble();
                PrintWriter writer = pairs == null
                        ? null
                        : new PrintWriter(Files.newBufferedWriter(pairs, StandardCharsets.UTF_8))) {
            return print(new IdentityEvaluation(assembly.pipeline()).of(folder, part, writer), json);
        }
    }

    @Command(
            name = "agreement",
            description =
                    "How far reviewers agree: Krippendorff's alpha of each field, over records that two or more have judged.")
    int agreement(@Mixin RecordOption record, @Mixin JsonOption json) {
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            return print(Agreement.of(snapshot), json);
        }
    }

    private int print(Report report, JsonOption json) {
        report.print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }
}
