package rapport.storyline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How reports are drawn together: a value for each {@link Setting}. They belong to a record, so that whoever looks into it sees the
 * same events.
 *
 * @param others than usual, with their values
 */
public record Settings(Map<Setting, Double> others) {

    public static final Settings USUAL = new Settings(Map.of());

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public Settings {
        Map<Setting, Double> kept = new EnumMap<>(Setting.class);
        others.forEach((setting, value) -> {
            double rounded = setting.require(value);
            if (rounded != setting.usual()) kept.put(setting, rounded);
        });
        others = Collections.unmodifiableMap(kept);
    }

    public double of(Setting setting) {
        return others.getOrDefault(setting, setting.usual());
    }

    /** @throws IllegalArgumentException if the value is out of its bounds */
    public Settings with(Setting setting, double value) {
        Map<Setting, Double> changed = new EnumMap<>(Setting.class);
        changed.putAll(others);
        changed.put(setting, value);
        return new Settings(changed);
    }

    /** Those other than usual, for people: {@code chance 0.6, days 3}. */
    public String written() {
        return others.entrySet().stream()
                .map(other -> other.getKey().code() + " " + Setting.written(other.getValue()))
                .collect(Collectors.joining(", "));
    }

    public boolean areUsual() {
        return others.isEmpty();
    }
}
