package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.ontology.Context;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.MentionForm;
import rapport.ontology.Modality;
import rapport.ontology.Mode;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Time;
import rapport.storyline.Reviewed;

/** What reviewers say of records, beside what was read. */
class CorrectionTest {

    private static final Format LATER = new Format(Format.VERSION, "0.2.0", "1", "reader-2");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00.5Z"), ZoneOffset.UTC);

    private static final Coded PROTEST = Examples.protest();
    private static final String DOCUMENT = PROTEST.document().id();
    private static final String SEIZURE = PROTEST.eventMentions().get(0).id();
    private static final String ACCUSATION = PROTEST.statements().get(0).id();
    private static final String TALKS = Examples.talks().eventMentions().get(0).id();

    @TempDir
    private Path folder;

    private Path file;
    private RecordStore store;
    private int sent;

    @BeforeEach
    void open() {
        file = folder.resolve("rapport.record");
        store = RecordStore.open(file, Examples.FORMAT);
        store.put(PROTEST);
        store.put(Examples.talks());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shows_the_corrected_record_and_keeps_what_was_read() {
        Correction correction = stored(SEIZURE, "eventType", "ASSAULT", "Anna");

        assertThat(correction.before()).contains("\"COERCE\"");
        assertThat(correction.after()).contains("\"ASSAULT\"");
        assertThat(correction.anchor().words()).isEqualTo("seized");
        assertThat(seizure().eventType()).isEqualTo(EventType.ASSAULT);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.codedAsRead(DOCUMENT)).contains(asRead());
            assertThat(record.eventMention(SEIZURE).orElseThrow().eventType()).isEqualTo(EventType.ASSAULT);
            assertThat(record.eventMentionsAsRead().map(EventMention::eventType))
                    .contains(EventType.COERCE)
                    .doesNotContain(EventType.ASSAULT);
            assertThat(record.reports()).hasSize(2);
        }
    }

    @Test
    void corrects_every_field_in_short_forms_and_in_those_of_an_export() {
        stored(SEIZURE, "modality", "denied", "Anna");
        stored(SEIZURE, "modes", "restrict", "Anna");
        stored(SEIZURE, "contexts", "[\"economic\", \"legal\"]", "Anna");
        stored(SEIZURE, "actors", "[\"rur\"]", "Anna");
        stored(SEIZURE, "recipients", "[]", "Anna");
        stored(SEIZURE, "when", "1934-04-30..1934-05-01", "Anna");
        stored(SEIZURE, "place", "Zenda", "Anna");
        stored(ACCUSATION, "kind", "claim", "Anna");
        stored(ACCUSATION, "source", "null", "Anna");
        stored(ACCUSATION, "addressee", "gra", "Anna");
        stored(ACCUSATION, "quotation", "direct", "Anna");
        assertThat(stored(ACCUSATION, "negated", "true", "Anna").after()).contains("true");
        assertThat(stored(mention("Graustark").id(), "form", "demonym", "Anna").before())
                .contains("\"name\"");

        EventMention seizure = seizure();
        assertThat(seizure.modality()).isEqualTo(Modality.DENIED);
        assertThat(seizure.modes()).containsExactly(Mode.RESTRICT);
        assertThat(seizure.contexts()).containsExactly(Context.ECONOMIC, Context.LEGAL);
        assertThat(seizure.actors()).extracting(Role::actor).containsExactly(Optional.of("rur"));
        assertThat(seizure.actors().get(0).span().in(Examples.PROTEST_TEXT)).isEqualTo("Ruritania");
        assertThat(seizure.recipients()).isEmpty();
        assertThat(seizure.when().last()).contains(Examples.day(1));
        assertThat(seizure.place().orElseThrow().latitude()).isEmpty();
        Coded coded = coded();
        assertThat(coded.statements().get(0).kind()).isEqualTo(StatementKind.CLAIM);
        assertThat(coded.statements().get(0).source()).isEmpty();
        assertThat(coded.statements().get(0).addressee()).contains("gra");
        assertThat(coded.statements().get(0).quotation()).isEqualTo(Quotation.DIRECT);
        assertThat(coded.statements().get(0).negated()).isTrue();
        assertThat(coded.mentions()).extracting(Mention::form).contains(MentionForm.DEMONYM);
        try (Snapshot record = store.snapshot()) {
            for (Correction correction : record.correctionsOf(SEIZURE)) {
                assertThat(correction.after()).as(correction.writtenField()).isPresent();
                assertThat(submit(
                                SEIZURE,
                                correction.writtenField(),
                                correction.after().get(),
                                "Bo"))
                        .as(correction.after().get())
                        .isInstanceOf(Outcome.Conflict.class); // read as written, and told of the other
            }
        }
    }

    @Test
    void another_type_has_no_mode_until_one_is_given() {
        stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        assertThat(seizure().modes()).isEmpty();

        assertThat(submit(SEIZURE, "modes", "seize", "Anna")).isInstanceOf(Outcome.Refused.class);
        stored(SEIZURE, "modes", "drone", "Anna");
        assertThat(seizure().modes()).containsExactly(Mode.DRONE);
        stored(SEIZURE, "modes", "null", "Anna");
        assertThat(seizure().modes()).isEmpty();
    }

    @Test
    void a_corrected_mention_takes_the_roles_on_its_words_along() {
        String graustark = mention("Graustark").id();

        stored(graustark, "actor", "{\"id\":\"sylvania\",\"name\":\"Sylvania\",\"kind\":\"state\"}", "Anna");

        assertThat(seizure().actors()).extracting(Role::actor).containsExactly(Optional.of("sylvania"));
        try (Snapshot record = store.snapshot()) {
            assertThat(record.actor("sylvania").map(Actor::known)).contains(KnownBy.REVIEW);
            assertThat(record.actors().map(Actor::id)).contains("sylvania").isSorted();
            assertThat(record.eventMentionsOf(Set.of("sylvania"), Set.of("rur")))
                    .hasSize(1);
            assertThat(record.eventMentionsOf(Set.of("gra"), Set.of("rur")))
                    .extracting(EventMention::id)
                    .containsExactly(TALKS);
        }
    }

    @Test
    void leaves_out_what_is_rejected_and_takes_it_back_when_that_is_undone() {
        Correction rejected = stored(ACCUSATION, "verdict", "rejected", "Anna");
        assertThat(coded().statements()).hasSize(1);
        assertThat(seizure().attribution()).isEmpty();
        try (Snapshot record = store.snapshot()) {
            assertThat(record.statementsOf(List.of("rur"))).isEmpty();
        }

        Correction undo = undo(rejected, "Bo");
        assertThat(coded()).isEqualTo(asRead());
        assertThat(undo.before()).contains("\"" + rejected.id() + "\"");

        undo(undo, "Anna");
        assertThat(coded().statements()).hasSize(1);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.correctionsOf(ACCUSATION)).hasSize(3);
        }
    }

    @Test
    void holds_when_another_version_reads_the_report_with_other_ids_and_spans() {
        stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        EventMention read = PROTEST.eventMentions().get(0);
        EventMention changed = new EventMention(
                "enew",
                DOCUMENT,
                read.sentence(),
                EventType.SANCTION,
                List.of(),
                List.of(),
                Examples.span(Examples.PROTEST_TEXT, "had seized"),
                read.actors(),
                List.of(),
                Time.UNKNOWN,
                Optional.empty(),
                Modality.ONGOING,
                Optional.empty(),
                List.of(),
                0.9);
        store.put(with(List.of(changed)), LATER);

        EventMention corrected = coded().eventMentions().get(0);
        assertThat(corrected.id()).isEqualTo("enew");
        assertThat(corrected.eventType()).isEqualTo(EventType.ASSAULT);
        assertThat(corrected.modality()).isEqualTo(Modality.ONGOING);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.unplacedCorrections()).isEmpty();
            assertThat(record.correctionsOf("enew")).hasSize(1);
        }
    }

    @Test
    void keeps_what_finds_no_record_until_one_fits_again() {
        Correction correction = stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        store.put(with(List.of()), LATER);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.unplacedCorrections()).containsExactly(correction);
        }

        store.put(PROTEST);
        assertThat(seizure().eventType()).isEqualTo(EventType.ASSAULT);
    }

    @Test
    void somebody_is_asked_for_an_opinion_once_until_he_has_given_it() {
        Correction asked = stored(SEIZURE, "asked", "Bo", "Anna");
        assertThat(asked.after()).contains("\"Bo\"");
        assertThat(stored(SEIZURE, "asked", "\"Bo\"", "Anna")).isEqualTo(asked);
        assertThat(submit(SEIZURE, "asked", "Anna", "Anna"))
                .isEqualTo(new Outcome.Refused("\"Anna\", who asks", "another reviewer"));
        assertThat(submit(SEIZURE, "asked.settled", "Bo", "Anna")).isInstanceOf(Outcome.Refused.class);
        assertThat(seizure()).isEqualTo(PROTEST.eventMentions().get(0));

        stored(SEIZURE, "verdict", "accepted", "Bo");
        assertThat(stored(SEIZURE, "asked", "Bo", "Anna")).isNotEqualTo(asked);
    }

    @Test
    void goes_with_a_document_that_is_removed() {
        stored(SEIZURE, "comment", "Confidential.", "Anna");

        assertThat(store.remove("post/protest.txt").orElseThrow().corrections()).isEqualTo(1);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.corrections()).isEmpty();
        }
    }

    @Test
    void tells_the_second_of_two_who_change_the_same_and_stores_nothing_of_it() {
        Correction first = stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        try (RecordStore other = RecordStore.open(file, Examples.FORMAT)) {
            Submission late =
                    new Submission(SEIZURE, "eventType", Optional.of("SANCTION"), "Bo", Optional.empty(), "form 1");
            assertThat(other.correct(late, NOON)).isEqualTo(new Outcome.Conflict(List.of(first)));
            assertThat(seizure().eventType()).isEqualTo(EventType.ASSAULT);

            Submission seen = new Submission(
                    SEIZURE, "eventType", Optional.of("SANCTION"), "Bo", Optional.of(first.id()), "form 2");
            assertThat(other.correct(seen, NOON)).isInstanceOf(Outcome.Stored.class);
        }
        assertThat(seizure().eventType()).isEqualTo(EventType.SANCTION);
        stored(SEIZURE, "modality", "planned", "Anna"); // another field is no conflict
    }

    @Test
    void stores_a_double_click_once_and_loses_nothing_after_a_back_button() {
        Submission form =
                new Submission(SEIZURE, "eventType", Optional.of("ASSAULT"), "Anna", Optional.empty(), "form 1");
        Outcome.Stored once = (Outcome.Stored) store.correct(form, NOON);
        Outcome.Stored twice = (Outcome.Stored) store.correct(form, Clock.offset(NOON, Duration.ofSeconds(1)));
        assertThat(once.isNew()).isTrue();
        assertThat(twice).isEqualTo(new Outcome.Stored(once.correction(), false));

        Submission changed =
                new Submission(SEIZURE, "eventType", Optional.of("SANCTION"), "Anna", Optional.empty(), "form 1");
        assertThat(((Outcome.Stored) store.correct(changed, NOON)).isNew()).isTrue();
        assertThat(seizure().eventType()).isEqualTo(EventType.SANCTION);
        assertThat(((Outcome.Stored) store.correct(form, NOON)).isNew()).isFalse();
        assertThat(seizure().eventType()).isEqualTo(EventType.SANCTION);
    }

    @Test
    void later_ones_have_later_times_also_where_the_clock_stands_still() {
        Correction first = stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        Correction second = stored(SEIZURE, "eventType", "SANCTION", "Anna");

        assertThat(first.at()).isEqualTo(Instant.parse("2026-01-02T12:00:00.500Z"));
        assertThat(second.at()).isEqualTo(Instant.parse("2026-01-02T12:00:00.501Z"));
    }

    @Test
    void shows_where_reviewers_differ_until_somebody_settles_it() {
        Correction anna = stored(SEIZURE, "eventType", "ASSAULT", "Anna");
        Correction bo = stored(SEIZURE, "eventType", "SANCTION", "Bo");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.disputedCorrections()).containsExactlyInAnyOrder(anna.id(), bo.id());
        }
        assertThat(seizure().eventType()).isEqualTo(EventType.SANCTION);

        stored(SEIZURE, "eventType.settled", "ASSAULT", "Cyril");

        assertThat(seizure().eventType()).isEqualTo(EventType.ASSAULT);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.disputedCorrections()).isEmpty();
        }
    }

    @Test
    void who_is_unsure_gives_way_to_who_is_not() {
        stored(SEIZURE, "verdict", "rejected", "Anna");
        stored(SEIZURE, "verdict", "unsure", "Bo");
        assertThat(coded().eventMentions()).isEmpty();

        stored(SEIZURE, "verdict", "unsure", "Anna");
        assertThat(coded().eventMentions()).hasSize(1);
    }

    @Test
    void joins_and_splits_are_of_a_pair_and_the_latest_counts() {
        stored(SEIZURE, "join", TALKS, "Anna");
        Reviewed.Pair pair = new Reviewed.Pair(SEIZURE, TALKS);
        try (Snapshot record = store.snapshot()) {
            assertThat(record.reviewed()).isEqualTo(new Reviewed(Set.of(pair), Set.of()));
            assertThat(record.correctionsOf(TALKS)).hasSize(1).isEqualTo(record.correctionsOf(SEIZURE));
        }
        Correction split = stored(TALKS, "split", SEIZURE, "Bo");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.reviewed()).isEqualTo(new Reviewed(Set.of(), Set.of(pair)));
            assertThat(record.disputedCorrections()).hasSize(2);
        }
        undo(split, "Bo");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.reviewed().joined()).containsExactly(pair);
        }
    }

    @Test
    void refuses_what_it_cannot_store_with_what_was_found_and_expected() {
        assertThat(submit("e0", "modality", "denied", "Anna"))
                .isEqualTo(new Outcome.Refused("no record \"e0\"", "the id of a mention, statement or event mention"));
        assertThat(submit(SEIZURE, "colour", "red", "Anna"))
                .isEqualTo(new Outcome.Refused(
                        "\"colour\"",
                        "one of eventType, modes, contexts, modality, actors, recipients, when, place, source, kind, addressee, negated,"
                                + " quotation, actor, form, verdict, comment, asked, join, split, sameAs, undo"));
        assertThat(submit(ACCUSATION, "modality", "denied", "Anna"))
                .isEqualTo(new Outcome.Refused(
                        "\"modality\"",
                        "one of source, kind, addressee, negated, quotation, verdict, comment, asked, undo"));
        assertThat(submit(SEIZURE, "modality", "doubtful", "Anna"))
                .isEqualTo(new Outcome.Refused(
                        "\"doubtful\"", "one of occurred, ongoing, planned, promised, demanded, hypothetical, denied"));
        assertThat(submit(SEIZURE, "modes", "[\"drone\"]", "Anna"))
                .isEqualTo(
                        new Outcome.Refused(
                                "\"drone\"",
                                "one of seize, restrict, censor, curfew, martial-law, arrest, deport, withhold, misinformation, cyber"));
        assertThat(submit(SEIZURE, "when", "yesterday", "Anna"))
                .isEqualTo(new Outcome.Refused("\"yesterday\"", "days as yyyy-MM-dd"));
        assertThat(submit(SEIZURE, "actors", "[\"sylvania\"]", "Anna")).isInstanceOf(Outcome.Refused.class);
        assertThat(submit(SEIZURE, "join", SEIZURE, "Anna"))
                .isEqualTo(new Outcome.Refused("\"" + SEIZURE + "\"", "the id of another event mention"));
        assertThat(submit(SEIZURE, "modality", "denied", " \n"))
                .isEqualTo(new Outcome.Refused("\"\"", "a name of 1 to 100 characters without line ends and bars"));
        assertThat(store.correct(Submission.undo("c0", "Anna", Optional.empty(), "t"), NOON))
                .isEqualTo(new Outcome.Refused("no correction \"c0\"", "the id of a correction"));
        try (Snapshot record = store.snapshot()) {
            assertThat(record.corrections()).isEmpty();
        }
    }

    @Test
    void takes_hostile_words_for_words() {
        String words = "'); DROP TABLE correction; -- <script>alert(1)</script> \u001b[2J {\"a\":1} 🕊";
        assertThat(stored(SEIZURE, "comment", words, "O'Hara <b>").after().orElseThrow())
                .contains("DROP TABLE", "<script>", "🕊", "\\u001B");
        assertThat(stored(SEIZURE, "comment", "{\"verdict\":\"rejected\"}", "Anna")
                        .after())
                .contains("\"{\\\"verdict\\\":\\\"rejected\\\"}\"");
        assertThat(submit(SEIZURE, "comment", "half \uD83D", "Anna"))
                .isEqualTo(new Outcome.Refused("half a character", "whole characters"));
        assertThat(submit(SEIZURE, "actors", "[".repeat(5000), "Anna")).isInstanceOf(Outcome.Refused.class);
        assertThat(submit(SEIZURE, "actors", "[{\"actor\":null,\"span\":{\"start\":5,\"end\":99999999999}}]", "Anna"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(coded()).isEqualTo(asRead());
    }

    @Test
    void a_failure_in_the_middle_stores_nothing() {
        assertThatThrownBy(() -> store.together(() -> {
                    stored(SEIZURE, "eventType", "ASSAULT", "Anna");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(coded()).isEqualTo(asRead());
    }

    @Test
    void reading_again_leaves_corrections_alone_and_writes_nothing() {
        stored(SEIZURE, "eventType", "ASSAULT", "Anna");

        assertThat(store.put(PROTEST)).isEqualTo(Change.UNCHANGED);
        assertThat(seizure().eventType()).isEqualTo(EventType.ASSAULT);
    }

    private Outcome submit(String of, String field, String to, String by) {
        return store.correct(new Submission(of, field, Optional.of(to), by, Optional.empty(), "form " + sent++), NOON);
    }

    /** By someone who has seen all. */
    private Correction stored(String of, String field, String to, String by) {
        Optional<String> last;
        try (Snapshot record = store.snapshot()) {
            last = record.corrections().max(Correction.BY_TIME).map(Correction::id);
        }
        Outcome outcome =
                store.correct(new Submission(of, field, Optional.of(to), by, seen(of, last), "form " + sent++), NOON);
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return ((Outcome.Stored) outcome).correction();
    }

    private Optional<String> seen(String of, Optional<String> last) {
        try (Snapshot record = store.snapshot()) {
            return record.correctionsOf(of).stream()
                    .max(Correction.BY_TIME)
                    .map(Correction::id)
                    .or(() -> last);
        }
    }

    private Correction undo(Correction correction, String by) {
        Optional<String> last;
        try (Snapshot record = store.snapshot()) {
            last = record.corrections().max(Correction.BY_TIME).map(Correction::id);
        }
        Outcome outcome = store.correct(Submission.undo(correction.id(), by, last, "undo " + sent++), NOON);
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return ((Outcome.Stored) outcome).correction();
    }

    private Coded coded() {
        try (Snapshot record = store.snapshot()) {
            return record.coded(DOCUMENT).orElseThrow();
        }
    }

    private Coded asRead() {
        try (Snapshot record = store.snapshot()) {
            return record.codedAsRead(DOCUMENT).orElseThrow();
        }
    }

    private EventMention seizure() {
        return coded().eventMentions().get(0);
    }

    private static Mention mention(String words) {
        return PROTEST.mentions().stream()
                .filter(m -> m.span().in(Examples.PROTEST_TEXT).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static Coded with(List<EventMention> eventMentions) {
        return new Coded(
                PROTEST.document(),
                PROTEST.mentions(),
                PROTEST.statements(),
                eventMentions,
                PROTEST.actors(),
                PROTEST.discards());
    }
}
