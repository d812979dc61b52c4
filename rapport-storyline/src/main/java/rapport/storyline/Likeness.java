package rapport.storyline;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import rapport.actor.Hierarchy;
import rapport.ontology.EventType;
import rapport.ontology.KnownBy;
import rapport.record.Actor;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.EventMention;
import rapport.record.Role;
import rapport.record.Time;

/**
 * The chance that two tellings are of one event, by logistic regression over what they share.
 *
 * <p>Where the weights are from: fitted on the pairs of ECB+ train by {@code training/identity.py}; the features are written by
 * {@code evaluate identity --pairs}. Actors without an entry were compared by id then, and are by name now.
 */
final class Likeness {

    /** What is looked at, in order; the weights have the same. */
    static final List<String> FEATURES = List.of(
            "sameTrigger",
            "sharedTriggerWord",
            "sameBeginning",
            "nearWords",
            "sentenceWords",
            "nearWordsOfSharedTrigger",
            "sentenceWordsOfSharedTrigger",
            "triggerInOther",
            "sharedNames",
            "otherNumbers",
            "sameDocument",
            "sameDocumentSharedTrigger",
            "sameSentence",
            "triggerRarity",
            "sameType",
            "otherType",
            "sharedActor",
            "otherActor",
            "sharedRecipient",
            "otherRecipient",
            "sameDay",
            "otherDay");

    private static final double[] WEIGHTS = {
        4.305, 3.691, 2.522, 3.289, 0.835, -3.229, 1.625, -1.237, -0.109, -0.389, 0.273, 0.509, -1.145, -0.109, 2.002,
        -1.355, 0.532, 1.884, 0.099, 0, 1.383, 0
    };
    private static final double CONSTANT = -3.420;

    private static final String NAMED = "named ";
    private static final int NEAR = 4; // words on each side of the trigger
    private static final int BEGINNING = 4; // letters that kindred words share: "invade", "invasion"

    /**
     * What a telling is compared by.
     *
     * @param trigger its words, each with its rarity
     * @param actors those who act, by {@link #party}
     */
    record View(
            Telling telling,
            SortedMap<String, Double> trigger,
            TermVector near,
            TermVector sentence,
            Set<String> names,
            Set<String> numbers,
            Set<String> actors,
            Set<String> recipients) {}

    private final Wording wording;
    private final Commonness commonness;
    private final Hierarchy hierarchy;

    /** @param commonness in the documents of a cell */
    Likeness(Wording wording, Commonness commonness, Hierarchy hierarchy) {
        this.wording = wording;
        this.commonness = commonness;
        this.hierarchy = hierarchy;
    }

