package rapport.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rapport.record.Dyad;
import rapport.storyline.Band;
import rapport.storyline.Dyads;
import rapport.storyline.TurningPoint;

/**
 * A series as lines of text, at most 100 characters wide, a line a period: conflict to the left of the middle, cooperation to
 * the right; beside it the mean of the types' scores with its band on a scale from -10 to 10.
 */
final class Plot {

    private static final int BAR = 16;
    private static final int SCALE = 20; // of the scores: a character each, from -10 to 10
    private static final int IDS = 3; // of a turning point, the others are in JSON

    private Plot() {}

    static List<String> lines(List<Dyad> series, Dyads dyads) {
        Map<String, TurningPoint> turns = new HashMap<>();
        dyads.turningPoints(series).forEach(point -> turns.put(point.period(), point));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-10s %16s|%-16s %5s  %-21s %7s %7s",
                "",
                "conflict ",
                " cooperation",
                "mean",
                "-10       0        10",
                "undated",
                "reports"));
        for (Dyad dyad : series) {
            Optional.ofNullable(turns.get(dyad.period())).ifPresent(point -> lines.add(turn(point)));
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %16s|%-16s %5s  %s %7d %7d",
                    dyad.period(),
                    new StringBuilder(bar(dyad, true)).reverse(),
                    bar(dyad, false),
                    dyad.goldsteinMean().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.1f", dyad.goldsteinMean().getAsDouble())
                            : "-",
                    scale(dyad, dyads.band(dyad)),
                    dyad.undated(),
                    dyad.documents()));
        }
        lines.add("# material, = verbal; + and - the same, only claimed. o mean score of what is told, ~ its band:");
        lines.add("the fewer events, the wider. A turn: from here on the sums of the scores run at another level.");
        return lines;
    }

    private static String turn(TurningPoint point) {
        List<String> ids = point.events();
        String shown = String.join(" ", ids.subList(0, Math.min(IDS, ids.size())));
        return String.format(
                Locale.ROOT,
                "-- turn: %.1f before, %.1f from here on; %s%s",
                point.before(),
                point.after(),
                shown,
                ids.size() > IDS ? " and " + (ids.size() - IDS) + " more" : "");
    }

    private static String scale(Dyad dyad, Optional<Band> band) {
        char[] scale = " ".repeat(SCALE + 1).toCharArray();
        scale[SCALE / 2] = ':';
        band.ifPresent(b -> {
            for (int i = at(b.low()); i <= at(b.high()); i++) scale[i] = '~';
        });
        dyad.goldsteinMean().ifPresent(mean -> scale[at(mean)] = 'o');
        return new String(scale);
    }

    private static int at(double score) {
        return (int) Math.round(score) + SCALE / 2;
    }

    private static String bar(Dyad dyad, boolean conflict) {
        Dyad.Counts told = dyad.told();
        Dyad.Counts claimed = dyad.claimed();
        String bar = "#".repeat(conflict ? told.materialConflict() : told.materialCooperation())
                + "=".repeat(conflict ? told.verbalConflict() : told.verbalCooperation())
                + "+".repeat(conflict ? claimed.materialConflict() : claimed.materialCooperation())
                + "-".repeat(conflict ? claimed.verbalConflict() : claimed.verbalCooperation());
        return bar.length() <= BAR ? bar : bar.substring(0, BAR - 1) + "…";
    }
}
