package rapport.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.ontology.PloverFold.FoldedType;

class PloverFoldTest {

    @ParameterizedTest
    @CsvSource({
        "CONSULT,  PLANNED,      AGREE", // "will visit on Tuesday"
        "ASSAULT,  HYPOTHETICAL, THREATEN", // "could strike"
        "ASSAULT,  DENIED,       YIELD", // "did not attack"
        "AID,      DENIED,       SANCTION", // "sent no aid"
        "SUPPORT,  DENIED,       REJECT",
        "ACCUSE,   PROMISED,     ACCUSE",
        "REJECT,   DENIED,       AGREE",
        "RETREAT,  DEMANDED,     AGREE", // "urged to withdraw"
        "RETREAT,  OCCURRED,     YIELD",
        "CONCEDE,  ONGOING,      YIELD",
    })
    void folds_modality_into_the_type(EventType type, Modality modality, FoldedType folded) {
        assertThat(PloverFold.fold(type, modality)).isEqualTo(folded);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void leaves_what_is_done_in_its_quad_class_unless_it_gives_ground(EventType type) {
        FoldedType folded = PloverFold.fold(type, Modality.OCCURRED);

        if (folded != FoldedType.YIELD) assertThat(folded.quadClass()).isEqualTo(type.quadClass());
    }

    @Test
    void counts_giving_ground_as_material_cooperation() {
        assertThat(FoldedType.YIELD.quadClass()).isEqualTo(QuadClass.MATERIAL_COOPERATION);
    }
}
