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
import rapport.record.Span;
import rapport.record.Time;

/**
 * The chance that two tellings are of one event, by logistic regression over what they share.
 *
 * <p>Where the weights are from: logistic regression over the pairs of ECB+ train, as in {@code training/identity.py}, in an offline count of
 * these features (decision 0012). {@code evaluate identity --pairs} writes the features to fit them anew.
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
            "otherDay",
            "kindredTrigger",
            "sentenceWordsOfKindredTrigger",
            "wordsBefore",
            "wordsAfter",
            "passageWords",
            "passageWordsOfSharedTrigger",
            "rarityAtLargeOfSharedTrigger");

    private static final double[] WEIGHTS = {
        3.223, 2.249, 2.382, 2.416, 0.667, -3.610, 0.016, -1.281, 0.018, -0.430, -0.152, -2.356, -1.006, -0.257, 0.940,
        -1.305, 0.413, 2.220, 0.021, 0, 1.776, 0, 3.166, -0.598, 0.588, 1.190, 0.566, 4.108, 0.251
    };
    private static final double CONSTANT = -3.709;

    private static final String NAMED = "named ";
    private static final int NEAR = 4; // words on each side of the trigger
    private static final int BESIDE = 5; // words before, or after, the trigger
    private static final int PASSAGE = 250; // characters on each side of the sentence
    private static final int BEGINNING = 4; // letters that kindred words share: "invade", "invasion"

    /**
     * What a telling is compared by.
     *
     * @param trigger its words, each with its rarity
     * @param families of its words
     * @param passage the sentence and what stands about it, without the words of the trigger
     * @param actors those who act, by {@link #party}
     */
    record View(
            Telling telling,
            SortedMap<String, Double> trigger,
            Set<Integer> families,
            TermVector near,
            TermVector before,
            TermVector after,
            TermVector sentence,
            TermVector passage,
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
        Set<String> near = stems(words, first - NEAR, first);
        near.addAll(stems(words, last + 1, last + 1 + NEAR));
        Span whole = telling.sentence();
        Span about = new Span(
                Math.max(0, whole.start() - PASSAGE), Math.min(document.text().length(), whole.end() + PASSAGE));
        List<Wording.Word> passageWords = wording.words(document, about);
        Set<String> passage = stems(passageWords, 0, passageWords.size());
        passage.removeAll(trigger.keySet());
        return new View(
                telling,
                trigger,
                Kindred.families(trigger.keySet()),
                byRarity(near),
                byRarity(stems(words, first - BESIDE, first)),
                byRarity(stems(words, last + 1, last + 1 + BESIDE)),
                byRarity(sentence),
                byRarity(passage),
                names,
                numbers,
                parties(telling, document, EventMention::actors),
                parties(telling, document, EventMention::recipients));
    }

    /** Of those words from one place up to another that tell something. */
    private static Set<String> stems(List<Wording.Word> words, int from, int to) {
        Set<String> stems = new HashSet<>();
        for (int i = Math.max(0, from); i < Math.min(words.size(), to); i++) {
            if (words.get(i).tells()) stems.add(words.get(i).stem());
        }
        return stems;
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
        boolean kindred = !shared && !Collections.disjoint(a.families, b.families);
        double passage = a.passage.cosine(b.passage);
        double rarity = 0;
        double atLarge = 0; // of the rarest
        for (Map.Entry<String, Double> word : a.trigger.entrySet()) {
            if (!b.trigger.containsKey(word.getKey())) continue;
            rarity += word.getValue();
            atLarge = Math.max(atLarge, Commonness.rarityAtLarge(word.getKey()));
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
            is(dated && !meet),
            is(kindred),
            kindred ? sentence : 0,
            a.before.cosine(b.before),
            a.after.cosine(b.after),
            passage,
            shared ? passage : 0,
            atLarge
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
