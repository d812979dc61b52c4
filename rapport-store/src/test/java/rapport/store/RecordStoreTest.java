package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.store.Examples.FORMAT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Format;
import rapport.record.Mention;
import rapport.record.Time;

/** What is kept of a document, and what goes when it is read anew, discarded or removed. */
class RecordStoreTest extends RecordFixture {

    private static final Format LATER = new Format(Format.VERSION, "0.2.0", "1", "reader-1");

    @Test
    void gives_back_everything_that_was_read_from_a_document() {
        assertThat(store.put(Examples.protest())).isEqualTo(Change.ADDED);

        Coded coded =
                find(record -> record.coded(Examples.protest().document().id())).orElseThrow();
        assertThat(coded.document()).isEqualTo(Examples.protest().document());
        assertThat(coded.mentions())
                .containsExactlyInAnyOrderElementsOf(Examples.protest().mentions());
        assertThat(coded.statements()).isEqualTo(Examples.protest().statements());
        assertThat(coded.eventMentions()).isEqualTo(Examples.protest().eventMentions());
        assertThat(coded.actors())
                .containsExactlyInAnyOrderElementsOf(Examples.protest().actors());
        assertThat(coded.discards()).isEqualTo(Examples.protest().discards());
    }

    @Test
    void gives_back_mentions_in_the_order_of_the_text() {
        store.put(Examples.protest());

        assertThat(find(record -> record.coded(Examples.protest().document().id()))
                        .orElseThrow()
                        .mentions())
                .extracting(mention -> mention.span().in(Examples.PROTEST_TEXT))
                .containsExactly("Ruritania", "Graustark", "We", "Rudolf Rassendyll");
    }

    @Test
    void keeps_what_was_stored_when_it_is_opened_again() {
        store.put(Examples.protest());
        Counts before = counts();
        store.close();

        store = RecordStore.open(file, FORMAT);

        assertThat(counts()).isEqualTo(before).isEqualTo(new Counts(1, 4, 2, 1, 4, 1));
    }

    @Test
    void writes_nothing_when_the_same_comes_again() throws IOException {
        store.put(Examples.protest());
        store.close();
        byte[] before = Files.readAllBytes(file);

        store = RecordStore.open(file, FORMAT);
        assertThat(store.put(Examples.protest())).isEqualTo(Change.UNCHANGED);
        store.close();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void takes_the_same_records_in_another_order_for_the_same() {
        store.put(Examples.protest());
        Coded coded = Examples.protest();
        List<Mention> turned = new ArrayList<>(coded.mentions());
        Collections.reverse(turned);

        assertThat(store.put(new Coded(
                        coded.document(),
                        turned,
                        coded.statements(),
                        coded.eventMentions(),
                        coded.actors(),
                        coded.discards())))
                .isEqualTo(Change.UNCHANGED);
    }

    @Test
    void replaces_the_records_of_a_path_when_its_text_changes() {
        store.put(Examples.protest());
        Coded changed = Examples.bare("post/protest.txt", "Nothing happened.", Time.UNKNOWN);

        assertThat(store.put(changed)).isEqualTo(Change.REPLACED);

        assertThat(counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        assertThat(find(record -> record.documentAt("post/protest.txt"))).contains(changed.document());
        assertThat(find(record -> record.document(Examples.protest().document().id())))
                .isEmpty();
    }

    @Test
    void replaces_the_records_of_a_document_when_another_version_coded_it() {
        store.put(Examples.protest());

        assertThat(store.put(Examples.protest(), LATER)).isEqualTo(Change.REPLACED);
        assertThat(store.put(Examples.protest(), LATER)).isEqualTo(Change.UNCHANGED);
        assertThat(format()).isEqualTo(LATER);
        assertThat(counts()).isEqualTo(new Counts(1, 4, 2, 1, 4, 1));
    }

    @Test
    void knows_a_text_that_the_same_version_has_coded_at_the_same_path() {
        store.put(Examples.protest());
        Document document = Examples.protest().document();

        assertThat(store.isCurrent(document.path(), document.textSha256())).isTrue();
        assertThat(store.isCurrent("elsewhere.txt", document.textSha256())).isFalse();
        assertThat(store.isCurrent(document.path(), "0".repeat(64))).isFalse();
        store.put(Examples.protest(), LATER);
        assertThat(store.isCurrent(document.path(), document.textSha256())).isFalse();
    }

    @Test
    void names_every_version_that_coded_something() {
        assertThat(format()).isEqualTo(FORMAT);
        store.put(Examples.protest());
        store.put(Examples.talks(), LATER);

        assertThat(format()).isEqualTo(new Format(1, "0.1.0 | 0.2.0", "1", "reader-1"));
    }

    @Test
    void a_file_that_is_discarded_now_loses_its_earlier_records() {
        store.put(Examples.protest());
        Discard discard = Discard.ofFile("post/protest.txt", "intake", "not a text");

        assertThat(store.put(discard)).isEqualTo(Change.REPLACED);
        assertThat(store.put(discard)).isEqualTo(Change.UNCHANGED);

        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 1));
        assertThat(all(Snapshot::discards)).containsExactly(discard);
    }

