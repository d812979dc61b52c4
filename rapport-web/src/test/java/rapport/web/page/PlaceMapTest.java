package rapport.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import rapport.ontology.PlacePrecision;
import rapport.record.Place;
import rapport.record.Span;

class PlaceMapTest {

    private static TimelinePage.Where where(
            String name, PlacePrecision precision, OptionalDouble latitude, OptionalDouble longitude) {
        return new TimelinePage.Where(
                new Place(
                        new Span(0, 5),
                        name,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        latitude,
                        longitude,
                        precision),
                1);
    }

    private static TimelinePage.Where where(String name, PlacePrecision precision, double latitude, double longitude) {
        return where(name, precision, OptionalDouble.of(latitude), OptionalDouble.of(longitude));
    }

    private static PlaceMap.Disc disc(PlaceMap map, String name) {
        return map.discs().stream()
                .filter(disc -> disc.of().place().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_coordinates_there_is_no_map() {
        assertThat(PlaceMap.of(List.of())).isEmpty();
        assertThat(PlaceMap.of(List.of(
                        where("Zenda", PlacePrecision.SETTLEMENT, OptionalDouble.empty(), OptionalDouble.empty()))))
                .isEmpty();
    }

    @Test
    void what_is_known_less_precisely_is_a_broader_disc_below_the_others() {
        PlaceMap map = PlaceMap.of(List.of(
                        where("Zenda", PlacePrecision.SETTLEMENT, 48.5, 14.2),
                        where("Ruritania", PlacePrecision.COUNTRY, 49, 15),
                        where("Vessin valley", PlacePrecision.REGION, 48.8, 14.6)))
                .orElseThrow();

        assertThat(map.discs())
                .extracting(disc -> disc.of().place().name())
                .containsExactly("Ruritania", "Vessin valley", "Zenda");
        assertThat(disc(map, "Ruritania").radius())
                .isGreaterThan(3 * disc(map, "Vessin valley").radius());
        assertThat(disc(map, "Zenda").radius()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void every_disc_is_in_the_drawing_and_north_is_up() {
        PlaceMap map = PlaceMap.of(List.of(
                        where("North", PlacePrecision.SETTLEMENT, 69.9, -18),
                        where("South", PlacePrecision.COUNTRY, -34, 151),
                        where("Middle", PlacePrecision.AREA, 0, 0)))
                .orElseThrow();

        assertThat(map.discs()).allSatisfy(disc -> {
            assertThat(disc.x()).isBetween(0.0, (double) PlaceMap.WIDTH);
            assertThat(disc.y()).isBetween(0.0, (double) PlaceMap.HEIGHT);
        });
        assertThat(disc(map, "North").y()).isLessThan(disc(map, "South").y());
        assertThat(disc(map, "North").x()).isLessThan(disc(map, "South").x());
    }

    @Test
    void one_place_alone_is_in_the_middle_of_a_net_with_names() {
        PlaceMap map = PlaceMap.of(List.of(where("Zenda", PlacePrecision.POINT, -48.5, 14.2)))
                .orElseThrow();

        assertThat(disc(map, "Zenda").x()).isCloseTo(PlaceMap.WIDTH / 2.0, within(1e-6));
        assertThat(disc(map, "Zenda").y()).isCloseTo(PlaceMap.HEIGHT / 2.0, within(1e-6));
        assertThat(map.parallels())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.name()).endsWith("° S"));
        assertThat(map.meridians())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.name()).endsWith("° E"));
    }
}
