package rapport.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Correction.Field;
import rapport.record.Correction.Kind;
import rapport.record.Correction.Verdict;
import rapport.record.Judgement;
import rapport.store.Corrected;
import rapport.store.Snapshot;

/**
 * How far reviewers agree, field by field, over records that two or more have judged.
 *
 * <p>Who corrects a field has judged it. Who accepts a record has judged all its fields, as they stood at the last correction that he had
 * seen. Who is unsure has not. Who corrects a record without a verdict holds that there is such a thing. What settles a difference is
 * nobody's own judgement. Actors are compared by who they are, not by their words; days and places by their value.
 */
public final class Agreement {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values of units, by field, in one document. */
    private record Unit(Map<String, List<List<String>>> byField) {}

    private Agreement() {}

    /**
     * How far reviewers agree on one field.
     *
     * @param alpha Krippendorff's; empty if no two values differ anywhere
     * @param interval 95 %, of alpha
     * @param records that two or more have judged
     */
    public record Figures(
            String field, OptionalDouble alpha, Optional<Interval> interval, int records, int judgements) {}

    /** Over the whole record. */
    public static Report of(Snapshot record) {
        return report(figures(record));
    }

    /** The same as numbers, by name of the field. */
    public static List<Figures> figures(Snapshot record) {
        List<Unit> units = new ArrayList<>();
        for (String id : record.correctedDocuments()) {
            Corrected corrected = record.corrected(id).orElseThrow();
            if (corrected.placed().isEmpty()) continue;
            Unit unit = new Unit(new TreeMap<>());
            Coded asRead = record.codedAsRead(id).orElseThrow();
            corrected.placed().forEach((of, said) -> add(unit, of, said, asRead, record));
            if (!unit.byField().isEmpty()) units.add(unit);
        }
        addIdentity(units, record);
        return figures(units);
    }

    private static void addIdentity(List<Unit> units, Snapshot record) {
        record.identity().forEach((pair, judgement) -> {
            List<String> values = judgement.opinions().stream()
                    .map(opinion -> opinion.field().code())
                    .toList();
            if (values.size() > 1) units.add(new Unit(Map.of("eventMention.identity", List.of(values))));
        });
    }

    private static void add(Unit unit, String of, List<Correction> said, Coded asRead, Snapshot record) {
        Set<String> undone = Judgement.undone(said);
        List<Correction> standing = said.stream()
                .filter(c -> !undone.contains(c.id()) && !c.settles())
                .filter(Correction::isOpinion)
                .toList();
        Set<String> reviewers = new TreeSet<>();
        standing.forEach(c -> reviewers.add(c.by()));
        if (reviewers.size() < 2) return;
        Kind kind = Kind.of(of).orElseThrow();
        String name = switch (kind) {
            case MENTION -> "mention.";
            case STATEMENT -> "statement.";
            case EVENT_MENTION -> "eventMention.";
        };
        for (Field field : Field.values()) {
            if (!field.isOf(kind) || !field.isValue() && field != Field.VERDICT) continue;
            List<String> values = new ArrayList<>();
            for (String by : reviewers) {
                List<Correction> own =
                        standing.stream().filter(c -> c.by().equals(by)).toList();
                Optional<String> value =
                        field == Field.VERDICT ? verdict(own) : value(of, field, own, said, asRead, record);
                value.ifPresent(values::add);
            }
            if (values.size() > 1) {
                unit.byField()
                        .computeIfAbsent(name + field.code(), f -> new ArrayList<>())
                        .add(values);
            }
        }
    }

    private static Optional<Correction> last(List<Correction> own, Field field) {
        return own.stream().filter(c -> c.field() == field).max(Correction.BY_TIME);
    }

    private static Optional<String> verdict(List<Correction> own) {
        Optional<Correction> verdict = last(own, Field.VERDICT);
        if (verdict.isEmpty()) return Optional.of(Verdict.ACCEPTED.json());
        return verdict.filter(v -> !v.is(Verdict.UNSURE)).flatMap(Correction::after);
    }

