package rapport.cli;

import picocli.CommandLine.Option;

/** JSON in the place of lines for people. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    boolean isGiven() {
        return json;
    }
}
