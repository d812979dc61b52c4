package rapport.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists and tables that come with the program, each beside the class that reads it. */
public final class Shipped {

    private Shipped() {}

    /**
     * The lines of a file in UTF-8 beside a class, without comments, which begin with {@code #}.
     *
     * @throws IllegalStateException if it is not there
     */
    public static List<String> lines(Class<?> beside, String file) {
        InputStream in = beside.getResourceAsStream(file);
        if (in == null) throw new IllegalStateException("the file " + file + " is missing in the program");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
