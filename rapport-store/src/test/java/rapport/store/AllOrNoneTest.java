package rapport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.record.Actor;
import rapport.record.Coded;
import rapport.record.Mention;
import rapport.record.Span;
import rapport.record.Time;

/** What cannot be stored as a whole leaves the record as it was. */
class AllOrNoneTest extends RecordFixture {

    @Test
    void refuses_what_is_not_of_one_piece_and_stores_nothing_of_it() {
        Coded protest = Examples.protest();
        String id = protest.document().id();
        assertRefused(
                with(protest, List.of(), List.of(Examples.RURITANIA)),
                "document " + id + ": its records name actor gra, which is not in it");
        int end = Examples.PROTEST_TEXT.length();
        Mention outside = new Mention(
                "m1",
                id,
                new Span(0, end + 1),
                Optional.empty(),
                protest.mentions().get(0).form());
        assertRefused(
                with(protest, List.of(outside), protest.actors()),
                "document " + id + ": m1 stands at 0 to " + (end + 1) + ", its text ends at " + end);
        int emoji = Examples.PROTEST_TEXT.indexOf("🕊");
        Mention half = new Mention(
                "m1",
                id,
                new Span(0, emoji + 1),
                Optional.empty(),
                protest.mentions().get(0).form());
        assertRefused(
                with(protest, List.of(half), protest.actors()),
                "document " + id + ": m1 stands at 0 to " + (emoji + 1) + ", its text ends at " + end
                        + ", and that splits a surrogate pair");
        Mention foreign = new Mention(
                "m1",
                "d2",
                new Span(0, 1),
                Optional.empty(),
                protest.mentions().get(0).form());
        assertRefused(with(protest, List.of(foreign), protest.actors()), "document " + id + ": m1 is of document d2");
        Coded broken = Examples.bare("a.txt", "Half \uD83D a pair.", Time.UNKNOWN);
        assertRefused(broken, "document " + broken.document().id() + ": its text has half a surrogate pair at 5");

        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_failure_in_the_middle_leaves_the_earlier_records_of_the_path() {
        store.put(Examples.protest());
        Coded clash = Examples.protest("post/protest.txt", Examples.PROTEST_TEXT + " It rained.");
        store.put(Examples.talks());
        Mention taken = Examples.talks().mentions().get(0);
        Mention clashing =
                new Mention(taken.id(), clash.document().id(), new Span(0, 9), Optional.of("rur"), taken.form());

        assertThatThrownBy(() -> store.put(with(clash, List.of(clashing), clash.actors())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("storing mentions");

        assertThat(find(record -> record.documentAt("post/protest.txt")))
                .contains(Examples.protest().document());
        assertThat(counts()).isEqualTo(new Counts(2, 6, 2, 2, 4, 1));
    }

    @Test
    void several_things_done_together_happen_all_or_none() {
        assertThatThrownBy(() -> store.together(() -> {
                    store.put(Examples.talks());
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");
        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));

        assertThatThrownBy(() -> store.together(() -> {
                    store.put(Examples.talks());
                    assertThatThrownBy(() ->
                                    store.put(Examples.protest().discards().get(0)))
                            .isInstanceOf(IllegalArgumentException.class);
                    return store.together(() -> {
                        throw new IllegalStateException("inner");
                    });
                }))
                .hasMessage("inner");
        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));

        assertThat(store.together(() -> store.put(Examples.talks()))).isEqualTo(Change.ADDED);
        assertThat(counts().documents()).isEqualTo(1);
    }

    @Test
    void a_failure_that_is_caught_inside_still_undoes_the_whole() {
        store.put(Examples.talks());
        Coded protest = Examples.protest();
        Mention taken = Examples.talks().mentions().get(0);
        Mention clashing =
                new Mention(taken.id(), protest.document().id(), new Span(0, 9), Optional.of("rur"), taken.form());

        assertThatThrownBy(() -> store.together(() -> {
                    assertThatThrownBy(() -> store.put(with(protest, List.of(clashing), protest.actors())))
                            .isInstanceOf(StoreException.class);
                    return "went on";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("part of it failed, so nothing was stored: storing several documents");
        assertThat(counts()).isEqualTo(new Counts(1, 2, 0, 1, 2, 0));
    }

    private void assertRefused(Coded coded, String message) {
        assertThatThrownBy(() -> store.put(coded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Coded with(Coded coded, List<Mention> mentions, List<Actor> actors) {
        return new Coded(
                coded.document(), mentions, coded.statements(), coded.eventMentions(), actors, coded.discards());
    }
}