    private static Optional<String> value(
            String of, Field field, List<Correction> own, List<Correction> said, Coded asRead, Snapshot record) {
        Optional<Correction> verdict = last(own, Field.VERDICT);
        if (verdict.filter(v -> v.is(Verdict.REJECTED)).isPresent()) return Optional.empty();
        Optional<Correction> value = last(own, field);
        if (value.isPresent()) return Optional.of(compared(value.get().after()));
        return verdict.filter(v -> v.is(Verdict.ACCEPTED)).map(accepted -> {
            String seen = accepted.before().orElse("").replace("\"", "");
            List<Correction> known = said.stream()
                    .filter(c -> c.id().equals(seen))
                    .findFirst()
                    .map(last -> said.stream()
                            .filter(c -> Correction.BY_TIME.compare(c, last) <= 0)
                            .toList())
                    .orElse(List.of());
            return compared(Corrected.of(asRead, known, record::actor).value(of, field));
        });
    }

    /** What two values have to share to be the same. */
    private static String compared(Optional<String> json) {
        try {
            return json.isEmpty() ? "null" : compared(JSON.readTree(json.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value in the record is no JSON", e);
        }
    }

    private static String compared(JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(one -> parts.add(compared(one)));
            return String.join(" ", new TreeSet<>(parts));
        }
        if (node.has("span") && node.has("actor")) {
            return node.get("actor").isNull()
                    ? "at " + node.path("span").path("start")
                    : node.get("actor").asText();
        }
        if (node.has("first"))
            return node.get("first").asText() + ".." + node.path("last").asText();
        if (node.has("precision")) return node.path("name").asText();
        if (node.has("kind")) return node.path("id").asText(); // someone new
        return node.asText();
    }

    private static List<Figures> figures(List<Unit> units) {
        Set<String> fields = new TreeSet<>();
        units.forEach(unit -> fields.addAll(unit.byField().keySet()));
        List<Figures> figures = new ArrayList<>();
        for (String field : fields) {
            List<Unit> with =
                    units.stream().filter(u -> u.byField().containsKey(field)).toList();
            List<List<String>> all = values(with, field);
            OptionalDouble alpha = Krippendorff.alpha(all);
            // a draw without any difference is one of full agreement
            Optional<Interval> interval = alpha.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Interval.of(
                            with,
                            drawn -> Krippendorff.alpha(values(drawn, field)).orElse(1)));
            figures.add(new Figures(
                    field,
                    alpha,
                    interval,
                    all.size(),
                    all.stream().mapToInt(List::size).sum()));
        }
        return figures;
    }

    private static Report report(List<Figures> all) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<String> table = new ArrayList<>();
        table.add(String.format(
                Locale.ROOT, "%-26s %7s %17s %8s %10s", "", "alpha", "95 % interval", "records", "judgements"));
        for (Figures one : all) {
            Map<String, Object> leaf = new LinkedHashMap<>();
            String figures = String.format(Locale.ROOT, "%7s %17s", "-", "all the same");
            if (one.interval().isPresent()) {
                Interval interval = one.interval().get();
                leaf.put("alpha", one.alpha().orElseThrow());
                leaf.put("interval", interval.toList());
                figures = String.format(
                        Locale.ROOT,
                        "%7.3f    %6.3f - %5.3f",
                        one.alpha().orElseThrow(),
                        interval.low(),
                        interval.high());
            }
            leaf.put("records", one.records());
            leaf.put("judgements", one.judgements());
            tree.put(one.field(), leaf);
            table.add(String.format(
                    Locale.ROOT, "%-26s %s %8d %10d", one.field(), figures, one.records(), one.judgements()));
        }
        if (all.isEmpty()) table = List.of("No record that two or more reviewers have judged.");
        return new Report(tree, table);
    }

    private static List<List<String>> values(List<Unit> units, String field) {
        return units.stream()
                .flatMap(unit -> unit.byField().getOrDefault(field, List.of()).stream())
                .toList();
    }
}
