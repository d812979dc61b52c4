package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rapport.ontology.CommitmentState;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.Quotation;
import rapport.ontology.StatementKind;
import rapport.record.Coded;
import rapport.record.Commitment;
import rapport.record.EventMention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Statement;
import rapport.record.Time;

/** What one report asks and undertakes. */
class PartsTest {

    /** A report of one sentence with one statement, to which event mentions are added. */
    private static final class Said {

        private final String text;
        private final Span whole;
        private final Statement statement;
        private final List<EventMention> mentions = new ArrayList<>();

        /** @param marked what is said, with bars about its cue and its content; its first word is the source */
        Said(StatementKind kind, boolean negated, String marked) {
            String[] parts = marked.split("\\|");
            this.text = String.join("", parts);
            this.whole = new Span(0, text.length());
            int cue = parts[0].length();
            int content = cue + parts[1].length() + parts[2].length();
            this.statement = new Statement(
                    "s",
                    "d",
                    whole,
                    Optional.of(new Role(
                            Optional.of(text.substring(0, 3).toLowerCase(Locale.ROOT)),
                            new Span(0, text.indexOf(' ')))),
                    Optional.of(new Span(cue, cue + parts[1].length())),
                    List.of(new Span(content, content + parts[3].length())),
                    Quotation.INDIRECT,
                    kind,
                    Optional.empty(),
                    List.of(),
                    negated,
                    Optional.empty(),
                    0.9);
        }

        private Span at(String words) {
            int start = text.indexOf(words);
            assertThat(start).as(words).isNotNegative();
            return new Span(start, start + words.length());
        }

        /** With those on each side by their ids, parted by blanks. */
        Said with(String trigger, EventType type, Modality modality, String actors, String recipients) {
            return with(trigger, type, modality, actors, recipients, Time.UNKNOWN);
        }

        Said with(String trigger, EventType type, Modality modality, String actors, String recipients, Time when) {
            Span at = at(trigger);
            boolean isInside = statement.content().get(0).contains(at);
            mentions.add(new EventMention(
                    "e" + mentions.size(),
                    "d",
                    whole,
                    type,
                    List.of(),
                    List.of(),
                    at,
                    roles(actors),
                    roles(recipients),
                    when,
                    Optional.empty(),
                    modality,
                    isInside ? Optional.of("s") : Optional.empty(),
                    List.of(),
                    0.9));
            return this;
        }

        private static List<Role> roles(String ids) {
            return Stream.of(ids.split(" "))
                    .filter(id -> !id.isEmpty())
                    .map(id -> new Role(Optional.of(id), new Span(0, 1)))
                    .toList();
        }

        Coded coded() {
            return new Coded(
                    Reports.document("d", text),
                    List.of(),
                    List.of(statement),
                    mentions,
                    Reports.NEIGHBOURS,
                    List.of());
        }

        List<Commitment> ledger() {
            return Together.of(List.of(coded())).ledger();
        }

        Commitment only() {
            assertThat(ledger()).hasSize(1);
            return ledger().get(0);
        }
    }

    private static Said said(StatementKind kind, String marked) {
        return new Said(kind, false, marked);
    }

    /** What is said not to be done. */
    private static Said saidNot(StatementKind kind, String marked) {
        return new Said(kind, true, marked);
    }

