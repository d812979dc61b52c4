package rapport.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, int[]> places = new HashMap<>(); // of a key, ascending

    private Index(List<T> all, Function<T, Stream<String>> keys) {
        this.all = all;
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            keys.apply(all.get(i)).distinct().forEach(key -> {
                int count = counts.merge(key, 1, Integer::sum);
                int[] of = places.getOrDefault(key, new int[1]);
                if (count > of.length) of = Arrays.copyOf(of, 2 * of.length);
                of[count - 1] = place;
                places.put(key, of);
            });
        }
        places.replaceAll((key, of) -> Arrays.copyOf(of, counts.getOrDefault(key, 0)));
    }

    static <T> Index<T> of(List<T> all, Function<T, Stream<String>> keys) {
        return new Index<>(all, keys);
    }

    /** Those that are about any of these, in the order of the list. */
    List<T> about(Collection<String> keys) {
        List<int[]> found = keys.stream()
                .map(key -> places.getOrDefault(key, new int[0]))
                .filter(of -> of.length > 0)
                .toList();
        if (found.isEmpty()) return List.of();
        List<T> about = new ArrayList<>();
        (found.size() == 1 ? IntStream.of(found.get(0)) : united(found)).forEach(place -> about.add(all.get(place)));
        return about;
    }

    private static IntStream united(List<int[]> found) {
        BitSet united = new BitSet();
        for (int[] of : found) for (int place : of) united.set(place);
        return united.stream();
    }

    List<T> about(String key) {
        return about(List.of(key));
    }

    /** How many are about this. */
    int count(String key) {
        return places.getOrDefault(key, new int[0]).length;
    }

    /** The same of several, where one that is about two of them counts twice. */
    int count(Collection<String> keys) {
        return keys.stream().mapToInt(this::count).sum();
    }
}
