package rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.store.RecordStore;

/** {@code rapport read PATH...}: reports in, records kept. */
@Command(
        name = "read",
        description = {
            "Read reports into the record: plain text or HTML, folders with all that is in them.",
            "What was read before and has not changed is left as it is; a changed file replaces its own records. What cannot "
                    + "be read is counted, with the reason.",
            "A file actors.tsv at the top of a folder is taken as an actor file. README files are left out."
        })
final class ReadCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private CoderOptions coder = new CoderOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many reports are read at once. Default: the machine's cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Given.requireOneOrMore(spec.commandLine(), "--threads", threads);
        for (Path path : paths) Given.requireThere(path, "reports to read");
        Summary summary = new Summary();
        try (Assembly assembly = coder.assemble(actorFilesBeside());
                RecordStore store = RecordStore.open(record.file(), assembly.format())) {
            Coding coding =
                    new Coding(assembly, store, summary, spec.commandLine().getErr(), threads);
            // a bar is for people: in a pipe or a log it would be noise
            if (System.console() == null) {
                coding.read(paths, () -> {});
            } else {
                try (ProgressBar progress = progress()) {
                    coding.read(paths, progress::step);
                }
            }
        }
        summary.report(record.file()).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    /** Files called actors.tsv at the top of a folder that is read. */
    private List<Path> actorFilesBeside() {
        return paths.stream()
                .map(path -> path.resolve("actors.tsv"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** On standard error. */
    private static ProgressBar progress() {
        return new ProgressBarBuilder()
                .setTaskName("reading")
                .setUnit(" reports", 1)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(500)
                .hideEta()
                .build();
    }
}
