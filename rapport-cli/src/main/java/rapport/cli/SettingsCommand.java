package rapport.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rapport.evaluation.Report;
import rapport.ontology.Code;
import rapport.store.RecordStore;
import rapport.store.Snapshot;
import rapport.storyline.Setting;
import rapport.storyline.Settings;

/** {@code rapport settings}: how the reports of a record are drawn together. */
@Command(
        name = "settings",
        description = {
            "Print how what reports tell is put together, or set one value of it. Settings stay in the record, and all that is drawn from it"
                    + " follows them: show, report, serve and export. What was read from single reports stays as it is."
        })
final class SettingsCommand implements Callable<Integer> {

    private static final String USUAL = "usual";

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which, as printed without it.")
    private @Nullable String name;

    @Parameters(paramLabel = "VALUE", arity = "0..1", description = "A number, or \"usual\".")
    private @Nullable String value;

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = name == null ? read() : set(name);
        report(settings).print(spec.commandLine().getOut(), json.isGiven());
        return 0;
    }

    private Settings read() {
        try (Snapshot snapshot = Snapshot.of(record.file(), Assembly.unread())) {
            return snapshot.settings();
        }
    }

    private Settings set(String name) {
        Setting setting;
        double wanted;
        try {
            setting = Code.parse(Setting.class, name);
            wanted = value(setting);
            Settings.USUAL.with(setting, wanted); // what is wrong is told before the record is opened
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "rapport settings: " + e.getMessage());
        }
        try (RecordStore store = RecordStore.openExisting(record.file(), Assembly.unread())) {
            return store.set(setting, wanted);
        }
    }

    private double value(Setting setting) {
        String given = value == null ? "nothing" : value;
        if (given.equals(USUAL)) return setting.usual();
        try {
            return Double.parseDouble(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "found " + setting.code() + " " + given + ", expected a number or \"" + USUAL + "\"");
        }
    }

    private static Report report(Settings settings) {
        List<Map<String, Object>> trees = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            double value = settings.of(setting);
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", setting.code());
            tree.put("value", value);
            tree.put("usual", setting.usual());
            tree.put("meaning", setting.meaning());
            trees.add(tree);
            String usual = value == setting.usual() ? "" : " (usually " + Setting.written(setting.usual()) + ")";
            table.add(setting.code() + " " + Setting.written(value) + usual + ": " + setting.meaning());
        }
        return new Report(Map.of("settings", trees), table);
    }
}
