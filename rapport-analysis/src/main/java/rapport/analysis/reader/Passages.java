package rapport.analysis.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import rapport.record.Span;

/**
 * Packs a document's sentences into passages for the model: as many whole sentences as fit, ended sooner at a line end once
 * it is half full, so that a quotation and its speaker mostly stay together.
 */
final class Passages {

    /** More pieces than this in one sentence cannot be read: the encoder has 512 positions. */
    static final int LONGEST = 512;

    private static final int FULL = 224; // the length of the windows that the model was trained on

    private Passages() {}

    static List<List<Span>> of(String text, List<Span> sentences, ToIntFunction<List<Span>> size) {
        List<List<Span>> passages = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        int filled = 0;
        for (Span sentence : sentences) {
            int more = size.applyAsInt(List.of(sentence));
            boolean newLine = !open.isEmpty()
                    && text.substring(open.get(open.size() - 1).end(), sentence.start())
                                    .indexOf('\n')
                            >= 0;
            if (!open.isEmpty() && (filled + more > FULL || newLine && filled > FULL / 2)) {
                passages.add(List.copyOf(open));
                open.clear();
                filled = 0;
            }
            open.add(sentence);
            filled += more;
        }
        if (!open.isEmpty()) passages.add(List.copyOf(open));
        return passages;
    }
}
