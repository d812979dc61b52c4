package rapport.cli;

import java.io.IOException;
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
import rapport.evaluation.GoldEvaluation;
import rapport.evaluation.PlvEvaluation;
import rapport.evaluation.PolnearEvaluation;
import rapport.evaluation.Report;

/** {@code rapport evaluate}: how often we are right. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure against what people coded. Prints a table, or JSON.")
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
            mixinStandardHelpOptions = true,
            description = "PLOVER class of a given pair, on rows in the form of the PLV set.")
    int plv(
            @Parameters(
                            paramLabel = "FILE.tsv",
                            description = "Columns by name: sentence, marked_sentence, gold_root, gold_penta.")
                    Path file,
            @Option(names = "--ids", paramLabel = "FILE", description = "Keep the rows with these ids, one a line.")
                    @Nullable
                    Path ids,
            @Option(
                            names = "--folds",
                            arity = "5",
                            paramLabel = "MODEL",
                            description = "Five models: rows of fold k are read by model k.")
                    @Nullable
                    List<Path> folds,
            @Mixin CoderOptions coder,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws IOException {
        Set<String> kept = new HashSet<>();
        if (ids != null) {
            Files.readAllLines(ids, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .forEach(kept::add);
        }
        List<Model> models = new ArrayList<>();
        if (folds != null) for (Path fold : folds) models.add(Model.of(fold));
        try (Assembly assembly = coder.assemble()) {
            return print(PlvEvaluation.of(file, kept, models.isEmpty() ? List.of(assembly.model()) : models), json);
        } finally {
            models.forEach(Model::close);
        }
    }

    @Command(
            name = "polnear",
            mixinStandardHelpOptions = true,
            description = "Source, cue and content against PolNeAR: a .jsonl of texts, or a folder of articles.")
    int polnear(
            @Parameters(paramLabel = "FILE.jsonl|DIR") Path path,
            @Mixin CoderOptions coder,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws IOException {
        try (Assembly assembly = coder.assemble()) {
            return print(PolnearEvaluation.of(path, assembly.pipeline()), json);
        }
    }

    @Command(
            name = "gold",
            mixinStandardHelpOptions = true,
            description = "Every layer against documents coded by the guide.")
    int gold(
            @Parameters(paramLabel = "DIR", description = "With .jsonl files of coded passages.") Path folder,
            @Mixin CoderOptions coder,
            @Option(names = "--json", description = "As JSON.") boolean json)
            throws IOException {
        if (!Files.exists(folder)) {
            throw new Refused(folder + ": found no such folder, expected one with .jsonl files. Check the path.");
        }
        try (Assembly assembly = coder.assemble()) {
            return print(new GoldEvaluation(assembly.pipeline(), assembly.dictionary()).of(folder), json);
        }
    }

    private int print(Report report, boolean json) {
        report.print(spec.commandLine().getOut(), json);
        return 0;
    }
}
