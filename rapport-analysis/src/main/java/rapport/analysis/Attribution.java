package rapport.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.record.Span;

/**
 * Who is said to say it: source, cue and content as the text has them.
 *
 * @param id of the statement that it becomes
 * @param within id of the attribution in whose content this one stands
 * @param score of the reader, from 0 to 1
 */
public record Attribution(
        String id,
        Optional<Span> source,
        Optional<Span> cue,
        List<Span> content,
        Optional<String> within,
        double score) {

    public Attribution {
        content = List.copyOf(content);
    }

    Stream<Span> spans() {
        return Stream.of(source.stream(), cue.stream(), content.stream()).flatMap(s -> s);
    }
}
