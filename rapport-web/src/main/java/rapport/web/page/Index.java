package rapport.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list by what its members are about: who takes part in an event, who says a statement. What is found costs time by how much it is, not
 * by how long the list is.
 *
 * <p>Threads: immutable.
 */
final class Index<T> {

    private final List<T> all;
    private final Map<String, Places> places = new HashMap<>();

    /** Where those stand that are about one thing, ascending. */
    private static final class Places {
        private int[] places = new int[1];
        private int size;

        void add(int place) {
            if (size > 0 && places[size - 1] == place) return;
            if (size == places.length) places = Arrays.copyOf(places, 2 * size);
            places[size++] = place;
        }

        IntStream stream() {
            return Arrays.stream(places, 0, size);
        }
    }

    private Index(List<T> all, Function<T, Stream<String>> keys) {
        this.all = all;
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            keys.apply(all.get(i))
                    .forEach(key ->
                            places.computeIfAbsent(key, k -> new Places()).add(place));
        }
    }

    static <T> Index<T> of(List<T> all, Function<T, Stream<String>> keys) {
        return new Index<>(all, keys);
    }

    /** Those that are about any of these, in the order of the list. */
    List<T> about(Collection<String> keys) {
        List<Places> found = keys.stream()
                .flatMap(key -> Optional.ofNullable(places.get(key)).stream())
                .toList();
        if (found.isEmpty()) return List.of();
        List<T> about = new ArrayList<>();
        (found.size() == 1 ? found.get(0).stream() : united(found)).forEach(place -> about.add(all.get(place)));
        return about;
    }

    private static IntStream united(List<Places> found) {
        BitSet united = new BitSet();
        found.forEach(of -> of.stream().forEach(united::set));
        return united.stream();
    }

    List<T> about(String key) {
        return about(List.of(key));
    }

    /** How many are about this. */
    int count(String key) {
        Places of = places.get(key);
        return of == null ? 0 : of.size;
    }

    /** The same of several, where one that is about two of them counts twice. */
    int count(Collection<String> keys) {
        return keys.stream().mapToInt(this::count).sum();
    }
}
