package rapport.web.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.ontology.QuadClass;
import rapport.record.Dyad;
import rapport.record.Event;

/**
 * When the events of a selection happened, drawn: cooperation upwards and conflict downwards from a line, a column for each day, month
 * or year, whichever is the shortest of which there are not too many. What is told stands in the upper band, what is only claimed
 * below it, both by one scale, whatever their modality. An event that tells no first day stands, lighter, on that of the first report.
 * Each column leads to its days, where they are drawn more finely; what tells no day is not listed there.
 *
 * <p>Unit: pixels at 100 %. Costs one look at each event.
 *
 * <p>Known miss: an event of several days stands on the first of them, or on the first that is asked for, but is listed wherever one
 * of its days is; so a column's list can hold more than the column.
 *
 * @param unit "day", "month" or "year"
 * @param columns in order of time, those in which nothing happened left out
 * @param undated how many are not drawn, as neither they nor a report tell a day
 * @param leftOut how many are not drawn, as they were earlier than the columns for which there is room
 */
public record TimeDrawing(
        String unit,
        List<Column> columns,
        List<Curve.Tick> ticks,
        List<Curve.Level> levels,
        int height,
        int toldAxis,
        int claimedAxis,
        int undated,
        int leftOut) {

    public static final int WIDTH = 760;
    private static final int LEFT = 92; // room for the names of the bands
    private static final int MOST = 120; // columns that can still be told apart
    private static final int DAYS = 92; // drawn by day; longer stretches by month
    private static final double WIDEST = 40;
    private static final double ONE = 14; // height of one event, at most
    private static final double ALL = 190; // height of all bars upon each other, at most
    private static final int LEAST = 12; // half of a band
    private static final int LABEL = 78; // room for one
    private static final int PLACES = 4 * QuadClass.values().length; // of counts: told and claimed, each dated and not

    /** From the line outwards. */
    private static final List<List<QuadClass>> SIDES = List.of(
            List.of(QuadClass.MATERIAL_COOPERATION, QuadClass.VERBAL_COOPERATION),
            List.of(QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT));

    public TimeDrawing {
        columns = List.copyOf(columns);
        ticks = List.copyOf(ticks);
        levels = List.copyOf(levels);
    }

    /**
     * One period.
     *
     * @param undated among the told and the claimed: those that tell no first day
     * @param x of its left edge
     * @param address of the selection's events that are told to be in its days
     */
    public record Column(
            String period,
            LocalDate first,
            LocalDate last,
            Dyad.Counts told,
            Dyad.Counts claimed,
            int undated,
            double x,
            double width,
            List<Curve.Bar> bars,
            String address) {

        public Column {
            bars = List.copyOf(bars);
        }

        int events() {
            return Curve.total(told) + Curve.total(claimed);
        }

        /** Whether any of its events tells a day of its own, so that the address has something to list. */
        public boolean leads() {
            return events() > undated;
        }

        /** "2024-05: 3 told (2 verbal conflict, 1 material conflict), 1 only claimed (1 verbal conflict), 2 of them without a day" */
        public String description() {
            return period + ": " + words(told, "told") + ", " + words(claimed, "only claimed")
                    + (undated > 0 ? ", " + undated + " of them without a day" : "");
        }

        private static String words(Dyad.Counts counts, String kind) {
            Map<QuadClass, Integer> byClass = new EnumMap<>(QuadClass.class);
            byClass.put(QuadClass.VERBAL_COOPERATION, counts.verbalCooperation());
            byClass.put(QuadClass.MATERIAL_COOPERATION, counts.materialCooperation());
            byClass.put(QuadClass.VERBAL_CONFLICT, counts.verbalConflict());
            byClass.put(QuadClass.MATERIAL_CONFLICT, counts.materialConflict());
            String parts = byClass.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> entry.getValue() + " " + Labels.of(entry.getKey()))
                    .collect(Collectors.joining(", "));
            String all = Curve.total(counts) + " " + kind;
            return parts.isEmpty() ? all : all + " (" + parts + ")";
        }
    }

    /** A unit of time. */
    private enum Unit {
        DAY(ChronoUnit.DAYS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit length;

        Unit(ChronoUnit length) {
            this.length = length;
        }

        private LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate plus(LocalDate first, long periods) {
            return first.plus(periods, length);
        }

        private String name(LocalDate first) {
            String name = first.toString();
            return switch (this) {
                case DAY -> name;
                case MONTH -> name.substring(0, name.length() - 3);
                case YEAR -> name.substring(0, name.length() - 6);
            };
        }

        private static Unit of(LocalDate first, LocalDate last) {
            if (ChronoUnit.DAYS.between(first, last) < DAYS) return DAY;
            return ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last) < MOST ? MONTH : YEAR;
        }
    }

    /**
     * @param query for the addresses; its "from" and "until" bound the columns
     * @param day of an event that tells none: that of the first report
     * @return without columns if no event has a day
     */
    static TimeDrawing of(List<Event> events, Query query, Function<Event, Optional<LocalDate>> day) {
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> until = query.day("until");
        Map<LocalDate, int[]> days = new HashMap<>();
        int undated = 0;
        for (Event event : events) {
            Optional<LocalDate> first = event.when().earliest();
            Optional<LocalDate> placed =
                    first.map(d -> from.filter(d::isBefore).orElse(d)).or(() -> day.apply(event));
            if (placed.isEmpty()) {
                undated++;
                continue;
            }
            int[] counts = days.computeIfAbsent(placed.get(), d -> new int[PLACES]);
            counts[place(event.eventType().quadClass(), event.told(), first.isEmpty())]++;
        }
        TreeMap<LocalDate, int[]> byDay = new TreeMap<>(days);
        if (byDay.isEmpty()) return new TimeDrawing("day", List.of(), List.of(), List.of(), 0, 0, 0, undated, 0);
        Unit unit = Unit.of(byDay.firstKey(), byDay.lastKey());
        LocalDate end = unit.plus(unit.first(byDay.lastKey()), 1);
        LocalDate start = unit.first(byDay.firstKey());
        long periods = unit.length.between(start, end);
        int leftOut = 0;
        if (periods > MOST) {
            start = unit.plus(end, -MOST);
            periods = MOST;
            leftOut = byDay.headMap(start).values().stream()
                    .mapToInt(counts -> Arrays.stream(counts).sum())
                    .sum();
        }
        TreeMap<LocalDate, int[]> byPeriod = new TreeMap<>();
        byDay.tailMap(start).forEach((on, counts) -> {
            int[] all = byPeriod.computeIfAbsent(unit.first(on), d -> new int[counts.length]);
            for (int i = 0; i < counts.length; i++) all[i] += counts[i];
        });
        return new Drawing(unit, start, (int) periods, byPeriod)
                .drawn(undated, leftOut, column -> address(query, column, from, until));
    }

    private static int place(QuadClass quad, boolean isTold, boolean isUndated) {
        return 4 * quad.ordinal() + (isTold ? 0 : 2) + (isUndated ? 1 : 0);
    }

    private static int count(int[] here, QuadClass quad, boolean isTold) {
        return here[place(quad, isTold, false)] + here[place(quad, isTold, true)];
    }

    private static String address(Query query, LocalDate[] days, Optional<LocalDate> from, Optional<LocalDate> until) {
        LocalDate first = from.filter(days[0]::isBefore).orElse(days[0]);
        LocalDate last = until.filter(days[1]::isAfter).orElse(days[1]);
        return query.with(Map.of("from", first.toString(), "until", last.toString()));
    }

    /** Events by period, on the way to where they stand. */
    private record Drawing(Unit unit, LocalDate start, int periods, TreeMap<LocalDate, int[]> counts) {

        /** @param address of the first and the last day of a column */
        TimeDrawing drawn(int undated, int leftOut, Function<LocalDate[], String> address) {
            double scale = Math.min(ONE, ALL / (most(true, 0) + most(true, 1) + most(false, 0) + most(false, 1)));
            int toldAxis = 4 + half(true, 0, scale);
            int claimedAxis = toldAxis + half(true, 1, scale) + 10 + half(false, 0, scale);
            int height = claimedAxis + half(false, 1, scale) + 20;
            double step = Math.min(WIDEST, (double) (WIDTH - LEFT - 4) / periods);
            double width = Math.max(1, step - Math.min(6, step / 4));
            List<Column> columns = new ArrayList<>();
            List<Curve.Tick> ticks = new ArrayList<>();
            int every = Math.max(1, (int) Math.ceil(LABEL / step));
            for (int i = 0; i < periods; i++) {
                LocalDate first = unit.plus(start, i);
                double x = LEFT + i * step;
                if (i % every == 0) ticks.add(new Curve.Tick(unit.name(first), x));
                int[] here = counts.get(first);
                if (here == null) continue;
                LocalDate last = unit.plus(first, 1).minusDays(1);
                double inner = x + (step - width) / 2;
                List<Curve.Bar> bars = new ArrayList<>();
                stack(bars, here, true, inner, width, toldAxis, scale);
                stack(bars, here, false, inner, width, claimedAxis, scale);
                columns.add(new Column(
                        unit.name(first),
                        first,
                        last,
                        counts(here, true),
                        counts(here, false),
                        undated(here),
                        x,
                        step,
                        bars,
                        address.apply(new LocalDate[] {first, last})));
            }
            return new TimeDrawing(
                    unit.name().toLowerCase(Locale.ROOT),
                    columns,
                    ticks,
                    levels(toldAxis, scale),
                    height,
                    toldAxis,
                    claimedAxis,
                    undated,
                    leftOut);
        }

        private static Dyad.Counts counts(int[] here, boolean isTold) {
            return new Dyad.Counts(
                    count(here, QuadClass.VERBAL_COOPERATION, isTold),
                    count(here, QuadClass.MATERIAL_COOPERATION, isTold),
                    count(here, QuadClass.VERBAL_CONFLICT, isTold),
                    count(here, QuadClass.MATERIAL_CONFLICT, isTold));
        }

        private static int undated(int[] here) {
            int undated = 0;
            for (int i = 1; i < here.length; i += 2) undated += here[i];
            return undated;
        }

        /** Of one column, on one side of the line. */
        private int most(boolean isTold, int side) {
            return counts.values().stream()
                    .mapToInt(here -> SIDES.get(side).stream()
                            .mapToInt(quad -> count(here, quad, isTold))
                            .sum())
                    .max()
                    .orElse(0);
        }

        private int half(boolean isTold, int side, double scale) {
            return Math.max(LEAST, (int) Math.ceil(scale * most(isTold, side)));
        }

        private static void stack(
                List<Curve.Bar> bars, int[] here, boolean isTold, double x, double width, int axis, double scale) {
            for (int side = 0; side < SIDES.size(); side++) {
                double from = axis;
                for (QuadClass quad : SIDES.get(side)) {
                    for (boolean isUndated : new boolean[] {false, true}) {
                        double height = scale * here[place(quad, isTold, isUndated)];
                        if (height == 0) continue;
                        String style = Labels.style(quad) + (isTold ? "" : " claimed") + (isUndated ? " undated" : "");
                        bars.add(new Curve.Bar(style, x, side == 0 ? from - height : from, width, height));
                        from += side == 0 ? -height : height;
                    }
                }
            }
        }

        /** At a round number of told events near the most, on each side that has so many. */
        private List<Curve.Level> levels(int axis, double scale) {
            long most = Math.max(most(true, 0), most(true, 1));
            long round = 0;
            for (long step = 1; step <= most; step *= 10) {
                for (long number : new long[] {step, 2 * step, 5 * step}) if (number <= most) round = number;
            }
            List<Curve.Level> levels = new ArrayList<>();
            if (round > 0 && most(true, 0) >= round) levels.add(new Curve.Level(round, axis - round * scale));
            if (round > 0 && most(true, 1) >= round) levels.add(new Curve.Level(round, axis + round * scale));
            return levels;
        }
    }

    /** In words, for those who do not see it. */
    public String description() {
        int told = columns.stream().mapToInt(column -> Curve.total(column.told)).sum();
        int claimed =
                columns.stream().mapToInt(column -> Curve.total(column.claimed)).sum();
        String most = columns.stream()
                .max(Comparator.comparingInt(Column::events).thenComparing(Column::first, Comparator.reverseOrder()))
                .map(column -> column.period + " (" + column.events() + ")")
                .orElse("none");
        return Labels.count(told, "event", "events") + " told and " + claimed + " only claimed, by " + unit + " from "
                + columns.get(0).period + " to " + columns.get(columns.size() - 1).period + ", most in " + most
                + ". Cooperation upwards, conflict downwards. Columns lead to their events; the table below has every figure.";
    }
}
