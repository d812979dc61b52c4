package rapport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rapport.analysis.intake.Intake;
import rapport.record.Document;
import rapport.web.Originals;

/**
 * Folders in which the user says that reports lie. A path comes from a record, which anybody may have written: what it leads to, links
 * followed, must lie in one of them, and the bytes that are handed out are those that were read again and gave the document's text.
 *
 * <p>Known miss: a file whose text another version of the program takes out of its page otherwise counts as changed.
 */
final class ReportFolders implements Originals {

    private final List<Path> folders;
    private final Intake intake = new Intake();

    /** @throws Refused if one of them is no folder that can be read */
    ReportFolders(List<Path> folders) {
        this.folders = folders.stream().map(ReportFolders::real).toList();
    }

    private static Path real(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) return real;
        } catch (IOException e) {
            // told below
        }
        throw new Refused("--reports: found " + folder
                + ", expected a folder that can be read. Name the one that was given to" + " \"rapport read\".");
    }

    @Override
    public Optional<byte[]> find(Document document) {
        return folders.stream()
                .flatMap(folder -> find(folder, document).stream())
                .findFirst();
    }

    private Optional<byte[]> find(Path folder, Document document) {
        try {
            Path file = folder.resolve(document.path()).toRealPath();
            int largest = Intake.largest(document.path());
            if (!file.startsWith(folder) || !Files.isRegularFile(file) || Files.size(file) > largest)
                return Optional.empty();
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(largest + 1); // it may have grown
            }
            return bytes.length <= largest && isOf(document, bytes) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isOf(Document document, byte[] bytes) {
        return intake.read(bytes, document.path()) instanceof Intake.Page page
                && page.document().textSha256().equals(document.textSha256());
    }
}
