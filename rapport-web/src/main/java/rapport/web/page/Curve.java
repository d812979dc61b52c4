package rapport.web.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.ontology.QuadClass;
import rapport.record.Dyad;
import rapport.record.Event;
import rapport.storyline.Band;
import rapport.storyline.TurningPoint;

/**
 * What one did to another, drawn: cooperation upwards and conflict downwards from a line, a column for each period. What is
 * told stands in the upper band; below it the mean of its scores, with a whisker where that mean can lie; what is only claimed
 * has a band of its own, and reports read a last one. A line across marks where the series turns.
 *
 * <p>Unit: pixels at 100 %; the drawing scales.
 *
 * @param levels of the band of what is told
 * @param means of what is told, in periods that have any
 * @param turns where it turns, and what made it
 * @param points in order of time, at most {@value #MOST}
 * @param leftOut how many earlier periods are not drawn
 */
public record Curve(
        String title,
        int width,
        int height,
        int axis,
        int meanAxis,
        int claimedAxis,
        int readBase,
        List<Bar> bars,
        List<Tick> ticks,
        List<Level> levels,
        List<Mean> means,
        List<Turn> turns,
        List<Point> points,
        int leftOut) {

    private static final int MOST = 120; // columns that can still be told apart

    private static final int WIDTH = 760;
    private static final int LEFT = 92; // room for the names of the bands
    private static final int TOLD = 76; // half of its band, as are the next two
    private static final int MEAN = 30;
    private static final double HIGHEST_SCORE = 10; // of Goldstein's scale
    private static final int CLAIMED = 26;
    private static final int READ = 22;
    private static final int GAP = 18;

    private static final List<QuadClass> UP = List.of(QuadClass.MATERIAL_COOPERATION, QuadClass.VERBAL_COOPERATION);
    private static final List<QuadClass> DOWN = List.of(QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT);

    public Curve {
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
        levels = List.copyOf(levels);
        means = List.copyOf(means);
        turns = List.copyOf(turns);
        points = List.copyOf(points);
    }

    /** @param style for the style sheet: of the quad class, with "undated", "claimed" or "read" */
    public record Bar(String style, double x, double y, double width, double height) {

        /** Hatching for what is verbal, so that colour is not the only sign; null for what is filled by its style. */
        public @Nullable String pattern(String drawing) {
            if (style.startsWith("verbal-cooperation")) return "url(#" + drawing + "-cooperation)";
            if (style.startsWith("verbal-conflict")) return "url(#" + drawing + "-conflict)";
            return null;
        }
    }

    public record Tick(String text, double x) {}

    /** A height with how many events it stands for. */
    public record Level(long events, double y) {}

    /** Height of the mean score, and of the ends of its band. */
    public record Mean(double x, double low, double high, double y) {}

    /** A line across at the beginning of a period. */
    public record Turn(double x, TurningPoint point, List<Event> events) {

        /** "from −2.0 to 1.5 a month" */
        public String levels(String unit) {
            return "from " + Labels.score(point.before()) + " to " + Labels.score(point.after()) + " a " + unit;
        }
    }

    /**
     * One period, and its column from top to bottom. Undated events are among the told and the claimed.
     *
     * @param counts of its events, by the style in which they are drawn
     * @param x of the column's left edge
     */
    public record Point(Dyad dyad, Optional<Band> band, Map<String, Integer> counts, double x, double width) {

        public LocalDate first() {
            String period = dyad.period();
            return switch (dyad.unit()) {
                case "day" -> LocalDate.parse(period);
                case "week" -> LocalDate.parse(period + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                case "month" -> YearMonth.parse(period).atDay(1);
                default -> {
                    String[] parts = period.split("-Q");
                    yield LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]) * 3 - 2, 1);
                }
            };
        }

        public LocalDate last() {
            LocalDate next = switch (dyad.unit()) {
                case "day" -> first().plusDays(1);
                case "week" -> first().plusWeeks(1);
                case "month" -> first().plusMonths(1);
                default -> first().plusMonths(3);
            };
            return next.minusDays(1);
        }
    }

    /** @param series of one direction */
    public static Curve of(String title, Series series, Edition edition) {
        int leftOut = Math.max(0, series.periods().size() - MOST);
        int columns = series.periods().size() - leftOut;
        double step = columns == 0 ? 1 : Math.min(60, (double) (WIDTH - LEFT - 4) / columns);
        double width = Math.max(1, step - Math.min(6, step / 4));
        double before = (step - width) / 2;
        List<Point> points = new ArrayList<>();
        for (int i = leftOut; i < series.periods().size(); i++) {
            Dyad dyad = series.periods().get(i);
            points.add(new Point(
                    dyad, series.bands().get(i), counts(dyad, edition), LEFT + (i - leftOut) * step - before, step));
        }
        int axis = TOLD + 6;
        int meanAxis = axis + TOLD + GAP + MEAN;
        int claimedAxis = meanAxis + MEAN + GAP + CLAIMED;
        int readBase = claimedAxis + CLAIMED + GAP + READ;
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        List<Mean> means = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        double told = scale(points, true, TOLD);
        double claimed = scale(points, false, CLAIMED);
        int reports = points.stream()
                .mapToInt(point -> point.dyad().documents())
                .max()
                .orElse(0);
        int every = Math.max(1, (int) Math.ceil(78 / step)); // room for a label
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = point.x() + before;
            stack(bars, point, true, x, width, axis, told);
            stack(bars, point, false, x, width, claimedAxis, claimed);
            if (point.dyad().documents() > 0) {
                double height = (double) READ * point.dyad().documents() / reports;
                bars.add(new Bar("read", x, readBase - height, width, height));
            }
            if (point.band().isPresent() && point.dyad().goldsteinMean().isPresent()) {
                Band band = point.band().get();
                means.add(new Mean(
                        x + width / 2,
                        height(band.low(), meanAxis),
                        height(band.high(), meanAxis),
                        height(point.dyad().goldsteinMean().getAsDouble(), meanAxis)));
            }
            for (TurningPoint turn : series.turns()) {
                if (turn.period().equals(point.dyad().period())) {
                    turns.add(new Turn(
                            point.x(),
                            turn,
                            turn.events().stream().map(edition::event).toList()));
                }
            }
            if (i % every == 0) ticks.add(new Tick(point.dyad().period(), x));
        }
        return new Curve(
                title,
                WIDTH,
                readBase + 18,
                axis,
                meanAxis,
                claimedAxis,
                readBase,
                bars,
                ticks,
                levels(told, axis),
                means,
                turns,
                points,
                leftOut);
    }

    private static double height(double score, int axis) {
        return axis - score / HIGHEST_SCORE * MEAN;
    }

    /** At a round number of events near the top, on both sides. */
    private static List<Level> levels(double scale, int axis) {
        long round = 1;
        for (long step = 1; step * scale <= TOLD; step *= 10) {
            for (long number : new long[] {step, 2 * step, 5 * step}) {
                if (number * scale <= TOLD) round = number;
            }
        }
        return List.of(new Level(round, axis - round * scale), new Level(round, axis + round * scale));
    }

    /** So that the highest column just fits; at most a fifth of the band for one event. */
    private static double scale(List<Point> points, boolean told, int room) {
        long most = 1;
        for (Point point : points) {
            for (List<QuadClass> side : List.of(UP, DOWN)) {
                most = Math.max(
                        most,
                        side.stream()
                                .mapToLong(quad -> count(point, quad, told, false) + count(point, quad, told, true))
                                .sum());
            }
        }
        return Math.min(room / 5.0, (double) room / most);
    }

    private static void stack(
            List<Bar> bars, Point point, boolean told, double x, double width, int axis, double scale) {
        double up = axis;
        for (QuadClass quad : UP) {
            for (boolean undated : new boolean[] {false, true}) {
                double height = scale * count(point, quad, told, undated);
                if (height == 0) continue;
                up -= height;
                bars.add(new Bar(style(quad, told, undated), x, up, width, height));
            }
        }
        double down = axis;
        for (QuadClass quad : DOWN) {
            for (boolean undated : new boolean[] {false, true}) {
                double height = scale * count(point, quad, told, undated);
                if (height == 0) continue;
                bars.add(new Bar(style(quad, told, undated), x, down, width, height));
                down += height;
            }
        }
    }

    private static String style(QuadClass quad, boolean told, boolean undated) {
        return Labels.style(quad) + (told ? "" : " claimed") + (undated ? " undated" : "");
    }

    private static Map<String, Integer> counts(Dyad dyad, Edition edition) {
        Map<String, Integer> counts = new HashMap<>();
        for (String id : dyad.events()) {
            Event event = edition.event(id);
            String style = style(
                    event.eventType().quadClass(), event.told(), event.when().isUnknown());
            counts.merge(style, 1, Integer::sum);
        }
        return counts;
    }

    private static int count(Point point, QuadClass quad, boolean told, boolean undated) {
        return point.counts().getOrDefault(style(quad, told, undated), 0);
    }

    /** In words, for those who do not see it. */
    public String description() {
        if (points.isEmpty()) return "Nothing to draw.";
        int told = points.stream().mapToInt(point -> total(point.dyad().told())).sum();
        int claimed =
                points.stream().mapToInt(point -> total(point.dyad().claimed())).sum();
        return Labels.count(told, "event", "events") + " told and " + claimed + " only claimed, from "
                + points.get(0).dyad().period() + " to "
                + points.get(points.size() - 1).dyad().period()
                + ". Cooperation upwards, conflict downwards. " + turning()
                + "The table below has every figure.";
    }

    private String turning() {
        if (turns.isEmpty()) return "";
        return "It turns in "
                + turns.stream().map(turn -> turn.point().period()).collect(Collectors.joining(", ")) + ". ";
    }

    static int total(Dyad.Counts counts) {
        return counts.verbalCooperation()
                + counts.materialCooperation()
                + counts.verbalConflict()
                + counts.materialConflict();
    }

    /** With one decimal: a coordinate. */
    public static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
