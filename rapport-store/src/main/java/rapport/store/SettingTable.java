package rapport.store;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import rapport.ontology.Code;
import rapport.storyline.Setting;
import rapport.storyline.Settings;

/** The {@code setting} table. */
final class SettingTable {

    static final String STORING = "storing its settings";

    private static final String ALL = """
            SELECT name, value FROM setting ORDER BY name
            """;

    private static final String ADD = """
            INSERT INTO setting (name, value) VALUES (?, ?)
            """;

    private record Entry(String name, double value) {}

    private final Session session;

    SettingTable(Session session) {
        this.session = session;
    }

    /** @throws StoreException if somebody else has written what cannot be set */
    Settings read() {
        Map<Setting, Double> others = new EnumMap<>(Setting.class);
        try {
            session.list("reading its settings", ALL, "", (binding, none) -> {}, SettingTable::entry)
                    .forEach(entry -> others.put(Code.parse(Setting.class, entry.name()), entry.value()));
            return new Settings(others);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    session.file().toString(),
                    "settings that another program wrote",
                    "those of \"rapport settings\": " + e.getMessage(),
                    "Correct the table \"setting\", or read the reports into a new record.",
                    e);
        }
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(row.text("name"), row.real("value"));
    }

    void write(Settings settings) {
        session.execute(STORING, "DELETE FROM setting");
        session.each(
                STORING,
                ADD,
                settings.others().entrySet(),
                (binding, other) -> binding.text(other.getKey().code()).real(other.getValue()));
    }
}