    View view(Telling telling, Document document) {
        List<Wording.Word> words = wording.words(document, telling.sentence());
        SortedMap<String, Double> trigger = new TreeMap<>();
        Set<String> near = new HashSet<>();
        Set<String> sentence = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            Wording.Word word = words.get(i);
            if (telling.trigger().stream().anyMatch(span -> span.overlaps(word.span()))) {
                trigger.put(word.stem(), commonness.rarity(word.stem()));
                if (first < 0) first = i;
                last = i;
            } else {
                if (word.tells()) sentence.add(word.stem());
                if (word.isName()) names.add(word.stem());
                if (word.isNumber()) numbers.add(word.stem());
            }
        }
        for (int i = Math.max(0, first - NEAR); i <= Math.min(words.size() - 1, last + NEAR); i++) {
            if ((i < first || i > last) && words.get(i).tells())
                near.add(words.get(i).stem());
        }
        return new View(
                telling,
                trigger,
                byRarity(near),
                byRarity(sentence),
                names,
                numbers,
                parties(telling, document, EventMention::actors),
                parties(telling, document, EventMention::recipients));
    }

    /** Those on one side. */
    private Set<String> parties(Telling telling, Document document, Function<EventMention, List<Role>> side) {
        Days days = document.published().days();
        Set<String> parties = new TreeSet<>();
        telling.mention().stream()
                .flatMap(mention -> side.apply(mention).stream())
                .flatMap(role -> role.actor().stream())
                .forEach(id -> parties.add(party(hierarchy.topmost(id, days))));
        return parties;
    }

    /** The id of one whom a dictionary knows; of others, whose ids differ from report to report, the name. */
    private String party(String id) {
        Optional<Actor> actor = hierarchy.find().apply(id);
        return actor.filter(a -> a.known() != KnownBy.PROVISIONAL).isPresent()
                ? id
                : NAMED + actor.map(Actor::name).orElse(id).toLowerCase(Locale.ROOT);
    }

    /** Whether both sides are known and have nobody in common. */
    static boolean areOthers(Set<String> one, Set<String> other) {
        return isKnown(one) && isKnown(other) && Collections.disjoint(one, other);
    }

    private static boolean isKnown(Set<String> parties) {
        for (String party : parties) if (party.startsWith(NAMED)) return false;
        return !parties.isEmpty();
    }

    /** From 0 to 1. */
    static double chance(double[] features) {
        double logit = CONSTANT;
        for (int i = 0; i < features.length; i++) logit += WEIGHTS[i] * features[i];
        return 1 / (1 + Math.exp(-logit));
    }

    static double[] features(View a, View b) {
        boolean same = words(a).equals(words(b));
        boolean shared = same || !Collections.disjoint(words(a), words(b));
        double near = a.near.cosine(b.near);
        double sentence = sentences(a, b);
        boolean document = a.telling.document().equals(b.telling.document());
        double inOther = is(holdsAny(b.sentence, words(a))) + is(holdsAny(a.sentence, words(b)));
        double names = share(a.names, b.names);
        boolean numbersDiffer = !a.numbers.isEmpty() && !b.numbers.isEmpty() && share(a.numbers, b.numbers) == 0;
        double rarity = 0;
        for (Map.Entry<String, Double> word : a.trigger.entrySet()) {
            if (b.trigger.containsKey(word.getKey())) rarity += word.getValue();
        }
        boolean typed = a.telling.mention().isPresent() && b.telling.mention().isPresent();
        boolean sameType = typed && type(a) == type(b);
        boolean dated = typed && !when(a).isUnknown() && !when(b).isUnknown();
        boolean meet = dated && when(a).days().overlaps(when(b).days());
        return new double[] {
            is(same),
            is(shared && !same),
            is(!shared && sameBeginning(words(a), words(b))),
            near,
            sentence,
            shared ? near : 0,
            shared ? sentence : 0,
            inOther,
            names,
            is(shared && numbersDiffer),
            is(document),
            is(document && shared),
            is(document && a.telling.sentence().equals(b.telling.sentence())),
            rarity,
            is(sameType),
            is(typed && !sameType),
            is(share(a.actors, b.actors) > 0),
            is(areOthers(a.actors, b.actors)),
            is(share(a.recipients, b.recipients) > 0),
            is(areOthers(a.recipients, b.recipients)),
            is(meet),
            is(dated && !meet)
        };
    }

    /** From 0 to 1: what the sentences share beside the triggers, by rarity. */
    static double sentences(View a, View b) {
        return a.sentence.cosine(b.sentence);
    }

    private static Set<String> words(View view) {
        return view.trigger.keySet();
    }

    private static EventType type(View view) {
        return view.telling.mention().orElseThrow().eventType();
    }

    private static Time when(View view) {
        return view.telling.mention().orElseThrow().when();
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }

    private static boolean sameBeginning(Set<String> a, Set<String> b) {
        for (String one : a) {
            for (String other : b) {
                if (one.length() >= BEGINNING && other.startsWith(one.substring(0, BEGINNING))) return true;
            }
        }
        return false;
    }

    /** Of the smaller set, what the other has too. */
    private static double share(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) return 0;
        int both = 0;
        for (String one : a) if (b.contains(one)) both++;
        return (double) both / Math.min(a.size(), b.size());
    }

    private static boolean holdsAny(TermVector sentence, Set<String> words) {
        for (String word : words) if (sentence.contains(word)) return true;
        return false;
    }

    private TermVector byRarity(Set<String> terms) {
        Map<String, Double> weights = new TreeMap<>();
        terms.forEach(term -> weights.put(term, commonness.rarity(term)));
        return TermVector.of(weights);
    }
}
