package rapport.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import rapport.record.Actor;
import rapport.record.Document;
import rapport.record.Span;
import rapport.store.Hit;

/** Where are these words? */
public record SearchPage(Edition edition, Query query, List<Actor> actors, Rows<Hit> hits) {

    private static final int ACTORS = 12;

    public static SearchPage of(Edition edition, Query query) {
        query.allow("words");
        String words = query.given("words");
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Actor> actors = wanted.isEmpty()
                ? List.of()
                : edition.actors().stream()
                        .filter(actor -> edition.who().isCalledLike(actor, wanted))
                        .limit(ACTORS)
                        .toList();
        return new SearchPage(
                edition, query, actors, Rows.of(words.isEmpty() ? List.of() : edition.search(words), query));
    }

    /** The snippet, cut where words were found. */
    public List<Marks.Piece> pieces(Hit hit) {
        Document document = edition.document(hit.document());
        TreeSet<Integer> cuts =
                new TreeSet<>(List.of(hit.snippet().start(), hit.snippet().end()));
        for (Span match : hit.matches()) {
            if (!hit.snippet().contains(match)) continue;
            cuts.add(match.start());
            cuts.add(match.end());
        }
        List<Marks.Piece> pieces = new ArrayList<>();
        int from = hit.snippet().start();
        for (int cut : cuts.tailSet(from, false)) {
            Span piece = new Span(from, cut);
            boolean found = hit.matches().stream().anyMatch(match -> match.contains(piece));
            pieces.add(new Marks.Piece(
                    piece.in(document.text()), found ? List.of("found") : List.of(), "", java.util.Optional.empty()));
            from = cut;
        }
        return pieces;
    }
}
