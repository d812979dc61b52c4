package rapport.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rapport.evaluation.Report;
import rapport.record.Coded;
import rapport.record.Event;
import rapport.storyline.Drawing;
import rapport.storyline.Reviewed;
import rapport.storyline.Settings;
import rapport.storyline.Together;
import rapport.storyline.Watch;

/** {@code rapport bench together}: what it costs to draw reports together, and to add one more. */
@Command(
        name = "together",
        description = {
            "Draw made-up coded reports together, from 10,000 event mentions on, each time ten times as many; print the time of each step, how "
                    + "it grows, the largest heap, and how many pairs were compared. Then add reports one by one to a record of up to 10,000.",
            "A million event mentions need RAPPORT_HEAP=6g in the environment."
        })
final class BenchTogetherCommand implements Callable<Integer> {

    private static final int SMALLEST = 10_000;
    private static final int RECORD = 10_000; // reports to which one more is added
    private static final int ADDED = 50;

    @Option(
            names = "--mentions",
            paramLabel = "N",
            description = "Up to so many event mentions. Default: ${DEFAULT-VALUE}.")
    private int mentions = SMALLEST;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    /** Adds up the processor time of each step. */
    private static final class Clock implements Watch {
        private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        private Stage stage = Stage.NEIGHBOURS;
        private double since = spent();
        private long pairs;

        @Override
        public void begins(Stage next) {
            double now = spent();
            seconds.merge(stage, now - since, Double::sum);
            stage = next;
            since = now;
        }

        @Override
        public void compared(long more) {
            pairs += more;
        }

        /** @return all seconds */
        double stop() {
            begins(stage);
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Processor time of this thread, in seconds: other programs do not count. */
    private static double spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    @Override
    public Integer call() {
        Given.requireOneOrMore(spec.commandLine(), "--mentions", mentions);
        List<Map<String, Object>> runs = new ArrayList<>();
        List<String> table = new ArrayList<>();
        double before = 0;
        for (long size = Math.min(SMALLEST, mentions); size <= mentions; size *= 10) {
            BenchReports bench = BenchReports.of((int) size);
            before = run(bench, before, runs, table);
            if (size * 10 > mentions) oneMore(bench.reports(), runs, table);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("runs", runs);
        new Report(tree, table).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    private static double run(BenchReports bench, double before, List<Map<String, Object>> runs, List<String> table) {
        long start = System.nanoTime();
        Clock clock = new Clock();
        Drawing drawing = new Drawing(clock, Settings.USUAL, Reviewed.NOTHING);
        Drawing.Change change = drawing.add(bench.reports());
        Together together = drawing.together();
        double seconds = clock.stop();
        double wall = (System.nanoTime() - start) / 1e9;
        long heap = BenchCommand.heapPeakInBytes();
        int mentions = bench.truth().size();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("eventMentions", mentions);
        run.put("reports", bench.reports().size());
        run.put("cells", change.cells());
        run.put("events", together.events().size());
        run.put("storylines", together.storylines().size());
        run.put("ledger", together.ledger().size());
        run.put("seconds", wall);
        run.put("cpuSeconds", seconds);
        Map<String, Double> stages = new LinkedHashMap<>();
        clock.seconds.forEach((stage, spent) -> stages.put(stage.name().toLowerCase(Locale.ROOT), spent));
        run.put("cpuSecondsByStage", stages);
        run.put("pairsCompared", clock.pairs);
        run.put("heapPeakInBytes", heap);
        table.add(String.format(
                Locale.ROOT,
                "%d event mentions in %d reports: %.1f s, of the processor %.1f s, %.3f ms each; heap at most %.0f MB",
                mentions,
                bench.reports().size(),
                wall,
                seconds,
                1000 * seconds / mentions,
                heap / 1e6));
        table.add(String.format(
                Locale.ROOT,
                "  %d cells, %d storylines, %d events, %d lines; %d pairs compared, %.0f a mention",
                change.cells(),
                together.storylines().size(),
                together.events().size(),
                together.ledger().size(),
                clock.pairs,
                (double) clock.pairs / mentions));
        if (before > 0) {
            double growth = Math.log10(seconds / before);
            run.put("growth", growth);
            table.add(String.format(Locale.ROOT, "  grows with the power of %.2f from a tenth of them", growth));
        }
        stages.forEach((stage, spent) -> table.add(String.format(Locale.ROOT, "  %-12s %8.2f s", stage, spent)));
        found(bench.truth(), together, run, table);
        runs.add(run);
        return seconds;
    }

    /** B-cubed (Bagga and Baldwin 1998) of the events against those that the reports were made of. */
    private static void found(
            Map<String, Integer> truth, Together together, Map<String, Object> run, List<String> table) {
        Map<Integer, Integer> sizes = new HashMap<>();
        truth.values().forEach(event -> sizes.merge(event, 1, Integer::sum));
        double precision = 0;
        double recall = 0;
        for (Event event : together.events()) {
            Map<Integer, Integer> shares = new HashMap<>();
            for (String mention : event.eventMentions()) {
                shares.merge(truth.getOrDefault(mention, -1), 1, Integer::sum);
            }
            for (Map.Entry<Integer, Integer> share : shares.entrySet()) {
                double both = (double) share.getValue() * share.getValue();
                precision += both / event.eventMentions().size();
                recall += both / sizes.getOrDefault(share.getKey(), 1);
            }
        }
        precision /= truth.size();
        recall /= truth.size();
        run.put("b3", Map.of("precision", precision, "recall", recall));
        table.add(String.format(
                Locale.ROOT, "  put together rightly, B-cubed: precision %.3f, recall %.3f", precision, recall));
    }

    private static void oneMore(List<Coded> reports, List<Map<String, Object>> runs, List<String> table) {
        int more = Math.min(ADDED, reports.size() / 2);
        int there = Math.min(RECORD, reports.size() - more);
        Drawing drawing = new Drawing(Watch.NONE, Settings.USUAL, Reviewed.NOTHING);
        int step = reports.size() / Math.max(1, more); // those added are taken from all over
        List<Coded> held = new ArrayList<>();
        List<Coded> first = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            if (i % step == step - 1 && held.size() < more) held.add(reports.get(i));
            else if (first.size() < there) first.add(reports.get(i));
        }
        drawing.add(first);
        table.add("one more report into a record of " + first.size());
        table.add("  seconds     cpu  neighbourhoods  reports drawn anew  rows written  removed");
        List<Map<String, Object>> added = new ArrayList<>();
        for (Coded report : held) {
            double since = spent();
            long start = System.nanoTime();
            Drawing.Change change = drawing.add(report);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = spent() - since;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("seconds", seconds);
            row.put("cpuSeconds", cpu);
            row.put("neighbourhoods", change.neighbourhoods());
            row.put("reportsDrawnAnew", change.reports());
            row.put("rowsWritten", change.written());
            row.put("rowsRemoved", change.removed());
            added.add(row);
            table.add(String.format(
                    Locale.ROOT,
                    "  %7.3f %7.3f %15d %19d %13d %8d",
                    seconds,
                    cpu,
                    change.neighbourhoods(),
                    change.reports(),
                    change.written(),
                    change.removed()));
        }
        runs.add(Map.of("record", first.size(), "oneMore", added));
    }
}
