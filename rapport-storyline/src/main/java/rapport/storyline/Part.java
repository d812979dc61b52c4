package rapport.storyline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rapport.ontology.EventType;
import rapport.record.EventMention;
import rapport.record.Span;

/**
 * What moves a line of the ledger: one statement that asks or undertakes, with all acts that it names, or one mention of an act.
 *
 * @param mentions in the order of the text; never empty
 * @param obligor who is asked, undertakes, refuses or acts; id, at its topmost
 * @param beneficiary who asks, or to whom it is undertaken
 * @param isForborne what is asked or undertaken is not to do it
 * @param isSpoken nothing is known but the words that ask, undertake or refuse: of the act itself no mention was read
 * @param content the words that say what
 */
record Part(
        Kind kind,
        List<EventMention> mentions,
        String obligor,
        Optional<String> beneficiary,
        boolean isForborne,
        boolean isSpoken,
        Span content) {

    enum Kind {
        DEMAND,
        ASSURANCE,
        REFUSAL,
        ACT,
        DENIAL
    }

    Part {
        mentions = List.copyOf(mentions);
    }

    EventMention first() {
        return mentions.get(0);
    }

    /** A refusal by word alone says not of what, so it opens nothing. */
    boolean opens() {
        return kind == Kind.DEMAND || kind == Kind.ASSURANCE || kind == Kind.REFUSAL && !isSpoken;
    }

    Set<EventType> types() {
        Set<EventType> types = new TreeSet<>();
        mentions.forEach(mention -> types.add(mention.eventType()));
        return types;
    }
}
