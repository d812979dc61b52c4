package rapport.web.page;

import java.util.List;
import java.util.Optional;
import rapport.record.Dyad;
import rapport.storyline.Band;
import rapport.storyline.TurningPoint;

/**
 * What one side did to another, period by period.
 *
 * @param bands of each period, where the mean of what is told in it can lie
 * @param turns where it turns, earliest first
 */
public record Series(List<Dyad> periods, List<Optional<Band>> bands, List<TurningPoint> turns) {

    public Series {
        periods = List.copyOf(periods);
        bands = List.copyOf(bands);
        turns = List.copyOf(turns);
    }
}
