package rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.intake.Intake;
import rapport.store.RecordStore;

/**
 * Sentences a second beside Stanford CoreNLP: the articles of {@code bench}, both programs in one run, warm, two threads each, one after the
 * other. Rapport goes from files to committed records; CoreNLP gets the texts ready in memory and stores nothing.
 *
 * <p>It is compiled and run with {@code -Pcorenlp} alone, since CoreNLP is under the GPL (decision 18):
 *
 * <pre>
 * mvn -Pcorenlp -pl rapport-cli -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CorenlpBenchTest verify
 * </pre>
 *
 * <p>Unit: sentences as Rapport counts them, for both, so that it makes no difference where the other one splits. Heap is what stays
 * in use after a collection; the memory of the model's runtime is outside the heap. Processor time is that of the whole process, so it
 * holds on a machine that does other work too; seconds do not.
 */
class CorenlpBenchTest {

    /** The articles of {@code bench}; fewer for a first look. */
    private static final int ARTICLES = Integer.getInteger("rapport.articles", 200);

    private static final int THREADS = 2;
    private static final int WARM = 20; // articles: after these neither becomes faster
    private static final double AIM = 6; // times as fast; see the model card

    @TempDir
    private Path folder;

    /** What one program took for all articles. */
    private record Cost(double seconds, double cpuSeconds, long heapInBytes) {

        String line(String name, long sentences) {
            return String.format(
                    Locale.ROOT,
                    "%-16s %8.1f sentences a second, %7.2f cpu milliseconds a sentence, %5.0f MB heap kept",
                    name,
                    sentences / seconds,
                    1000 * cpuSeconds / sentences,
                    heapInBytes / 1e6);
        }
    }

    /** Something that is done to some of the articles, from the first on. */
    private interface Run {

        void over(int articles) throws Exception;
    }

    @Test
    void readsSeveralTimesAsManySentencesASecond() throws Exception {
        BenchTexts.write(folder.resolve("warm"), WARM);
        BenchTexts.write(folder.resolve("reports"), ARTICLES);
        long sentences;
        List<String> texts = new ArrayList<>();
        Cost ours;
        long empty = heapKeptInBytes();
        try (Assembly assembly = Assembly.shipped()) {
            sentences = sentences(assembly, texts);
            ours = cost(articles -> store(assembly, articles), empty);
        }
        Cost theirs = corenlp(texts);

        double faster = theirs.seconds() / ours.seconds();
        System.out.printf(
                Locale.ROOT,
                "%d articles, %d sentences, %d threads%n%s%n%s%nratio            %8.1f by the clock, %.1f by processor time%n",
                ARTICLES,
                sentences,
                THREADS,
                ours.line("Rapport", sentences),
                theirs.line("CoreNLP 4.5.10", sentences),
                faster,
                theirs.cpuSeconds() / ours.cpuSeconds());
        assertThat(theirs.cpuSeconds() / ours.cpuSeconds())
                .isGreaterThan(AIM / 2); // a fault of the bench, not a slow day
    }

    private long sentences(Assembly assembly, List<String> texts) {
        Intake intake = new Intake();
        long sentences = 0;
        try (Stream<Intake.Candidate> candidates = intake.walk(List.of(folder.resolve("reports")))) {
            for (Intake.Candidate candidate : (Iterable<Intake.Candidate>) candidates::iterator) {
                Intake.Page page = (Intake.Page) intake.read(candidate.file(), candidate.path());
                AnnotatedDocument annotated =
                        assembly.pipeline().stages().get(0).apply(page.annotated());
                sentences += annotated.get(Layer.SENTENCES).size();
                texts.add(annotated.text());
            }
        }
        return sentences;
    }

    private void store(Assembly assembly, int articles) throws IOException, InterruptedException {
        boolean isWarm = articles == WARM;
        Path record = folder.resolve(isWarm ? "warm.record" : "bench.record");
        try (RecordStore store = RecordStore.open(record, assembly.format())) {
            new Coding(assembly, store, new Summary(), new PrintWriter(new StringWriter()), THREADS)
                    .read(List.of(folder.resolve(isWarm ? "warm" : "reports")), () -> {});
        }
    }

    private static Cost corenlp(List<String> texts) throws Exception {
        long empty = heapKeptInBytes();
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
        settings.setProperty("ner.applyFineGrained", "false");
        settings.setProperty("coref.algorithm", "fastneural");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
        return cost(
                articles -> {
                    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
                    try {
                        List<Future<?>> inWork = new ArrayList<>();
                        for (String text : texts.subList(0, Math.min(articles, texts.size()))) {
                            inWork.add(workers.submit(() -> pipeline.annotate(new CoreDocument(text))));
                        }
                        for (Future<?> each : inWork) each.get();
                    } finally {
                        workers.shutdown();
                    }
                },
                empty);
    }

    private static Cost cost(Run run, long empty) throws Exception {
        run.over(WARM);
        long heap = heapKeptInBytes() - empty;
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        run.over(ARTICLES);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Cost(seconds, (process.getProcessCpuTime() - cpu) / 1e9, heap);
    }

    private static long heapKeptInBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
