package rapport.analysis.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.analysis.Logits;
import rapport.analysis.Reading;
import rapport.analysis.Reading.LinkLayer;
import rapport.analysis.Reading.WordLayer;
import rapport.analysis.Reading.Words;
import rapport.ontology.Code;
import rapport.ontology.EventType;
import rapport.ontology.Modality;
import rapport.ontology.PloverFold;
import rapport.ontology.PloverFold.FoldedType;

/**
 * Type and modality of an act, given its trigger and those who take part: the trigger's scores plus what the words of either
 * side add to them. One sum serves both the events that are read and the pairs that are given (`evaluate plv`).
 *
 * <p>Unit: natural logarithms of chances.
 */
public final class EventScores {

    private EventScores() {}

    static double[] types(Reading reading, Words trigger, List<Words> actors, List<Words> recipients) {
        return Logits.logSoftmax(sum(
                reading,
                trigger,
                actors,
                recipients,
                WordLayer.TYPE,
                WordLayer.TYPE_OF_ACTOR,
                WordLayer.TYPE_OF_RECIPIENT));
    }

    static double[] modalities(Reading reading, Words trigger, List<Words> actors, List<Words> recipients) {
        return Logits.logSoftmax(sum(
                reading,
                trigger,
                actors,
                recipients,
                WordLayer.MODALITY,
                WordLayer.MODALITY_OF_ACTOR,
                WordLayer.MODALITY_OF_RECIPIENT));
    }

    static EventType type(Reading reading, int index) {
        return EventType.valueOf(reading.classes(WordLayer.TYPE).get(index));
    }

    static Modality modality(Reading reading, int index) {
        return Code.parse(Modality.class, reading.classes(WordLayer.MODALITY).get(index));
    }

    /**
     * Log chance of each class of PLOVER's folded codebook for what {@code source} does to {@code target}: a mixture over all
     * words that can be the trigger, each weighed by its own chance and by its links to the two. A side that is not given adds
     * nothing. A mutual act has both as actors, so the target may be linked as either.
     */
    public static Map<FoldedType, Double> ofPair(Reading reading, Optional<Words> source, Optional<Words> target) {
        int words = reading.words().size();
        float[] weights = new float[words];
        for (int word = 0; word < words; word++) {
            Words trigger = new Words(word, word + 1);
            double[] outside = Logits.logSoftmax(reading.scores(WordLayer.TRIGGER)[word]);
            double weight = Logits.logSumExp(new double[] {outside[1], outside[2]});
            if (source.isPresent()) weight += reading.link(LinkLayer.ACTOR, trigger, source.get());
            if (target.isPresent()) {
                weight += Logits.logSumExp(new float[] {
                    reading.link(LinkLayer.RECIPIENT, trigger, target.get()),
                    reading.link(LinkLayer.ACTOR, trigger, target.get())
                });
            }
            weights[word] = (float) weight;
        }
        double[] mixture = Logits.logSoftmax(weights);
        Map<FoldedType, Double> chances = new EnumMap<>(FoldedType.class);
        for (FoldedType folded : FoldedType.values()) chances.put(folded, Double.NEGATIVE_INFINITY);
        List<Words> actors = source.stream().toList();
        List<Words> recipients = target.stream().toList();
        for (int word = 0; word < words; word++) {
            Words trigger = new Words(word, word + 1);
            double[] types = types(reading, trigger, actors, recipients);
            double[] modalities = modalities(reading, trigger, actors, recipients);
            for (int t = 0; t < types.length; t++) {
                for (int m = 0; m < modalities.length; m++) {
                    double chance = mixture[word] + types[t] + modalities[m];
                    chances.merge(
                            PloverFold.fold(type(reading, t), modality(reading, m)),
                            chance,
                            (a, b) -> Logits.logSumExp(new double[] {a, b}));
                }
            }
        }
        return chances;
    }

    private static float[] sum(
            Reading reading,
            Words trigger,
            List<Words> actors,
            List<Words> recipients,
            WordLayer alone,
            WordLayer ofActor,
            WordLayer ofRecipient) {
        float[] sum = reading.mean(alone, trigger);
        add(sum, reading, ofActor, actors);
        add(sum, reading, ofRecipient, recipients);
        return sum;
    }

    private static void add(float[] sum, Reading reading, WordLayer layer, List<Words> side) {
        for (Words words : side) {
            float[] mean = reading.mean(layer, words);
            for (int i = 0; i < sum.length; i++) sum[i] += mean[i] / side.size();
        }
    }
}
