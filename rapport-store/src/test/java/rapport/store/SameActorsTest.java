package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.ontology.ActorKind;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Correction;
import rapport.record.Days;
import rapport.record.EventMention;
import rapport.record.Format;
import rapport.record.Mention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;
import rapport.store.export.ActorLines;
import rapport.store.export.RecordReader;
import rapport.store.export.RecordWriter;

/** Whom reviewers take for another, everywhere in the record. */
class SameActorsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Format LATER = new Format(Format.VERSION, "0.2.0", "1", "reader-2");

    private static final Actor GUARD = provisional("aguard", "Zenda Guard", List.of());
    private static final Actor FOREST =
            provisional("aforest", "Forest Guard", List.of(new Actor.Membership("rur", Days.ALWAYS)));

    private static final Coded RAID = raid("raid.txt", "The Zenda Guard raided Graustark.", "Zenda Guard", GUARD);
    private static final Coded MARCH = raid("march.txt", "The Zenda Guard marched on Graustark.", "Zenda Guard", GUARD);
    private static final Coded AMBUSH =
            raid("ambush.txt", "The Forest Guard ambushed Graustark.", "Forest Guard", FOREST);

    @TempDir
    private Path folder;

    private RecordStore store;
    private int sent;

    private static Actor provisional(String id, String name, List<Actor.Membership> partOf) {
        return new Actor(
                id,
                name,
                ActorKind.ARMED_GROUP,
                Optional.empty(),
                List.of(),
                partOf,
                List.of(),
                List.of(name),
                Optional.empty(),
                KnownBy.PROVISIONAL);
    }

    /** Somebody does something to Graustark. */
    private static Coded raid(String path, String text, String words, Actor actor) {
        var document = Examples.document(path, text, Time.stated(Examples.day(3)));
        Span whole = new Span(0, text.length());
        Span who = Examples.span(text, words);
        Span whom = Examples.span(text, "Graustark");
        return new Coded(
                document,
                List.of(
                        Mention.of(document.id(), who, Optional.of(actor.id()), MentionForm.NAME),
                        Mention.of(document.id(), whom, Optional.of("gra"), MentionForm.NAME)),
                List.of(),
                List.of(Examples.event(
                        document.id(),
                        EventType.ASSAULT,
                        whole,
                        Examples.span(text, text.contains("raided") ? "raided" : text.split(" ")[3]),
                        List.of(new Role(Optional.of(actor.id()), who)),
                        List.of(new Role(Optional.of("gra"), whom)))),
                actor.partOf().isEmpty()
                        ? List.of(actor, Examples.GRAUSTARK)
                        : List.of(actor, Examples.GRAUSTARK, Examples.RURITANIA),
                List.of());
    }

    @BeforeEach
    void open() {
        store = RecordStore.open(folder.resolve("rapport.record"), Examples.FORMAT);
        List.of(RAID, MARCH, AMBUSH, Examples.talks()).forEach(store::put);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takes_one_for_another_in_every_report_and_keeps_what_was_read() {
        Correction said = stored("aguard", "aforest", "Anna");

        assertThat(said.of()).startsWith("m");
        assertThat(said.before()).contains("\"aguard\"");
        assertThat(said.after()).contains("\"aforest\"");
        assertThat(said.anchor().words()).isEqualTo("Zenda Guard");
        assertThat(actors(RAID)).containsExactly("aforest");
        assertThat(actors(MARCH)).containsExactly("aforest");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.sameActors()).isEqualTo(Map.of("aguard", "aforest"));
            assertThat(record.actors().map(Actor::id)).doesNotContain("aguard").contains("aforest");
            assertThat(record.actor("aforest").orElseThrow().names()).containsExactly("Forest Guard", "Zenda Guard");
            assertThat(record.coded(RAID.document().id()).orElseThrow().actors())
                    .extracting(Actor::id)
                    .containsExactly("aforest", "gra", "rur");
            assertThat(record.eventMentionsOf(List.of("aforest"), List.of("gra")))
                    .hasSize(3);
            assertThat(record.codedAsRead(RAID.document().id())).contains(RAID);
            assertThat(record.actorsAsRead().map(Actor::id)).contains("aguard");
        }
    }

    @Test
    void holds_for_reports_that_are_read_later() {
        stored("aguard", "aforest", "Anna");

        Coded siege = raid("siege.txt", "The Zenda Guard has besieged Graustark.", "Zenda Guard", GUARD);
        store.put(siege);

        assertThat(actors(siege)).containsExactly("aforest");
    }

    @Test
    void an_undo_takes_it_back_everywhere() {
        Correction said = stored("aguard", "aforest", "Anna");
        store.correct(Submission.undo(said.id(), "Bo", Optional.of(said.id()), "u"), NOON);

        assertThat(actors(RAID)).containsExactly("aguard");
        assertThat(actors(MARCH)).containsExactly("aguard");
    }

    @Test
    void someone_new_needs_a_name_and_a_kind_alone_and_can_be_sent_twice() {
        String colonel = "{\"name\":\"Black Élan\",\"kind\":\"armedGroup\",\"country\":\"GRA\"}";
        Submission form = new Submission("aguard", "sameAs", Optional.of(colonel), "Anna", Optional.empty(), "form");

        assertThat(store.correct(form, NOON)).isInstanceOf(Outcome.Stored.class);
        Outcome.Stored again = (Outcome.Stored) store.correct(form, NOON);

        assertThat(again.isNew()).isFalse();
        try (Snapshot record = store.snapshot()) {
            assertThat(record.corrections()).hasSize(1);
            Actor made = record.actor("black-elan").orElseThrow();
            assertThat(made.known()).isEqualTo(KnownBy.REVIEW);
            assertThat(made.names()).containsExactly("Black Élan", "Zenda Guard");
        }
        assertThat(actors(MARCH)).containsExactly("black-elan");
        assertThat(submit(mention(AMBUSH), "actor", "{\"name\":\"Чёрные\",\"kind\":\"armedGroup\"}", "Anna"))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(actors(AMBUSH).get(0)).matches("a[0-9a-f]{16}");
    }

    @Test
    void a_new_name_never_leads_to_somebody_else() {
        assertThat(submit("aguard", "sameAs", "{\"name\":\"RUR\",\"kind\":\"person\"}", "Anna"))
                .isEqualTo(new Outcome.Refused(
                        "\"RUR\", whose id would be \"rur\", that of \"Ruritania\"",
                        "another name, or an id beside it"));
    }

    @Test
    void what_somebody_new_is_called_outlives_the_undo_of_who_was_first_to_say_it() {
        String made = "{\"id\":\"black\",\"name\":\"Black Band\",\"kind\":\"armedGroup\"}";
        Outcome.Stored first = (Outcome.Stored) submit(mention(RAID), "actor", made, "Anna");
        submit(mention(MARCH), "actor", "black", "Anna");
        store.correct(Submission.undo(first.correction().id(), "Anna", Optional.empty(), "u"), NOON);

        assertThat(actors(RAID)).containsExactly("aguard");
        assertThat(actors(MARCH)).containsExactly("black");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.actor("black").map(Actor::name)).contains("Black Band");
        }
    }

    @Test
    void mentions_can_be_split_off_from_one_who_is_taken_for_another() {
        stored("aguard", "aforest", "Anna");
        submit(mention(MARCH), "actor", "gra", "Anna");

        assertThat(actors(RAID)).containsExactly("aforest");
        assertThat(actors(MARCH)).containsExactly("gra");
    }

    @Test
    void leads_on_to_the_last_and_never_in_a_circle() {
        stored("aguard", "aforest", "Anna");
        stored("aforest", "rur", "Anna");

        assertThat(actors(RAID)).containsExactly("rur");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.sameActors()).isEqualTo(Map.of("aguard", "rur", "aforest", "rur"));
        }
        assertThat(submit("rur", "sameAs", "aguard", "Bo"))
                .isEqualTo(new Outcome.Refused("\"aguard\", who is taken for \"rur\"", "another actor"));
        assertThat(submit("gra", "sameAs", "gra", "Bo")).isEqualTo(new Outcome.Refused("\"gra\"", "another actor"));
        assertThat(submit("nobody", "sameAs", "gra", "Bo"))
                .isEqualTo(new Outcome.Refused(
                        "no actor \"nobody\"", "the id of an actor that words of a report stand for"));
    }

    @Test
    void tells_the_second_of_two_and_shows_that_they_differ_until_it_is_settled() {
        Correction first = stored("aguard", "aforest", "Anna");

        assertThat(submit("aguard", "sameAs", "rur", "Bo")).isEqualTo(new Outcome.Conflict(List.of(first)));
        assertThat(actors(RAID)).containsExactly("aforest");

        Correction second = stored("aguard", "rur", "Bo");
        assertThat(actors(RAID)).containsExactly("rur");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.disputedCorrections()).containsExactlyInAnyOrder(first.id(), second.id());
        }
        assertThat(store.correct(
                        new Submission(
                                "aguard",
                                "sameAs.settled",
                                Optional.of("aforest"),
                                "Cyril",
                                Optional.of(second.id()),
                                "settle"),
                        NOON))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(actors(RAID)).containsExactly("aforest");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.disputedCorrections()).isEmpty();
        }
    }

    @Test
    void holds_when_another_version_knows_him_by_another_id() {
        stored("aguard", "aforest", "Anna");
        Actor renamed = provisional("anew", "The Zenda Guard", List.of());
        store.put(raid("raid.txt", "The Zenda Guard raided Graustark.", "The Zenda Guard", renamed), LATER);
        store.put(raid("march.txt", "The Zenda Guard marched on Graustark.", "The Zenda Guard", renamed), LATER);

        assertThat(actors(RAID)).containsExactly("aforest");
        assertThat(actors(MARCH)).containsExactly("aforest");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.unplacedCorrections()).isEmpty();
        }
    }

    @Test
    void a_better_version_that_knows_him_from_a_list_is_left_alone() {
        Correction said = stored("aguard", "aforest", "Anna");
        store.put(raid("raid.txt", "The Zenda Guard raided Graustark.", "Zenda Guard", Examples.RURITANIA), LATER);
        store.put(raid("march.txt", "The Zenda Guard marched on Graustark.", "Zenda Guard", Examples.RURITANIA), LATER);

        assertThat(actors(RAID)).containsExactly("rur");
        try (Snapshot record = store.snapshot()) {
            assertThat(record.unplacedCorrections()).containsExactly(said);
        }
    }

    @Test
    void is_exported_beside_what_was_read_and_comes_back() throws IOException {
        stored("aguard", "aforest", "Anna");
        String lines = export();
        assertThat(lines)
                .contains("\"field\":\"sameAs\",\"before\":\"aguard\",\"after\":\"aforest\"")
                .contains("\"type\":\"actor\",\"id\":\"aguard\"")
                .containsPattern("\"type\":\"mention\"[^\n]*\"actor\":\"aguard\"");
        Path file = Files.writeString(folder.resolve("x.jsonl"), lines);
        store.close();
        store = RecordStore.open(folder.resolve("other.record"), Examples.FORMAT);
        RecordReader.read(file, store);

        assertThat(export()).isEqualTo(lines);
        assertThat(actors(RAID)).containsExactly("aforest");
    }

    @Test
    void gives_the_names_of_whom_it_takes_to_an_actor_file() throws IOException {
        stored("aguard", "aforest", "Anna");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            ActorLines.write(record, out);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("aforest\tarmedGroup\tForest Guard\tZenda Guard\t\t\t\treview\t\n");
    }

    private String export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Snapshot record = store.snapshot()) {
            RecordWriter.complete().write(record, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> actors(Coded read) {
        try (Snapshot record = store.snapshot()) {
            EventMention mention = record.coded(read.document().id())
                    .orElseThrow()
                    .eventMentions()
                    .get(0);
            return mention.actors().stream()
                    .flatMap(role -> role.actor().stream())
                    .toList();
        }
    }

    private static String mention(Coded coded) {
        return coded.mentions().get(0).id();
    }

    private Outcome submit(String of, String field, String to, String by) {
        return store.correct(new Submission(of, field, Optional.of(to), by, Optional.empty(), "form " + sent++), NOON);
    }

    /** By someone who has seen all. */
    private Correction stored(String actor, String other, String by) {
        Optional<String> last;
        try (Snapshot record = store.snapshot()) {
            last = record.corrections().max(Correction.BY_TIME).map(Correction::id);
        }
        Outcome outcome =
                store.correct(new Submission(actor, "sameAs", Optional.of(other), by, last, "form " + sent++), NOON);
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return ((Outcome.Stored) outcome).correction();
    }
}