    @Test
    void actsOfOnePromiseAreOneLine() {
        Commitment line = said(
                        StatementKind.COMMITMENT,
                        "Ruritania |promised| Graustark |to free the envoy and reopen the pass|.")
                .with("promised", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                .with("free", EventType.RETREAT, Modality.PROMISED, "rur", "")
                .with("reopen", EventType.CONCEDE, Modality.PROMISED, "rur", "")
                .only();

        assertThat(line.assurances()).containsExactly("e1");
        assertThat(line.content()).isEqualTo("free the envoy and reopen the pass");
        assertThat(line.beneficiary()).contains("gra");
    }

    @Test
    void anActToComeThatNoWordUndertakesOpensNoLine() {
        String text = "Ruritania agreed to wait, waiving its fees, and Graustark |said| |it was glad|.";

        assertThat(said(StatementKind.CLAIM, text)
                        .with("waiving", EventType.CONCEDE, Modality.PROMISED, "rur", "gra")
                        .ledger())
                .isEmpty();
        assertThat(said(StatementKind.CLAIM, text)
                        .with("agreed", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                        .with("waiving", EventType.CONCEDE, Modality.PROMISED, "rur", "gra")
                        .only()
                        .state())
                .isEqualTo(CommitmentState.ASSURED);
    }

    @Test
    void aRefusalStandsInTheHistoryAlone() {
        Commitment line = said(StatementKind.COMMITMENT, "Ruritania |refused| Graustark |to free the envoy|.")
                .with("refused", EventType.REJECT, Modality.OCCURRED, "rur", "gra")
                .with("free", EventType.RETREAT, Modality.HYPOTHETICAL, "rur", "gra")
                .only();

        assertThat(line.state()).isEqualTo(CommitmentState.REFUSED);
        assertThat(line.demands()).isEmpty();
        assertThat(line.evidence()).isEmpty();
        assertThat(line.history())
                .singleElement()
                .satisfies(step -> assertThat(step.because()).containsExactly("e1"));
    }

    @Test
    void whatIsUndertakenNotToBeDoneIsAnAssurance() {
        Commitment line = saidNot(
                        StatementKind.COMMITMENT, "Ruritania |pledged| |that its soil would not serve for attacks|.")
                .with("pledged", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                .with("attacks", EventType.ASSAULT, Modality.HYPOTHETICAL, "rur", "")
                .only();

        assertThat(line.assurances()).containsExactly("e1");
        assertThat(line.state()).isEqualTo(CommitmentState.ASSURED);
        assertThat(line.content()).isEqualTo("that its soil would not serve for attacks");
    }

    @Test
    void whatNobodyIsToDoIsUndertakenByHimWhoSaysSo() {
        Commitment line = saidNot(
                        StatementKind.COMMITMENT, "Ruritania |pledged| |that its soil would not serve for attacks|.")
                .with("pledged", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                .with("attacks", EventType.ASSAULT, Modality.HYPOTHETICAL, "", "gra")
                .only();

        assertThat(line.obligor()).isEqualTo("rur");
        assertThat(line.assurances()).containsExactly("e1");
    }

    @Test
    void wordsThatBreakOffSayNotWhatIsUndertaken() {
        assertThat(said(StatementKind.COMMITMENT, "Ruritania |agreed| on |a series of| steps.")
                        .with("agreed", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                        .ledger())
                .isEmpty();
    }

    @Test
    void whatOneIsAskedNotToDoIsADemand() {
        Commitment line = saidNot(StatementKind.APPEAL, "Graustark |appealed| |to Ruritania not to expel the miners|.")
                .with("appealed", EventType.REQUEST, Modality.OCCURRED, "gra", "rur")
                .with("expel", EventType.COERCE, Modality.HYPOTHETICAL, "rur", "")
                .only();

        assertThat(line.obligor()).isEqualTo("rur");
        assertThat(line.demands()).containsExactly("e1");
    }

    @Test
    void anOrderToOnesOwnIsNoMatterBetweenTwo() {
        assertThat(said(StatementKind.DEMAND, "Ruritania |ordered| |its brigades to leave Zenda|.")
                        .with("ordered", EventType.REQUEST, Modality.OCCURRED, "rur", "rur.army")
                        .with("leave", EventType.RETREAT, Modality.DEMANDED, "rur.army", "")
                        .ledger())
                .isEmpty();
    }

    @Test
    void theDayOfAskingIsNoneByWhichItIsDue() {
        Commitment line = said(StatementKind.APPEAL, "Graustark |urged| |Ruritania on Monday to act decisively|.")
                .with(
                        "urged",
                        EventType.REQUEST,
                        Modality.OCCURRED,
                        "gra",
                        "rur",
                        Time.stated(LocalDate.of(2024, 1, 15)))
                .only();

        assertThat(line.due().isUnknown()).isTrue();
    }

    @Test
    void oneWordSaysNotWhatIsAsked() {
        assertThat(said(StatementKind.DEMAND, "Graustark |asked| both delegations |to| stop.")
                        .with("asked", EventType.REQUEST, Modality.OCCURRED, "gra", "rur")
                        .ledger())
                .isEmpty();
    }

    @Test
    void aDemandOfWhichNoActWasReadStandsByItsWords() {
        Commitment line = said(StatementKind.APPEAL, "Graustark |urged| |Ruritania to act decisively|.")
                .with("urged", EventType.REQUEST, Modality.OCCURRED, "gra", "rur")
                .only();

        assertThat(line.obligor()).isEqualTo("rur");
        assertThat(line.beneficiary()).contains("gra");
        assertThat(line.content()).isEqualTo("Ruritania to act decisively");
    }

    @Test
    void anActWithoutActorIsAskedOfWhomTheWordsAreSaidTo() {
        Commitment line = said(StatementKind.APPEAL, "Graustark |asked| Ruritania |that the envoy be freed|.")
                .with("asked", EventType.REQUEST, Modality.OCCURRED, "gra", "rur")
                .with("freed", EventType.RETREAT, Modality.DEMANDED, "", "")
                .only();

        assertThat(line.obligor()).isEqualTo("rur");
    }

    @Test
    void nobodyAsksHimself() {
        assertThat(said(StatementKind.APPEAL, "Kravonia |called for| |talks|.")
                        .with("called for", EventType.REQUEST, Modality.OCCURRED, "kra", "")
                        .with("talks", EventType.CONSULT, Modality.DEMANDED, "kra", "")
                        .ledger())
                .isEmpty();
    }

    @Test
    void aJointActBindsHimAloneWhoUndertakesIt() {
        assertThat(said(StatementKind.OFFER, "Ruritania |offered| |to patrol the pass with Graustark|.")
                        .with("offered", EventType.AGREE, Modality.OCCURRED, "rur", "gra")
                        .with("patrol", EventType.COOPERATE, Modality.PROMISED, "gra rur", "")
                        .only()
                        .obligor())
                .isEqualTo("rur");
    }

    @Test
    void aThreatAsksNotToDoWhatWouldBringIt() {
        Commitment line = said(
                        StatementKind.THREAT,
                        "Ruritania |warned| |that it would close the pass if Graustark shells Zenda|.")
                .with("warned", EventType.THREATEN, Modality.OCCURRED, "rur", "gra")
                .with("close", EventType.SANCTION, Modality.HYPOTHETICAL, "rur", "gra")
                .with("shells", EventType.ASSAULT, Modality.HYPOTHETICAL, "gra", "")
                .only();

        assertThat(line.obligor()).isEqualTo("gra");
        assertThat(line.beneficiary()).contains("rur");
    }

    @Test
    void helpAgainstAnAttackAsksNobodyToAttack() {
        assertThat(said(StatementKind.COMMITMENT, "Kravonia |promised| |that it would help if Graustark shells Zenda|.")
                        .with("promised", EventType.AGREE, Modality.OCCURRED, "kra", "rur")
                        .with("help", EventType.AID, Modality.PROMISED, "kra", "rur")
                        .with("shells", EventType.ASSAULT, Modality.HYPOTHETICAL, "gra", "")
                        .ledger())
                .extracting(Commitment::obligor)
                .containsExactly("kra");
    }

    @Test
    void aPromiseNotToAttackIsBrokenByAnAttack() {
        Coded promise = negatedPromise();
        Commitment line = Together.of(List.of(
                        promise,
                        Reports.told("x2", "Ruritania did shell the Kravonian camps.", "shell", "rur", "kra"),
                        Reports.told("x3", "Guns shell the Kravonian camps of Ruritania.", "shell", "rur", "kra")))
                .ledger()
                .get(0);

        assertThat(line.state()).isEqualTo(CommitmentState.BROKEN);
    }

    private static Coded negatedPromise() {
        return saidNot(StatementKind.COMMITMENT, "Ruritania |promised| |not to shell the Kravonian camps|.")
                .with("promised", EventType.AGREE, Modality.OCCURRED, "rur", "kra")
                .with("shell", EventType.ASSAULT, Modality.HYPOTHETICAL, "rur", "kra")
                .coded();
    }
}
