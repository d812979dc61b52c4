package rapport.evaluation;

import java.util.List;
import java.util.Optional;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Time;

/** A coded text as a document: it comes from no page, so no line of it is furniture. */
final class PlainText {

    private PlainText() {}

    static AnnotatedDocument of(String path, Optional<String> outlet, Time published, String text) {
        Document document = new Document(
                Ids.of('d', path, text),
                outlet,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                published,
                "en",
                text,
                Ids.sha256(text),
                path);
        return AnnotatedDocument.of(document).with(Layer.FURNITURE, List.of());
    }
}
