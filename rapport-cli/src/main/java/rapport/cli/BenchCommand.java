package rapport.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Stage;
import rapport.analysis.intake.Intake;
import rapport.evaluation.Report;
import rapport.store.RecordStore;

/**
 * {@code rapport bench}: how fast reports become records on this machine, and what each stage costs.
 *
 * <p>The clock starts with the JVM, so start-up is included. The cost of a stage is thread time of one more pass over the
 * same reports on one thread, after the run.
 */
@Command(
        name = "bench",
        subcommands = {BenchTogetherCommand.class, BenchPagesCommand.class},
        description = {
            "Read reports into a throw-away record; print articles a second, the time to the first record, the largest"
                    + " heap, and processor milliseconds a sentence by stage.",
            "Without --texts the reports are made up, of about 500 words each."
        })
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--texts", paramLabel = "DIR", description = "Reports to read instead.")
    private @Nullable Path texts;

    @Option(names = "--articles", paramLabel = "N", description = "How many to make up. Default: ${DEFAULT-VALUE}.")
    private int articles = 200;

    @Mixin
    private CoderOptions coder = new CoderOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Given.requireOneOrMore(spec.commandLine(), "--articles", articles);
        if (texts != null) Given.requireThere(texts, "reports to read");
        Path folder = Files.createTempDirectory("rapport-bench");
        try {
            List<Path> reports = texts == null ? BenchTexts.write(folder.resolve("reports"), articles) : List.of(texts);
            return run(folder, reports);
        } finally {
            delete(folder);
        }
    }

    private int run(Path folder, List<Path> reports) throws IOException, InterruptedException {
        Summary summary = new Summary();
        int threads = Runtime.getRuntime().availableProcessors();
        try (Assembly assembly = coder.assemble()) {
            OptionalDouble first;
            try (RecordStore store = RecordStore.open(folder.resolve("bench.record"), assembly.format())) {
                Coding coding =
                        new Coding(assembly, store, summary, spec.commandLine().getErr(), threads);
                coding.read(reports, () -> {});
                first = coding.firstCommitSeconds();
            }
            double wall = Uptime.seconds();
            long heap = heapPeakInBytes();
            Map<String, Double> stages = stages(assembly, reports);
            report(summary, wall, first.orElse(wall), heap, stages)
                    .print(spec.commandLine().getOut(), json.isGiven());
        }
        return 0;
    }

    private static Report report(Summary summary, double wall, double first, long heap, Map<String, Double> stages) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("articles", summary.documents());
        tree.put("seconds", wall);
        tree.put("articlesPerSecond", summary.documents() / wall);
        tree.put("firstRecordSeconds", first);
        tree.put("heapPeakInBytes", heap);
        tree.put("cpuMillisecondsPerSentence", stages);
        List<String> table = new ArrayList<>();
        table.add(String.format(
                Locale.ROOT,
                "%d articles in %.1f s, start-up included: %.2f a second",
                summary.documents(),
                wall,
                summary.documents() / wall));
        table.add(String.format(Locale.ROOT, "first record after %.2f s; heap at most %.0f MB", first, heap / 1e6));
        table.add("cpu milliseconds a sentence, by stage");
        stages.forEach((stage, cost) -> table.add(String.format(Locale.ROOT, "  %-12s %8.3f", stage, cost)));
        return new Report(tree, table);
    }

    static long heapPeakInBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** Thread time of each stage over all sentences, in milliseconds. */
    private static Map<String, Double> stages(Assembly assembly, List<Path> reports) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> total = new LinkedHashMap<>();
        long sentences = 0;
        Intake intake = new Intake();
        try (Stream<Intake.Candidate> candidates = intake.walk(reports)) {
            for (Intake.Candidate candidate : (Iterable<Intake.Candidate>) candidates::iterator) {
                long before = threads.getCurrentThreadCpuTime();
                Intake.Result result = intake.read(candidate.file(), candidate.path());
                total.merge("intake", (threads.getCurrentThreadCpuTime() - before) / 1e6, Double::sum);
                if (!(result instanceof Intake.Page page)) continue;
                AnnotatedDocument annotated = page.annotated();
                for (Stage stage : assembly.pipeline().stages()) {
                    before = threads.getCurrentThreadCpuTime();
                    annotated = stage.apply(annotated);
                    String name = stage.getClass()
                            .getSimpleName()
                            .replace("Stage", "")
                            .toLowerCase(Locale.ROOT);
                    total.merge(name, (threads.getCurrentThreadCpuTime() - before) / 1e6, Double::sum);
                }
                sentences += annotated.get(Layer.SENTENCES).size();
            }
        }
        long count = Math.max(1, sentences);
        total.replaceAll((stage, cost) -> cost / count);
        return total;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
