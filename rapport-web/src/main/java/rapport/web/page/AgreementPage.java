package rapport.web.page;

import java.util.List;
import java.util.OptionalDouble;
import rapport.record.Correction;
import rapport.storyline.Reviewed;

/** How far do reviewers agree, and where do they differ? */
public record AgreementPage(
        Edition edition, Reviewer reviewer, List<Figures> figures, List<Corrections.Dispute> disputes) {

    /**
     * Krippendorff's alpha of one field.
     *
     * @param alpha empty if no two values differ anywhere
     * @param low of the 95 % interval; NaN without alpha
     * @param records that two or more have judged
     */
    public record Figures(String field, OptionalDouble alpha, double low, double high, int records, int judgements) {}

    /** The last that is said of what a dispute is about. */
    public String seen(Corrections.Dispute dispute) {
        if (dispute.field() == Correction.Field.SAME_AS)
            return edition.corrections().last();
        return dispute.pair()
                .map(pair -> edition.corrections().last(pair.first(), pair.second()))
                .orElseGet(() -> edition.corrections().last(dispute.of()));
    }

    /** What to send so that this opinion is to stand. */
    public String value(Corrections.Dispute dispute, Correction opinion) {
        return dispute.pair().map(Reviewed.Pair::second).or(opinion::after).orElse("null");
    }

    public static AgreementPage of(Edition edition, Reviewer reviewer, List<Figures> figures) {
        return new AgreementPage(
                edition, reviewer, figures, edition.corrections().disputes());
    }
}
