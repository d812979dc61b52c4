package rapport.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rapport.ontology.PlacePrecision;

/**
 * Places with what happened there, drawn with north upwards and a net of degrees. Each is a disc as broad as it is uncertain where in
 * it something happened, so that none looks like a point: the record's coordinates have one decimal, and a name stands for the whole
 * of what it names.
 *
 * <p>Unit: pixels at 100 %. Degrees of longitude are narrowed by the cosine of the middle latitude (an equirectangular drawing).
 *
 * <p>Source: the radii are conventions of ours; nothing in the record says how large a place is. Known miss: places on both sides
 * of the 180th meridian make the drawing as broad as the world.
 *
 * @param meridians and parallels: lines of the net with what they are called
 */
public record PlaceMap(List<Disc> discs, List<Line> meridians, List<Line> parallels) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 400;

    private static final double KILOMETRES = 111.2; // a degree of latitude, of a sphere with the radius of the earth
    private static final double LEAST = 3; // degrees of latitude, the least that is shown
    private static final double EDGE = 1.25; // free room around the discs
    private static final int LINES = 6; // of the net, about
    private static final double SMALLEST = 5; // pixels
    private static final double FULL = 89; // degrees north or south, the most that is shown
    private static final List<Double> STEPS = List.of(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 45.0);

    public PlaceMap {
        discs = List.copyOf(discs);
        meridians = List.copyOf(meridians);
        parallels = List.copyOf(parallels);
    }

    /** @param radius of the disc, pixels */
    public record Disc(TimelinePage.Where of, double x, double y, double radius) {

        /** "settlement" and so on, for the style sheet. */
        public String style() {
            return of.place().precision().code();
        }
    }

    /** @param name "45° N" */
    public record Line(double at, String name) {}

    /** How far from its coordinates something may have happened, kilometres. */
    static int radius(PlacePrecision precision) {
        return switch (precision) {
            case POINT, SETTLEMENT -> 10; // one decimal of a degree
            case REGION -> 75;
            case AREA -> 150;
            case COUNTRY -> 300;
        };
    }

    /** What is drawn, in degrees. */
    private record Frame(double west, double north, double scale, double narrowing) {

        double x(double longitude) {
            return (longitude - west) * narrowing * scale;
        }

        double y(double latitude) {
            return (north - latitude) * scale;
        }
    }

    /** @param places those without coordinates are left out; empty if none has any */
    static Optional<PlaceMap> of(List<TimelinePage.Where> places) {
        List<TimelinePage.Where> located = places.stream()
                .filter(where -> where.place().latitude().isPresent()
                        && where.place().longitude().isPresent())
                .toList();
        if (located.isEmpty()) return Optional.empty();
        Frame frame = frame(located);
        List<Disc> discs = new ArrayList<>();
        for (TimelinePage.Where where : located) {
            double radius = radius(where.place().precision()) / KILOMETRES * frame.scale;
            discs.add(new Disc(where, frame.x(longitude(where)), frame.y(latitude(where)), Math.max(SMALLEST, radius)));
        }
        discs.sort((one, other) -> Double.compare(other.radius, one.radius)); // the small ones on top
        double down = HEIGHT / frame.scale;
        double across = WIDTH / frame.scale / frame.narrowing;
        return Optional.of(new PlaceMap(
                discs,
                lines(frame.west, frame.west + across, "E", "W").stream()
                        .map(line -> new Line(frame.x(line.at), line.name))
                        .toList(),
                lines(frame.north - down, frame.north, "N", "S").stream()
                        .map(line -> new Line(frame.y(line.at), line.name))
                        .toList()));
    }

    private static double latitude(TimelinePage.Where where) {
        return where.place().latitude().orElseThrow();
    }

    private static double longitude(TimelinePage.Where where) {
        return where.place().longitude().orElseThrow();
    }

    /** So that every disc is in it whole, and the middle of all in its middle. */
    private static Frame frame(List<TimelinePage.Where> located) {
        double south = FULL;
        double north = -FULL;
        double west = 180;
        double east = -180;
        for (TimelinePage.Where where : located) {
            double radius = radius(where.place().precision()) / KILOMETRES;
            double aside = radius / narrowing(latitude(where));
            south = Math.min(south, latitude(where) - radius);
            north = Math.max(north, latitude(where) + radius);
            west = Math.min(west, longitude(where) - aside);
            east = Math.max(east, longitude(where) + aside);
        }
        double middle = (south + north) / 2;
        double narrowing = narrowing(middle);
        double down = Math.max(LEAST, EDGE * (north - south));
        double across = EDGE * (east - west) * narrowing;
        double scale = Math.min(HEIGHT / down, WIDTH / Math.max(across, LEAST));
        return new Frame(
                (west + east) / 2 - WIDTH / scale / narrowing / 2, middle + HEIGHT / scale / 2, scale, narrowing);
    }

    private static double narrowing(double latitude) {
        return Math.max(0.1, Math.cos(Math.toRadians(latitude)));
    }

    private static List<Line> lines(double from, double to, String above, String below) {
        double step = STEPS.stream()
                .filter(one -> (to - from) / one <= LINES)
                .findFirst()
                .orElse(60.0);
        List<Line> lines = new ArrayList<>();
        for (double at = Math.ceil(from / step) * step; at <= to; at += step) {
            String degrees = String.format(Locale.ROOT, step < 1 ? "%.1f°" : "%.0f°", Math.abs(at));
            lines.add(new Line(at, at == 0 ? degrees : degrees + " " + (at > 0 ? above : below)));
        }
        return lines;
    }
}
