package rapport.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that somebody asked for by name. */
final class NewFile {

    private NewFile() {}

    /** Writes what goes into it. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Beside the target first, so that a full disk leaves no half file under its name.
     *
     * @throws Refused if it cannot be written there
     */
    static void write(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new Refused(target + ": found a folder, expected a file to write. Name a file in it.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused(target + ": found no folder \"" + folder
                    + "\", expected the folder in which to write. Make the folder, or name another place with --out.");
        }
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(half))) {
                content.write(stream);
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new Refused(
                    target + ": found no permission to write it, expected a file that can be written. Change the"
                            + " permission, or name another place with --out.");
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw new Refused(
                    target + ": found \"" + e.getMessage()
                            + "\" while writing, expected room for the file. Free some space, or name another place with --out.");
        }
    }
}
