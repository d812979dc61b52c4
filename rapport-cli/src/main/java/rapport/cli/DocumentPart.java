package rapport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import rapport.record.Coded;
import rapport.record.EventMention;
import rapport.record.Span;
import rapport.record.Statement;

/**
 * A sentence of a report with what was read from it, or a line between such sentences.
 *
 * @param records in the order of the words that they rest on
 */
record DocumentPart<T>(String text, List<T> records) {

    DocumentPart {
        records = List.copyOf(records);
    }

    /** The whole report, in order. */
    static <T> List<DocumentPart<T>> of(
            Coded coded, Function<EventMention, T> ofEvent, Function<Statement, T> ofStatement) {
        Map<Span, Map<Span, List<T>>> bySentence = new TreeMap<>();
        for (EventMention event : coded.eventMentions()) {
            add(bySentence, event.sentence(), event.trigger(), ofEvent.apply(event));
        }
        for (Statement statement : coded.statements()) {
            Span at = statement.cue().orElse(statement.content().get(0));
            add(bySentence, statement.sentence(), at, ofStatement.apply(statement));
        }
        String text = coded.document().text();
        List<DocumentPart<T>> parts = new ArrayList<>();
        int last = 0;
        for (Map.Entry<Span, Map<Span, List<T>>> entry : bySentence.entrySet()) {
            Span sentence = entry.getKey();
            addLines(text, last, sentence.start(), parts);
            List<T> records =
                    entry.getValue().values().stream().flatMap(List::stream).toList();
            parts.add(new DocumentPart<>(sentence.in(text), records));
            last = sentence.end();
        }
        addLines(text, last, text.length(), parts);
        return List.copyOf(parts);
    }

    private static <T> void add(Map<Span, Map<Span, List<T>>> bySentence, Span sentence, Span at, T record) {
        bySentence
                .computeIfAbsent(sentence, s -> new TreeMap<>())
                .computeIfAbsent(at, a -> new ArrayList<>())
                .add(record);
    }

    private static <T> void addLines(String text, int start, int end, List<DocumentPart<T>> parts) {
        if (start >= end) return;
        for (String line : text.substring(start, end).split("\n")) {
            if (!line.isBlank()) parts.add(new DocumentPart<>(line.strip(), List.of()));
        }
    }
}
