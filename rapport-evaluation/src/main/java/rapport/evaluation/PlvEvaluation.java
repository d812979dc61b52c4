package rapport.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rapport.actor.ActorDictionary;
import rapport.analysis.Reading;
import rapport.analysis.event.EventScores;
import rapport.analysis.mention.NameStage;
import rapport.analysis.reader.Model;
import rapport.ontology.PloverFold.FoldedType;
import rapport.record.Ids;
import rapport.record.Span;

/**
 * The PLOVER class of a given pair: what does the marked source do to the marked target?
 *
 * <p>Each sentence is read once, as {@code read} reads it; the pair's classes come from the same scores as the events of
 * {@code read}. Macro-F1 is the plain mean over the classes that the gold column has.
 */
public final class PlvEvaluation {

    private static final int FOLDS = 5;

    private record Row(String id, String sentence, String marked, FoldedType gold, int goldQuad) {}

    private record Outcome(Row row, FoldedType predicted) {}

    private PlvEvaluation() {}

    /**
     * @param dictionary whose states give way to others, as in {@code read}
     * @param ids rows to keep; all if empty
     * @param models one, or five for five-fold: row of fold k is read by model k
     * @throws Unreadable if a row or a column is not as expected
     */
    public static Report of(Path file, ActorDictionary dictionary, Set<String> ids, List<Model> models)
            throws IOException {
        if (models.size() != 1 && models.size() != FOLDS) {
            throw new IllegalArgumentException("need one model or " + FOLDS + ", got " + models.size());
        }
        List<Row> rows = rows(file);
        if (!ids.isEmpty()) rows.removeIf(row -> !ids.contains(row.id()));
        if (rows.isEmpty()) {
            throw new Unreadable(file, "no row", ids.isEmpty() ? "rows below the names" : "rows with the ids given");
        }
        NameStage names = new NameStage(dictionary);
        List<Outcome> outcomes = new ArrayList<>();
        for (Row row : rows) {
            outcomes.add(new Outcome(
                    row, predict(row, names, models.get(models.size() == 1 ? 0 : foldOf(row.sentence())))));
        }
        return report(outcomes);
    }

