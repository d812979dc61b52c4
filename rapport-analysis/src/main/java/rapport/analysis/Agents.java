package rapport.analysis;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.ontology.MentionForm;
import rapport.record.Mention;
import rapport.record.Span;

/**
 * Who stands right at an act as the one who does it: "accusations by Ruritania", "assurances from Strelsau", "Ruritanian-led strikes".
 *
 * <p>Source of the rule: of the coded passages that the reader learns from, 338 of 348 acts with such a "by" have that one as actor, and 76 of
 * 79 cues as source; behind nouns of saying and giving, 78 of 79 with "from" (not counted: support, which is also withdrawn "from" somebody).
 */
public final class Agents {

    private static final Pattern LED = Pattern.compile("[-‑](?:led|orchestrated|launched) $");

    private static final int LONGEST_LED = "-orchestrated ".length();
    private static final int LONGEST_NAME = 100;

    private Agents() {}

    /** The widest mention behind "by". */
    public static Optional<Mention> afterBy(AnnotatedDocument annotated, Span act) {
        return after(annotated, act, " by ");
    }

    /** The widest mention behind "from" that is a name: one also speaks "from his office". */
    public static Optional<Mention> afterFrom(AnnotatedDocument annotated, Span act) {
        return after(annotated, act, " from ")
                .filter(mention -> mention.form() != MentionForm.DESCRIPTION && mention.form() != MentionForm.PRONOUN);
    }

    /** The mention that a hyphen ties to the act. */
    public static Optional<Mention> leading(AnnotatedDocument annotated, Span act) {
        int from = Math.max(0, act.start() - LONGEST_LED);
        Matcher led = LED.matcher(annotated.text()).region(from, act.start());
        if (!led.find()) return Optional.empty();
        return annotated.mentionsIn(new Span(Math.max(0, led.start() - LONGEST_NAME), act.start())).stream()
                .filter(mention -> mention.span().end() == led.start())
                .max(Comparator.comparing((Mention mention) -> mention.span().length())
                        .thenComparing(Mention::id));
    }

    private static Optional<Mention> after(AnnotatedDocument annotated, Span act, String preposition) {
        if (!annotated.text().startsWith(preposition, act.end())) return Optional.empty();
        int start = act.end() + preposition.length();
        return annotated.mentionsIn(new Span(start, start + 1)).stream()
                .max(Comparator.comparing((Mention mention) -> mention.span().length())
                        .thenComparing(Mention::id));
    }
}
