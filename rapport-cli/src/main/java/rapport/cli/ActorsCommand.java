package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.actor.ActorDictionary;
import rapport.actor.DictionaryCheck;

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
                    List<Path> files)
            throws IOException {
        List<Path> own = files == null ? List.of() : files;
        for (Path file : own) Given.requireFile(file, "an actor file");
        ActorDictionary dictionary = own.isEmpty() ? ActorDictionary.shipped() : ActorDictionary.shippedWith(own);
        PrintWriter out = spec.commandLine().getOut();
        List<DictionaryCheck.Finding> findings = DictionaryCheck.of(dictionary);
        for (DictionaryCheck.Finding finding : findings) {
            out.println(finding.sort().name().toLowerCase(Locale.ROOT) + ": " + finding.message());
        }
        out.println(dictionary.all().size() + " actors, " + findings.size() + " findings");
        return 0;
    }
}
