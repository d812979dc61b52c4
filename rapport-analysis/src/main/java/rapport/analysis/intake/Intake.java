package rapport.analysis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import rapport.analysis.AnnotatedDocument;
import rapport.analysis.Layer;
import rapport.analysis.Paragraphs;
import rapport.ontology.Basis;
import rapport.record.Discard;
import rapport.record.Document;
import rapport.record.Ids;
import rapport.record.Span;
import rapport.record.Time;

/**
 * Finds reports in files and folders, and reads each into a document, or into a discard that says why not.
 *
 * <p>A file is plain text, Markdown (read as plain text) or an HTML page, by its extension or by its first words. Reasons of
 * discards begin with one of "unreadable", "too large", "empty", "binary", "no article" and "language", so that they can be
 * counted; details follow a colon.
 *
 * <p>Threads: keeps no state; files may be read by several at once.
 */
public final class Intake {

    private static final String STAGE = "intake";

    /** One million bytes. */
    private static final int MEGABYTE = 1_000_000;

    /** Some 85,000 words, those of a book: what is larger is no report, and its scores would not fit into memory. */
    private static final int LARGEST_TEXT = MEGABYTE / 2;

    /** Pages carry scripts and pictures inside. */
    private static final int LARGEST_PAGE = 10 * MEGABYTE;

    /** Of characters that are no text, in a thousand. */
    private static final int MOST_CONTROLS = 5;

    private static final int MOST_BROKEN = 100;

    /** So many are let pass in any text, however short. */
    private static final int FEW = 2;

    /**
     * A file to read, or a folder that could not be listed ({@link #read} says why).
     *
     * @param path as seen from the deepest folder that holds all that was given, with forward slashes: in a folder that
     *     was given alone, the way from that folder; of a file given alone, its name. So no two files have one path.
     */
    public record Candidate(Path file, String path) {}

    /** What became of a file. */
    public sealed interface Result permits Page, Refused {}

    /**
     * A document.
     *
     * @param furniture words about the report, in order, without overlap
     */
    public record Page(Document document, List<Span> furniture) implements Result {

        public Page {
            furniture = List.copyOf(furniture);
        }

        /** The document with its furniture, ready for the first stage. */
        public AnnotatedDocument annotated() {
            return AnnotatedDocument.of(document).with(Layer.FURNITURE, furniture);
        }
    }

    /** No document. */
    public record Refused(Discard discard) implements Result {}