    @Test
    void a_discard_gives_way_when_its_file_is_read_again() {
        assertThat(store.put(Discard.ofFile("post/protest.txt", "intake", "empty")))
                .isEqualTo(Change.ADDED);
        Discard second = Discard.ofFile("post/protest.txt", "intake", "not a text");
        assertThat(store.put(second)).isEqualTo(Change.REPLACED);
        assertThat(all(Snapshot::discards)).containsExactly(second);

        assertThat(store.put(Examples.protest())).isEqualTo(Change.ADDED);
        assertThat(all(Snapshot::discards))
                .containsExactlyElementsOf(Examples.protest().discards());
    }

    @Test
    void refuses_the_discard_of_a_passage_without_its_document() {
        Discard passage = Examples.protest().discards().get(0);

        assertThatThrownBy(() -> store.put(passage))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need the discard of a whole file, with its path; got " + passage.id());
    }

    @Test
    void removes_a_document_by_id_with_everything_that_only_it_knew() {
        store.put(Examples.protest());
        store.put(Examples.talks());

        assertThat(store.remove(Examples.protest().document().id()))
                .contains(new Removal(
                        Optional.of(Examples.protest().document().id()), "post/protest.txt", 4, 2, 1, 2, 1, 0));

        assertThat(counts()).isEqualTo(new Counts(1, 2, 0, 1, 2, 0));
        assertThat(all(Snapshot::actors)).extracting(Actor::id).containsExactly("gra", "rur");
    }

    @Test
    void removes_a_document_by_path_and_a_path_that_was_only_discarded() {
        store.put(Examples.talks());
        store.put(Discard.ofFile("broken.txt", "intake", "empty"));

        assertThat(store.remove("gazette/talks.txt").orElseThrow().document())
                .contains(Examples.talks().document().id());
        assertThat(store.remove("broken.txt")).contains(new Removal(Optional.empty(), "broken.txt", 0, 0, 0, 0, 1, 0));
        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));
    }

    @Test
    void says_when_there_is_nothing_to_remove() {
        store.put(Examples.talks());

        assertThat(store.remove("unknown.txt")).isEmpty();
        assertThat(counts()).isEqualTo(new Counts(1, 2, 0, 1, 2, 0));
    }

    @Test
    void leaves_no_word_of_a_removed_document_in_the_file() throws IOException {
        store.put(Examples.talks());
        store.put(Examples.protest());
        store.remove("post/protest.txt");
        assertThat(bytesHold(folder, "Rassendyll", "rassendyll", "seized")).isFalse();
        store.close();

        assertThat(bytesHold(folder, "Rassendyll", "rassendyll", "seized")).isFalse();
        assertThat(bytesHold(folder, "held talks")).isTrue();
        store = RecordStore.open(file, FORMAT);
    }

    @Test
    void joins_the_names_by_which_documents_know_an_actor_in_whatever_order_they_came() {
        Coded one = Examples.withName(Examples.talks(), "Ruritanian Crown");
        store.put(one);
        store.put(Examples.protest());
        Actor joined = find(record -> record.actor("rur")).orElseThrow();

        try (RecordStore other = RecordStore.open(folder.resolve("other.record"), FORMAT)) {
            other.put(Examples.protest());
            other.put(one);
            try (Snapshot record = other.snapshot()) {
                assertThat(record.actor("rur")).contains(joined);
                assertThat(record.actors()).hasSize(4).contains(joined);
            }
        }
        assertThat(joined.names()).containsExactly("Ruritania", "Kingdom of Ruritania", "Ruritanian Crown");
    }

    @Test
    void forgets_a_name_with_the_document_that_alone_had_it() {
        store.put(Examples.withName(Examples.talks(), "Ruritanian Crown"));
        store.put(Examples.protest());
        store.remove("gazette/talks.txt");

        assertThat(find(record -> record.actor("rur"))).contains(Examples.RURITANIA);
    }

    @Test
    void keeps_no_actor_that_no_record_leads_to() {
        Coded bare = Examples.bare("a.txt", "Nothing.", Time.UNKNOWN);
        store.put(new Coded(bare.document(), List.of(), List.of(), List.of(), List.of(Examples.RURITANIA), List.of()));

        assertThat(all(Snapshot::actors)).isEmpty();
    }

    private Format format() {
        try (Snapshot record = store.snapshot()) {
            return record.format();
        }
    }

    private static boolean bytesHold(Path folder, String... words) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String word : words) {
                    if (bytes.contains(word)) return true;
                }
            }
        }
        return false;
    }
}
