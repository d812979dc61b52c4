package rapport.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Attribution;
import rapport.analysis.Layer;
import rapport.analysis.Pipeline;
import rapport.analysis.Reading;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.analysis.attribution.AttributionStage;
import rapport.record.Span;
import rapport.record.Time;

/**
 * Attribution against PolNeAR: source, cue and content as spans, and the links between them.
 *
 * <p>A {@code .jsonl} file holds texts of their own with one label a token; a folder holds articles ({@code text/}) with brat
 * files ({@code attributions/}), of which the first by name counts for each article.
 */
public final class PolnearEvaluation {

    private static final String FOLDER = "a folder with articles in \"text\" and their .ann files in \"attributions\"";

    /** The three parts of an attribution. */
    private enum Part {
        SOURCE(WordLayer.SOURCE),
        CUE(WordLayer.CUE),
        CONTENT(WordLayer.CONTENT);

        private final WordLayer layer;

        Part(WordLayer layer) {
            this.layer = layer;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Counts of one text. */
    private static final class Score {
        final Map<Part, Counts> exact = new EnumMap<>(Part.class);
        final Map<Part, Counts> begin = new EnumMap<>(Part.class);
        final Map<Part, Counts> overlap = new EnumMap<>(Part.class);
        Counts linked = Counts.NONE;

        void add(Part part, Set<Words> gold, Set<Words> found) {
            long same = found.stream().filter(gold::contains).count();
            exact.merge(part, new Counts(same, found.size(), gold.size()), Counts::plus);
            Set<Integer> goldBegins = begins(gold);
            Set<Integer> foundBegins = begins(found);
            long sameBegins = foundBegins.stream().filter(goldBegins::contains).count();
            begin.merge(part, new Counts(sameBegins, foundBegins.size(), goldBegins.size()), Counts::plus);
            Set<Integer> goldTokens = tokens(gold);
            Set<Integer> foundTokens = tokens(found);
            long sameTokens = foundTokens.stream().filter(goldTokens::contains).count();
            overlap.merge(part, new Counts(sameTokens, foundTokens.size(), goldTokens.size()), Counts::plus);
        }

        private static Set<Integer> begins(Set<Words> runs) {
            Set<Integer> begins = new HashSet<>();
            runs.forEach(run -> begins.add(run.first()));
            return begins;
        }

        private static Set<Integer> tokens(Set<Words> runs) {
            Set<Integer> tokens = new HashSet<>();
            runs.forEach(run -> IntStream.range(run.first(), run.end()).forEach(tokens::add));
            return tokens;
        }
    }

    private PolnearEvaluation() {}

    /**
     * @param pipeline the whole of what {@code read} does
     * @throws Unreadable if there is nothing to measure, or it is not as expected
     */
    public static Report of(Path path, Pipeline pipeline) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        List<Score> scores = isFolder ? ofFolder(path, pipeline) : ofFile(path, pipeline);
        if (scores.isEmpty()) throw new Unreadable(path, "no text", isFolder ? FOLDER : "texts with a label a word");
        return report(scores, isFolder);
    }

    private static List<Score> ofFile(Path file, Pipeline pipeline) throws IOException {
        List<String> lines = TextLines.of(file);
        Map<String, Score> byArticle = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            Map<String, List<String>> row = Gold.stringLists(file, i + 1, lines.get(i), "tokens", "labels");
            List<String> tokens = row.getOrDefault("tokens", List.of());
            List<String> labels = row.getOrDefault("labels", List.of());
            if (tokens.size() != labels.size()) {
                throw new Unreadable(
                        file, i + 1, tokens.size() + " tokens and " + labels.size() + " labels", "as many of each");
            }
            String article = Gold.string(lines.get(i), "id").orElse(Integer.toString(i));
            score(byArticle.computeIfAbsent(article, id -> new Score()), tokens, labels, pipeline);
        }
        return List.copyOf(byArticle.values());
    }

    private static void score(Score score, List<String> tokens, List<String> labels, Pipeline pipeline) {
        StringBuilder text = new StringBuilder();
        List<Span> places = new ArrayList<>();
        for (String token : tokens) {
            if (!text.isEmpty()) text.append(' ');
            String plain = unescaped(token);
            places.add(new Span(text.length(), text.length() + plain.length()));
            text.append(plain);
        }
        AnnotatedDocument annotated =
                pipeline.annotate(PlainText.of("row", Optional.empty(), Time.UNKNOWN, text.toString()));
        for (Part part : Part.values()) {
            Set<Words> found = new HashSet<>();
            for (Reading reading : annotated.get(Layer.READINGS)) {
                for (Span span : AttributionStage.spans(annotated.text(), reading, part.layer))
                    Words.touchedBy(span, places).ifPresent(found::add);
            }
            score.add(part, labelled(labels, part.written()), found);
        }
    }

