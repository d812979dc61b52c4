package rapport.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Attribution;
import rapport.analysis.Layer;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Readings;
import rapport.analysis.TestDocuments;
import rapport.record.Span;

class AttributionStageTest {

    private static List<Attribution> attributions(String text, Readings readings) {
        AnnotatedDocument annotated = TestDocuments.annotated(text).with(Layer.READINGS, List.of(readings.build()));
        return new AttributionStage().apply(annotated).get(Layer.ATTRIBUTIONS);
    }

    private static Optional<String> words(Optional<Span> span, String text) {
        return span.map(s -> s.in(text));
    }

    @Test
    void ties_a_cue_to_its_source_and_its_content() {
        String text = "Graustark said that the troops had left";
        var readings = Readings.of(text)
                .tag(WordLayer.SOURCE, "Graustark", "source")
                .tag(WordLayer.CUE, "said", "cue")
                .tag(WordLayer.CONTENT, "that the troops had left", "content")
                .link(LinkLayer.SOURCE_OF, "said", "Graustark")
                .link(LinkLayer.CONTENT_OF, "said", "that the troops had left");

        assertThat(attributions(text, readings)).singleElement().satisfies(attribution -> {
            assertThat(words(attribution.source(), text)).contains("Graustark");
            assertThat(words(attribution.cue(), text)).contains("said");
            assertThat(attribution.content())
                    .extracting(span -> span.in(text))
                    .containsExactly("that the troops had left");
            assertThat(attribution.within()).isEmpty();
        });
    }

    @Test
    void leaves_hearsay_without_a_source() {
        String text = "The general has reportedly fled";
        var readings = Readings.of(text)
                .tag(WordLayer.CUE, "reportedly", "cue")
                .tag(WordLayer.CONTENT, "fled", "content")
                .link(LinkLayer.CONTENT_OF, "reportedly", "fled");

        assertThat(attributions(text, readings))
                .singleElement()
                .satisfies(attribution -> assertThat(attribution.source()).isEmpty());
    }

    @Test
    void puts_a_statement_inside_the_one_that_reports_it() {
        String text = "Officials claimed the general ordered the raid";
        var readings = Readings.of(text)
                .tag(WordLayer.SOURCE, "Officials", "source")
                .tag(WordLayer.CUE, "claimed", "cue")
                .tag(WordLayer.CONTENT, "the general ordered the raid", "content")
                .tag(WordLayer.INNER_CONTENT, "the raid", "content")
                .link(LinkLayer.SOURCE_OF, "claimed", "Officials")
                .link(LinkLayer.CONTENT_OF, "claimed", "the general ordered the raid");
        readings.score(WordLayer.CUE, "ordered", "B-cue", 20).link(LinkLayer.CONTENT_OF, "ordered", "the raid");
        // a link's score is a mean over pairs: unsay what the wider link above wrote over the same words
        List<Attribution> found = attributions(text, readings);

        Attribution inner = found.stream()
                .filter(a -> words(a.cue(), text).equals(Optional.of("ordered")))
                .findFirst()
                .orElseThrow();
        Attribution outer = found.stream()
                .filter(a -> words(a.cue(), text).equals(Optional.of("claimed")))
                .findFirst()
                .orElseThrow();
        assertThat(inner.within()).contains(outer.id());
        assertThat(outer.within()).isEmpty();
    }

    @Test
    void drops_a_cue_that_nothing_is_attributed_to() {
        String text = "The minister said nothing";
        var readings = Readings.of(text).tag(WordLayer.CUE, "said", "cue");

        assertThat(attributions(text, readings)).isEmpty();
    }

    @Test
    void gives_a_content_that_two_cues_claim_to_the_likelier_one() {
        String text = "Both sides agreed on steps, among them Strelsau's assurance that no camp remains";
        String content = "that no camp remains";
        var readings = Readings.of(text)
                .tag(WordLayer.CUE, "agreed", "cue")
                .tag(WordLayer.CUE, "assurance", "cue")
                .tag(WordLayer.CONTENT, content, "content")
                .link(LinkLayer.CONTENT_OF, "agreed", content, 1)
                .link(LinkLayer.CONTENT_OF, "assurance", content, 2);

        assertThat(attributions(text, readings))
                .singleElement()
                .satisfies(attribution ->
                        assertThat(words(attribution.cue(), text)).contains("assurance"));
    }

    @Test
    void words_that_say_nothing_are_no_content_and_no_cue() {
        String text = "The group that has left said no";
        var readings = Readings.of(text)
                .tag(WordLayer.CUE, "said", "cue")
                .tag(WordLayer.CONTENT, "that", "content")
                .link(LinkLayer.CONTENT_OF, "said", "that")
                .tag(WordLayer.CUE, "has", "cue")
                .tag(WordLayer.CONTENT, "no", "content")
                .link(LinkLayer.CONTENT_OF, "has", "no");

        assertThat(attributions(text, readings)).isEmpty();
    }
}
