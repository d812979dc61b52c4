package rapport.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.actor.ActorDictionary;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.ontology.MentionForm;
import rapport.record.Actor;
import rapport.record.Mention;
import rapport.record.Span;

/** What holds for any text and any mentions in it. */
class AnyTextTest {

    private static final String[] WORDS = {
        "the", "President", "of", "Mali", "Niger", "Novak", "’s", ",", "army", "(ZLF)", "Jan", "\uD83D\uDE00", "\uD800",
                "Ж",
        "U.S.", "\"", "officials", "Both", "sides", "-", "\n", "Foreign Ministry", "a", "“We”", "Kabul", "and", ".",
                "1,000"
    };

    @Test
    void keeps_every_mention_inside_the_text_and_every_membership_inside_the_actors() {
        ActorDictionary dictionary = ActorDictionary.shipped();
        long seed = Long.getLong("rapport.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("X");
            for (int i = 0; i < 30; i++) text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int start = random.nextInt(text.length() - 1);
                int end = Math.min(text.length(), start + 1 + random.nextInt(30));
                MentionForm form = MentionForm.values()[random.nextInt(MentionForm.values().length)];
                Span.ofStripped(text.toString(), start, end).ifPresent(span -> found.add(new Found(span, form, 0)));
            }

            AnnotatedDocument once = Texts.resolved(dictionary, text.toString(), Optional.empty(), found);
            AnnotatedDocument again = Texts.resolved(dictionary, text.toString(), Optional.empty(), found);

            List<String> ids = once.get(Layer.ACTORS).stream().map(Actor::id).toList();
            assertThat(once.get(Layer.MENTIONS))
                    .as("repeat with -Drapport.seed=%d", seed)
                    .isEqualTo(again.get(Layer.MENTIONS))
                    .allMatch(mention -> mention.span().end() <= text.length())
                    .extracting(Mention::actor)
                    .allMatch(actor -> actor.isEmpty() || ids.contains(actor.get()));
            assertThat(once.get(Layer.ACTORS))
                    .isEqualTo(again.get(Layer.ACTORS))
                    .flatExtracting(Actor::partOf)
                    .allMatch(membership -> ids.contains(membership.actor()));
        }
    }
}
