package rapport.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import rapport.ontology.Basis;
import rapport.ontology.Code;
import rapport.record.Span;
import rapport.record.Time;

/** The row on which a result stands, read by column name. */
final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    double real(String column) throws SQLException {
        return rows.getDouble(column);
    }

    OptionalDouble findReal(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    boolean flag(String column) throws SQLException {
        return rows.getInt(column) != 0;
    }

    <E extends Enum<E> & Code> E code(Class<E> type, String column) throws SQLException {
        return Code.parse(type, text(column));
    }

    Optional<LocalDate> findDay(String column) throws SQLException {
        return findText(column).map(LocalDate::parse);
    }

    /** From the columns {@code name_start} and {@code name_end}. */
    Span span(String name) throws SQLException {
        return new Span(rows.getInt(name + "_start"), rows.getInt(name + "_end"));
    }

    Optional<Span> findSpan(String name) throws SQLException {
        int start = rows.getInt(name + "_start");
        return rows.wasNull() ? Optional.empty() : Optional.of(new Span(start, rows.getInt(name + "_end")));
    }

    /** From the columns {@code name_first}, {@code _last}, {@code _basis}, {@code _because}, {@code _start}, {@code _end}. */
    Time time(String name) throws SQLException {
        return new Time(
                findDay(name + "_first"),
                findDay(name + "_last"),
                code(Basis.class, name + "_basis"),
                JsonColumn.texts(text(name + "_because")),
                findSpan(name));
    }
}
