package rapport.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rapport.ontology.StatementKind;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.store.StatementHit;

/**
 * Who accuses, demands, denies, promises what?
 *
 * @param likeness by id of a statement that was found by its meaning
 * @param missing how many reports could not be searched by meaning yet
 */
public record StatementsPage(
        Edition edition,
        Query query,
        Map<StatementKind, Integer> kinds,
        Map<String, String> speakers,
        Rows<Statement> statements,
        Map<String, Double> likeness,
        int missing) {

    private static final int LIKEST = 500; // more than anybody reads through

    /** Known miss: speaker and kind choose among so many. */
    private static final int CHOSEN_FROM = 5000;

    public static StatementsPage of(Edition edition, Query query) {
        query.allow("kind", "speaker", "words", "by");
        Optional<StatementKind> kind = query.code("kind", StatementKind.class);
        Optional<Edition.Side> speaker = query.text("speaker").map(edition::side);
        boolean byMeaning = isByMeaning(query);
        ByMeaning meant = byMeaning
                ? edition.byMeaning(
                        query.given("words"), kind.isPresent() || speaker.isPresent() ? CHOSEN_FROM : LIKEST)
                : new ByMeaning(List.of(), 0);
        List<Statement> some = byMeaning ? meant(edition, meant) : some(edition, query.text("words"), speaker);
        List<Statement> said = speaker.map(side -> some.stream()
                        .filter(statement -> source(statement).filter(side::has).isPresent())
                        .toList())
                .orElse(some);
        List<Statement> found = kind.map(k ->
                        said.stream().filter(statement -> statement.kind() == k).toList())
                .orElse(said);
        Map<String, Double> likeness = new HashMap<>();
        meant.hits().forEach(hit -> likeness.put(hit.statement(), hit.likeness()));
        List<Statement> shown = byMeaning ? found.stream().limit(LIKEST).toList() : found;
        return new StatementsPage(
                edition,
                query,
                said == edition.figures().statements() ? edition.figures().kinds() : kinds(said),
                Choices.actors(edition, edition.figures().speakers().stream()),
                Rows.of(shown, query),
                Map.copyOf(likeness),
                meant.missing());
    }

    /** How many there are of each. */
    static Map<StatementKind, Integer> kinds(List<Statement> statements) {
        Map<StatementKind, Integer> kinds = new EnumMap<>(StatementKind.class);
        statements.forEach(statement -> kinds.merge(statement.kind(), 1, Integer::sum));
        return kinds;
    }

    private static boolean isByMeaning(Query query) {
        return query.oneOf("by", "word", "meaning").filter("meaning"::equals).isPresent()
                && query.text("words").isPresent();
    }

    public boolean isByMeaning() {
        return isByMeaning(query);
    }

    private static Optional<String> source(Statement statement) {
        return statement.source().flatMap(Role::actor);
    }

    /** Likest first. */
    private static List<Statement> meant(Edition edition, ByMeaning meant) {
        return meant.hits().stream()
                .map(StatementHit::statement)
                .flatMap(id -> edition.statement(id).stream())
                .toList();
    }

    /** By speaker: all if nothing is asked for. Of who says them only as far as that spares work. */
    private static List<Statement> some(Edition edition, Optional<String> words, Optional<Edition.Side> speaker) {
        if (words.isPresent()) return bySpeaker(edition, byWord(edition, words.get()));
        return speaker.map(
                        side -> bySpeaker(edition, edition.indexes().sources().about(side.ids())))
                .orElse(edition.figures().statements());
    }

    /** In the order of the reports. */
    private static List<Statement> byWord(Edition edition, String words) {
        return edition.search(words).stream()
                .sorted(Comparator.comparing(hit -> edition.report(hit.document()), Edition.BY_DAY))
                .flatMap(hit -> edition.report(hit.document()).statements().stream()
                        .filter(statement -> isHit(statement, hit.matches())))
                .toList();
    }

    private static boolean isHit(Statement statement, List<Span> words) {
        return words.stream()
                .anyMatch(match -> statement.sentence().overlaps(match)
                        || statement.content().stream().anyMatch(match::overlaps));
    }

    static List<Statement> bySpeaker(Edition edition, List<Statement> statements) {
        Map<String, List<Statement>> bySpeaker = new TreeMap<>();
        statements.forEach(statement -> bySpeaker
                .computeIfAbsent(speaker(edition, statement), name -> new ArrayList<>())
                .add(statement));
        return bySpeaker.values().stream().flatMap(List::stream).toList();
    }

    /** Whose words they are: a name, the words of the text, or that nobody is named. */
    public static String speaker(Edition edition, Statement statement) {
        return statement
                .source()
                .map(role -> edition.name(role, edition.document(statement.document())))
                .orElse("nobody named");
    }

    /** Those of this page, under who says them; whoever comes first on it first. */
    public Map<String, List<Statement>> grouped() {
        Map<String, List<Statement>> grouped = new LinkedHashMap<>();
        for (Statement statement : statements.shown()) {
            grouped.computeIfAbsent(speaker(edition, statement), name -> new ArrayList<>())
                    .add(statement);
        }
        return grouped;
    }
}
