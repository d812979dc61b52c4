package rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.actor.ActorDictionary;
import rapport.actor.DictionaryCheck;

/** {@code rapport actors}: who is who. */
@Command(name = "actors", mixinStandardHelpOptions = true, description = "The actor dictionary.")
final class ActorsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of the actors? See below.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Print overlaps, gaps and odd terms of the dictionary; with faults in a file, those alone.")
    int check(
            @Option(
                            names = "--actors",
                            paramLabel = "FILE",
                            description = "An actor file of your own; may be given more than once.")
                    List<Path> files)
            throws IOException {
        List<Path> own = files == null ? new ArrayList<>() : files;
        ActorDictionary dictionary = own.isEmpty() ? ActorDictionary.shipped() : ActorDictionary.shippedWith(own);
        PrintWriter out = spec.commandLine().getOut();
        List<DictionaryCheck.Finding> findings = DictionaryCheck.of(dictionary);
        for (DictionaryCheck.Finding finding : findings) {
            out.println(finding.sort().name().toLowerCase(java.util.Locale.ROOT) + ": " + finding.message());
        }
        out.println(dictionary.all().size() + " actors, " + findings.size() + " findings");
        return 0;
    }
}
