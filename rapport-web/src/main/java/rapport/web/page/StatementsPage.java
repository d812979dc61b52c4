package rapport.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rapport.ontology.StatementKind;
import rapport.record.Coded;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.store.Hit;

/** Who accuses, demands, denies, promises what? */
public record StatementsPage(
        Edition edition,
        Query query,
        Map<StatementKind, Integer> kinds,
        Map<String, String> speakers,
        Rows<Statement> statements) {

    public static StatementsPage of(Edition edition, Query query) {
        query.allow("kind", "speaker", "words");
        Optional<StatementKind> kind = query.code("kind", StatementKind.class);
        Optional<Edition.Side> speaker = query.text("speaker").map(edition::side);
        Optional<Map<String, List<Span>>> words = query.text("words").map(text -> matches(edition, text));
        Map<StatementKind, Integer> kinds = new TreeMap<>();
        Map<String, List<Statement>> bySpeaker = new TreeMap<>();
        List<String> speakers = new ArrayList<>();
        for (Coded coded : edition.reports()) {
            for (Statement statement : coded.statements()) {
                Optional<String> source = statement.source().flatMap(Role::actor);
                source.ifPresent(speakers::add);
                if (speaker.isPresent() && source.filter(speaker.get()::has).isEmpty()) continue;
                if (words.isPresent() && !isHit(statement, words.get())) continue;
                kinds.merge(statement.kind(), 1, Integer::sum);
                if (kind.isPresent() && statement.kind() != kind.get()) continue;
                bySpeaker
                        .computeIfAbsent(speaker(edition, statement), name -> new ArrayList<>())
                        .add(statement);
            }
        }
        List<Statement> all = bySpeaker.values().stream().flatMap(List::stream).toList();
        return new StatementsPage(
                edition, query, kinds, Choices.actors(edition, speakers.stream()), Rows.of(all, query));
    }

    private static Map<String, List<Span>> matches(Edition edition, String words) {
        Map<String, List<Span>> matches = new HashMap<>();
        for (Hit hit : edition.search(words)) matches.put(hit.document(), hit.matches());
        return matches;
    }

    private static boolean isHit(Statement statement, Map<String, List<Span>> words) {
        return words.getOrDefault(statement.document(), List.of()).stream()
                .anyMatch(match -> statement.sentence().overlaps(match)
                        || statement.content().stream().anyMatch(match::overlaps));
    }

    /** Whose words they are: a name, the words of the text, or that nobody is named. */
    public static String speaker(Edition edition, Statement statement) {
        return statement
                .source()
                .map(role -> edition.name(role, edition.document(statement.document())))
                .orElse("nobody named");
    }

    /** Those of this page, under who says them. */
    public Map<String, List<Statement>> grouped() {
        Map<String, List<Statement>> grouped = new LinkedHashMap<>();
        for (Statement statement : statements.shown()) {
            grouped.computeIfAbsent(speaker(edition, statement), name -> new ArrayList<>())
                    .add(statement);
        }
        return grouped;
    }
}
