package rapport.analysis.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Stage;
import rapport.ontology.Basis;
import rapport.record.Dateline;
import rapport.record.Days;
import rapport.record.Document;
import rapport.record.Quantity;
import rapport.record.Span;
import rapport.record.Time;

/**
 * Finds the days and periods that a text names and reads them against the document's day, and finds its numbers.
 *
 * <p>The document's day is that of its dateline if it has one within the week before publication, else the day of publication.
 * If that is only known as an interval, what is told from it ("yesterday", "3 May") is read where both ends give the same days.
 * What names no readable day gives nothing, so no time in the layer is unknown.
 *
 * <p>A text whose full dates nearly all lie years back (a history, a chronology) is read otherwise: there a day without its year
 * is of the year named last before it, which makes it inferred.
 *
 * <p>Uncertainty: "on Monday" is the last Monday up to the document's day unless the sentence looks ahead there, and a day
 * without its year the last such day likewise; {@link Direction} says how that is seen.
 *
 * <p>Known miss: days told from another day of the text ("a week earlier"); words in a quotation are read against the day of
 * the document and not of the speech; "the last month" is the thirty days or so up to the document's day.
 */
public final class TimeStage implements Stage {

    private static final int MOST_DAYS_TO_PRINT = 7; // a weekly prints what it dated in the week before

    /** Both chosen on WikiWars (14 of its 16 histories are seen as such) and PolNeAR (of 120 news reports none is). */
    private static final int LEAST_DATES_OF_HISTORY = 8;

    private static final double SHARE_OF_HISTORY = 0.8;

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layer.SENTENCES);
    }

    @Override
    public Set<Layer<?>> adds() {
        return Set.of(Layer.TIMES, Layer.QUANTITIES);
    }

    @Override
    public AnnotatedDocument apply(AnnotatedDocument annotated) {
        List<Expression> expressions = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            Words words = new Words(annotated.text(), sentence);
            List<Expression> found = TimeGrammar.find(words);
            expressions.addAll(found);
            quantities.addAll(Quantities.find(words, found));
        }
        return annotated.with(Layer.TIMES, times(annotated, expressions)).with(Layer.QUANTITIES, quantities);
    }

    private static List<Time> times(AnnotatedDocument annotated, List<Expression> expressions) {
        Days published = day(annotated.document());
        boolean isHistory = isHistory(expressions, published);
        List<Time> times = new ArrayList<>();
        Optional<Expression> anchor = Optional.empty();
        for (Expression expression : expressions) {
            if (isHistory && expression.isYearless()) {
                anchor.flatMap(before -> expression.time(
                                published, year(before), before.span().in(annotated.text())))
                        .ifPresent(times::add);
            } else {
                expression.time(published).ifPresent(times::add);
            }
            if (isWithinOneYear(expression)) anchor = Optional.of(expression);
        }
        return times;
    }

    /** Whether the text tells days long gone: of many full dates hardly any is near the document's day. */
    private static boolean isHistory(List<Expression> expressions, Days published) {
        Optional<LocalDate> day = published.from();
        if (day.isEmpty()) return false;
        List<Expression> dates =
                expressions.stream().filter(TimeStage::isWithinOneYear).toList();
        long old = dates.stream()
                .filter(date -> year(date) < day.get().getYear() - 1)
                .count();
        long fromToday =
                expressions.stream().filter(Expression::isToldFromToday).count();
        return dates.size() >= LEAST_DATES_OF_HISTORY
                && old >= SHARE_OF_HISTORY * dates.size()
                && fromToday <= (1 - SHARE_OF_HISTORY) * dates.size();
    }

    private static boolean isWithinOneYear(Expression expression) {
        return expression
                .statedDays()
                .filter(days ->
                        days.from().map(LocalDate::getYear).equals(days.until().map(LocalDate::getYear)))
                .isPresent();
    }

    private static int year(Expression stated) {
        return stated.statedDays().flatMap(Days::from).map(LocalDate::getYear).orElseThrow();
    }

    /**
     * The day of an undated document as far as its text tells it: not before the latest day that it tells as past, and not
     * after the earliest that it announces. Only full dates count ("3 May 2025", "in November 2022"), and only in sentences
     * whose verb tells which of both it is.
     *
     * <p>Needs {@link Layer#SENTENCES} alone, so that it can run before {@link TimeStage}: give the document this time with
     * {@link Document#publishedAt}, then read its times.
     *
     * @return inferred, with the words it follows from; unknown if there are none
     */
    public static Time infer(AnnotatedDocument annotated) {
        Optional<Clue> past = Optional.empty();
        Optional<Clue> ahead = Optional.empty();
        for (Span sentence : annotated.get(Layer.SENTENCES)) {
            Words words = new Words(annotated.text(), sentence);
            for (Expression expression : TimeGrammar.find(words)) {
                if (expression.statedDays().isEmpty()) continue;
                String quoted = expression.span().in(annotated.text());
                Optional<LocalDate> first = expression.statedDays().flatMap(Days::from);
                Optional<LocalDate> last = expression.statedDays().flatMap(Days::until);
                boolean isLimit = expression.bound() == Bound.UNTIL || expression.bound() == Bound.BEFORE;
                if (tellsPast(expression) && first.isPresent()) {
                    Clue clue = new Clue(first.get(), quoted);
                    if (past.map(p -> p.day().isBefore(clue.day())).orElse(true)) past = Optional.of(clue);
                } else if (expression.direction() == Direction.FUTURE && !isLimit && last.isPresent()) {
                    Clue clue = new Clue(last.get(), quoted);
                    if (ahead.map(a -> a.day().isAfter(clue.day())).orElse(true)) ahead = Optional.of(clue);
                }
            }
        }
        return inferred(past, ahead);
    }

    /** A day and the words that name it. */
    private record Clue(LocalDate day, String words) {}

    private static boolean tellsPast(Expression expression) {
        return expression.bound() == Bound.SINCE
                || expression.direction() == Direction.PAST
                        && (expression.bound() == Bound.NONE || expression.bound() == Bound.AFTER);
    }

    /** Where both contradict each other, what is told as past is the surer: an announcement may be an old one retold. */
    private static Time inferred(Optional<Clue> past, Optional<Clue> ahead) {
        Optional<Clue> last = ahead.filter(
                clue -> past.map(p -> !clue.day().isBefore(p.day())).orElse(true));
        if (past.isEmpty() && last.isEmpty()) return Time.UNKNOWN;
        List<String> because = new ArrayList<>();
        past.ifPresent(clue -> because.add(clue.words()));
        last.ifPresent(clue -> because.add(clue.words()));
        return new Time(past.map(Clue::day), last.map(Clue::day), Basis.INFERRED, because, Optional.empty());
    }

    private static Days day(Document document) {
        Days published = document.published().days();
        return document.dateline()
                .flatMap(Dateline::day)
                .filter(day -> document.published().isUnknown()
                        || published.contains(day)
                        || published
                                .until()
                                .map(last -> !day.isAfter(last) && !day.isBefore(last.minusDays(MOST_DAYS_TO_PRINT)))
                                .orElse(false))
                .map(day -> new Days(Optional.of(day), Optional.of(day)))
                .orElse(published);
    }
}
