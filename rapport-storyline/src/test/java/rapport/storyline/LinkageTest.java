package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkageTest {

    @Test
    void joinsTheMostAlikeFirstAndStopsWhereTheAverageIsTooLow() {
        Linkage linkage = new Linkage(4, Linkage.NOT_ALIKE);
        linkage.liken(0, 1, 0.9);
        linkage.liken(1, 2, 0.8); // with 0, to which 2 is not alike, 0.4 on average
        linkage.liken(2, 3, 0.5);

        assertThat(linkage.groups(0.45, Linkage.Consent.ALWAYS)).containsExactly(List.of(0, 1), List.of(2, 3));
    }

    @Test
    void whatIsKeptApartIsNotJoinedByAThird() {
        Linkage linkage = new Linkage(3, Linkage.NOT_ALIKE);
        linkage.liken(0, 1, 0.9);
        linkage.liken(1, 2, 0.9);
        linkage.liken(0, 2, -1000);

        assertThat(linkage.groups(0.1, Linkage.Consent.ALWAYS)).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void withoutConsentGroupsStayAlone() {
        Linkage linkage = new Linkage(2, Linkage.NOT_ALIKE);
        linkage.liken(0, 1, 1);

        assertThat(linkage.groups(0.5, (a, b, likeness) -> false)).containsExactly(List.of(0), List.of(1));
    }
}
