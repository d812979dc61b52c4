package rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.actor.ActorDictionary;
import rapport.actor.DictionaryCheck;
import rapport.evaluation.Report;

/** {@code rapport actors}: who is who. */
@Command(name = "actors", description = "Check the files of who is who.", synopsisSubcommandLabel = "COMMAND")
final class ActorsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    @Command(
            name = "check",
            description =
                    "Print what a person should look at in the actor files: names that two actors share, gaps, odd terms. "
                            + "Findings are no failure; lines that cannot be read are, and are printed alone.")
    int check(
            @Option(
                            names = "--actors",
                            paramLabel = "FILE",
                            description = "Your own actors, beside those of the program; may be given more than once.")
                    @Nullable
                    List<Path> files,
            @Mixin JsonOption json)
            throws IOException {
        List<Path> own = files == null ? List.of() : files;
        for (Path file : own) Given.requireFile(file, "an actor file");
        ActorDictionary dictionary = own.isEmpty() ? ActorDictionary.shipped() : ActorDictionary.shippedWith(own);
        List<DictionaryCheck.Finding> findings = DictionaryCheck.of(dictionary);
        report(dictionary.all().size(), findings).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    private static Report report(int actors, List<DictionaryCheck.Finding> findings) {
        List<Map<String, String>> trees = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (DictionaryCheck.Finding finding : findings) {
            String sort = finding.sort().name().toLowerCase(Locale.ROOT);
            Map<String, String> tree = new LinkedHashMap<>();
            tree.put("sort", sort);
            tree.put("message", finding.message());
            trees.add(tree);
            table.add(sort + ": " + finding.message());
        }
        table.add(actors + " actors, " + findings.size() + " findings");
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("actors", actors);
        tree.put("findings", trees);
        return new Report(tree, table);
    }
}
