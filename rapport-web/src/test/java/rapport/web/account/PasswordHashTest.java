package rapport.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final PasswordHash.Cost SMALL = new PasswordHash.Cost(256, 2, 1);

    /** A test vector of the reference implementation. */
    @Test
    void is_argon2id_as_others_compute_it() {
        String written = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        PasswordHash hash = PasswordHash.find(written).orElseThrow();

        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("Password")).isFalse();
        assertThat(hash.written()).isEqualTo(written);
        assertThat(hash.toString()).doesNotContain("nf65");
    }

    @Test
    void is_another_each_time_and_can_be_written_and_read() {
        PasswordHash one = PasswordHash.of("the rose of Strelsau", SMALL, new SecureRandom());
        PasswordHash other = PasswordHash.of("the rose of Strelsau", SMALL, new SecureRandom());

        assertThat(one.written()).isNotEqualTo(other.written());
        assertThat(PasswordHash.find(one.written())).contains(one);
        assertThat(one.matches("the rose of Strelsau")).isTrue();
        assertThat(one.matches("")).isFalse();
    }

    @Test
    void does_not_hang_on_how_a_keyboard_makes_letters() {
        assertThat(PasswordHash.of("Caf\u00e9 in Strelsau", SMALL, new SecureRandom())
                        .matches("Cafe\u0301 in Strelsau"))
                .isTrue();
    }

    @Test
    void costs_what_is_advised() {
        PasswordHash hash = PasswordHash.of("the rose of Strelsau", PasswordHash.Cost.ADVISED, new SecureRandom());

        assertThat(hash.written()).startsWith("$argon2id$v=19$m=47104,t=1,p=1$");
        assertThat(hash.matches("the rose of Strelsau")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
            })
    void finds_none_in_what_is_none(String written) {
        assertThat(PasswordHash.find(written)).isEmpty();
    }
}
