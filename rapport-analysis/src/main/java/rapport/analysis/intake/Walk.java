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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through what was given, folder by folder, sorted by name. A folder is listed only when it is its turn. */
final class Walk implements Iterator<Intake.Candidate> {

    private static final Set<String> EXTENSIONS = Set.of("", "txt", "text", "md", "html", "htm", "xhtml");

    private static final Pattern ABOUT_THE_FOLDER = Pattern.compile("readme(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Deque<Intake.Candidate> waiting = new ArrayDeque<>();
    private final Deque<Intake.Candidate> given = new ArrayDeque<>();

    /** Real paths of folders already listed; a link back to one is not followed. */
    private final Set<Path> seen = new HashSet<>();

    /** Folders that could not be listed: they are handed on like files. */
    private final Set<Path> unlisted = new HashSet<>();

    Walk(List<Path> paths) {
        Optional<Path> base = paths.stream().map(Walk::folderOf).reduce(Walk::around);
        for (Path path : paths) given.add(new Intake.Candidate(path, seenFrom(base.orElseThrow(), path)));
    }

    /** The folder itself, or the one in which the file is. */
    private static Path folderOf(Path given) {
        Path path = given.toAbsolutePath().normalize();
        Path parent = path.getParent();
        return parent == null || Files.isDirectory(path) ? path : parent;
    }

    /** The deepest folder that holds both; a root, if none does, as on two drives. */
    private static Path around(Path one, Path other) {
        Path around = one;
        for (Path up = around.getParent(); up != null && !other.startsWith(around); up = up.getParent()) around = up;
        return around;
    }

    /** The way from the base to what was given; empty if that is the base. */
    private static String seenFrom(Path base, Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (path.equals(base)) return "";
        Path way = path.startsWith(base) ? base.relativize(path) : path;
        return way.toString().replace(way.getFileSystem().getSeparator(), "/");
    }

    @Override
    public boolean hasNext() {
        while (true) {
            while (waiting.isEmpty() && !given.isEmpty()) {
                seen.clear(); // a folder that was given twice is walked twice
                Intake.Candidate next = given.pop();
                String prefix = next.path().isEmpty() ? "" : next.path() + "/";
                if (!Files.isDirectory(next.file()) || !list(next.file(), prefix)) waiting.push(named(next));
            }
            Intake.Candidate first = waiting.peek();
            if (first == null) return false;
            if (!Files.isDirectory(first.file()) || unlisted.contains(first.file())) return true;
            waiting.pop();
            if (!list(first.file(), first.path() + "/")) waiting.push(first); // reading it will say why
        }
    }

    /** A folder that cannot be listed needs a path too. */
    private static Intake.Candidate named(Intake.Candidate candidate) {
        return candidate.path().isEmpty()
                ? new Intake.Candidate(candidate.file(), nameOf(candidate.file()))
                : candidate;
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
        if (Files.isDirectory(entry)) return true;
        return !ABOUT_THE_FOLDER.matcher(name).matches() && EXTENSIONS.contains(extensionOf(name));
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
