package rapport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnotatedDocumentTest {

    @Test
    void stages_read_a_plain_space_for_every_other_and_the_document_keeps_its_own() {
        String text = "accused\u00a0by Ruritania\u2009and\u202fGraustark";
        AnnotatedDocument annotated = AnnotatedDocument.of(TestDocuments.document(text));

        assertThat(annotated.text()).isEqualTo("accused by Ruritania and Graustark");
        assertThat(annotated.document().text()).isEqualTo(text);
    }
}
