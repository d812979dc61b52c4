package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"that", "“that", ", which", "the", "has been", "”", "is,"})
    void what_only_joins_is_bare(String words) {
        assertThat(BareWords.areAll(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "said", "that:", "the Правда", "is العربية", "no", "theirs"})
    void whatever_else_is_not(String words) {
        assertThat(BareWords.areAll(words)).isFalse();
    }
}
