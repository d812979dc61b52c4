package rapport.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import rapport.actor.CodebookException;
import rapport.evaluation.Unreadable;
import rapport.store.StoreException;

/** The program: {@code rapport COMMAND ...}. */
@Command(
        name = "rapport",
        description =
                "Reads news reports and keeps the record: who did, said, demanded and promised what to whom, according to whom.",
        mixinStandardHelpOptions = true,
        versionProvider = Rapport.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, discards included", "1:failed", "2:wrong usage"},
        subcommands = {
            ReadCommand.class,
            ShowCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            RemoveCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            ActorsCommand.class
        })
final class Rapport implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The command line with its streams; tests hand in their own. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Rapport())
                .registerConverter(LocalDate.class, Rapport::day)
                .setExecutionExceptionHandler((exception, commandLine, result) -> failed(exception, err))
                .setUsageHelpAutoWidth(false)
                .setOut(out)
                .setErr(err);
    }

    private static int failed(Exception exception, PrintWriter err) {
        boolean isTold = exception instanceof StoreException
                || exception instanceof CodebookException
                || exception instanceof Unreadable
                || exception instanceof Refused;
        if (isTold) {
            err.println(exception.getMessage());
        } else {
            // anything else is the program's fault, or the machine's: say what it was doing, with its causes
            for (Throwable at = exception; at != null; at = at.getCause()) {
                err.println((at == exception ? "rapport failed: " : "  because: ") + told(at));
            }
        }
        return 1;
    }

    private static String told(Throwable throwable) {
        String message = throwable.getMessage();
        String kind = throwable.getClass().getSimpleName();
        return message == null ? kind : kind + ": " + message;
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("found \"" + value + "\", expected a day as yyyy-MM-dd");
        }
    }

    /** Versions of program, format, codebook and model. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            try (Assembly assembly = Assembly.shipped()) {
                return new String[] {
                    assembly.format().program(),
                    "format " + assembly.format().version(),
                    "codebook " + assembly.format().codebook(),
                    "model " + assembly.format().model()
                };
            }
        }
    }
}
