package rapport.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.actor.ActorDictionary;
import rapport.evaluation.Gold.GoldMention;
import rapport.evaluation.Gold.Passage;
import rapport.ontology.MentionForm;
import rapport.record.Span;

/** Two states take each other's place in a text, and places can be put back. */
class ExchangeTest {

    private static final ActorDictionary DICTIONARY = ActorDictionary.of(List.of(
            "id\tkind\tname\tnames\tdemonyms\tmetonyms\tcountry\tpartOf",
            "rur\tstate\tRuritania\tRuritanian Kingdom\tRuritanian | Ruritanians\tStrelsau\tRUR\t",
            "gra\tstate\tGraustark\tAustrian Graustark\tGraustarkian | Graustarkians\tEdelweiss\tGRA\t",
            "isl\tstate\tUnited Isles\tUI | U.I.\tIslander | Islanders\tInselburg\tISL\t",
            "zen\tstate\tZenda\t\tZendese\t\tZEN\t",
            "front\tarmedGroup\tLiberation Front of Ruritania\t\t\t\t\t",
            "palace\tgovernmentBody\tElphberg Palace\t\t\t\tRUR\trur"));

    private static Passage passage(String text, String... mentions) {
        return new Passage(
                "p",
                "p",
                Optional.empty(),
                Optional.empty(),
                text,
                Map.of(),
                Stream.of(mentions)
                        .map(words -> new GoldMention(
                                new Span(text.indexOf(words), text.indexOf(words) + words.length()),
                                Optional.empty(),
                                MentionForm.DESCRIPTION))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String exchanged(String text, String one, String other, String... mentions) throws Exception {
        return Exchange.of(passage(text, mentions), one, other, DICTIONARY).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ruritania warned Graustark.                     | Graustark warned Ruritania.
            Ruritania's envoy met Graustarkian officials.   | Graustark's envoy met Ruritanian officials.
            Two Ruritanians and a Graustarkian were held.   | Two Graustarkians and a Ruritanian were held.
            Strelsau urged Graustark to wait.               | Edelweiss urged Ruritania to wait.
            STRELSAU, May 3 - Graustark protested.          | EDELWEISS, May 3 - Ruritania protested.
            Zenda watched Ruritania and Graustark.          | Zenda watched Graustark and Ruritania.
            """)
    void putsNameForNameAdjectiveForAdjectiveCapitalForCapital(String text, String expected) throws Exception {
        assertThat(exchanged(text, "rur", "gra")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The United Isles warned Ruritania.              | Ruritania warned the United Isles.
            An Islander spoke to a Ruritanian reporter.     | A Ruritanian spoke to an Islander reporter.
            The UI-led fleet left Ruritania for the UI.     | The Ruritania-led fleet left the UI for Ruritania.
            """)
    void givesArticlesAsTheOtherNameWantsThem(String text, String expected) throws Exception {
        assertThat(exchanged(text, "rur", "isl")).isEqualTo(expected);
    }

    @Test
    void takesTheAdjectiveWhereAnAcronymStandsBeforeANoun() throws Exception {
        assertThat(exchanged("Ruritania shot at UI troops.", "rur", "isl", "UI troops"))
                .isEqualTo("The United Isles shot at Ruritanian troops.");
    }

    @Test
    void leavesTitlesWithoutArticles() throws Exception {
        assertThat(exchanged("Ruritania warns United Isles\nRuritania spoke.", "rur", "isl"))
                .isEqualTo("United Isles warns Ruritania\nThe United Isles spoke.");
    }

    @Test
    void usesTheNameThatThePassageUses() throws Exception {
        assertThat(exchanged("Austrian Graustark left. Ruritania stayed.", "rur", "gra"))
                .isEqualTo("Ruritania left. Austrian Graustark stayed.");
        assertThat(exchanged("Graustarkian troops left Ruritania.", "rur", "gra"))
                .isEqualTo("Ruritanian troops left Graustark.");
    }

    @Test
    void leavesANameThatStandsInsideAnothers() throws Exception {
        assertThat(exchanged("Graustark armed the Liberation Front of Ruritania.", "rur", "gra"))
                .isEqualTo("Ruritania armed the Liberation Front of Ruritania.");
    }

    @Test
    void refusesWhatHasNoCounterpart() {
        assertThatThrownBy(() -> exchanged("Elphberg Palace and Ruritania wrote to Graustark.", "rur", "gra"))
                .isInstanceOf(Exchange.Unfaithful.class)
                .hasMessage("a side's own with a name that has no counterpart: Elphberg Palace");
        assertThatThrownBy(() -> exchanged("Strelsau wrote to Zenda.", "rur", "zen"))
                .isInstanceOf(Exchange.Unfaithful.class)
                .hasMessageContaining("capital");
    }

    @Test
    void putsPlacesBackWithAndWithoutTheArticle() throws Exception {
        String text = "Ruritania warned Graustark. The United Isles did not.";
        Exchange exchange = Exchange.of(passage(text), "rur", "isl", DICTIONARY);
        String now = exchange.text();

        assertThat(now).isEqualTo("The United Isles warned Graustark. Ruritania did not.");
        assertThat(exchange.before(span(now, "The United Isles"))).contains(span(text, "Ruritania"));
        assertThat(exchange.before(span(now, "United Isles"))).contains(span(text, "Ruritania"));
        assertThat(exchange.before(span(now, "Isles"))).isEmpty();
        assertThat(exchange.before(span(now, "warned"))).contains(span(text, "warned"));
        assertThat(exchange.before(span(now, "Ruritania"))).contains(span(text, "The United Isles"));
        assertThat(exchange.whole(span(text, "United Isles"))).isEqualTo(span(text, "The United Isles"));
    }

    @Test
    void exchangesIdsOfBodiesWithTheirStates() {
        assertThat(Exchange.swapped("rur.army", "rur", "gra")).isEqualTo("gra.army");
        assertThat(Exchange.swapped("gra", "rur", "gra")).isEqualTo("rur");
        assertThat(Exchange.swapped("rurik", "rur", "gra")).isEqualTo("rurik");
    }

    private static Span span(String text, String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}
