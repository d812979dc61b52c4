package rapport.web;

import java.util.List;

/** Reads more reports into the record. Whoever puts the program together fills it in: the web does not know how texts are coded. */
@FunctionalInterface
public interface Intake {

    /**
     * A file that was sent.
     *
     * @param name as the sender calls it; anything may stand in it
     */
    record Upload(String name, byte[] bytes) {}

    /**
     * Codes and stores them, or notes why not; returns when that is done.
     *
     * @return paths under which the record knows them, in the order in which they were sent
     * @throws InterruptedException if the program is ended meanwhile; what is stored is safe
     */
    List<String> take(List<Upload> uploads) throws InterruptedException;
}
