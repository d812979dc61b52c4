package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.record.Document;

class CellsTest {

    private final Wording wording = new Wording();

    @Test
    void reports_with_nothing_in_common_are_in_cells_of_their_own() {
        assertThat(Cells.of(
                        List.of(
                                Reports.document("a", "Dockers in Almadine stopped the island ferries."),
                                Reports.document("b", "The ferries of Almadine lay still; dockers would not sail."),
                                Reports.document("c", "Parliament in Onhava rejected the treaty.")),
                        wording))
                .extracting(cell -> cell.stream().map(Document::id).toList())
                .containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void what_would_be_too_large_a_cell_is_cut() {
        Neighbours neighbours = new Neighbours();
        IntStream.range(0, 100)
                .mapToObj(i -> Reports.document("%03d".formatted(i), "Dockers in Almadine stopped the island ferries."))
                .forEach(document -> neighbours.add(document.id(), Storylines.alone(document, wording)));
        Cells cells = new Cells(neighbours, Comparator.naturalOrder(), report -> Set.of(), 30);

        assertThat(cells.settle(neighbours.settle(), Set.of()).come())
                .allSatisfy(cell -> assertThat(cell).hasSizeLessThanOrEqualTo(30))
                .flatExtracting(cell -> cell)
                .hasSize(100);
    }

    @Test
    void what_a_reviewer_joins_is_in_one_cell_though_it_would_be_cut() {
        Neighbours neighbours = new Neighbours();
        IntStream.range(0, 100)
                .mapToObj(i -> Reports.document("%03d".formatted(i), "Dockers in Almadine stopped the island ferries."))
                .forEach(document -> neighbours.add(document.id(), Storylines.alone(document, wording)));
        Set<Integer> ends = Set.of(0, 99);
        Cells cells =
                new Cells(neighbours, Comparator.naturalOrder(), report -> ends.contains(report) ? ends : Set.of(), 30);

        assertThat(cells.settle(neighbours.settle(), Set.of()).come())
                .filteredOn(cell -> cell.contains(0))
                .singleElement()
                .satisfies(cell -> assertThat(cell).contains(99));
    }

    /** A known miss, kept in sight: what very many hold leads nowhere, even if it is a whole text. */
    @Test
    void copies_that_are_too_many_do_not_find_each_other() {
        Neighbours neighbours = new Neighbours(3);
        for (String id : List.of("a", "b", "c", "d")) {
            neighbours.add(id, Storylines.alone(Reports.document(id, "Dockers in Almadine stopped ferries."), wording));
        }
        neighbours.settle();

        assertThat(neighbours.nearest(0)).isEmpty();
    }
}