    /** Brackets as the Penn Treebank writes them, turned back. */
    private static String unescaped(String token) {
        return switch (token) {
            case "-LRB-" -> "(";
            case "-RRB-" -> ")";
            case "-LSB-" -> "[";
            case "-RSB-" -> "]";
            case "-LCB-" -> "{";
            case "-RCB-" -> "}";
            default -> token.isEmpty() ? "_" : token;
        };
    }

    private static Set<Words> labelled(List<String> labels, String part) {
        Set<Words> runs = new HashSet<>();
        int first = -1;
        for (int i = 0; i <= labels.size(); i++) {
            String label = i < labels.size() ? labels.get(i).toLowerCase(Locale.ROOT) : "o";
            if (first >= 0 && !label.equals("i-" + part)) {
                runs.add(new Words(first, i));
                first = -1;
            }
            if (label.equals("b-" + part)) first = i;
        }
        return runs;
    }

    /** One attribution as brat has it, in stretches of characters. */
    private record Coded(List<Span> source, List<Span> cue, List<Span> content) {}

    private record Article(List<Coded> attributions, List<Span> discarded) {}

    private static List<Score> ofFolder(Path folder, Pipeline pipeline) throws IOException {
        if (!Files.isDirectory(folder.resolve("attributions"))) {
            throw new Unreadable(folder, "no folder \"attributions\" in it", FOLDER);
        }
        Map<String, Path> firstOfArticle = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("attributions"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ann")).sorted().toList()) {
                String stem = file.getFileName().toString().replaceFirst("\\.ann$", "");
                while (!stem.isEmpty() && !Files.exists(folder.resolve("text").resolve(stem + ".txt"))) {
                    stem = stem.substring(0, Math.max(0, stem.lastIndexOf('_'))); // the last part names the annotator
                }
                if (stem.isEmpty()) throw new Unreadable(file, 1, "no text beside it", "text/NAME.txt for NAME_x.ann");
                firstOfArticle.putIfAbsent(stem, file);
            }
        }
        List<Score> scores = new ArrayList<>();
        for (Map.Entry<String, Path> entry : firstOfArticle.entrySet()) {
            Path file = folder.resolve("text").resolve(entry.getKey() + ".txt");
            String text = Files.readString(file, StandardCharsets.UTF_8);
            scores.add(score(text, entry.getKey(), brat(entry.getValue(), text), pipeline));
        }
        return scores;
    }

    private static Article brat(Path file, String text) throws IOException {
        Map<String, List<Span>> spans = new HashMap<>();
        List<Coded> attributions = new ArrayList<>();
        List<Span> discarded = new ArrayList<>();
        List<String> lines = TextLines.of(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length > 1 && cells[0].matches("T\\d+")) {
                int line = i + 1;
                List<Span> places = places(cells[1], text)
                        .orElseThrow(() -> new Unreadable(
                                file,
                                line,
                                "\"" + cells[1] + "\"",
                                "a role and its places in the text, as in Cue 3 7"));
                spans.put(cells[0], places);
                if (cells[1].startsWith("Discard ")) discarded.addAll(places);
            } else if (cells.length > 1 && cells[0].matches("E\\d+")) {
                attributions.add(new Coded(
                        part(cells[1], "Source", spans),
                        part(cells[1], "Cue", spans),
                        part(cells[1], "Content", spans)));
            }
        }
        return new Article(attributions, discarded);
    }

    /** Of "Content 3 7;9 12", in code points; empty if it is not written so, or leaves the text. */
    private static Optional<List<Span>> places(String written, String text) {
        if (!written.matches("\\S+ \\d+ \\d+(;\\d+ \\d+)*")) return Optional.empty();
        List<Span> places = new ArrayList<>();
        for (String place : written.substring(written.indexOf(' ') + 1).split(";")) {
            String[] ends = place.split(" ");
            try {
                places.add(new Span(
                        text.offsetByCodePoints(0, Integer.parseInt(ends[0])),
                        text.offsetByCodePoints(0, Integer.parseInt(ends[1]))));
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    private static List<Span> part(String event, String role, Map<String, List<Span>> spans) {
        List<Span> found = new ArrayList<>();
        for (String argument : event.split(" ")) {
            String[] sides = argument.split(":");
            if (sides.length == 2 && sides[0].replaceAll("\\d+$", "").equals(role)) {
                found.addAll(spans.getOrDefault(sides[1], List.of()));
            }
        }
        return found.stream().sorted().toList();
    }

    private static Score score(String text, String name, Article article, Pipeline pipeline) {
        AnnotatedDocument annotated = pipeline.annotate(PlainText.of(name, Optional.empty(), Time.UNKNOWN, text));
        List<Span> words = annotated.get(Layer.READINGS).stream()
                .flatMap(reading -> reading.words().stream())
                .toList();
        Tokens tokens = new Tokens(words, annotated.get(Layer.SENTENCES), article.discarded());
        Score score = new Score();
        for (Part part : Part.values()) {
            Set<Words> gold = new HashSet<>();
            for (Coded coded : article.attributions()) gold.addAll(tokens.cut(partOf(coded, part)));
            Set<Words> found = new HashSet<>();
            for (Attribution attribution : annotated.get(Layer.ATTRIBUTIONS)) {
                found.addAll(tokens.cut(partOf(attribution, part)));
            }
            score.add(part, gold, found);
        }
        score.linked = linked(article.attributions(), annotated.get(Layer.ATTRIBUTIONS), tokens);
        return score;
    }

    private static List<Span> partOf(Coded coded, Part part) {
        return switch (part) {
            case SOURCE -> coded.source();
            case CUE -> coded.cue();
            case CONTENT -> coded.content();
        };
    }

    private static List<Span> partOf(Attribution attribution, Part part) {
        return switch (part) {
            case SOURCE -> attribution.source().stream().toList();
            case CUE -> attribution.cue().stream().toList();
            case CONTENT -> attribution.content();
        };
    }

    private record Pair(int gold, int found, double f1) {}

    /** Attributions with a source: same source tokens, and contents that share enough tokens, one to one, best first. */
    private static Counts linked(List<Coded> gold, List<Attribution> found, Tokens tokens) {
        List<Coded> withSource =
                gold.stream().filter(g -> !tokens.of(g.source()).isEmpty()).toList();
        List<Attribution> sourced =
                found.stream().filter(f -> f.source().isPresent()).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < withSource.size(); g++) {
            for (int f = 0; f < sourced.size(); f++) {
                Set<Integer> source = tokens.of(partOf(sourced.get(f), Part.SOURCE));
                if (!source.equals(tokens.of(withSource.get(g).source()))) continue;
                Set<Integer> goldContent = tokens.of(withSource.get(g).content());
                Set<Integer> content = tokens.of(sourced.get(f).content());
                long same = content.stream().filter(goldContent::contains).count();
                double f1 = new Counts(same, content.size(), goldContent.size()).f1();
                if (f1 >= 0.5) pairs.add(new Pair(g, f, f1));
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.f1())
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::found));
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedFound = new HashSet<>();
        for (Pair pair : pairs) {
            if (!usedGold.contains(pair.gold()) && !usedFound.contains(pair.found())) {
                usedGold.add(pair.gold());
                usedFound.add(pair.found());
            }
        }
        return new Counts(usedGold.size(), sourced.size(), withSource.size());
    }

    /** Words as tokens; words inside a discarded stretch count for neither side. */
    private record Tokens(List<Span> words, List<Span> sentences, List<Span> discarded) {

        Set<Integer> of(List<Span> spans) {
            Set<Integer> found = new HashSet<>();
            for (int i = 0; i < words.size(); i++) {
                Span word = words.get(i);
                if (discarded.stream().noneMatch(word::overlaps)
                        && spans.stream().anyMatch(word::overlaps)) found.add(i);
            }
            return found;
        }

        /** Runs of tokens, cut where a sentence ends and where words are left out. */
        Set<Words> cut(List<Span> spans) {
            Set<Words> runs = new HashSet<>();
            for (Span span : spans) {
                List<Integer> tokens = of(List.of(span)).stream().sorted().toList();
                int first = 0;
                for (int i = 1; i <= tokens.size(); i++) {
                    if (i == tokens.size()
                            || tokens.get(i) != tokens.get(i - 1) + 1
                            || sentenceOf(tokens.get(i)) != sentenceOf(tokens.get(i - 1))) {
                        runs.add(new Words(tokens.get(first), tokens.get(i - 1) + 1));
                        first = i;
                    }
                }
            }
            return runs;
        }

        private int sentenceOf(int token) {
            for (int i = 0; i < sentences.size(); i++) if (sentences.get(i).overlaps(words.get(token))) return i;
            return -1;
        }
    }

    private static Report report(List<Score> scores, boolean isFolder) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ScoreTable<Score> table = new ScoreTable<>("Attribution, " + scores.size() + " articles", scores);
        tree.put("exact", parts(table, "exact", score -> score.exact));
        tree.put("begin", parts(table, "begin", score -> score.begin));
        tree.put("overlap", parts(table, "overlap", score -> score.overlap));
        if (isFolder) tree.put("linked", table.add("linked", score -> score.linked));
        return new Report(tree, table.lines());
    }

    private static Map<String, Object> parts(
            ScoreTable<Score> table, String measure, Function<Score, Map<Part, Counts>> counts) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            String name = String.format(Locale.ROOT, "%-8s %s", measure, part.written());
            parts.put(
                    part.written(), table.add(name, score -> counts.apply(score).getOrDefault(part, Counts.NONE)));
        }
        return parts;
    }
}
