package rapport.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import rapport.record.Format;

/** The {@code format} table. */
final class FormatTable {

    private static final String KEY = """
            SELECT key FROM format WHERE version = ? AND program = ? AND codebook = ? AND model = ?
            """;

    private static final String ADD = """
            INSERT INTO format (version, program, codebook, model) VALUES (?, ?, ?, ?)
            """;

    private static final String IN_USE = """
            SELECT version, program, codebook, model FROM format
             WHERE key IN (SELECT format FROM document UNION SELECT format FROM discard)
             ORDER BY version, program, codebook, model
            """;

    private final Session session;

    FormatTable(Session session) {
        this.session = session;
    }

    Optional<Long> key(Format format) {
        return session.find(
                "looking up what coded a document", KEY, format, FormatTable::bind, row -> row.number("key"));
    }

    long keyOrAdd(Format format) {
        Optional<Long> key = key(format);
        if (key.isPresent()) return key.get();
        session.update("noting what codes its documents", ADD, format, FormatTable::bind);
        return key(format).orElseThrow();
    }

    /** One format for all that is stored; where versions differ, each once, in order: "0.1.0 | 0.2.0". */
    Optional<Format> joined() {
        List<Format> formats = session.list(
                "reading what coded its documents",
                IN_USE,
                "",
                (binding, none) -> {},
                row -> new Format(
                        (int) row.number("version"), row.text("program"), row.text("codebook"), row.text("model")));
        if (formats.isEmpty()) return Optional.empty();
        return Optional.of(new Format(
                formats.get(formats.size() - 1).version(),
                joined(formats, Format::program),
                joined(formats, Format::codebook),
                joined(formats, Format::model)));
    }

    private static String joined(List<Format> formats, Function<Format, String> part) {
        return String.join(" | ", new TreeSet<>(formats.stream().map(part).toList()));
    }

    private static void bind(Binding binding, Format format) throws SQLException {
        binding.number(format.version())
                .text(format.program())
                .text(format.codebook())
                .text(format.model());
    }
}
