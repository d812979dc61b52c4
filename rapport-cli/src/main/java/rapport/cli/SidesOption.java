package rapport.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose records are shown: {@code --of} and {@code --to}. Each may be left out; then anybody's are. */
final class SidesOption {

    @Option(
            names = "--of",
            paramLabel = "ACTOR",
            description = "Only what this actor, by id or name, takes part in; of a ledger, what it is to do.")
    private @Nullable String of;

    @Option(
            names = "--to",
            paramLabel = "ACTOR",
            description = "Only what this one takes part in too; of a ledger, what is to be done for it.")
    private @Nullable String to;

    /** Which of two sides somebody is on. */
    interface Test {
        boolean isOn(Set<String> side);
    }

    /** Whether both that are given are there. */
    Both of(Sides sides) {
        @Nullable Set<String> first = of == null ? null : sides.require(of);
        @Nullable Set<String> second = to == null ? null : sides.require(to);
        return (one, other) -> (first == null || one.isOn(first)) && (second == null || other.isOn(second));
    }

    /** Asks about each side that was given. */
    interface Both {
        boolean are(Test one, Test other);
    }
}