    /**
     * What there is to read, in the order given, folders with all that is in them and sorted by name. Within folders only
     * files ending in .txt, .text, .md, .html, .htm, .xhtml or without an extension count; what begins with a dot is left
     * out, and so are files called README or README.*, which say what is in a folder; a folder that links lead back to is walked once. Folders are listed when their turn comes.
     */
    public Stream<Candidate> walk(List<Path> given) {
        Walk walk = new Walk(given);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /**
     * Reads one file.
     *
     * @param path what the document is to be known by, as in {@link Candidate#path()}
     */
    public Result read(Path file, String path) {
        try {
            if (Files.isDirectory(file)) {
                Files.newDirectoryStream(file).close(); // says why, if it cannot be listed
                return refused(path, "unreadable: it is a folder");
            }
            if (!Files.isRegularFile(file)) {
                boolean isThere = Files.exists(file);
                return refused(path, "unreadable: " + (isThere ? "it is no ordinary file" : "there is no such file"));
            }
            int largest = largest(path);
            long size = Files.size(file);
            if (size > largest) return refused(path, tooLarge(size, largest));
            try (InputStream in = Files.newInputStream(file)) {
                return read(in.readNBytes(largest + 1), path); // it may have grown
            }
        } catch (IOException e) {
            return refused(path, "unreadable: " + why(e));
        }
    }

    /**
     * Reads what a file holds.
     *
     * @param path what the document is to be known by, as in {@link Candidate#path()}
     */
    public Result read(byte[] bytes, String path) {
        if (bytes.length > largest(path)) return refused(path, tooLarge(bytes.length, largest(path)));
        boolean isPage = isPage(path) || isPage(bytes);
        String text = Encoding.normalize(Encoding.decode(bytes, isPage));
        if (isBinary(text)) return refused(path, "binary: it holds characters that are no text");
        if (isBlank(text)) return refused(path, "empty");
        return isPage ? readPage(text, path) : readText(text, path);
    }

    private static boolean isPage(String path) {
        return Walk.extensionOf(path).matches("x?html?");
    }

    /** The most bytes that are read of a file of this name. */
    public static int largest(String path) {
        return isPage(path) ? LARGEST_PAGE : LARGEST_TEXT;
    }

    private static Result readText(String text, String path) {
        Optional<String> whyNotEnglish = English.whyNot(text);
        if (whyNotEnglish.isPresent()) return refused(path, "language: " + whyNotEnglish.get());
        Head head = Head.of(text, false, Optional.empty());
        Document document = new Document(
                Ids.of('d', path, text),
                head.outlet(),
                Optional.empty(),
                head.title(),
                head.byline(),
                head.dateline(),
                head.published(),
                "en",
                text,
                Ids.sha256(text),
                path);
        return new Page(document, head.furniture());
    }

    private static Result readPage(String source, String path) {
        org.jsoup.nodes.Document page = Jsoup.parse(source);
        Metadata metadata = Metadata.of(page);
        Optional<Article> article = Article.of(page, metadata);
        if (article.isEmpty()) return refused(path, "no article: the page has no running text of its own");
        List<String> lines = new ArrayList<>();
        article.get().title().ifPresent(lines::add);
        lines.addAll(article.get().paragraphs());
        String text = Encoding.normalize(String.join("\n", lines));
        if (text.length() > LARGEST_TEXT) return refused(path, tooLarge(text.length(), LARGEST_TEXT));
        Optional<String> whyNotEnglish = English.whyNot(text);
        if (whyNotEnglish.isPresent()) return refused(path, "language: " + whyNotEnglish.get());
        Optional<String> otherLanguage = metadata.language().filter(language -> !language.startsWith("en"));
        if (otherLanguage.isPresent() && !English.hasEnglishWords(text)) {
            return refused(path, "language: the page says that it is in \"" + otherLanguage.get() + "\"");
        }
        boolean isTitled = article.get().title().isPresent();
        Head head = Head.of(text, isTitled, metadata.published());
        Time published = metadata.published().map(Time::stated).orElse(head.published());
        if (published.basis() != Basis.STATED && metadata.updated().isPresent()) {
            published = updated(metadata.updated().get());
        }
        Document document = new Document(
                Ids.of('d', path, text),
                metadata.outlet().or(head::outlet).map(Encoding::normalize),
                metadata.url(),
                isTitled ? head.title() : Optional.empty(),
                metadata.byline().or(head::byline).map(Encoding::normalize),
                head.dateline(),
                published,
                "en",
                text,
                Ids.sha256(text),
                path);
        return new Page(document, head.furniture());
    }

    private static Time updated(LocalDate day) {
        return new Time(
                Optional.of(day), Optional.of(day), Basis.INFERRED, List.of("the day of the update"), Optional.empty());
    }

    private static boolean isPage(byte[] bytes) {
        String opening = Encoding.decode(Arrays.copyOf(bytes, Math.min(bytes.length, 200)), false)
                .strip()
                .toLowerCase(Locale.ROOT);
        return opening.startsWith("<!doctype html")
                || opening.startsWith("<html")
                || opening.startsWith("\ufeff<!doctype html");
    }

    private static boolean isBinary(String text) {
        long controls = 0;
        long broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) return true;
            if (c < ' ' && c != '\n' && c != '\t' && c != '\f' || c == '\u007f') controls++;
            if (c == '\ufffd') broken++;
        }
        return isMany(controls, MOST_CONTROLS, text) || isMany(broken, MOST_BROKEN, text);
    }

    private static boolean isMany(long count, int mostInThousand, String text) {
        return count > FEW && count * 1000 > text.length() * (long) mostInThousand;
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Paragraphs.isSpace((char) c) || Character.getType(c) == Character.FORMAT);
    }

    private static Refused refused(String path, String reason) {
        return new Refused(Discard.ofFile(path, STAGE, reason));
    }

    private static String tooLarge(long size, int largest) {
        return "too large: " + megabytes(size) + " MB, at most " + megabytes(largest) + " MB are read";
    }

    /** To one decimal. */
    private static String megabytes(long size) {
        long tenths = (size + MEGABYTE / 20) / (MEGABYTE / 10);
        return tenths / 10 + "." + tenths % 10;
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) return "access is denied";
        if (e instanceof NoSuchFileException) return "there is no such file";
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? "the file system gives no reason" : reason;
    }
}
