package rapport.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Span;
import rapport.record.Time;

/** Documents for tests: a text of one sentence, published on a day. */
public final class TestDocuments {

    public static final LocalDate DAY = LocalDate.of(2024, 5, 14);

    private TestDocuments() {}

    public static Document document(String text) {
        return new Document(
                Ids.of('d', "test", text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Time.stated(DAY),
                "en",
                text,
                Ids.sha256(text),
                "test.txt");
    }

    /** One sentence, no furniture. */
    public static AnnotatedDocument annotated(String text) {
        return AnnotatedDocument.of(document(text))
                .with(Layer.FURNITURE, List.of())
                .with(Layer.SENTENCES, List.of(new Span(0, text.length())));
    }
}
