package rapport.analysis.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/** Goes through what was given, folder by folder, sorted by name. A folder is listed only when it is its turn. */
final class Walk implements Iterator<Intake.Candidate> {

    private static final Set<String> EXTENSIONS = Set.of("", "txt", "text", "md", "html", "htm", "xhtml");

    private final Deque<Intake.Candidate> waiting = new ArrayDeque<>();
    private final Deque<Intake.Candidate> given = new ArrayDeque<>();

    /** Real paths of folders already listed; a link back to one is not followed. */
    private final Set<Path> seen = new HashSet<>();

    /** Folders that could not be listed: they are handed on like files. */
    private final Set<Path> unlisted = new HashSet<>();

    Walk(List<Path> paths) {
        for (Path path : paths) given.add(new Intake.Candidate(path, nameOf(path)));
    }

    @Override
    public boolean hasNext() {
        while (true) {
            while (waiting.isEmpty() && !given.isEmpty()) {
                seen.clear(); // a folder that was given twice is walked twice
                Intake.Candidate next = given.pop();
                if (!Files.isDirectory(next.file()) || !list(next.file(), "")) waiting.push(next);
            }
            Intake.Candidate first = waiting.peek();
            if (first == null) return false;
            if (!Files.isDirectory(first.file()) || unlisted.contains(first.file())) return true;
            waiting.pop();
            if (!list(first.file(), first.path() + "/")) waiting.push(first); // reading it will say why
        }
    }

    @Override
    public Intake.Candidate next() {
        if (!hasNext()) throw new NoSuchElementException();
        return waiting.pop();
    }

    /** Puts what is in the folder in front of what waits; false if it cannot be listed. */
    private boolean list(Path folder, String prefix) {
        List<Path> entries = new ArrayList<>();
        try {
            if (!seen.add(folder.toRealPath())) return true;
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            unlisted.add(folder);
            return false;
        }
        entries.removeIf(entry -> !isWanted(entry));
        entries.sort(Comparator.comparing(Walk::nameOf).reversed());
        for (Path entry : entries) waiting.push(new Intake.Candidate(entry, prefix + nameOf(entry)));
        return true;
    }

    private static boolean isWanted(Path entry) {
        String name = nameOf(entry);
        if (name.startsWith(".")) return false;
        return Files.isDirectory(entry) || EXTENSIONS.contains(extensionOf(name));
    }

    /** In small letters and without the dot; empty if there is none. */
    static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
