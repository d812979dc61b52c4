package rapport.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void reads_what_it_writes() {
        for (ActorKind kind : ActorKind.values())
            assertThat(Code.parse(ActorKind.class, kind.code())).isEqualTo(kind);
        for (Modality modality : Modality.values()) {
            assertThat(Code.parse(Modality.class, modality.code())).isEqualTo(modality);
        }
        for (Mode mode : Mode.values())
            assertThat(Code.parse(Mode.class, mode.code())).isEqualTo(mode);
        for (Context context : Context.values()) {
            assertThat(Code.parse(Context.class, context.code())).isEqualTo(context);
        }
    }

    @Test
    void lists_what_is_allowed_when_it_cannot_read() {
        assertThatThrownBy(() -> Code.parse(Quotation.class, "reported"))
                .hasMessage("found \"reported\", expected one of direct, indirect, mixed");
    }
}