    /** First eight hexadecimal digits of the sentence's SHA-256, modulo five. */
    static int foldOf(String sentence) {
        return (int) (Long.parseLong(Ids.sha256(sentence).substring(0, 8), 16) % FOLDS);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<String> lines = TextLines.of(file);
        if (lines.isEmpty()) throw new Unreadable(file, 1, "nothing", "a line of column names");
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            String[] cells = lines.get(i).split("\t", -1);
            int line = i + 1;
            Function<String, String> cell = name -> {
                int at = columns.indexOf(name);
                if (at < 0 || at >= cells.length) {
                    throw new Unreadable(file, line, "no column \"" + name + "\"", "the columns of the PLV set");
                }
                return unquoted(cells[at]);
            };
            String id = columns.contains("uid") ? cell.apply("uid") : Integer.toString(rows.size());
            rows.add(new Row(
                    id,
                    cell.apply("sentence"),
                    cell.apply("marked_sentence"),
                    gold(file, line, cell.apply("gold_root")),
                    quad(file, line, cell.apply("gold_penta"))));
        }
        return rows;
    }

    /** A cell in double quotes, as spreadsheets write those that hold quotes. */
    private static String unquoted(String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) return cell;
        return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
    }

    private static FoldedType gold(Path file, int line, String root) {
        try {
            return FoldedType.valueOf(root);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(file, line, "\"" + root + "\" in gold_root", "one of " + List.of(FoldedType.values()));
        }
    }

    private static int quad(Path file, int line, String penta) {
        if (!penta.matches("[1-4](\\.0)?")) {
            throw new Unreadable(file, line, "\"" + penta + "\" in gold_penta", "a number from 1 to 4");
        }
        return penta.charAt(0) - '0';
    }

    private static FoldedType predict(Row row, NameStage names, Model model) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> marks = new TreeMap<>();
        String marked = row.marked();
        int at = 0;
        while (at < marked.length()) {
            Optional<String> mark = mark(marked, at);
            if (mark.isPresent()) {
                marks.put(mark.get(), text.length());
                at += mark.get().length();
            } else {
                text.append(marked.charAt(at++));
            }
        }
        String sentence = text.toString();
        Span whole = new Span(0, sentence.length());
        Reading reading = model.read(sentence, List.of(whole), names.states(sentence, whole));
        Map<FoldedType, Double> chances =
                EventScores.ofPair(reading, words(reading, marks, "s"), words(reading, marks, "t"));
        return chances.entrySet().stream()
                .max(Map.Entry.<FoldedType, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static Optional<String> mark(String marked, int at) {
        return List.of("<s>", "</s>", "<t>", "</t>").stream()
                .filter(mark -> marked.startsWith(mark, at))
                .findFirst();
    }

    private static Optional<Reading.Words> words(Reading reading, Map<String, Integer> marks, String side) {
        Integer start = marks.get("<" + side + ">");
        Integer end = marks.get("</" + side + ">");
        return start == null || end == null || end <= start ? Optional.empty() : reading.wordsIn(new Span(start, end));
    }

    private static Report report(List<Outcome> outcomes) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<String> table = new ArrayList<>();
        tree.put("rows", outcomes.size());
        table.add("PLOVER class of a given pair, " + outcomes.size() + " rows");
        table.add(String.format(Locale.ROOT, "%-8s %8s %17s %9s", "", "macro-F1", "95 % interval", "accuracy"));
        add(
                tree,
                table,
                "root",
                outcomes,
                o -> o.row().gold().name(),
                o -> o.predicted().name());
        add(
                tree,
                table,
                "quad",
                outcomes,
                o -> Integer.toString(o.row().goldQuad()),
                o -> Integer.toString(o.predicted().quadClass().number()));
        add(
                tree,
                table,
                "binary",
                outcomes,
                o -> side(o.row().goldQuad()),
                o -> side(o.predicted().quadClass().number()));
        table.add("");
        table.add(String.format(Locale.ROOT, "%-10s %6s %6s %6s %5s", "class", "prec", "recall", "F1", "rows"));
        perClass(outcomes, o -> o.row().gold().name(), o -> o.predicted().name())
                .forEach((name, counts) -> table.add(String.format(
                        Locale.ROOT,
                        "%-10s %6.3f %6.3f %6.3f %5.0f",
                        name,
                        counts.precision(),
                        counts.recall(),
                        counts.f1(),
                        counts.gold())));
        return new Report(tree, table);
    }

    private static String side(int quad) {
        return quad <= 2 ? "cooperation" : "conflict";
    }

    private static void add(
            Map<String, Object> tree,
            List<String> table,
            String name,
            List<Outcome> outcomes,
            Function<Outcome, String> gold,
            Function<Outcome, String> predicted) {
        ToDoubleFunction<List<Outcome>> macro = some -> macroF1(perClass(some, gold, predicted));
        double accuracy = outcomes.stream()
                .mapToDouble(o -> gold.apply(o).equals(predicted.apply(o)) ? 1 : 0)
                .average()
                .orElse(0);
        double figure = macro.applyAsDouble(outcomes);
        Interval interval = Interval.of(outcomes, macro);
        Map<String, Object> classes = new LinkedHashMap<>();
        perClass(outcomes, gold, predicted).forEach((label, counts) -> classes.put(label, counts.toMap()));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("macroF1", figure);
        entry.put("interval", interval.toList());
        entry.put("accuracy", accuracy);
        entry.put("perClass", classes);
        tree.put(name, entry);
        table.add(String.format(
                Locale.ROOT,
                "%-8s %8.3f     %.3f - %.3f %9.3f",
                name,
                figure,
                interval.low(),
                interval.high(),
                accuracy));
    }

    private static double macroF1(Map<String, Counts> perClass) {
        return perClass.values().stream().mapToDouble(Counts::f1).average().orElse(0);
    }

    /** Counts of each class that gold has, by name. */
    private static Map<String, Counts> perClass(
            List<Outcome> outcomes, Function<Outcome, String> gold, Function<Outcome, String> predicted) {
        Map<String, Counts> counts = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            String right = gold.apply(outcome);
            String found = predicted.apply(outcome);
            counts.merge(right, new Counts(right.equals(found) ? 1 : 0, 0, 1), Counts::plus);
            counts.merge(found, new Counts(0, 1, 0), Counts::plus);
        }
        counts.values().removeIf(c -> c.gold() == 0);
        return counts;
    }
}
