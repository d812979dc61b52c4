package rapport.web;

import java.util.Optional;
import rapport.record.Document;

/**
 * The files from which reports were read, where the user has said in which folders they lie. Whoever puts the program together fills it
 * in: the web does not know how files are read.
 */
@FunctionalInterface
public interface Originals {

    /**
     * What the file of a document holds, byte for byte.
     *
     * @return empty unless it lies in a folder that the user has named, links followed, and still gives the document's text
     */
    Optional<byte[]> find(Document document);
}
