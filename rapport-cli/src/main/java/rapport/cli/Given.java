package rapport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files and numbers that the command line gives: looked at before anything is begun. */
final class Given {

    private Given() {}

    /**
     * @param expected what it should be: "an actor file"
     * @throws Refused if there is no such file, or it is a folder or may not be read
     */
    static Path requireFile(Path path, String expected) {
        requireReadable(path, expected);
        if (Files.isDirectory(path)) {
            throw new Refused(path + ": found a folder, expected " + expected + ". Name a file in it.");
        }
        return path;
    }

    /** @throws Refused if there is no such folder, or it may not be read */
    static Path requireFolder(Path path, String expected) {
        requireReadable(path, expected);
        if (!Files.isDirectory(path)) {
            throw new Refused(path + ": found a file, expected " + expected + ". Name its folder.");
        }
        return path;
    }

    /** @throws Refused if there is no such file or folder, or it may not be read */
    static Path requireReadable(Path path, String expected) {
        requireThere(path, expected);
        if (!Files.isReadable(path)) {
            throw new Refused(path + ": found no permission to read it, expected " + expected
                    + ". Change the permission, or name another.");
        }
        return path;
    }

    /** @throws Refused if there is no such file or folder */
    static Path requireThere(Path path, String expected) {
        if (!Files.exists(path)) {
            throw new Refused(path + ": found no such file or folder, expected " + expected + ". Check the path.");
        }
        return path;
    }

    /** @throws ParameterException if the number of an option is none that can be done */
    static void requireOneOrMore(CommandLine command, String option, int number) {
        if (number < 1) {
            throw new ParameterException(command, option + ": found " + number + ", expected 1 or more");
        }
    }
}
