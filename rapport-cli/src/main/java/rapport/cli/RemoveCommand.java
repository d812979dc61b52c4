package rapport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.store.RecordStore;
import rapport.store.Removal;

/** {@code rapport remove DOCUMENT...}: documents out of record and index. */
@Command(
        name = "remove",
        description = "Take documents out of the record and its index, with everything that was read from them.")
final class RemoveCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DOCUMENT",
            arity = "1..*",
            description = "Ids, or paths as \"rapport show documents\" lists them.")
    private List<String> documents = new ArrayList<>();

    @Mixin
    private RecordOption record = new RecordOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        int missing = 0;
        try (RecordStore store = RecordStore.openExisting(record.file(), Assembly.unread())) {
            for (String document : documents) {
                Optional<Removal> removal = store.remove(document);
                if (removal.isEmpty()) {
                    missing++;
                    spec.commandLine()
                            .getErr()
                            .println(record.file() + ": found no document \"" + document
                                    + "\", expected an id or a path. \"rapport show documents\" lists them.");
                } else {
                    Removal done = removal.get();
                    spec.commandLine()
                            .getOut()
                            .println(done.path() + ": removed with " + done.eventMentions() + " event mentions, "
                                    + done.statements() + " statements and " + done.mentions() + " mentions"
                                    + (done.corrections() == 0 ? "" : ", and " + done.corrections() + " corrections"));
                }
            }
        }
        return missing == 0 ? 0 : 1;
    }
}
