package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.record.Coded;
import rapport.store.RecordStore;
import rapport.store.StatementVectors;
import rapport.store.StoreException;
import rapport.storyline.Setting;
import rapport.web.Hostile;

class OpenRecordTest {

    private static final Supplier<StatementVectors.Encoder> NO_ENCODER = () -> {
        throw new AssertionError("nobody asks by meaning");
    };

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void store() {
        file = folder.resolve("x.record");
        Hostile.store(file);
    }

    private void put(Coded report) {
        try (RecordStore store = RecordStore.openExisting(file, Hostile.FORMAT)) {
            store.put(report);
        }
    }

    @Test
    void a_change_is_seen_and_what_it_does_not_concern_stays() {
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER)) {
            Edition before = record.edition();
            assertThat(record.edition()).isSameAs(before);

            put(Hostile.report("third.txt", LocalDate.of(2024, 5, 5), 80));

            Edition after = record.edition();
            assertThat(after.reports()).hasSize(3).containsAll(before.reports());
            assertThat(after.reports().get(0)).isSameAs(before.reports().get(0));
            assertThat(record.isBehind()).isFalse();

            try (RecordStore store = RecordStore.openExisting(file, Hostile.FORMAT)) {
                store.remove("third.txt");
            }
            assertThat(record.edition().reports()).isEqualTo(before.reports());
            assertThat(record.edition().together()).isEqualTo(before.together());
        }
    }

    @Test
    void other_settings_are_seen() {
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER)) {
            Edition before = record.edition();

            try (RecordStore store = RecordStore.openExisting(file, Hostile.FORMAT)) {
                store.set(Setting.STORYLINE, 1);
            }

            Edition after = record.edition();
            assertThat(after.settings().of(Setting.STORYLINE)).isEqualTo(1);
            assertThat(after.together().storylines())
                    .hasSize(2)
                    .hasSizeGreaterThan(before.together().storylines().size());
        }
    }

    @Test
    void the_last_report_is_read_anew_if_other_records_of_the_same_text_take_its_place() {
        Coded last = Hostile.report("third.txt", LocalDate.of(2024, 5, 5), 80);
        put(last);
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER)) {
            String id = last.document().id();
            assertThat(record.edition().report(id).eventMentions()).isNotEmpty();

            put(Hostile.withoutEvents(last));

            assertThat(record.edition().report(id).eventMentions()).isEmpty();
        }
    }

    @Test
    void who_does_not_wait_gets_the_edition_before_and_is_told() throws InterruptedException {
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER, Duration.ZERO)) {
            Edition before = drawn(record);

            put(Hostile.report("third.txt", LocalDate.of(2024, 5, 5), 80));

            assertThat(record.isBehind()).isTrue();
            assertThat(record.edition().reports().size())
                    .isBetween(before.reports().size(), 3);
            assertThat(drawn(record).reports()).hasSize(3);
        }
    }

    @Test
    void who_comes_before_the_first_edition_is_told_to_come_again() {
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER, Duration.ZERO)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 3; i++) record.edition(); // no drawing ends in so short a time
                    })
                    .isInstanceOfSatisfying(
                            Declined.class, e -> assertThat(e.status()).isEqualTo(503))
                    .hasMessageContaining("being put together");
            assertThat(record.isBehind()).isFalse(); // behind nothing
        }
    }

    @Test
    void a_record_that_is_gone_is_told_and_found_again_when_it_is_back() throws Exception {
        try (OpenRecord record = OpenRecord.of(file, Hostile.FORMAT, NO_ENCODER)) {
            Edition before = record.edition();
            Path aside = folder.resolve("aside");
            Files.move(file, aside);
            assertThatThrownBy(record::edition).isInstanceOf(StoreException.class);
            assertThat(record.isBehind()).isFalse();

            Files.move(aside, file);

            assertThat(record.edition().reports()).isEqualTo(before.reports());
        }
    }

    /** Waits, as somebody does who loads the page again and again. */
    private static Edition drawn(OpenRecord record) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            try {
                boolean wasBehind =
                        record.isBehind(); // asked first: it may be drawn while the earlier edition is given
                Edition edition = record.edition();
                if (!wasBehind) return edition;
            } catch (Declined e) {
                // not yet
            }
            Thread.sleep(5);
        }
        return record.edition();
    }
}
