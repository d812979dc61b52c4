package rapport.storyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.record.Coded;
import rapport.record.EventMention;
import rapport.record.Role;
import rapport.record.Span;
import rapport.record.Time;

/** What a title and the sentence below it tell is told once. */
class HeadsTest {

    private static final String TITLE = "Tolm crossing shuts after raid";
    private static final String FIRST = "Ruritania on Monday closed its border with Graustark.";

    private final List<EventMention> mentions = new ArrayList<>();

    private void told(String text, String sentence, String trigger, EventType type, Modality modality, String actor) {
        int start = text.indexOf(sentence);
        int at = text.indexOf(trigger, start);
        mentions.add(new EventMention(
                "e" + mentions.size(),
                "d",
                new Span(start, start + sentence.length()),
                type,
                List.of(),
                List.of(),
                new Span(at, at + trigger.length()),
                List.of(new Role(Optional.of(actor), new Span(start, start + 1))),
                List.of(),
                Time.UNKNOWN,
                Optional.empty(),
                modality,
                Optional.empty(),
                List.of(),
                0.9));
    }

    private List<List<String>> events(String text) {
        Coded coded =
                new Coded(Reports.document("d", text), List.of(), List.of(), mentions, Reports.NEIGHBOURS, List.of());
        return Together.of(List.of(coded)).events().stream()
                .map(event -> event.eventMentions().stream().sorted().toList())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    @Test
    void anActOfTheTitleIsThatOfTheFirstSentence() {
        String text = TITLE + "\nSTRELSAU — " + FIRST;
        told(text, TITLE, "shuts", EventType.SANCTION, Modality.ONGOING, "rur");
        told(text, FIRST, "closed", EventType.SANCTION, Modality.OCCURRED, "rur");

        assertThat(events(text)).containsExactly(List.of("e0", "e1"));
    }

    @Test
    void actsOfAnotherPartyOrModalityAreOthers() {
        String text = TITLE + "\n" + FIRST;
        told(text, TITLE, "shuts", EventType.SANCTION, Modality.OCCURRED, "gra");
        told(text, FIRST, "closed", EventType.SANCTION, Modality.OCCURRED, "rur");
        told(text, TITLE, "raid", EventType.ASSAULT, Modality.OCCURRED, "kra");
        told(text, FIRST, "on", EventType.ASSAULT, Modality.PLANNED, "kra");

        assertThat(events(text)).hasSize(4);
    }

    @Test
    void ofTwoOfASortNeitherIsChosen() {
        String text = TITLE + "\n" + FIRST;
        told(text, TITLE, "shuts", EventType.SANCTION, Modality.OCCURRED, "rur");
        told(text, FIRST, "closed", EventType.SANCTION, Modality.OCCURRED, "rur");
        told(text, FIRST, "border", EventType.SANCTION, Modality.OCCURRED, "rur");

        assertThat(events(text)).hasSize(3);
    }

    @Test
    void aFirstLineThatIsASentenceIsNoTitle() {
        String text = TITLE + ".\n" + FIRST;
        told(text, TITLE + ".", "shuts", EventType.SANCTION, Modality.OCCURRED, "rur");
        told(text, FIRST, "closed", EventType.SANCTION, Modality.OCCURRED, "rur");

        assertThat(events(text)).hasSize(2);
    }
}
