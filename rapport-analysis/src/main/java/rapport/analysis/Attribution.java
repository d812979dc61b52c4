package rapport.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern BARE = Pattern.compile(
            "(?i)[^\\p{L}\\p{N}:]+"
                    + "|(?:(?:the|a|an|that|which|who|whom|this|of|on|in|at|as|and|also|just|is|are|was|were|be|been|has|have|had|do|does|did|will|would)\\b\\W*)+");

    public Attribution {
        content = List.copyOf(content);
    }

    /** Whether words only join others or are marks, and so say and report nothing. A colon reports. */
    public static boolean isBare(String words) {
        return BARE.matcher(words).matches();
    }

    Stream<Span> spans() {
        return Stream.of(source.stream(), cue.stream(), content.stream()).flatMap(s -> s);
    }
}
