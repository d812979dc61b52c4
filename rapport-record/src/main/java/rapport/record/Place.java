package rapport.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rapport.ontology.PlacePrecision;

/**
 * Where something happened, and how precisely that is known.
 *
 * @param country ISO 3166-1 alpha-3; empty if unknown, or if several states claim it
 * @param claimedBy the states that claim it, alpha-3; empty unless it is disputed
 * @param geonameid empty until the user has installed a GeoNames file
 * @param latitude in degrees north, WGS 84
 * @param longitude in degrees east, WGS 84
 */
public record Place(
        Span span,
        String name,
        Optional<String> country,
        List<String> claimedBy,
        Optional<String> geonameid,
        OptionalDouble latitude,
        OptionalDouble longitude,
        PlacePrecision precision) {

    public Place {
        claimedBy = List.copyOf(claimedBy);
    }
}
