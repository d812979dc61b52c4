package rapport.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Span;
import rapport.record.Statement;

/** A report's text cut into pieces, each with what was read from it; together the pieces are the text. */
public final class Marks {

    private Marks() {}

    /**
     * @param styles classes for the style sheet, outermost first: content, discard, mention, cue, trigger
     * @param tip what was read here, in words; empty for plain text
     */
    public record Piece(String text, List<String> styles, String tip, Optional<String> link) {

        public Piece {
            styles = List.copyOf(styles);
        }

        public String style() {
            return String.join(" ", styles);
        }
    }

    /** A span with what it means. Of several links on one piece the last counts. */
    private record Mark(Span span, String style, String tip, Optional<String> link) {}

    /** Line by line; empty lines are left out. */
    public static List<List<Piece>> of(Coded coded, Edition edition, Links links) {
        List<Mark> marks = marks(coded, edition, links);
        String text = coded.document().text();
        List<List<Piece>> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            if (!text.substring(start, end).isBlank()) lines.add(line(text, start, end, marks));
            start = end + 1;
        }
        return lines;
    }

    /** A passage with one event mention marked in it, and nothing else. */
    static List<Piece> of(EventMention mention, Span passage, Coded coded, Edition edition) {
        List<Mark> marks = new ArrayList<>();
        coded.statements().stream()
                .filter(statement ->
                        mention.attribution().filter(statement.id()::equals).isPresent())
                .flatMap(statement -> statement.content().stream())
                .forEach(content -> marks.add(new Mark(content, "content", "attributed", Optional.empty())));
        marks.add(new Mark(mention.sentence(), "told", "the sentence", Optional.empty()));
        mention.actors()
                .forEach(role -> marks.add(new Mark(
                        role.span(), "mention", "acts: " + edition.name(role, coded.document()), Optional.empty())));
        mention.recipients()
                .forEach(role -> marks.add(new Mark(
                        role.span(), "cue", "is acted on: " + edition.name(role, coded.document()), Optional.empty())));
        marks.add(new Mark(mention.trigger(), "trigger", "tells the event", Optional.empty()));
        return line(coded.document().text(), passage.start(), passage.end(), marks);
    }

    /** A passage with one statement marked in it, and nothing else. */
    static List<Piece> of(Statement statement, Span passage, Coded coded, Edition edition) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(statement.sentence(), "told", "the sentence", Optional.empty()));
        statement
                .content()
                .forEach(content -> marks.add(new Mark(content, "content", "what is said", Optional.empty())));
        statement
                .source()
                .ifPresent(role -> marks.add(new Mark(
                        role.span(), "mention", "says it: " + edition.name(role, coded.document()), Optional.empty())));
        statement.cue().ifPresent(cue -> marks.add(new Mark(cue, "cue", "attributes", Optional.empty())));
        return line(coded.document().text(), passage.start(), passage.end(), marks);
    }

    /** A passage with one mention marked in it, and nothing else. */
    static List<Piece> of(Mention mention, Span passage, Coded coded, Edition edition) {
        String who = mention.actor().map(edition::name).orElse("nobody known");
        return line(
                coded.document().text(),
                passage.start(),
                passage.end(),
                List.of(new Mark(mention.span(), "mention", who, Optional.empty())));
    }

    /** Words with so many characters around them, and the rest of the words at both ends. */
    static Span around(String text, Span words, int before, int after) {
        int from = Math.max(0, words.start() - before);
        int until = Math.min(text.length(), words.end() + after);
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) from--;
        while (until < text.length() && !Character.isWhitespace(text.charAt(until))) until++;
        return new Span(from, until);
    }

    private static List<Piece> line(String text, int start, int end, List<Mark> marks) {
        Span line = new Span(start, end);
        List<Mark> here =
                marks.stream().filter(mark -> mark.span.overlaps(line)).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        for (Mark mark : here) {
            cuts.add(Math.max(start, mark.span.start()));
            cuts.add(Math.min(end, mark.span.end()));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int cut : cuts.tailSet(start, false)) {
            Span piece = new Span(from, cut);
            List<Mark> over =
                    here.stream().filter(mark -> mark.span.contains(piece)).toList();
            Optional<String> link = Optional.empty();
            for (Mark mark : over) if (mark.link.isPresent()) link = mark.link;
            pieces.add(new Piece(
                    piece.in(text),
                    over.stream().map(Mark::style).distinct().toList(),
                    String.join(" · ", over.stream().map(Mark::tip).distinct().toList()),
                    link));
            from = cut;
        }
        return pieces;
    }

    private static List<Mark> marks(Coded coded, Edition edition, Links links) {
        List<Mark> marks = new ArrayList<>();
        for (Statement statement : coded.statements()) {
            String who = statement
                    .source()
                    .map(role -> edition.name(role, coded.document()))
                    .orElse("nobody named");
            String tip = statement.kind().code() + " of " + who;
            for (Span content : statement.content()) {
                marks.add(new Mark(content, "content", tip, Optional.empty()));
            }
        }
        for (Discard discard : coded.discards()) {
            discard.span()
                    .ifPresent(span ->
                            marks.add(new Mark(span, "discard", "not coded: " + discard.reason(), Optional.empty())));
        }
        for (Mention mention : coded.mentions()) {
            mention.actor()
                    .ifPresent(id -> marks.add(new Mark(mention.span(), "mention", edition.name(id), links.actor(id))));
        }
        for (Statement statement : coded.statements()) {
            statement
                    .cue()
                    .ifPresent(cue -> marks.add(new Mark(
                            cue,
                            "cue",
                            statement.kind().code() + (statement.negated() ? ", negated" : ""),
                            Optional.empty())));
        }
        for (EventMention mention : coded.eventMentions()) {
            marks.add(new Mark(
                    mention.trigger(),
                    "trigger",
                    mention.eventType().name() + ", " + mention.modality().code(),
                    edition.eventOf(mention.id()).flatMap(event -> links.event(event.id()))));
        }
        return marks;
    }
}
