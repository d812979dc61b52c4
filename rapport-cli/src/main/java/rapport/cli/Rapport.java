package rapport.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import rapport.actor.CodebookException;
import rapport.analysis.reader.ModelException;
import rapport.evaluation.Unreadable;
import rapport.store.StoreException;
import rapport.storyline.Period;
import rapport.web.account.AccountsException;

/** The program: {@code rapport COMMAND ...}. */
@Command(
        name = "rapport",
        description =
                "Reads news reports and keeps the record: who did, said, demanded and promised what to whom, according to whom.",
        versionProvider = Rapport.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = "%n\"rapport COMMAND --help\" explains a command.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, discards included", "1:failed", "2:wrong usage"})
final class Rapport implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            ReadCommand.class,
            ShowCommand.class,
            CorrectCommand.class,
            SettingsCommand.class,
            ServeCommand.class,
            AccountsCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            RemoveCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            ActorsCommand.class);

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** What a message of the JDK may say of a fault: it might quote a report. */
    private static final int LONGEST_QUOTE = 80;

    private final Output output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli answers it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the versions of program, format, codebook and model.")
    @SuppressWarnings("UnusedVariable")
    private boolean version;

    private Rapport(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    /** Standard output as bytes, for what is not meant for eyes alone. */
    OutputStream output() {
        return output;
    }

    public static void main(String[] arguments) {
        // not System.out: it would swallow a full disk
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), arguments));
    }

    /**
     * Runs one command.
     *
     * @param standardOutput gets results only
     * @param standardError gets progress, warnings and errors
     * @return the exit code
     */
    static int run(OutputStream standardOutput, OutputStream standardError, String... arguments) {
        Output output = new Output(standardOutput);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(standardError, StandardCharsets.UTF_8), true);
        int code;
        try {
            code = commandLine(output, out, err, arguments).execute(arguments);
        } catch (OutOfMemoryError e) {
            long most = Runtime.getRuntime().maxMemory() / 1_000_000;
            err.println(
                    "rapport: found " + most + " MB of memory full, expected that to be enough. Run the same command"
                            + " again, on fewer files at once; what is stored is safe.");
            code = FAILED;
        }
        out.flush();
        if (output.isClosedByReader()) return code; // as by "| head": enough was read
        if (output.failure().isPresent()) {
            err.println("standard output: found \"" + output.failure().get()
                    + "\", expected a place to write to. Free some space, then run the same command again.");
            return FAILED;
        }
        return code;
    }

    /** With the one command that is asked for, or all: looking at all of them takes half a second, which the first record waits for. */
    private static CommandLine commandLine(Output output, PrintWriter out, PrintWriter err, String... words) {
        CommandLine line = new CommandLine(new Rapport(output));
        Optional<Class<?>> asked = COMMANDS.stream()
                .filter(command -> words.length > 0
                        && command.getAnnotation(Command.class).name().equals(words[0]))
                .findFirst();
        asked.map(List::<Class<?>>of).orElse(COMMANDS).forEach(line::addSubcommand);
        return line.registerConverter(Integer.class, Rapport::number)
                .registerConverter(int.class, Rapport::number)
                .registerConverter(Period.class, Rapport::period)
                .setParameterExceptionHandler((exception, arguments) -> wrongUsage(exception, err))
                .setExecutionExceptionHandler((exception, commandLine, result) -> failed(exception, output, err))
                .setUsageHelpAutoWidth(false)
                .setOut(out)
                .setErr(err);
    }

    /** One line; with the choices if it was no command at all. */
    private static int wrongUsage(ParameterException exception, PrintWriter err) {
        CommandLine command = exception.getCommandLine();
        err.println(exception.getMessage());
        if (command.getSubcommands().isEmpty() || command.getCommand() instanceof Callable<?>) {
            err.println("\"" + command.getCommandSpec().qualifiedName() + " --help\" explains the command.");
        } else {
            command.usage(err);
        }
        return WRONG_USAGE;
    }

    private static int failed(Exception exception, Output output, PrintWriter err) {
        if (output.failure().isPresent()) return output.isClosedByReader() ? 0 : FAILED; // told at the end
        boolean isTold = exception instanceof StoreException
                || exception instanceof CodebookException
                || exception instanceof ModelException
                || exception instanceof Unreadable
                || exception instanceof AccountsException
                || exception instanceof Refused;
        Throwable cause = exception instanceof UncheckedIOException unchecked ? unchecked.getCause() : exception;
        if (isTold) {
            err.println(exception.getMessage());
        } else if (cause instanceof IOException disk) {
            err.println(place(disk) + ": found \"" + reason(disk)
                    + "\", expected a file that can be read and written. Check path, permission and free space.");
        } else {
            fault(exception, err);
        }
        return FAILED;
    }

    private static String place(IOException disk) {
        return disk instanceof FileSystemException system && system.getFile() != null ? system.getFile() : "rapport";
    }

    private static String reason(IOException disk) {
        String reason = disk instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : disk.getMessage();
        String kind = disk.getClass().getSimpleName();
        return disk instanceof FileSystemException || reason == null ? kind : reason;
    }

    /** A fault of the program: what it was doing, and where in the program it was. */
    private static void fault(Throwable fault, PrintWriter err) {
        err.println(
                "rapport: found a fault of the program, expected none. Report it as a bug with the lines below; what is"
                        + " stored is safe, and nothing half-done is.");
        for (Throwable at = fault; at != null; at = at.getCause()) {
            String message = at.getMessage() == null ? "" : ": " + at.getMessage();
            String told = message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message;
            err.println("  " + at.getClass().getSimpleName() + told.replace('\n', ' '));
            for (StackTraceElement element : at.getStackTrace()) {
                if (!element.getClassName().startsWith("rapport.")) continue;
                err.println("    in " + element.getClassName() + ", line " + element.getLineNumber());
                break;
            }
        }
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("found \"" + value + "\", expected a whole number");
        }
    }

    private static Period period(String value) {
        for (Period period : Period.values()) {
            if (period.code().equals(value)) return period;
        }
        throw new TypeConversionException("found \"" + value + "\", expected day, week, month or quarter");
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
