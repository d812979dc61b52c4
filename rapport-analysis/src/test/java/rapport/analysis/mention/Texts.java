package rapport.analysis.mention;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.ontology.MentionForm;
import rapport.record.Document;
import rapport.record.Span;
import rapport.record.Time;

/** Short texts as documents, a passage a line, with mentions marked by hand: [name:words], [desc:words], [met:words], [dem:words], [pro:words]. */
final class Texts {

    private static final Pattern MARK = Pattern.compile("\\[(name|desc|met|dem|pro):([^\\]]+)\\]");

    private Texts() {}

    static AnnotatedDocument marked(ActorDictionary dictionary, String marked, Optional<LocalDate> day, Links links) {
        return marked(dictionary, marked, day, links, Optional.empty());
    }

    static AnnotatedDocument marked(
            ActorDictionary dictionary, String marked, Optional<LocalDate> day, Links links, Optional<String> outlet) {
        StringBuilder text = new StringBuilder();
        List<Found> found = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int last = 0;
        while (mark.find()) {
            text.append(marked, last, mark.start());
            int start = text.length();
            text.append(mark.group(2));
            int passage = (int) text.chars().filter(c -> c == '\n').count();
            found.add(new Found(new Span(start, text.length()), form(mark.group(1)), passage));
            last = mark.end();
        }
        text.append(marked, last, marked.length());
        return resolved(dictionary, document(text.toString(), day, outlet), found, links);
    }

    private static MentionForm form(String mark) {
        return switch (mark) {
            case "name" -> MentionForm.NAME;
            case "desc" -> MentionForm.DESCRIPTION;
            case "met" -> MentionForm.METONYM;
            case "dem" -> MentionForm.DEMONYM;
            default -> MentionForm.PRONOUN;
        };
    }

    static Span nth(String text, String words, int nth) {
        int at = -1;
        for (int i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
        return new Span(at, at + words.length());
    }

    static Document document(String text, Optional<LocalDate> day) {
        return document(text, day, Optional.empty());
    }

    private static Document document(String text, Optional<LocalDate> day, Optional<String> outlet) {
        return new Document(
                "d1",
                outlet,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                day.map(Time::stated).orElse(Time.UNKNOWN),
                "en",
                text,
                "",
                "d1");
    }

    static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            Span.ofStripped(text, start, end).ifPresent(sentences::add);
            start = end;
        }
        return sentences;
    }

    static AnnotatedDocument resolved(
            ActorDictionary dictionary, String text, Optional<LocalDate> day, List<Found> found) {
        return resolved(dictionary, document(text, day), found, Links.NONE);
    }

    private static AnnotatedDocument resolved(
            ActorDictionary dictionary, Document document, List<Found> found, Links links) {
        AnnotatedDocument begun = AnnotatedDocument.of(document).with(Layer.SENTENCES, sentences(document.text()));
        return new MentionStage(dictionary).resolved(new NameStage(dictionary).apply(begun), found, links);
    }
}
