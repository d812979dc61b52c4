package rapport.analysis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Readings;
import rapport.analysis.TestDocuments;
import rapport.ontology.Basis;
import rapport.ontology.EventType;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.EventMention;
import rapport.record.Mention;
import rapport.record.Quantity;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

class EventStageTest {

    private static final String TEXT = "Ruritania urged Graustark to withdraw by Monday";

    private static Span span(String words) {
        return new Span(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
    }

    private static Readings readings() {
        return Readings.of(TEXT)
                .tag(WordLayer.TRIGGER, "urged", "trigger")
                .score(WordLayer.TYPE, "urged", "REQUEST", 9)
                .score(WordLayer.MODALITY, "urged", "occurred", 9)
                .link(LinkLayer.ACTOR, "urged", "Ruritania")
                .link(LinkLayer.RECIPIENT, "urged", "Graustark")
                .tag(WordLayer.TRIGGER, "withdraw", "trigger")
                .score(WordLayer.TYPE, "withdraw", "RETREAT", 9)
                .score(WordLayer.MODALITY, "withdraw", "demanded", 9)
                .link(LinkLayer.ACTOR, "withdraw", "Graustark");
    }

    private static AnnotatedDocument annotated(Readings readings) {
        return annotated(readings, StatementKind.APPEAL);
    }

    private static AnnotatedDocument annotated(Readings readings, StatementKind kind) {
        AnnotatedDocument plain = TestDocuments.annotated(TEXT);
        String document = plain.document().id();
        Statement said = new Statement(
                "s1",
                document,
                new Span(0, TEXT.length()),
                Optional.of(new Role(Optional.of("rur"), span("Ruritania"))),
                Optional.of(span("urged")),
                List.of(span("to withdraw by Monday")),
                Quotation.INDIRECT,
                kind,
                Optional.of("gra"),
                List.of(),
                false,
                Optional.empty(),
                0.9);
        Time monday =
                Time.of(TestDocuments.DAY.plusDays(6), TestDocuments.DAY.plusDays(6), Basis.RESOLVED, span("Monday"));
        return plain.with(Layer.READINGS, List.of(readings.build()))
                .with(
                        Layer.MENTIONS,
                        List.of(
                                Mention.of(document, span("Ruritania"), Optional.of("rur"), MentionForm.NAME),
                                Mention.of(document, span("Graustark"), Optional.of("gra"), MentionForm.NAME)))
                .with(Layer.STATEMENTS, List.of(said))
                .with(Layer.TIMES, List.of(monday))
                .with(Layer.PLACES, List.of())
                .with(Layer.QUANTITIES, List.of());
    }

    private static EventMention event(String trigger) {
        return new EventStage()
                .apply(annotated(readings())).get(Layer.EVENT_MENTIONS).stream()
                        .filter(e -> e.trigger().in(TEXT).equals(trigger))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void keeps_the_demand_and_what_is_demanded_apart() {
        assertThat(event("urged").eventType()).isEqualTo(EventType.REQUEST);
        assertThat(event("urged").modality()).isEqualTo(Modality.OCCURRED);
        assertThat(event("withdraw").eventType()).isEqualTo(EventType.RETREAT);
        assertThat(event("withdraw").modality()).isEqualTo(Modality.DEMANDED);
    }

    @Test
    void fills_roles_with_the_actors_of_mentions() {
        assertThat(event("urged").actors()).extracting(Role::actor).containsExactly(Optional.of("rur"));
        assertThat(event("urged").recipients()).extracting(Role::actor).containsExactly(Optional.of("gra"));
        assertThat(event("withdraw").recipients()).isEmpty();
    }

    @Test
    void attributes_an_event_to_the_statement_whose_content_holds_it() {
        assertThat(event("withdraw").attribution()).contains("s1");
        assertThat(event("urged").attribution()).isEmpty();
    }

    @Test
    void gives_a_day_named_in_a_quotation_to_the_act_in_it() {
        assertThat(event("withdraw").when().last()).contains(TestDocuments.DAY.plusDays(6));
        assertThat(event("urged").when()).isEqualTo(Time.UNKNOWN);
    }

    @Test
    void lets_the_words_of_a_side_decide_an_open_type() {
        Readings open = readings()
                .score(WordLayer.TYPE, "withdraw", "RETREAT", 3)
                .score(WordLayer.TYPE, "withdraw", "ASSAULT", 3.5f)
                .score(WordLayer.TYPE_OF_ACTOR, "Graustark", "RETREAT", 4);

        List<EventMention> found = new EventStage().apply(annotated(open)).get(Layer.EVENT_MENTIONS);

        assertThat(found)
                .extracting(EventMention::eventType)
                .contains(EventType.RETREAT)
                .doesNotContain(EventType.ASSAULT);
    }

    @Test
    void gives_the_class_of_a_pair_from_the_same_scores() {
        Readings readings = readings();

        var chances = EventScores.ofPair(
                readings.build(), Optional.of(readings.words("Ruritania")), Optional.of(readings.words("Graustark")));

        assertThat(chances.entrySet().stream()
                        .max(java.util.Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isEqualTo(rapport.ontology.PloverFold.FoldedType.REQUEST);
        assertThat(chances.values().stream().mapToDouble(Math::exp).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void one_who_acts_is_not_acted_on_as_well() {
        AnnotatedDocument annotated = annotated(readings().link(LinkLayer.RECIPIENT, "withdraw", "Graustark"));
        EventMention withdrawal = new EventStage()
                .apply(annotated).get(Layer.EVENT_MENTIONS).stream()
                        .filter(event -> event.eventType() == EventType.RETREAT)
                        .findFirst()
                        .orElseThrow();

        assertThat(withdrawal.actors()).hasSize(1);
        assertThat(withdrawal.recipients()).isEmpty();
    }

    @Test
    void words_that_a_hyphen_joins_are_one_trigger() {
        String text = "Graustark machine-gunned a patrol";
        AnnotatedDocument annotated = TestDocuments.annotated(text);
        Reading reading = Readings.of(text)
                .tag(WordLayer.TRIGGER, "machine", "trigger")
                .tag(WordLayer.TRIGGER, "gunned", "trigger")
                .score(WordLayer.TYPE, "machine-gunned", "ASSAULT", 9)
                .score(WordLayer.MODALITY, "machine-gunned", "occurred", 9)
                .build();

        AnnotatedDocument after = new EventStage()
                .apply(annotated
                        .with(Layer.READINGS, List.of(reading))
                        .with(Layer.MENTIONS, List.of())
                        .with(Layer.STATEMENTS, List.of())
                        .with(Layer.TIMES, List.of())
                        .with(Layer.PLACES, List.of())
                        .with(Layer.QUANTITIES, List.of()));

        assertThat(after.get(Layer.EVENT_MENTIONS))
                .extracting(event -> event.trigger().in(text))
                .containsExactly("machine-gunned");
    }

    @Test
    void leaves_the_article_of_what_follows_out_of_the_trigger() {
        for (String article : List.of("the", "its")) {
            String text = "Graustark must release " + article + " envoy";
            List<EventMention> events = events(
                    text,
                    List.of(),
                    Readings.of(text)
                            .tag(WordLayer.TRIGGER, "release " + article, "trigger")
                            .score(WordLayer.TYPE, "release", "RETREAT", 9)
                            .score(WordLayer.MODALITY, "release", "demanded", 9));

            assertThat(events).extracting(event -> event.trigger().in(text)).containsExactly("release");
        }
    }

    @Test
    void whoever_stands_behind_by_acts_and_nobody_before_the_act_does() {
        String text = "Graustark shelled by Ruritania";
        List<EventMention> events = events(
                text,
                List.of(mention(text, "Graustark", "gra"), mention(text, "Ruritania", "rur")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "shelled", "trigger")
                        .score(WordLayer.TYPE, "shelled", "ASSAULT", 9)
                        .score(WordLayer.MODALITY, "shelled", "occurred", 9)
                        .link(LinkLayer.ACTOR, "shelled", "Graustark")
                        .link(LinkLayer.RECIPIENT, "shelled", "Ruritania"));

        assertThat(events.get(0).actors()).extracting(Role::actor).containsExactly(Optional.of("rur"));
        assertThat(events.get(0).recipients()).isEmpty();
    }

    @Test
    void whoever_a_hyphen_ties_to_an_act_does_it() {
        String text = "Graustark involvement in ZLF-orchestrated attacks";
        List<EventMention> events = events(
                text,
                List.of(mention(text, "Graustark", "gra"), mention(text, "ZLF", "zlf")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "attacks", "trigger")
                        .score(WordLayer.TYPE, "attacks", "ASSAULT", 9)
                        .score(WordLayer.MODALITY, "attacks", "occurred", 9)
                        .link(LinkLayer.ACTOR, "attacks", "Graustark"));

        assertThat(events.get(0).actors()).extracting(Role::actor).containsExactly(Optional.of("zlf"));
    }

    @Test
    void whoever_harbours_somebody_gives_him_aid() {
        String text = "Graustark harboured the ZLF";
        List<EventMention> events = events(
                text,
                List.of(mention(text, "Graustark", "gra"), mention(text, "the ZLF", "zlf")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "harboured", "trigger")
                        .score(WordLayer.TYPE, "harboured", "ASSAULT", 9)
                        .score(WordLayer.MODALITY, "harboured", "occurred", 9)
                        .link(LinkLayer.ACTOR, "harboured", "Graustark")
                        .link(LinkLayer.RECIPIENT, "harboured", "the ZLF"));

        assertThat(events.get(0).eventType()).isEqualTo(EventType.AID);
    }

    @Test
    void one_retreats_from_a_place_and_not_by_it() {
        String text = "retreat from Graustark";
        List<EventMention> events = events(
                text,
                List.of(mention(text, "Graustark", "gra")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "retreat", "trigger")
                        .score(WordLayer.TYPE, "retreat", "RETREAT", 9)
                        .score(WordLayer.MODALITY, "retreat", "occurred", 9));

        assertThat(events.get(0).actors()).isEmpty();
    }

    @Test
    void whoever_is_supported_by_an_act_is_not_its_victim() {
        String text = "strikes in support of Ruritania against Graustark";
        List<EventMention> events = events(
                text,
                List.of(mention(text, "Ruritania", "rur"), mention(text, "Graustark", "gra")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "strikes", "trigger")
                        .score(WordLayer.TYPE, "strikes", "ASSAULT", 9)
                        .score(WordLayer.MODALITY, "strikes", "occurred", 9)
                        .link(LinkLayer.RECIPIENT, "strikes", "Ruritania")
                        .link(LinkLayer.RECIPIENT, "strikes", "Graustark"));

        assertThat(events.get(0).recipients()).extracting(Role::actor).containsExactly(Optional.of("gra"));
    }

    @Test
    void whoever_appeals_asks_for_it_though_no_trigger_was_read_in_the_cue() {
        Readings unread = Readings.of(TEXT)
                .score(WordLayer.TRIGGER, "urged", "B-trigger", 8)
                .score(WordLayer.TYPE, "urged", "REQUEST", 9)
                .score(WordLayer.MODALITY, "urged", "occurred", 9)
                .link(LinkLayer.ACTOR, "urged", "Ruritania")
                .link(LinkLayer.RECIPIENT, "urged", "Graustark");
        AnnotatedDocument claim = annotated(unread, StatementKind.CLAIM);

        List<EventMention> events =
                new EventStage().apply(annotated(unread, StatementKind.APPEAL)).get(Layer.EVENT_MENTIONS);

        assertThat(events).extracting(EventMention::eventType).containsExactly(EventType.REQUEST);
        assertThat(events.get(0).trigger()).isEqualTo(span("urged"));
        assertThat(new EventStage().apply(claim).get(Layer.EVENT_MENTIONS)).isEmpty();
    }

    @Test
    void who_claims_something_hardly_does_a_verbal_act_by_it() {
        Readings unsure = readings()
                .score(WordLayer.TRIGGER, "urged", "B-trigger", 1)
                .score(WordLayer.TYPE, "urged", "REQUEST", 4)
                .score(WordLayer.MODALITY, "urged", "occurred", 6)
                .link(LinkLayer.ACTOR, "urged", "Ruritania", 0.2f)
                .link(LinkLayer.RECIPIENT, "urged", "Graustark", 0.2f);

        assertThat(new EventStage()
                        .apply(annotated(unsure, StatementKind.APPEAL))
                        .get(Layer.EVENT_MENTIONS))
                .extracting(EventMention::eventType)
                .contains(EventType.REQUEST);
        assertThat(new EventStage()
                        .apply(annotated(unsure, StatementKind.CLAIM))
                        .get(Layer.EVENT_MENTIONS))
                .extracting(EventMention::eventType)
                .doesNotContain(EventType.REQUEST);
    }

    @Test
    void those_of_one_list_fill_a_role_together() {
        assertThat(struck("Hentzau struck Ruritania, Graustark and Kravonia yesterday"))
                .containsExactlyInAnyOrder(Optional.of("gra"), Optional.of("kra"), Optional.of("rur"));
        assertThat(struck("Hentzau struck Graustark and Kravonia has left, like Ruritania"))
                .containsExactly(Optional.of("gra"));
        assertThat(struck("Hentzau struck Graustark, and Kravonia left, like Ruritania"))
                .containsExactly(Optional.of("gra"));
        assertThat(struck("Hentzau struck Graustark as well as Ruritania, said Kravonia"))
                .containsExactlyInAnyOrder(Optional.of("gra"), Optional.of("rur"));
    }

    private static List<Optional<String>> struck(String text) {
        return events(
                        text,
                        List.of(
                                mention(text, "Hentzau", "hen"),
                                mention(text, "Graustark", "gra"),
                                mention(text, "Kravonia", "kra"),
                                mention(text, "Ruritania", "rur")),
                        Readings.of(text)
                                .tag(WordLayer.TRIGGER, "struck", "trigger")
                                .score(WordLayer.TYPE, "struck", "ASSAULT", 9)
                                .score(WordLayer.MODALITY, "struck", "occurred", 9)
                                .link(LinkLayer.ACTOR, "struck", "Hentzau")
                                .link(LinkLayer.RECIPIENT, "struck", "Graustark"))
                .get(0)
                .recipients()
                .stream()
                .map(Role::actor)
                .toList();
    }

    @Test
    void words_for_several_fill_a_role_with_all_of_them() {
        String text = "Hentzau called on both sides";
        List<EventMention> events = events(
                text,
                List.of(
                        mention(text, "Hentzau", "hen"),
                        mention(text, "both sides", "gra"),
                        mention(text, "both sides", "rur")),
                Readings.of(text)
                        .tag(WordLayer.TRIGGER, "called", "trigger")
                        .score(WordLayer.TYPE, "called", "REQUEST", 9)
                        .score(WordLayer.MODALITY, "called", "occurred", 9)
                        .link(LinkLayer.ACTOR, "called", "Hentzau")
                        .link(LinkLayer.RECIPIENT, "called", "both sides", 0.5f));

        assertThat(events.get(0).recipients())
                .extracting(Role::actor)
                .containsExactlyInAnyOrder(Optional.of("gra"), Optional.of("rur"));
    }

    private static Mention mention(String text, String words, String actor) {
        Span span = new Span(text.indexOf(words), text.indexOf(words) + words.length());
        return Mention.of(TestDocuments.annotated(text).document().id(), span, Optional.of(actor), MentionForm.NAME);
    }

    @Test
    void a_length_is_not_the_number_of_an_act() {
        String text = "12 guards shot 20 km away";
        Readings readings = Readings.of(text)
                .tag(WordLayer.TRIGGER, "shot", "trigger")
                .score(WordLayer.TYPE, "shot", "ASSAULT", 9)
                .score(WordLayer.MODALITY, "shot", "occurred", 9);

        assertThat(events(text, List.of(), readings, quantity(12, "guards"), quantity(20, "km")))
                .singleElement()
                .satisfies(event -> assertThat(event.quantities()).containsExactly(quantity(12, "guards")));
    }

    /** At the beginning of the text, or in the middle of it. */
    private static Quantity quantity(int number, String of) {
        int start = of.equals("km") ? "12 guards shot ".length() : 0;
        return new Quantity(new Span(start, start + 2), OptionalLong.of(number), OptionalLong.of(number), of);
    }

    private static List<EventMention> events(
            String text, List<Mention> mentions, Readings readings, Quantity... quantities) {
        return new EventStage()
                .apply(TestDocuments.annotated(text)
                        .with(Layer.READINGS, List.of(readings.build()))
                        .with(Layer.MENTIONS, mentions)
                        .with(Layer.STATEMENTS, List.of())
                        .with(Layer.TIMES, List.of())
                        .with(Layer.PLACES, List.of())
                        .with(Layer.QUANTITIES, List.of(quantities)))
                .get(Layer.EVENT_MENTIONS);
    }
}
