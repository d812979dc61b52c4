package rapport.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rapport.record.Coded;
import rapport.record.EventMention;

/** How sure one wants to be of what is shown: the higher, the fewer wrong lines and the more that are missed. */
final class SurenessOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    private double least;

    @Option(
            names = "--least-score",
            paramLabel = "CHANCE",
            description = "Only from event mentions that are at least so likely to be right, 0 to 1. Default: all.")
    void least(double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--least-score: found " + chance + ", expected a chance from 0 to 1");
        }
        least = chance;
    }

    List<Coded> of(List<Coded> reports) {
        return least == 0
                ? reports
                : reports.stream().map(report -> report.surer(least)).toList();
    }

    boolean takes(EventMention mention) {
        return mention.score() >= least;
    }
}
