package rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.evaluation.Report;
import rapport.store.RecordStore;
import rapport.store.StoreException;
import rapport.store.export.Imported;
import rapport.store.export.RecordReader;

/** {@code rapport import FILE}: what export wrote, back into a record. */
@Command(
        name = "import",
        description =
                "Read JSON Lines that \"rapport export\" wrote into the record: all of the file, or nothing of it.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON Lines, UTF-8.")
    private Path file = Path.of("");

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Given.requireFile(file, "JSON Lines that \"rapport export\" wrote");
        boolean isNew = !Files.exists(record.file());
        Imported imported;
        try (RecordStore store = RecordStore.open(record.file(), Assembly.unread())) {
            imported = RecordReader.read(file, store);
        } catch (StoreException | IOException e) {
            if (isNew) Files.deleteIfExists(record.file()); // it would look like a record of nothing
            throw e;
        }
        report(imported).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    private Report report(Imported imported) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("record", record.file().toString());
        tree.put("added", imported.added());
        tree.put("replaced", imported.replaced());
        tree.put("unchanged", imported.unchanged());
        tree.put("settingsTaken", imported.leftOut().isEmpty());
        tree.put("read", imported.read());
        tree.put("skipped", imported.skipped());
        List<String> table = new ArrayList<>();
        table.add(imported.added() + " reports and discards added, " + imported.replaced() + " replaced, "
                + imported.unchanged() + " unchanged in " + record.file());
        imported.leftOut()
                .ifPresent(settings -> table.add(
                        "settings of the file (" + (settings.areUsual() ? "the usual ones" : settings.written())
                                + ") not taken: the record keeps its own, as \"rapport settings\" prints them"));
        imported.skipped()
                .forEach((type, count) -> table.add(
                        count + " lines skipped: " + type + ", which this version draws anew or" + " does not know"));
        return new Report(tree, table);
    }
}
